"""What the performance record shows to those who work here: nothing that tells who a citizen is;
and to whom a record is not theirs, no figure and no word of it.

Every citizen is planted with marks, everything in Sari's record too. Then everybody presses every
button; what is said in both languages, the notices, the files and the pages are searched.
"""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from sqlalchemy import update
from sqlmodel import col, func, select

from bot.record_rights import rules
from bot.record_tables import FILES, JOBS
from bot.rendering import alert, calls
from bot.rights_rule import Who, by_role, route_of
from handlers.texts import DEFAULT, LANGUAGES
from models.appraisal.coaching.tables import Promise, TrainingNeed
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.evidence.tables import Contest, OwnWords
from models.appraisal.feedback.tables import FeedbackAnswer, FeedbackNote
from models.appraisal.skp.tables import PerformancePlan, PlannedResult, Realisation
from models.complaints.tables import Case
from models.database import Transaction
from models.outbox import OutboxMessage
from models.people import Officer, Person
from models.ratings.tables import Rating, Standing
from tests.bot.test_rights import ACCOUNTS, ADDRESSES, pressed
from tests.pages_town import LATER, served
from tests.rights_town import Presses, RightsTown, presses, rights_template

__all__ = ["presses", "rights_template"]

MARK = "zebra"  # in all that is known of a citizen
OWN_MARK = "okapi"  # in all that is said of Sari
ACCOUNT = 99_000_000_000  # of the first citizen
INSIDERS = [Who.OWN, Who.LEADER, Who.SUPERIOR, Who.OTHER_HEAD, Who.ADMIN]
STRANGERS = [Who.PEER, Who.ELSEWHERE, Who.OTHER_ADMIN, Who.INSPECTOR, Who.CITIZEN]
# Ratings were given from 5 to 16 October; told are weeks, which begin on Mondays.
DAYS = r"(?:0?[6-9]|10|1[3-6])"
A_DAY = re.compile(
    rf"2026-10-{DAYS}\b|(?<![\d–-]){DAYS}(?:\.10\.2026|/10/2026| (?:Okt|Oct)[a-z]* 2026)"
)
DECIMAL = re.compile(r"\b\d+[.,]\d+\b(?! (?:WIB|W))")


def planted(tx: Transaction) -> None:
    """Marks in everything that is about a citizen."""
    staff = select(Officer.person_id).where(col(Officer.person_id).is_not(None))
    for person in tx.session.exec(select(Person).where(col(Person.id).not_in(staff))).all():
        was, number = person.pseudonym, person.id or 0
        person.pseudonym = f"{MARK}p{number}"
        person.telegram_id = ACCOUNT + number
        tx.session.add(person)
        tx.session.flush()
        tx.execute(update(Rating).where(col(Rating.rater) == was).values(rater=person.pseudonym))
    reading = {"redacted": "kata yang disamarkan", "original": f"{MARK} original"}
    tx.execute(update(Rating).values(comment=f"{MARK} komentar", reading=reading))
    marks = {"reporter_name": f"{MARK}nama", "text": f"{MARK} cerita", "original": f"{MARK} asli"}
    tx.execute(update(Case).values(place="1.2345,103.9876", **marks))


def marked(tx: Transaction, sari: int) -> None:
    """Marks in everything that is said of Sari."""
    for model, names in SAID.items():
        tx.execute(update(model).values({name: f"{OWN_MARK} {name}" for name in names}))
    own = select(PerformancePlan.id).where(PerformancePlan.officer_id == sari)
    first = select(func.min(Rating.id)).where(Rating.officer_id == sari)
    withdrawn = update(Rating).where(col(Rating.id) == first.scalar_subquery())
    tx.execute(withdrawn.values(standing=Standing.WITHDRAWN))  # since the record was frozen
    results = update(PlannedResult).where(col(PlannedResult.plan_id).in_(own))
    tx.execute(results.values(text=f"{OWN_MARK} result"))


SAID: dict[Any, tuple[str, ...]] = {
    Appraisal: ("work_note", "behaviour_note"),
    Contest: ("words",),
    FeedbackAnswer: ("example",),
    FeedbackNote: ("text",),
    OwnWords: ("words",),
    Promise: ("words",),
    Realisation: ("words",),
    TrainingNeed: ("words",),
}


@dataclass
class Seen:
    """Everything that was shown to somebody, with where."""

    places: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    def said(self, where: str, bodies: Any, tx: Transaction | None = None) -> None:
        for language in LANGUAGES:
            for body in bodies:
                made = calls(body, 1, language)
                self._add(where, json.dumps([one.parameters for one in made], ensure_ascii=False))
                if tx is not None and "file" in body and language == DEFAULT:
                    self._file(tx, language, body["file"])

    def popped(self, where: str, shown: dict[str, Any] | None) -> None:
        for language in LANGUAGES:
            self._add(where, alert(language, shown, "1").get("text", ""))

    def page(self, where: str, shown: str) -> None:
        self._add(where, shown)

    def _add(self, where: str, shown: str) -> None:
        self.places[where] = self.places.get(where, "") + "\n" + shown

    def _file(self, tx: Transaction, language: str, file: dict[str, Any]) -> None:
        """Made once, whoever asked."""
        key = f"{language} {json.dumps(file, sort_keys=True)}"
        if key not in self.files:
            made = FILES.get(file["maker"])
            self.files[key] = b"" if made is None else made(tx, language, file["arguments"]).content
            self._add(f"file {key}", words_of(self.files[key]))

    def hits(self, *patterns: str) -> list[str]:
        wanted = re.compile("|".join(patterns), re.IGNORECASE)
        return [
            f"{where}: {hit[0]}"
            for where, shown in self.places.items()
            if (hit := wanted.search(shown))
        ]


def words_of(content: bytes) -> str:
    """What can be read in a file, and in the files within it."""
    if content.startswith(b"%PDF"):
        return "\n".join(
            page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)
        )
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as parts:
            return "\n".join(f"{one}\n{words_of(parts.read(one))}" for one in parts.namelist())
    return content.decode("utf8", "ignore")


def endpoints() -> Iterator[str]:
    for rule in rules():
        yield from (name for name in rule.through if route_of(name) is not None)


async def shown_to(presses: Presses, who: Who, seen: Seen, *, files: bool) -> None:
    town, rehearsal = presses.town, presses.rehearsal
    for name in endpoints():
        where = f"{name} by {who}"

        def after(tx: Transaction, where: str = where) -> None:
            seen.said(where, rehearsal.said, tx if files else None)

        rehearsal.after = after
        route = route_of(name)
        if route is None or who not in by_role(route.roles):
            continue
        for data in (pressed(town, name, town.ids), *MORE.get(name, ())):
            answer = await presses.press(ACCOUNTS[who], data.format(**town.ids))
            seen.popped(where, answer.alert)
    rehearsal.after = None


MORE = {
    "record": ("record:{own}:2027-Q1", "record"),
    "record-one": ("record-one:{own}:2026-Q4:answered_in_a_day",),
    "record-fact": ("record-fact:{own}:2026-Q4:c:{case}",),
    "training-needs": ("training-needs:led",),
    "pack": ("pack:{unit}:{last}:xlsx",),
}
"""The same buttons with other numbers."""


@pytest.fixture(scope="module")
def planting(presses: Presses) -> Presses:
    with presses.rehearsal.kept() as tx:
        planted(tx)
        marked(tx, presses.town.ids["own"])
    accounts = presses.town.accounts | {"citizen": ACCOUNT + presses.town.pages.people["citizen"]}
    return Presses(presses.rehearsal, replace(presses.town, accounts=accounts))


async def test_nothing_shown_to_who_works_here_tells_who_a_citizen_is(planting: Presses) -> None:
    seen = Seen()
    for who in INSIDERS:
        await shown_to(planting, who, seen, files=who in (Who.OWN, Who.SUPERIOR))
    assert {json.loads(one.partition(" ")[2])["maker"] for one in seen.files} >= set(FILES) - {
        "training-chart"  # nothing is told of a training that has not been yet
    }
    assert seen.hits("kata yang disamarkan"), "the words of a rating were never looked at"
    assert seen.hits(OWN_MARK), "the record was never looked at"
    assert seen.hits(MARK, f"{ACCOUNT // 10**6}\\d+", "1[.,]2345", "103[.,]9876") == []
    assert [
        (where, hit[0]) for where, shown in seen.places.items() if (hit := A_DAY.search(shown))
    ] == []


async def test_no_notice_of_the_record_tells_who_a_citizen_is(planting: Presses) -> None:
    """What the clock says, in the weeks after."""
    seen, told = Seen(), []

    def work(tx: Transaction) -> None:
        for days in (1, 20, 90):
            for job in JOBS:
                job.work(tx, LATER + timedelta(days=days))
                tx.session.flush()
        newest = select(OutboxMessage).where(col(OutboxMessage.created_at) > LATER)
        told.extend(one.body for one in tx.session.exec(newest))

    await planting.rehearsal.run(work)
    seen.said("a notice", told, None)
    assert len(told) > 3
    assert seen.hits(MARK, f"{ACCOUNT // 10**6}\\d+") == []
    assert A_DAY.search(seen.places["a notice"]) is None


@pytest.mark.parametrize("who", [*STRANGERS, Who.ADMIN])
async def test_no_figure_and_no_word_of_a_record_is_shown_to_a_stranger(
    planting: Presses, who: Who
) -> None:
    """Figures are known by their decimals: what Sari sees of her own must stand nowhere. An admin
    reads plans and decides contests, and sees no figure either."""
    own, seen = Seen(), Seen()
    await shown_to(planting, Who.OWN, own, files=False)
    record = "".join(shown for where, shown in own.places.items() if where.startswith("record"))
    figures = {one.replace(".", ",") for one in DECIMAL.findall(record)}
    assert len(figures) >= 5
    await shown_to(planting, who, seen, files=False)
    assert who is Who.ADMIN or seen.hits(OWN_MARK) == []
    assert who is Who.CITIZEN or seen.hits(MARK, f"{ACCOUNT // 10**6}\\d+") == []
    shown = {
        one.replace(".", ",") for text in seen.places.values() for one in DECIMAL.findall(text)
    }
    assert figures & shown == set()


@pytest.fixture
async def site(
    rights_template: tuple[Path, RightsTown], tmp_path: Path
) -> AsyncIterator[tuple[Any, RightsTown]]:
    file, town = rights_template
    shutil.copy(file, tmp_path / "pages.db")
    async with served(f"sqlite:///{tmp_path / 'pages.db'}", town.pages, at=LATER) as found:
        await found.write(planted)
        yield found, town


async def test_no_page_tells_who_a_citizen_is(site: tuple[Any, RightsTown]) -> None:
    pages, town = site
    seen = Seen()
    for who in (Who.OWN, Who.LEADER, Who.SUPERIOR, Who.ADMIN, Who.PEER):
        browser = await pages.signed_in(ACCOUNTS[who])
        for path, address in ADDRESSES.items():
            answer = await browser.client.get(f"/s{address.format(**town.ids)}")
            if answer.status == 200:
                seen.page(f"{path} by {who}", await answer.text())
    assert len(seen.places) > 25
    assert seen.hits("kata yang disamarkan")
    assert seen.hits(MARK, f"{ACCOUNT // 10**6}\\d+", "1[.,]2345") == []
    days = [(where, hit[0]) for where, shown in seen.places.items() if (hit := A_DAY.search(shown))]
    assert days == []
