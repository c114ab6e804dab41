"""CSV files as spreadsheets write them, row by row."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import func, select

from models import imports, offices, people, staffing
from models.csv_table import read_sheet, write_sheet
from models.database import Database
from models.errors import Refused
from models.import_rows import ALIASES, ROW_LIMIT
from models.imports import Report
from models.journal import JournalEntry, Kind
from models.offices import Office, OwnDay, Unit
from models.people import Officer, Role
from models.visits.tables import Visit
from tests.models.town_hall import NOW, TownHall, admin_of, built, nip

PEOPLE = f"""nip;nama;jabatan;peran;unit
{nip(21)};Sari Dewi;Pengadministrasi;petugas;Loket KTP
19850101 200501 2 022;Hadi Saputra;Kepala Seksi;Kepala;loket ktp
"""


@pytest.fixture
async def hall(database: Database) -> TownHall:
    return await built(database)


async def imported(
    hall: TownHall, text: str | bytes, *, office: int | None = -1, by: int | None = -1
) -> Report:
    content = text.encode() if isinstance(text, str) else text
    return await hall.does(
        imports.run,
        content,
        at=NOW,
        by=hall.office_admin if by == -1 else by,
        office_id=hall.office if office == -1 else office,
    )


def counts(report: Report) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.known, len(report.problems)


def wrongs(report: Report) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.column, problem.key) for problem in report.problems]


def named(hall: TownHall, name: str) -> Unit:
    return hall.read(lambda tx: tx.session.exec(select(Unit).where(Unit.name == name)).one())


# --- what each kind does


async def test_units_with_zone_and_hours(hall: TownHall) -> None:
    text = 'unit;zona;jam\nLoket KK;WITA;"Sen-Jum 08.00-12.00; Sab 08.00-10.00"\nLoket Akta;;\n'
    report = await imported(hall, text)
    assert (report.kind, counts(report)) == ("units", (2, 0, 0, 0))
    found = named(hall, "Loket KK")
    calendar = hall.read(lambda tx: offices.calendar_of(tx, tx.session.get_one(Unit, found.id)))
    assert found.zone == "Asia/Makassar"
    assert calendar.hours(date(2026, 11, 28)) == ((480, 600),)
    assert named(hall, "Loket Akta").zone == "Asia/Jakarta"


@pytest.mark.parametrize("word", ["pengawas", "Inspector"])
async def test_inspectors_of_the_office(hall: TownHall, word: str) -> None:
    report = await imported(hall, f"nip;nama;peran\n{nip(23)};Ira Inspektur;{word}\n")
    assert counts(report) == (1, 0, 0, 0)
    found = hall.read(lambda tx: staffing.staff(tx, NOW, hall.office))
    assert [(m.name, m.unit_id) for m in found if m.role is Role.INSPECTOR] == [
        ("Ira Inspektur", None)
    ]


async def test_a_known_unit_changes_only_what_the_file_says(hall: TownHall) -> None:
    await imported(hall, "unit,zona,jam\nLoket KTP,WIT,Setiap hari 24 jam\n")
    report = await imported(hall, "unit,zona\nloket ktp,WIB\n")
    assert counts(report) == (0, 1, 0, 0)
    found = named(hall, "Loket KTP")
    assert found.zone == "Asia/Jakarta"
    assert found.hours is not None


async def test_services_with_promises(hall: TownHall) -> None:
    text = "unit;layanan;durasi;biaya;syarat\nLoket KTP;Biodata;2 jam kerja;Gratis;KK\n"
    assert counts(await imported(hall, text)) == (1, 0, 0, 0)
    report = await imported(hall, "unit;layanan;durasi\nLoket KTP;Biodata;1 hari kerja\n")
    assert counts(report) == (0, 1, 0, 0)
    service = hall.read(lambda tx: offices.services(tx, hall.unit))[0]
    assert (service.duration, service.fee) == ("1 working day", "Gratis")


async def test_counters(hall: TownHall) -> None:
    report = await imported(hall, "Unit,Loket\nLoket KTP,Loket 1\nLoket KTP,Loket 2\n")
    assert counts(report) == (1, 0, 1, 0)


async def test_people_get_a_role_and_a_personal_link_each(hall: TownHall) -> None:
    report = await imported(hall, PEOPLE)
    assert counts(report) == (2, 0, 0, 0)
    assert [(link.name, link.unit) for link in report.links] == [
        ("Sari Dewi", "Loket KTP"),
        ("Hadi Saputra", "Loket KTP"),
    ]
    invitation = await hall.does(people.open_invitation, report.links[1].token, NOW)
    officer = hall.read(lambda tx: tx.session.get_one(Officer, invitation.officer_id))
    assert (officer.name, officer.nip) == ("Hadi Saputra", "198501012005012022")


async def test_days_in_both_spellings_closed_or_with_hours(hall: TownHall) -> None:
    text = (
        "tanggal;nama;keputusan;jam\n"
        "25/11/2026;Hari jadi;SK 12/2026;\n"
        "2026-11-26;Apel;SE 3;08.00-10.00\n"
    )
    assert counts(await imported(hall, text)) == (2, 0, 0, 0)
    days = hall.read(lambda tx: offices.own_days(tx, hall.office))
    assert [(d.day.day, d.name, d.decree, d.intervals) for d in days] == [
        (25, "Hari jadi", "SK 12/2026", []),
        (26, "Apel", "SE 3", [[480, 600]]),
    ]


async def test_days_of_all_offices_are_for_the_admin_of_everything(hall: TownHall) -> None:
    text = "kantor,tanggal,nama\nsemua,2026-11-25,Pilkada\n"
    report = await imported(hall, text)
    assert wrongs(report) == [(2, "", "not-for-you")]
    assert counts(await imported(hall, text, by=hall.admin, office=None)) == (1, 0, 0, 0)
    day = hall.read(lambda tx: tx.session.exec(select(OwnDay)).one())
    assert day.office_id is None


@pytest.mark.parametrize(
    "text",
    [
        PEOPLE,
        "unit;zona;jam\nLoket KK;WITA;Sen-Jum 08.00-12.00\nLoket Surat;;\n",
        "unit;layanan;durasi;biaya\nLoket KTP;Biodata;2 jam kerja;Gratis\n",
        "unit;loket\nLoket KTP;Loket 7\n",
        "tanggal;nama;jam\n25/11/2026;Apel;08.00-10.00\n26/11/2026;Pawai;\n",
    ],
)
async def test_the_same_file_twice_doubles_nothing(hall: TownHall, text: str) -> None:
    first = await imported(hall, text)
    before = everything(hall)
    second = await imported(hall, text)
    assert counts(second) == (0, 0, first.added, 0)
    assert second.links == ()
    assert everything(hall) == before


def everything(hall: TownHall) -> list[int]:
    tables = (Office, Unit, offices.Service, offices.Counter, OwnDay, Officer)
    tables += (people.Appointment, people.Invitation)
    return [
        hall.read(lambda tx, t=table: tx.session.exec(select(func.count()).select_from(t)).one())
        for table in tables
    ]


# --- what is wrong


async def test_bad_rows_are_named_and_good_ones_kept(hall: TownHall) -> None:
    text = (
        "NIP,Nama Lengkap,nama,peran,unit\n"
        f"{nip(21)},,Sari Dewi,petugas,Loket KTP\n"
        "1.98503E+17,,Budi Santoso,petugas,Loket KTP\n"
        f"{nip(22)},,Tono,bos,Loket KTP\n"
        f"{nip(23)},,Tini,petugas,Loket KTB\n"
        f"{nip(24)},,,petugas,Loket KTP\n"
        f"{nip(25)},,=cmd|'/c calc',petugas,Loket KTP\n"
        f"{nip(26)},,Wati,petugas,Loket KTP,lebih\n"
    )
    report = await imported(hall, text)
    assert wrongs(report) == [
        (1, "Nama Lengkap", "csv-column-unknown"),
        (3, "NIP", "nip-spreadsheet"),
        (4, "peran", "role-unknown"),
        (5, "unit", "csv-no-unit"),
        (6, "nama", "csv-cell-empty"),
        (7, "nama", "text-formula"),
        (8, "", "csv-row-long"),
    ]
    assert report.added == 1
    assert len(report.links) == 1
    members = hall.read(lambda tx: staffing.staff(tx, NOW, hall.office))
    assert [m.name for m in members if m.person_id is None] == ["Sari Dewi"]


async def test_lines_are_counted_as_the_spreadsheet_counts_them(hall: TownHall) -> None:
    text = 'sep=;\nunit;layanan;syarat\n\nLoket KTP;Biodata;"KTP\nKK"\nLoket X;Biodata;\n'
    report = await imported(hall, text)
    assert wrongs(report) == [(6, "unit", "csv-no-unit")]
    assert report.added == 1


async def test_rows_of_another_office_are_turned_away(hall: TownHall) -> None:
    text = "kantor;unit\nDistrik Wanggar;Loket Surat\nDinas Dukcapil;Loket KK\nDinas X;Y1\n"
    report = await imported(hall, text)
    assert wrongs(report) == [(2, "", "not-for-you"), (4, "kantor", "csv-no-office")]
    assert report.added == 1


async def test_what_an_import_did_is_in_the_journal(hall: TownHall) -> None:
    await imported(hall, "unit,loket\nLoket KTP,Loket 2\nLoket Z,Loket 3\n")
    entry = hall.read(
        lambda tx: tx.session.exec(
            select(JournalEntry).where(JournalEntry.kind == Kind.IMPORTED.value)
        ).one()
    )
    assert entry.actor_id == hall.office_admin
    assert (entry.data["what"], entry.data["added"], entry.data["problems"]) == ("counters", 1, 1)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "csv-empty"),
        (b"\n \n", "csv-empty"),
        (b"apa,saja\n1,2\n", "csv-header-unknown"),
        (b"nip;nama\n1;2\n", "csv-no-column"),
        (b"unit,Unit\nA1,B1\n", "csv-column-twice"),
        (b'unit\n"Loket\n', "csv-broken"),
        (b"PK\x03\x04\x00\x00\x00", "csv-not-text"),
        (b"unit\n" + b"Loket\n" * (ROW_LIMIT + 1), "csv-too-long"),
        (b"x" * (imports.CONTENT_LIMIT + 1), "csv-too-large"),
    ],
)
async def test_a_file_that_cannot_be_read_at_all(hall: TownHall, content: bytes, key: str) -> None:
    refused = await hall.is_refused(
        imports.run, content, at=NOW, by=hall.admin, office_id=hall.office
    )
    assert refused.key == key


# --- the file itself


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_delimiters_and_line_ends(encoding: str, delimiter: str, end: str) -> None:
    lines = [["Unit Layanan*", "LOKET (nama)"], ["Loket “KTP” é", "Loket 1"]]
    content = end.join(delimiter.join(cells) for cells in lines).encode(encoding)
    sheet = read_sheet(content, ALIASES)
    assert sheet.columns == {"unit": "Unit Layanan*", "loket": "LOKET (nama)"}
    assert [(row.line, dict(row.cells)) for row in sheet.rows] == [
        (2, {"unit": "Loket “KTP” é", "loket": "Loket 1"})
    ]


def test_what_is_written_is_read_again_and_no_formula() -> None:
    content = write_sheet([["nip", "nama"], ["1;2", '"A" =1+1'], ["3", "=1+1"]])
    rows = read_sheet(content, ALIASES).rows
    assert [row.get("nama") for row in rows] == ['"A" =1+1', "'=1+1"]
    assert rows[0].get("nip") == "1;2"


def test_a_missing_cell_is_empty() -> None:
    row = read_sheet(b"unit;loket\nLoket KTP\n", ALIASES).rows[0]
    assert (row.get("unit"), row.get("loket"), row.get("nip")) == ("Loket KTP", "", "")


def test_a_cell_beyond_all_measure() -> None:
    with pytest.raises(Refused) as refused:
        read_sheet(b"unit\n" + b"x" * 20_000, ALIASES)
    assert refused.value.key == "csv-broken"


# --- visits


VISITS = (
    "unit;nomor;layanan;loket;ambil nomor;mulai;selesai;hasil\n"
    "Loket KTP;A-1;Biodata;Loket 1;23/11/2026 07.50;23/11/2026 08.00;23/11/2026 08.12;selesai\n"
    "loket ktp;A-2;Biodata;;;2026-11-23 08:00;2026-11-23T01:12:00Z;dialihkan\n"
)


@pytest.fixture
async def serving(hall: TownHall) -> TownHall:
    await imported(hall, "unit;layanan;durasi\nLoket KTP;Biodata;15 menit\n")
    return hall


def visits(hall: TownHall) -> list[Visit]:
    return hall.read(lambda tx: list(tx.session.exec(select(Visit).order_by(Visit.id))))


async def test_visits_with_local_times_of_the_unit(serving: TownHall) -> None:
    report = await imported(serving, VISITS)
    assert (report.kind, counts(report)) == ("visits", (2, 0, 0, 0))
    first, second = visits(serving)
    assert (first.external, first.counter_id, first.source) == ("A-1", serving.counter, "csv")
    assert (first.minutes, first.within, first.waited) == (12, True, 10)
    assert (second.counter_id, second.outcome, second.ended_at) == (
        None,
        "redirected",
        first.ended_at,
    )


async def test_the_same_visits_twice_are_known(serving: TownHall) -> None:
    await imported(serving, VISITS)
    assert counts(await imported(serving, VISITS)) == (0, 0, 2, 0)
    assert len(visits(serving)) == 2


async def test_bad_visits_are_named_by_line_and_column(serving: TownHall) -> None:
    text = (
        "Unit;Number;Service;Started At;Ended At;Outcome\n"
        "Loket KTP;A-1;Biodata;23/11/2026 08.00;23/11/2026 07.00;\n"
        "Loket KTP;A-2;Paspor;23/11/2026 08.00;;\n"
        "Loket KTP;;Biodata;23/11/2026 08.00;;\n"
        "Loket XYZ;A-4;Biodata;23/11/2026 08.00;;\n"
        "Loket KTP;A-5;Biodata;24/11/2026 08.00;;\n"
        "Loket KTP;A-6;Biodata;23/11/2026 08.00;23/11/2026 08.30;done\n"
    )
    report = await imported(serving, text)
    assert wrongs(report) == [
        (2, "Ended At", "visit-end-before-start"),
        (3, "Service", "visit-service-unknown"),
        (4, "Number", "visit-field-missing"),
        (5, "Unit", "csv-no-unit"),
        (6, "Started At", "visit-instant-future"),
    ]
    assert report.added == 1


async def test_visits_of_a_foreign_unit_are_turned_away(serving: TownHall) -> None:
    stranger = await serving.does(admin_of, serving.other_office)
    report = await imported(serving, VISITS, by=stranger)
    assert {problem.key for problem in report.problems} == {"not-for-you"}
    assert visits(serving) == []
