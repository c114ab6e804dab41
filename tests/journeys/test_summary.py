"""The weekly summary, as heads, admins and officers meet it in the chat."""

from __future__ import annotations

import io
from datetime import datetime, timedelta

import openpyxl
from PIL import Image
from sqlmodel import select

from bot.sandbox.driver import Message
from models.complaints import filing
from models.complaints.filing import Complaint
from models.complaints.tables import Case
from models.database import Transaction
from models.journal import JournalEntry, Kind
from models.offices import Unit
from models.people import Role
from tests.journeys.test_complaints import complains
from tests.models.reported_town import wib
from tests.town import Actor, Town

TUESDAY = wib("2026-11-24 09:00")


async def rates(town: Town, place: str, *scores: str) -> None:
    """One new citizen per score, each from the deep link `place`."""
    for number, score in enumerate(scores):
        citizen = await town.consenting(f"Warga {number}")
        await citizen.opens(place)
        await citizen.taps(score)
        await citizen.taps("Lewati")


async def until(town: Town, at: datetime) -> None:
    await town.passes(at - town.clock.now())


async def presses(town: Town, person: Actor, data: str) -> None:
    """A forged button: any callback data on the person's last message."""
    person.person._tap_inline({"text": "?", "callback_data": data}, person.last)
    await town.settle()


def weekly_messages(person: Actor) -> list[Message]:
    return [m for m in person.person.messages if m.text.startswith("Ringkasan minggu lalu")]


def labels(message: Message) -> list[str]:
    return [label for row in message.buttons for label in row]


async def busy(town: Town) -> tuple[Unit, Actor, Actor]:
    """A unit with a head and an officer, six ratings, and one answered complaint."""
    unit = await town.unit()
    head, officer = await town.head(unit), await town.officer(unit)
    await rates(
        town, f"u{unit.id}", "Baik", "Baik", "Sangat baik", "Sangat baik", "Kurang baik", "Baik"
    )
    citizen = await town.consenting("Citra")
    await complains(town, citizen, unit)
    await town.passes(timedelta(hours=2))
    await officer.taps("Jawab")
    await officer.sends("KTP Anda sudah dicetak.")
    await officer.taps("Kirim")
    return unit, head, officer


# --- /ringkasan


async def test_a_comment_is_quoted_without_insults_and_without_who_wrote_it(town: Town) -> None:
    unit = await town.unit()
    head = await town.head(unit)
    citizen = await town.consenting("Zulkarnaen")
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Tidak baik")
    await citizen.sends("Zulkarnaen menunggu lama sekali goblok telepon 0812-3456-7890")
    await head.sends("/ringkasan")
    assert "g***" in head.last.text
    assert not any(word in head.last.text for word in ("goblok", "ulkarnaen", "3456"))
    await head.taps("XLSX")
    book = openpyxl.load_workbook(io.BytesIO(head.last.data))
    cells = str([row for sheet in book for row in sheet.iter_rows(values_only=True)])
    assert "g***" in cells
    assert not any(word in cells for word in ("goblok", "ulkarnaen", "3456"))


async def test_a_head_sees_the_units_week_at_once(town: Town) -> None:
    _, head, _ = await busy(town)
    await head.sends("/ringkasan")
    told = head.last.text
    assert "Loket KTP" in told
    assert "sejauh ini (sampai Sen 23 Nov 11.00 WIB)" in told
    assert "Penilaian: 6" in told
    assert "Rata-rata 3,17 dari 4 (kisaran " in told
    assert "• lewat: QR unit 6\n" in told
    assert "• masuk: 1\n• dijawab: 1\n• dijawab tepat waktu: 1 dari 1\n• selesai: 0 " in told
    assert "angkanya sama dengan dan tanpa hambatan" in told
    assert "1 pengaduan, dalam 2 jam kerja" in told
    assert "(1): “KTP saya belum juga jadi”" in told
    assert max(map(len, labels(head.last))) <= 24


async def test_the_chart_and_the_workbook_come_on_request(town: Town) -> None:
    _, head, _ = await busy(town)
    await head.sends("/ringkasan")
    summary = head.last
    await town.passes(timedelta(minutes=1))
    await rates(town, "u1", "Tidak baik")  # after the text was made
    await head.taps("Grafik", summary)
    assert Image.open(io.BytesIO(head.last.data)).size == (900, 1440)
    assert head.last.text.startswith("Grafik Loket KTP, 23 Nov 2026")
    await head.taps("XLSX", summary)
    book = openpyxl.load_workbook(io.BytesIO(head.last.data))
    rows = list(book["Ringkasan"].iter_rows(values_only=True))
    assert ("Penilaian", 6) in [row[:2] for row in rows]


async def test_weeks_are_turned_and_a_past_week_stays_as_it_was(sqlite_town: Town) -> None:
    town = sqlite_town
    _, head, _ = await busy(town)
    await until(town, wib("2026-12-01 09:00"))
    await head.sends("/ringkasan")
    assert "Penilaian: 0" in head.last.text
    await head.taps("« Minggu 23 Nov 2026")
    first = head.last.text
    assert "Penilaian: 6" in first
    assert "23 Nov 2026 – 29 Nov 2026\n" in first
    assert labels(head.last)[2:4] == ["« Minggu 16 Nov 2026", "Minggu ini »"]
    await rates(town, "u1", "Tidak baik")
    await head.taps("Minggu ini »")
    assert "Penilaian: 1" in head.last.text
    await head.taps("« Minggu 23 Nov 2026")
    assert head.last.text == first


async def test_an_admin_chooses_among_all_offices_and_units(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, _, _ = await busy(town)
    await town.unit("Pelayanan Wanggar", "Distrik Wanggar", "Asia/Jayapura")
    admin = await town.admin()
    await admin.sends("/ringkasan")
    assert labels(admin.last) == [
        "Semua kantor",
        "Semua: Dinas Dukcapil",
        "Semua: Distrik Wanggar",
        unit.name,
        "Pelayanan Wanggar",
    ]
    await admin.taps("Semua kantor")
    assert "Penilaian: 6" in admin.last.text
    await admin.taps("Pilih unit atau kantor lain")
    await admin.taps("Semua: Distrik Wanggar")
    assert "Penilaian: 0\nBelum ada penilaian." in admin.last.text
    assert "WIT)" in admin.last.text


async def test_in_english_too(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, _, _ = await busy(town)
    head = await town.head(unit, "Helen", language="en")
    await head.sends("/summary")
    assert "Mean 3.17 of 4 (range " in head.last.text
    assert "1 complaint, within 2 hours of working time" in head.last.text


async def test_nobody_sees_the_summary_of_a_place_they_do_not_lead(town: Town) -> None:
    unit, head, officer = await busy(town)
    other = await town.unit("Loket Akta")
    await officer.sends("/ringkasan")
    assert officer.sees("bukan untuk Anda")
    await head.sends("/ringkasan")
    for forged in (
        f"summary:u{other.id}",
        f"summary:o{unit.office_id}",
        "summary:a",
        f"summary-xlsx:u{other.id}:20261123:1795399200000000",
        "summary-chart:a:20261123:1795399200000000",
    ):
        before = len(head.person.messages)
        await presses(town, head, forged)
        assert head.person.alerts[-1].text.startswith("Maaf, bagian ini bukan untuk Anda")
        assert len(head.person.messages) == before


# --- Monday at 07.00


async def test_last_weeks_summary_comes_on_monday_at_seven_once(town: Town) -> None:
    unit, head, _ = await busy(town)
    admin = await town.admin()
    await until(town, wib("2026-11-30 06:59"))
    assert weekly_messages(head) == []
    await until(town, wib("2026-11-30 07:00"))
    await town.passes(timedelta(hours=5), step=timedelta(minutes=30))
    (message,) = weekly_messages(head)
    assert "Penilaian: 6" in message.text
    assert "23 Nov 2026 – 29 Nov 2026\n" in message.text
    assert "Semua kantor" in weekly_messages(admin)[0].text
    await head.taps("XLSX", message)
    assert head.last.document is not None
    sent = town.read(
        lambda tx: tx.session.exec(
            select(JournalEntry).where(JournalEntry.kind == Kind.SUMMARY_SENT)
        ).all()
    )
    assert {entry.data["scope"] for entry in sent} == {f"u{unit.id}", "a"}
    assert len(sent) == 2


async def test_only_the_admin_of_a_whole_place_reads_how_many_go_to_the_inspectorate(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit, head, _ = await busy(town)
    admin = await town.admin()
    office_head = await town.staff(Role.HEAD, "Herman", office_id=unit.office_id)

    def bribe(tx: Transaction) -> None:
        citizen = tx.session.exec(select(Case.reporter_id)).first()
        words = "Petugas meminta uang agar KTP cepat jadi."
        filing.submit(tx, citizen or 0, Complaint(unit.id or 0, "pungli", words), town.clock.now())

    await town.write(bribe)
    await until(town, wib("2026-11-30 07:00"))
    await town.passes(timedelta(hours=1), step=timedelta(minutes=30))
    told = "untuk inspektorat: 1 (hanya jumlah)"
    assert told in weekly_messages(admin)[0].text
    for other in (head, office_head):
        text = weekly_messages(other)[0].text
        assert "inspektorat" not in text
        assert "masuk: 1" in text
    await admin.taps("XLSX", weekly_messages(admin)[0])
    book = openpyxl.load_workbook(io.BytesIO(admin.last.data))
    check = {row[0]: row for row in book["Ringkasan"].iter_rows(values_only=True)}
    assert "1 berkadar pengawasan (hanya jumlah)" in check["Pemeriksaan jumlah"][1]
    assert check["Pemeriksaan jumlah"][5] == "cocok"


async def test_after_a_monday_that_was_slept_through_it_comes_later_and_once(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    _, head, _ = await busy(town)
    await until(town, wib("2026-12-02 10:00"))  # one jump: nothing ran on Monday
    assert len(weekly_messages(head)) == 1
    await town.passes(timedelta(days=4), step=timedelta(hours=12))
    assert len(weekly_messages(head)) == 1
    await until(town, wib("2026-12-07 07:00"))
    assert [m.text.split("\n")[2] for m in weekly_messages(head)] == [
        "23 Nov 2026 – 29 Nov 2026",
        "30 Nov 2026 – 6 Des 2026",
    ]


async def test_a_new_head_does_not_get_the_week_before_the_appointment(sqlite_town: Town) -> None:
    town = sqlite_town
    _, head, _ = await busy(town)  # appointed on Monday at 9
    await town.passes(timedelta(hours=3))
    assert weekly_messages(head) == []


async def test_seven_oclock_is_the_offices_own(sqlite_town: Town) -> None:
    """In Jayapura it is seven when it is five in Jakarta."""
    town = sqlite_town
    near = await town.head(await town.unit(), "Hadi")
    far_unit = await town.unit("Pelayanan Wanggar", "Distrik Wanggar", "Asia/Jayapura")
    far = await town.head(far_unit, "Yohana")
    await until(town, wib("2026-11-30 05:00"))
    assert (len(weekly_messages(near)), len(weekly_messages(far))) == (0, 1)
    await until(town, wib("2026-11-30 07:00"))
    assert (len(weekly_messages(near)), len(weekly_messages(far))) == (1, 1)
