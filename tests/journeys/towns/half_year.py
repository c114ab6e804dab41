"""What happens in a half-year of a town, in steps of a sentence: citizens come, rate and complain,
officers serve and answer, plans are agreed on, records are frozen, people decide.

Founding (the office, its services, who joined) is done by the harness, as in all journeys; from
then on everything is a message or a tap. Only the code on a picture is read off the database.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from bot.sandbox.driver import Message
from models.database import Transaction
from models.offices import Counter, Service, Unit
from models.outbox import OutboxMessage
from models.people import Role
from tests.town import Actor, Town

WIB = "Asia/Jakarta"
TICKET = re.compile(r"SW-\d\d-\d{6}-[A-Z]")
NEIGHBOURS = 12  # enough that nobody complains more often than one may
LATELY = 5  # messages among which the code is that was just shown
MORE = "Berikutnya ›"
OWN_MATTER = "Tetap kirim pengaduan saya"  # where others complained of something alike


def wib(text: str) -> datetime:
    """'2026-07-01 08:00' by the clock of western Indonesia."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(WIB))


@dataclass
class Place:
    """A unit with one counter and its services, and the people of the story by name."""

    town: Town
    unit: Unit
    office: str
    counter: Counter
    services: dict[str, str]  # name: promised duration
    people: dict[str, Actor] = field(default_factory=dict)
    tickets: dict[str, Actor] = field(default_factory=dict)  # by whom
    neighbours: list[Actor] = field(default_factory=list)
    turn: int = 0

    @classmethod
    async def found(
        cls, town: Town, office: str, unit: str, services: dict[str, str], zone: str = WIB
    ) -> Place:
        """E.g. services={"Surat pengantar": "30 minutes"}."""
        made = await town.unit(unit, office, zone)
        counter = await town.counter(made)

        def work(tx: Transaction) -> None:
            for usual in tx.session.exec(select(Service).where(Service.unit_id == made.id)):
                tx.session.delete(usual)
            for name, promised in services.items():
                tx.session.add(Service(unit_id=made.id or 0, name=name, duration=promised))

        await town.write(work)
        return cls(town, made, office, counter, services)

    def __getitem__(self, name: str) -> Actor:
        return self.people[name]

    # --- who works here

    async def officer(self, name: str) -> Actor:
        self.people[name] = await self.town.officer(self.unit, name)
        return self.people[name]

    async def head(self, name: str) -> Actor:
        """The head of the unit."""
        self.people[name] = await self.town.head(self.unit, name)
        return self.people[name]

    async def chief(self, name: str) -> Actor:
        """The head of the office, above the head of the unit."""
        office = self.unit.office_id
        self.people[name] = await self.town.staff(Role.HEAD, name, office_id=office)
        return self.people[name]

    async def admin(self, name: str) -> Actor:
        self.people[name] = await self.town.admin(name, office_id=self.unit.office_id)
        return self.people[name]

    async def citizen(self) -> Actor:
        """The next of the neighbours, who come again and again; new ones agree to the notice."""
        if len(self.neighbours) < NEIGHBOURS:
            name = f"Tetangga {len(self.neighbours) + 1}"
            self.neighbours.append(await self.town.consenting(name))
            return self.neighbours[-1]
        self.turn += 1
        return self.neighbours[self.turn % NEIGHBOURS]

    # --- time

    async def until(self, text: str) -> None:
        """'2026-07-06 09:00' by the unit's clock, with every job once when it is reached."""
        await self.town.passes(self._at(text) - self.town.clock.now())

    async def through(self, text: str, step: timedelta = timedelta(days=7)) -> None:
        """The same, with every job once each step on the way."""
        await self.town.passes(self._at(text) - self.town.clock.now(), step)

    def _at(self, text: str) -> datetime:
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(self.unit.zone))

    async def minutes(self, number: int) -> None:
        self.town.clock.move(timedelta(minutes=number))

    # --- at the counter

    async def visit(
        self, officer: Actor, minutes: int, score: str = "", service: str = "", words: str = ""
    ) -> Actor:
        """One citizen is served for so many minutes, scans the code, and rates if there is a
        score, with words or without. Gives the citizen."""
        citizen = await self.citizen()
        await officer.sends("/layani")
        if len(self.services) == 1:
            await officer.taps(f"Mulai: {next(iter(self.services))}")
        else:
            await officer.taps(service)
            await officer.taps("Mulai")
        code = self._code()
        await self.minutes(minutes)
        await officer.taps("Selesai", shown(officer, "memindai kode ini"))
        if score:
            await citizen.opens(code)
            await citizen.taps(score)
            await (citizen.sends(words) if words else citizen.taps("Lewati"))
        return citizen

    async def visits(
        self, officer: Actor, minutes: Sequence[int], scores: Sequence[str] = ()
    ) -> None:
        """One visit after the other, from now on; the first of them rate."""
        for number, taken in enumerate(minutes):
            await self.visit(officer, taken, scores[number] if number < len(scores) else "")

    async def surveyed(
        self, officer: Actor, minutes: Sequence[int], answers: Sequence[str]
    ) -> None:
        """Visits whose citizens rate "Sangat baik" and answer the nine questions."""
        for taken in minutes:
            citizen = await self.visit(officer, taken, "Sangat baik")
            await starting(citizen, "Survei 9 pertanyaan")
            await taps(citizen, *answers)

    def _code(self) -> str:
        """What the code leads to that was shown last."""
        newest = select(OutboxMessage).order_by(col(OutboxMessage.id).desc()).limit(LATELY)
        files = self.town.read(
            lambda tx: [row.body.get("file", {}) for row in tx.session.exec(newest)]
        )
        links = [one["arguments"]["link"] for one in files if one.get("maker") == "qr"]
        return str(links[0]).rpartition("start=")[2]

    # --- complaints

    async def complaint(
        self, words: str, about: str = "Keterlambatan", by: Actor | None = None
    ) -> str:
        """From /lapor to the receipt; gives the ticket."""
        citizen = by or await self.citizen()
        await citizen.sends("/lapor")
        for choice in (self.office, self.unit.name, about):
            await citizen.taps(choice)
        await citizen.sends(words)
        for choice in ("Lewati", "Lewati", "Kirim pengaduan"):
            await citizen.taps(choice)
        if OWN_MATTER in labels(citizen):
            await citizen.taps(OWN_MATTER)
        found = TICKET.search(citizen.last.text)
        assert found is not None, citizen.last.text
        self.tickets[found[0]] = citizen
        return found[0]

    async def takes(self, officer: Actor, ticket: str) -> None:
        await officer.taps("Ambil", shown(officer, ticket, "Ambil"))

    async def answers(self, officer: Actor, ticket: str, words: str) -> None:
        await officer.taps("Jawab", shown(officer, ticket, "Jawab"))
        await officer.sends(words)
        await officer.taps("Kirim")

    async def confirms(self, ticket: str, score: str = "") -> None:
        """The citizen says that it is solved."""
        citizen = self.tickets[ticket]
        await citizen.taps("Ya, selesai")
        if score:
            await citizen.taps(score)


# --- reading screens


def labels(actor: Actor) -> list[str]:
    """Every button of the last message."""
    return [label for row in actor.last.buttons for label in row]


def shown(actor: Actor, fragment: str, label: str = "") -> Message:
    """The newest message with those words and, if asked for, a button of that label."""
    for message in reversed(actor.person.messages):
        has = not label or any(label in row for row in message.buttons)
        if message.from_bot and fragment in message.text and has:
            return message
    raise LookupError(f"no message with {fragment!r} {label!r} among {actor.texts[-5:]}")


async def says(actor: Actor, *acts: str) -> None:
    """Tap where the last message has a button of that label, else write."""
    for act in acts:
        await (actor.taps(act) if act in labels(actor) else actor.sends(act))


async def taps(actor: Actor, *acts: str) -> None:
    for act in acts:
        await actor.taps(act)


async def starting(actor: Actor, beginning: str) -> None:
    """Tap the button of the last message that begins so."""
    found = [label for label in labels(actor) if label.startswith(beginning)]
    if not found:
        raise LookupError(f"no button {beginning!r}… among {labels(actor)}")
    await actor.taps(found[0])


# --- plan, feedback, appraisal

Target = tuple[str, ...]  # what is answered about one indicator, in order


def measured(name: str, aspect: str, target: str) -> Target:
    """An indicator of the system, by its name: ("Dijawab dalam satu hari kerja", "Waktu", "90")."""
    return "Dihitung sistem ini", name, aspect, target


def told(words: str, aspect: str, target: str) -> Target:
    """One that the officer reports: ("Brosur yang dibagikan", "Kuantitas", "250 lembar")."""
    return "Angka yang saya laporkan", words, aspect, target


async def plans(officer: Actor, result: str, above: str, *targets: Target) -> None:
    """Write one main result with its indicators, in a plan that is begun if there is none."""
    await officer.sends("/skp")
    if "Mulai dari kosong" in labels(officer):
        await officer.taps("Mulai dari kosong")
    await says(officer, "Tambah hasil kerja", "Utama", result, above)
    for target in targets:
        await says(officer, "Tambah indikator", *target)


async def agree_on_plan(officer: Actor, leader: Actor) -> None:
    """The officer proposes, the leader agrees."""
    await officer.sends("/skp")
    await officer.taps("Usulkan")
    await leader.taps("Lihat SKP")
    await leader.taps("Setujui")


async def observes(giver: Actor, *levels: str, example: str = "") -> None:
    """Answer what is asked about a colleague, the seven values of BerAKHLAK in order, with an
    example for the first."""
    await giver.sends("/masukan")
    await giver.taps(labels(giver)[0])
    await giver.taps("Mulai menjawab")
    await taps(giver, *levels)
    if example:
        await says(giver, "Berorientasi Pelayanan", example)
    else:
        await giver.taps("Lewati, tanpa contoh")
    await giver.taps("Kirim")


@dataclass(frozen=True, slots=True)
class Rating:
    """What an appraiser says: two ratings, a note to each."""

    work: str
    work_note: str
    behaviour: str
    behaviour_note: str


async def opens_appraisal(reader: Actor, beginning: str) -> None:
    """'Sari, Semester II 2026' for who appraises, 'Penilaian saya, …' for the officer."""
    # notices that wait for their turn in this chat come first
    await reader.town.passes(timedelta(seconds=12), timedelta(seconds=2))
    await reader.sends("/penilaian")
    await starting(reader, beginning)


async def reads_all(reader: Actor, button: str) -> str:
    """Every card behind "Bukti dan umpan balik" or "Semua langkah", in one text; and back."""
    await reader.taps(button)
    cards = [reader.last.text]
    while MORE in labels(reader):
        await reader.taps(MORE)
        cards.append(reader.last.text)
    await reader.taps("‹ Kembali")
    return "\n".join(cards)


async def rates(appraiser: Actor, given: Rating, reason: str = "") -> None:
    """Both ratings on the open appraisal; nothing is confirmed by that."""
    await appraiser.taps("Beri kedua rating")
    await says(appraiser, given.work, given.work_note, given.behaviour, given.behaviour_note)
    if reason:
        await appraiser.sends(reason)


async def appraises(admin: Actor, how_often: str) -> None:
    """An admin sets "setiap semester", and no second appraisal of the whole year. To be done before
    the clock moves: a period that has begun stays."""
    await admin.sends("/periode")
    await taps(admin, "Ganti jenis periode", how_often, "Jangan nilai setahun penuh terpisah")
