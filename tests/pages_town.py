"""A unit with somebody of every standing, and its pages over HTTP."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from aiohttp import ClientResponse, CookieJar, web
from aiohttp.test_utils import TestClient, TestServer

from bot.clock import FixedClock
from bot.web.pages.site import Pages
from bot.web.public import Public
from models import page_sessions
from models.appraisal import terms
from models.appraisal.skp import dialogue
from models.database import Database, Transaction
from models.offices import Office, Service, Unit
from models.people import Officer, Person, Role, appoint
from models.ratings.periods import Period, PeriodKind
from tests.models.appraisal.appraised_town import AppraisedTown, plan

T = TypeVar("T")
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # Monday 23 Nov 2026 09.00 WIB
LATER = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)  # after the freezing; Monday too
SECRET = "k" * 32
ORIGIN = {"Sec-Fetch-Site": "same-origin"}
TOKEN = re.compile(r'name="token" value="([0-9a-f]{64})"')
Client = TestClient[web.Request, web.Application]


@dataclass
class PagesTown:
    """Ids of officers, by what they are to Sari: 'own', 'leader', 'superior', 'peer' and so on."""

    office: int = 0
    unit: int = 0
    other_unit: int = 0
    quarter: int = 0  # the one that runs
    last_quarter: int = 0
    officers: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)

    @classmethod
    def build(cls, tx: Transaction) -> PagesTown:
        town = cls()
        office = Office(name="Dinas Dukcapil", zone="Asia/Jakarta")
        tx.session.add(office)
        tx.session.flush()
        town.office = office.id or 0
        town.unit, town.other_unit = (town._unit(tx, name) for name in ("Loket KTP", "Loket Akta"))
        here, there = {"unit_id": town.unit}, {"unit_id": town.other_unit}
        town._staff(tx, "own", "Sari Dewi", Role.OFFICER, here)
        town._staff(tx, "leader", "Hadi Susanto", Role.HEAD, here)
        town._staff(tx, "superior", "Ratna Wulandari", Role.HEAD, {"office_id": town.office})
        town._staff(tx, "peer", "Joko Purnomo", Role.OFFICER, here)
        town._staff(tx, "stranger", "Tuti Marlina", Role.OFFICER, there)
        town._staff(tx, "other_leader", "Wawan Hidayat", Role.HEAD, there)
        town._staff(tx, "admin", "Ani Lestari", Role.ADMIN, {"office_id": town.office})
        made = (
            terms.of_kind(tx, town.office, Period.containing(day, PeriodKind.QUARTER), NOW)
            for day in (NOW.date(), NOW.date().replace(month=8))
        )
        town.quarter, town.last_quarter = (one.id or 0 for one in made)
        tx.finish()
        return town

    def _unit(self, tx: Transaction, name: str) -> int:
        made = Unit(office_id=self.office, name=name, zone="Asia/Jakarta")
        tx.session.add(made)
        tx.session.flush()
        tx.session.add(Service(unit_id=made.id or 0, name="Cetak KTP-el", duration="24 hours"))
        return made.id or 0

    def _staff(
        self, tx: Transaction, who: str, name: str, role: Role, place: Mapping[str, int]
    ) -> None:
        number = 7000 + len(self.people)
        person = Person(telegram_id=number, pseudonym=f"s{number}", created_at=NOW)
        tx.session.add(person)
        tx.session.flush()
        officer = Officer(
            nip=f"19800101200501{number:04d}",
            name=name,
            position="Analis kependudukan",
            person_id=person.id,
        )
        tx.session.add(officer)
        tx.session.flush()
        self.officers[who], self.people[who] = officer.id or 0, person.id or 0
        appoint(tx, officer, role, NOW.replace(year=2025), **place)

    @classmethod
    def lived(cls, tx: Transaction) -> PagesTown:
        """A quarter was lived through and frozen: Sari's appraisal waits for her leader. Joko has
        proposed a plan for the new year."""
        story = AppraisedTown.build(tx)
        town = cls(office=story.town.office, unit=story.town.unit, other_unit=story.town.sibling)
        town._known(tx, "own", "Sari Dewi", story.officer, story.officer_person)
        town._known(tx, "leader", "Hadi Susanto", story.head, story.head_person)
        town._known(tx, "superior", "Ratna Wulandari", story.chief, story.chief_person)
        here, there = {"unit_id": town.unit}, {"unit_id": town.other_unit}
        town._staff(tx, "peer", "Joko Purnomo", Role.OFFICER, here)
        town._staff(tx, "stranger", "Tuti Marlina", Role.OFFICER, there)
        town._staff(tx, "other_leader", "Wawan Hidayat", Role.HEAD, there)
        town._staff(tx, "admin", "Ani Lestari", Role.ADMIN, {"office_id": town.office})
        story.freezes()
        running = Period.containing(LATER.date(), PeriodKind.QUARTER)
        town.quarter = terms.of_kind(tx, town.office, running, LATER).id or 0
        town.last_quarter = story.period_id
        number = dialogue.make(
            tx, town.officers["peer"], LATER.year, town.people["peer"], LATER, plan()
        )
        dialogue.propose(tx, number, town.people["peer"], LATER)
        tx.finish()
        return town

    def _known(self, tx: Transaction, who: str, name: str, officer: int, person: int) -> None:
        row = tx.session.get_one(Officer, officer)
        row.name, row.position = name, "Analis kependudukan"
        self.officers[who], self.people[who] = officer, person


@dataclass
class Browser:
    """One reader's browser: cookies, and forms sent as the pages have them."""

    site: Site
    client: Client
    _token: str = ""

    async def get(self, path: str, status: int = 200, **headers: str) -> str:
        answer = await self.client.get(f"/s{path}", headers=headers, allow_redirects=False)
        text = await answer.text()
        assert answer.status == status, (path, text[text.find("<body") :])
        return text

    async def sends(
        self, path: str, fields: Mapping[str, str] | None = None, **headers: str
    ) -> ClientResponse:
        """A form with the token that stands in our pages."""
        if not self._token:
            found = TOKEN.search(await self.get("/"))
            assert found is not None
            self._token = found[1]
        return await self.posts(path, {"token": self._token, **(fields or {})}, **headers)

    async def posts(
        self, path: str, fields: Mapping[str, str] | None = None, **headers: str
    ) -> ClientResponse:
        origin = f"http://{self.client.host}:{self.client.port}"
        return await self.client.post(
            f"/s{path}",
            data=dict(fields or {}),
            headers={"Origin": origin, **ORIGIN, **headers},
            allow_redirects=False,
        )


@dataclass
class Site:
    """The pages of the town. `who` is a key of `PagesTown.people`."""

    database: Database
    clock: FixedClock
    town: PagesTown
    server: TestServer
    woken: int = 0  # how often the sender was told that messages wait
    _browsers: list[Client] = field(default_factory=list)

    def wake(self) -> None:
        self.woken += 1

    async def browser(self, **headers: str) -> Browser:
        """One with no session."""
        client = TestClient(self.server, cookie_jar=CookieJar(unsafe=True), headers=headers)
        self._browsers.append(client)
        return Browser(self, client)

    async def link(self, who: str, page: str = "/") -> str:
        person, at = self.town.people[who], self.clock.now()
        return await self.write(lambda tx: page_sessions.link(tx, person, at, page))

    async def signed_in(self, who: str, **headers: str) -> Browser:
        browser = await self.browser(**headers)
        answer = await browser.posts(f"/in/{await self.link(who)}")
        assert answer.status == 303
        return browser

    async def write(self, work: Callable[[Transaction], T]) -> T:
        return await self.database.writer.run(work)

    def read(self, work: Callable[[Transaction], T]) -> T:
        return self.database.read_now(work)

    async def close(self) -> None:
        for client in self._browsers:
            await client.session.close()
        await self.server.close()
        self.database.close()


@asynccontextmanager
async def served(
    url: str,
    build: Callable[[Transaction], PagesTown] | PagesTown = PagesTown.build,
    *,
    base: str = "",
    at: datetime = NOW,
    public: bool = False,
) -> AsyncIterator[Site]:
    """The pages of a town, on a free port. build: makes the town, if the database does not hold it
    already; public: with the public pages, which have the icon."""
    database, clock, app = Database(url), FixedClock(at), web.Application()
    town = build if isinstance(build, PagesTown) else await database.writer.run(build)
    site = Site(database, clock, town, TestServer(app))
    if public:
        Public(database, clock, base=base).add_to(app)
    Pages(database, clock, signing=SECRET, base=base, wake=site.wake).add_to(app)
    await site.server.start_server()
    try:
        yield site
    finally:
        await site.close()


@pytest.fixture(scope="session")
def lived_template(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, PagesTown]:
    """The file of a town that lived through a quarter, built once; copy it before use."""
    file = tmp_path_factory.mktemp("pages") / "town.db"
    shutil.copy(sqlite_template, file)
    database = Database(f"sqlite:///{file}")
    town = asyncio.run(database.writer.run(PagesTown.lived))
    database.close()
    return file, town


@pytest.fixture
async def lived(lived_template: tuple[Path, PagesTown], tmp_path: Path) -> AsyncIterator[Site]:
    """Its pages."""
    file, town = lived_template
    shutil.copy(file, tmp_path / "lived.db")
    async with served(f"sqlite:///{tmp_path / 'lived.db'}", town, at=LATER) as site:
        yield site
