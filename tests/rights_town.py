"""A town where something stands of everything the performance record knows, and somebody of every
standing to Sari, whose record it is; they press through the bot's own router."""

from __future__ import annotations

import asyncio
import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import SQLModel, col, select

from bot import tables
from bot.clock import FixedClock
from bot.router import Router
from handlers.turn import Input, Kind
from models.appraisal.coaching import events, needs, promises, trainings
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.evidence.tables import Contest, ContestKind
from models.appraisal.feedback import rounds
from models.appraisal.feedback.tables import FeedbackNote, FeedbackRound
from models.appraisal.skp import dialogue, plans, templates
from models.appraisal.skp.tables import Realisation
from models.appraisal.tables import Evidence
from models.complaints.tables import Case
from models.database import Database, Transaction, Work, Writer, table, writing_engine
from models.flood import Limits
from models.forum import questions
from models.forum.questions import Asking
from models.forum.tables import QuestionKind
from models.offices import Office
from models.outbox import OutboxMessage
from models.people import CONSENT_VERSION, Person, Role
from tests.models.appraisal.appraised_town import plan
from tests.pages_town import LATER, PagesTown

T = TypeVar("T")
CITIZEN = 100  # the account of the first citizen of the town, who has rated Sari
SECRET = "k" * 32
# What an update may change of the person who sent it, and of nobody else's.
OWN_TABLES = {"ledger", "outbox", "dialogs", "people", "journal_seals"}


@dataclass
class RightsTown:
    """ids: of what stands there, by name; accounts: at Telegram, by what they are to Sari."""

    ids: dict[str, Any] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    pages: PagesTown = field(default_factory=PagesTown)

    @classmethod
    def build(cls, tx: Transaction) -> RightsTown:
        pages = PagesTown.lived(tx)
        far = tx.session.exec(select(Office).where(Office.name == "Distrik Wanggar")).one()
        pages._staff(tx, "other_admin", "Yusuf Wenda", Role.ADMIN, {"office_id": far.id or 0})
        pages._staff(tx, "inspector", "Ira Puspita", Role.INSPECTOR, {})
        town = cls(pages=pages)
        people = {who: tx.session.get_one(Person, one) for who, one in pages.people.items()}
        town.accounts = {who: one.telegram_id for who, one in people.items()}
        town.accounts["citizen"] = CITIZEN
        citizen = tx.session.exec(select(Person).where(Person.telegram_id == CITIZEN)).one()
        pages.people["citizen"] = citizen.id or 0
        for one in people.values():
            one.consent_version = CONSENT_VERSION  # they may answer the forum too
        town.ids = {**pages.officers, "office": pages.office, "unit": pages.unit}
        town.ids |= {"last": pages.last_quarter, "now": pages.quarter}
        town._plans(tx)
        town._evidence(tx)
        town._feedback(tx)
        town._coaching(tx)
        tx.finish()
        return town

    def _plans(self, tx: Transaction) -> None:
        own, person = self.pages.officers["own"], self.pages.people["own"]
        agreed = plans.agreed(tx, own, 2026, LATER - timedelta(days=20))
        assert agreed is not None
        self.ids["agreed"] = agreed.id
        draft = dialogue.make(tx, own, LATER.year, person, LATER, plan())
        found = plans.plan(tx, draft)
        self.ids |= {"plan": draft, "result": found.results[0].id}
        self.ids["indicator"] = found.results[0].indicators[0].id
        self.ids["reported"] = agreed.results[1].indicators[0].id
        self.ids["report"] = self._put(
            tx,
            Realisation(
                indicator_id=self.ids["reported"],
                period_id=self.pages.last_quarter,
                value=3,
                words="Tiga kali, lihat berita acara.",
                officer_id=own,
                at=LATER,
            ),
        )
        head = self.pages.people["leader"]
        self.ids["template"] = templates.keep_from_plan(tx, agreed.id, "Analis", head, LATER)

    def _evidence(self, tx: Transaction) -> None:
        own = self.pages.officers["own"]
        rated = select(Evidence.rating_id).where(
            Evidence.officer_id == own, col(Evidence.rating_id).is_not(None)
        )
        held = select(Case.id).where(Case.unit_id == self.pages.unit)
        self.ids["rating"] = tx.session.exec(rated.order_by(col(Evidence.id))).first()
        self.ids["case"] = tx.session.exec(held.order_by(col(Case.id))).first()
        self.ids["contest"] = self._put(
            tx,
            Contest(
                officer_id=own,
                unit_id=self.pages.unit,
                rating_id=self.ids["rating"],
                kind=ContestKind.NOT_MINE,
                words="Saya sedang cuti pada hari itu.",
                at=LATER,
            ),
        )
        appraisal = select(Appraisal.id).where(Appraisal.officer_id == own)
        self.ids["appraisal"] = tx.session.exec(appraisal).one()

    def _feedback(self, tx: Transaction) -> None:
        own, head = self.pages.officers["own"], self.pages.people["leader"]
        self.ids["round"] = tx.session.exec(select(FeedbackRound.id)).one()
        running = rounds.open_round(tx, own, self.pages.quarter, (), LATER, head)
        self.ids["running"] = running.id
        self.ids["note"] = tx.session.exec(select(FeedbackNote.id)).one()

    def _coaching(self, tx: Transaction) -> None:
        own, office = self.pages.officers["own"], self.pages.office
        head, admin = self.pages.people["leader"], self.pages.people["admin"]
        topic = "answered_in_a_day"
        course = trainings.add(tx, office, "Menjawab pengaduan", topic, "Dua hari", LATER, admin)
        self.ids["course"] = course
        first = date(2027, 2, 1)
        event = events.make(tx, course, first, first, LATER, head)
        events.add(tx, event, own, LATER, head)
        self.ids["event"] = event
        self.ids["need"] = needs.ask(
            tx, "satisfaction_conduct", "Ingin belajar melayani.", LATER, self.pages.people["own"]
        )
        self.ids["promise"] = promises.make(
            tx,
            self.pages.unit,
            self.pages.last_quarter,
            own,
            "Menjawab semua pengaduan dalam satu hari",
            date(2027, 3, 31),
            LATER,
            head,
        )
        asked = Asking(QuestionKind.CHOICE, "Jam berapa loket sebaiknya buka?", ("07.30", "08.00"))
        opened = questions.open_question(tx, office, self.pages.unit, asked, 14, LATER, head)
        self.ids["question"] = opened.id

    @staticmethod
    def _put(tx: Transaction, row: Any) -> int:
        tx.session.add(row)
        tx.session.flush()
        return int(row.id)


# --- pressing


class Rehearsal:
    """A Writer whose work is undone each time; what it would have said and written is kept.

    All is one transaction, so that who leads whom is looked up once for all.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[Any, Any] = {}
        self.before: Work[None] | None = None
        self.after: Work[None] | None = None  # with what was said, before it is undone
        self.said: list[dict[str, Any]] = []
        self.written: set[str] = set()  # tables
        event.listen(connection, "before_execute", self._note)

    def _note(self, _connection: Connection, statement: Any, *_rest: Any) -> None:
        if isinstance(statement, UpdateBase):
            self.written.add(str(getattr(statement, "table", "")))

    async def run(self, work: Work[T]) -> T:
        tx = Transaction(self._connection)
        tx._known = self._known
        part = self._connection.begin_nested()
        try:
            if self.before is not None:
                self.before(tx)
                tx.finish()
            self.written.clear()
            result = work(tx)
            tx.finish()
            self.said = _latest(tx)
            if self.after is not None:
                self.after(tx)
            return result
        finally:
            tx.close()
            part.rollback()
            if self.before is not None or self.written - OWN_TABLES:
                self._known.clear()

    @contextmanager
    def kept(self) -> Iterator[Transaction]:
        """What is done here stays for all that is rehearsed afterwards."""
        tx = Transaction(self._connection)
        yield tx
        tx.finish()
        self._known.clear()


def _latest(tx: Transaction) -> list[dict[str, Any]]:
    """The bodies promised by the last update, to whomever."""
    newest = tx.execute(select(_outbox.c.update_id).order_by(_outbox.c.id.desc()).limit(1)).scalar()
    if newest is None:
        return []
    mine = select(_outbox.c.body).where(_outbox.c.update_id == newest)
    return [row.body for row in tx.execute(mine)]


_outbox = table(OutboxMessage)


@dataclass(frozen=True, slots=True)
class Answered:
    """keys: of the texts that were said; alert: of what stood over the button."""

    said: tuple[dict[str, Any], ...]
    alert: dict[str, Any] | None
    written: frozenset[str]  # tables of others than the own step, outbox and ledger
    parked: bool

    @property
    def refusal(self) -> str:
        """The key of the refusal; empty: there was none."""
        if self.alert is not None:
            return str(self.alert["key"]) if self.alert.get("modal") else ""
        return str(self.said[0]["key"]) if self.said and self._alone else ""

    @property
    def _alone(self) -> bool:
        """A command is refused by a message."""
        return len(self.said) == 1 and self.said[0]["key"] == "not-for-you"


@dataclass
class Presses:
    """What people press, and what they are answered; nothing stays."""

    rehearsal: Rehearsal
    town: RightsTown
    _updates: Iterator[int] = field(default_factory=lambda: itertools.count(10_000_000))

    async def press(self, who: str, data: str, before: Work[None] | None = None) -> Answered:
        """before: what is made so first."""
        self.rehearsal.before = before
        router = Router(
            cast("Writer", self.rehearsal),
            FixedClock(LATER),
            tables,
            key=SECRET,
            bot_name="suara",
            public_url="https://suara.example",
            limits=Limits(10**6, 10**6),
        )
        reply = await router.handle(self._input(who, data), {})
        return Answered(
            said=tuple(self.rehearsal.said),
            alert=reply.alert,
            written=frozenset(self.rehearsal.written - OWN_TABLES),
            parked="parked_updates" in self.rehearsal.written,
        )

    def _input(self, who: str, data: str) -> Input:
        account, number = self.town.accounts[who], next(self._updates)
        if data.startswith("/"):
            return Input(number, account, Kind.COMMAND, command=data[1:])
        return Input(
            number, account, Kind.BUTTON, data=data, message_id=1, query_id="1", offered=True
        )


def rows(tx: Transaction) -> dict[str, set[str]]:
    """Every stored row, as text, by table."""
    return {
        name: {repr(tuple(row)) for row in tx.execute(select(one))}
        for name, one in SQLModel.metadata.tables.items()
    }


@pytest.fixture(scope="session")
def rights_template(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, RightsTown]:
    """The file of the town, built once; copy it before use."""
    file = tmp_path_factory.mktemp("rights") / "town.db"
    shutil.copy(sqlite_template, file)
    database = Database(f"sqlite:///{file}")
    town = asyncio.run(database.writer.run(RightsTown.build))
    database.close()
    return file, town


@pytest.fixture(scope="module")
def presses(
    rights_template: tuple[Path, RightsTown], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Presses]:
    file, town = rights_template
    copied = tmp_path_factory.mktemp("pressed") / "town.db"
    shutil.copy(file, copied)
    engine = writing_engine(f"sqlite:///{copied}")
    with engine.connect() as connection, connection.begin() as whole:
        yield Presses(Rehearsal(connection), town)
        whole.rollback()
    engine.dispose()
