"""Nobody who works here can see who complains without a name, however hard they look.

A hundred citizens sign every word, picture and place with all they are known by. Officers, heads,
admins and the inspectorate then press whatever they are offered, and time passes until reminders,
escalations and summaries have come. Then all they were ever shown is searched.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest
import structlog
import xlsxwriter
from sqlmodel import col, select

from bot import record_tables, tables
from models.complaints.tables import Case
from models.people import Role
from tests.proofs import eyes
from tests.proofs.eyes import Eyes, Log
from tests.proofs.privacy_cast import MATTERS, Citizen, Crawler, cast, complains
from tests.town import Actor, Town

CITIZENS = 100
# What two people decide together, what ends the town, and what speaks of the person who presses.
# The performance record has its own search (`tests/bot/test_rights_secrets.py`).
RECORD = {"record", "record-one", "record-team"}
NEVER = (frozenset(record_tables.BUTTONS) - RECORD) | frozenset(
    {"reveal-yes", "dismiss-yes", "close-yes", "relink", "withdraw", "language", "recalculate-yes"}
    | {"zone-set", "import", "leave-new", "quiet-set", "consent", "rate", "lapor", "qr-make"}
    | {"menu", "status", "figures", "find", "office", "unit", "record-how", "qr", "write", "hours"}
)
# What must have been tried for the search to mean something.
LOOKED_AT = {
    *("tasks", "search", "case", "case-more", "case-thread", "case-why", "case-files"),
    *("case-take", "case-verify", "case-set-class", "case-answer", "case-ask", "case-cause"),
    *("case-hand", "case-to", "case-assign", "case-assign-to", "case-merge", "case-reject"),
    *("case-reveal", "board-of", "inspection", "record-one", "export-make"),
    *("summary-chart", "summary-xlsx", "skm", "skm-file", "skm-settings", "plans"),
    *("serve-start", "visit-show", "visit-code", "visit-end"),
    *("flags", "flag", "flag-act", "flags-decided", "flags-latest"),
}
FORMATS = {"xlsx", "csv"}  # of the files that were made
# Every command that shows those who work here anything, by one of its names.
EVERYTHING = ["/saya", "/unit"] + [
    f"/{name}"
    for name, route in {route.handler: (n, route) for n, route in tables.COMMANDS.items()}.values()
    if route.roles and (name == "performance" or name not in record_tables.COMMANDS)
]


@pytest.fixture
def log() -> Iterator[Log]:
    with eyes.listening() as heard:
        yield heard


async def staffed(town: Town) -> tuple[list[int], list[Actor]]:
    """Two units with officers and heads, an admin of everything, and the inspectorate."""
    first, second = await town.unit("Loket KTP"), await town.unit("Loket Akta")
    people = [
        await town.officer(first, "Sari"),
        await town.officer(first, "Tono"),
        await town.head(first, "Hadi"),
        await town.officer(second, "Wati"),
        await town.head(second, "Lina"),
        await town.admin("Ani"),
        await town.staff(Role.INSPECTOR, "Irma"),
    ]
    return [first.id or 0, second.id or 0], people


async def look_everywhere(people: Sequence[Actor], *more: str, most: int = 60) -> set[str]:
    """All that these people are offered; which actions that was."""
    crawlers = [Crawler(person, never=NEVER, each=2, most=most) for person in people]
    for crawler in crawlers:
        await crawler.crawl(*more, *EVERYTHING)
    return {action for crawler in crawlers for action in crawler.times}


def tickets(town: Town, *, supervisory: bool) -> list[str]:
    wanted = select(Case.ticket).where(col(Case.supervisory).is_(supervisory)).order_by(Case.ticket)
    return list(town.read(lambda tx: tx.session.exec(wanted).all()))


def secrets(citizens: Sequence[Citizen]) -> list[str]:
    return [secret for citizen in citizens for secret in citizen.secrets]


@pytest.mark.timeout(600)
async def test_nobody_sees_who_complained_without_a_name(
    sqlite_town: Town, log: Log, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    town = sqlite_town
    units, staff = await staffed(town)
    citizens = await cast(town, CITIZENS)
    for number, citizen in enumerate(citizens):
        matter = MATTERS[number % len(MATTERS)]
        category = "pungli" if number % 10 == 9 else "keterlambatan"
        photo = number % 20 == 0  # each is cleaned in a process of its own
        await complains(citizen, units[number % 2], matter, category=category, photo=photo)
        town.clock.move(timedelta(minutes=1))
    assert len(tickets(town, supervisory=False)) + len(tickets(town, supervisory=True)) == CITIZENS

    searches = [f"/cari {ticket}" for ticket in tickets(town, supervisory=False)[:3]]
    looked_at = await look_everywhere(staff, "/cari antrean", *searches)
    for citizen in citizens[::5]:
        crawler = Crawler(citizen.actor, citizen.signed("Belum selesai"), NEVER, each=2, most=30)
        await crawler.crawl("/status")
    await town.passes(timedelta(days=9), timedelta(hours=8))
    looked_at |= await look_everywhere(staff, "/cari belum selesai", most=30)

    assert looked_at >= LOOKED_AT
    seen = eyes.of(town, staff, log)
    seen.see("the log of libraries", caplog.text)
    assert seen.hits(secrets(citizens))[:5] == []
    assert {place.rpartition(".")[2] for place, _ in seen.pieces if ": file " in place} >= FORMATS
    for word in (
        "•••",
        "tiga minggu",
        "Ringkasan",
        tickets(town, supervisory=False)[0],
    ):
        assert seen.sees(word), word  # they did look


async def test_citizens_do_not_see_each_other(sqlite_town: Town) -> None:
    """Nor who follows whom: what is alike is offered to be followed."""
    town = sqlite_town
    units, staff = await staffed(town)
    citizens = await cast(town, 16)
    for number, citizen in enumerate(citizens):
        await complains(
            citizen, units[number % 2], MATTERS[number % 2], follow=number > 7 and number % 3 > 0
        )
    followed = town.read(lambda tx: [case.followers for case in tx.session.exec(select(Case))])
    assert sum(followed) > 3
    await Crawler(staff[0], never=NEVER, each=2, most=30).crawl("/tugas")
    for citizen in citizens:
        words = citizen.signed("Saya menunggu")
        await Crawler(citizen.actor, words, NEVER, each=2, most=15).crawl("/status", "/unit")
    for citizen in citizens:
        others = [other for other in citizens if other is not citizen]
        assert eyes.of(town, [citizen.actor]).hits(secrets(others))[:5] == []
    assert eyes.of(town, staff).hits(secrets(citizens))[:5] == []


async def test_the_unit_sees_no_trace_of_a_supervisory_case(sqlite_town: Town, log: Log) -> None:
    """Not in lists, searches, figures, notices or files; the inspectorate sees it, unsigned."""
    town = sqlite_town
    units, staff = await staffed(town)
    unit_staff, inspector = staff[:-1], staff[-1]
    citizens = await cast(town, 8)
    mark = "amplop cokelat berpita jingga"
    for number, citizen in enumerate(citizens):
        matter = MATTERS[number] if number < 2 else f"Petugas minta {mark} supaya cepat"
        category = "keterlambatan" if number < 2 else "pungli"
        await complains(citizen, units[0], matter, category=category)
    hidden = tickets(town, supervisory=True)
    assert len(hidden) == 6

    searches = ["/cari amplop", *(f"/cari {ticket[:-2]}" for ticket in hidden[:2])]
    await look_everywhere(unit_staff, *searches)
    await look_everywhere([inspector])
    await Crawler(citizens[3].actor, citizens[3].signed("Masih"), NEVER, most=30).crawl("/status")
    await town.passes(timedelta(days=8), timedelta(hours=8))
    await look_everywhere(unit_staff, "/cari cokelat", most=20)

    seen = eyes.of(town, unit_staff, log)
    assert seen.hits([*hidden, mark, *secrets(citizens)])[:5] == []
    assert seen.sees("masuk: 2")
    inspected = eyes.of(town, [inspector])
    assert inspected.sees(mark)
    assert inspected.sees(hidden[0])
    assert inspected.hits(secrets(citizens))[:5] == []


# --- the harness sees


def a_workbook(words: str) -> bytes:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.add_worksheet("Data").write(0, 0, words)
    book.close()
    return content.getvalue()


def a_pdf(words: str) -> bytes:
    import fpdf

    page = fpdf.FPDF()
    page.add_page()
    page.set_font("helvetica")
    page.cell(text=words)
    return bytes(page.output())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("data.xlsx", a_workbook("Zubrakta")),
        ("data.pdf", a_pdf("Zubrakta")),
        ("data.csv", b"nama;Zubrakta"),
        ("Zubrakta.txt", b""),
    ],
)
async def test_a_name_in_a_file_is_seen(sqlite_town: Town, name: str, content: bytes) -> None:
    officer = await sqlite_town.officer(await sqlite_town.unit())
    bot = sqlite_town.app.bot
    await bot.send_document(officer.id, content or b"x", filename=name)
    assert eyes.of(sqlite_town, [officer]).sees("zubrAKTA")
    assert not eyes.of(sqlite_town, []).sees("Zubrakta")


async def test_what_was_shown_and_taken_away_is_seen(sqlite_town: Town, log: Log) -> None:
    officer = await sqlite_town.officer(await sqlite_town.unit())
    bot = sqlite_town.app.bot
    sent = await bot.send_message(officer.id, "Nomornya 0812-4700 9100 atau 7000 00001")
    await bot.edit_message_text("Tidak ada", officer.id, sent.message_id)
    structlog.get_logger().warning("failed", name="Wexolombi")
    seen = eyes.of(sqlite_town, [officer], log)
    assert seen.sees("81247009100")
    assert seen.sees("700000001")
    assert seen.sees("wexolombi")
    assert not seen.sees("Qirphewink")


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(AssertionError):
        Eyes().hits(["Ani"])
