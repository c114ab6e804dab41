"""The export of complaints: every case once, both figures, no citizen, no formula, the check."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from sqlmodel import select

from handlers import export_files
from handlers.export_columns import CASES, EVENTS
from handlers.export_complaints import read_days, spans
from models.complaints import cause_claims, following, handover
from models.complaints import operations as complaints
from models.complaints.cause_claims import Claim
from models.complaints.causes import CauseKind
from models.complaints.tables import Case
from models.database import Database
from models.errors import Refused
from models.offices import Unit
from models.people import Person, Role
from tests.models.reported_town import ReportedTown, wib

EVIL = '=HYPERLINK("http://x";"klik")'
AT = wib("2026-11-27 12:00")


def town(tx: Any) -> ReportedTown:
    """Ten cases: answered with a power cut, merged, handed on, withdrawn, a bribe, a secret one,
    and four more."""
    town = ReportedTown.build(tx)
    town.tx.session.get_one(Unit, town.unit).name = EVIL
    for citizen in town.citizens:  # numbers that no figure can be
        tx.session.get_one(Person, citizen).telegram_id += 7_000_000_000
    _, admin = town.staff("198001012005011005", None, Role.ADMIN)
    town.staff("198001012005011006", None, Role.INSPECTOR)
    first = town.complains(0, "2026-11-17 09:00")
    town.takes(first, "2026-11-17 09:30")
    town.answers(first, "2026-11-17 15:00")
    town.confirms(first, 0, "2026-11-18 09:00")
    complaints.rate_handling(tx, first, town.citizens[0], 3, wib("2026-11-18 09:05"))
    span = wib("2026-11-17 10:00"), wib("2026-11-17 12:00")
    cut = Claim(CauseKind.POWER, *span, "Listrik padam di seluruh gedung.", "Surat 1")
    claimed = cause_claims.claim(tx, first, town.officer_person, cut, wib("2026-11-18 10:00"))
    cause_claims.accept(tx, claimed.cause_id, admin, wib("2026-11-18 11:00"))
    twin, into = (town.complains(c, "2026-11-17 10:00", category="sarana") for c in (1, 2))
    following.merge(tx, twin, into, town.officer_person, wib("2026-11-17 11:00"))
    away = town.complains(3, "2026-11-17 10:00", category="biaya")
    handover.forward(tx, away, town.officer_person, town.far, wib("2026-11-17 11:00"))
    gone = town.complains(4, "2026-11-17 10:00")
    complaints.withdraw(tx, gone, town.citizens[4], wib("2026-11-17 12:00"))
    town.complains(5, "2026-11-17 10:00", category="pungli")
    secret = town.complains(6, "2026-11-18 10:00", category="persyaratan")
    case = tx.session.get_one(Case, secret)
    case.confidential, case.text = True, "rahasia sekali"
    evil = tx.session.get_one(Case, into)
    evil.text, evil.anonymous, evil.reporter_name = EVIL, False, "Budi Wijayakusuma"
    for citizen in range(7, 10):
        town.complains(citizen, "2026-11-19 10:00")
    return town


async def built(database: Database) -> None:
    await database.writer.run(town)


def arguments(code: str = "o1", **changed: str) -> dict[str, str]:
    month = {"scope": code, "first": "2026-11-01", "last": "2026-11-27", "at": AT.isoformat()}
    return month | changed


def book(database: Database, language: str = "id", **asked: str) -> Any:
    given = arguments(**asked)
    made = database.read_now(lambda tx: export_files.workbook(tx, language, given))
    return openpyxl.load_workbook(io.BytesIO(made.content))


def rows(sheet: Any) -> list[dict[str, Any]]:
    heads, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, line, strict=True)) for line in lines]


def read_csv(database: Database, maker: Any, language: str = "id") -> tuple[bytes, list[list[str]]]:
    content = database.read_now(lambda tx: maker(tx, language, arguments())).content
    separator = ";" if language == "id" else ","
    text = content.decode("utf-8-sig")
    return content, list(csv.reader(io.StringIO(text), delimiter=separator))


async def test_every_case_stands_once_with_both_figures(database: Database) -> None:
    await built(database)
    found = rows(book(database)["Pengaduan"])
    assert len(found) == 9  # ten less the bribe
    assert len({row["Nomor"] for row in found}) == 9
    first = found[0]
    assert first["Hasil"] == "Selesai menurut pelapor"
    assert first["Diterima"].isoformat() == "2026-11-17T09:00:00"
    assert first["Zona waktu"] == "WIB"
    assert first["Menit kerja sampai jawaban"] == 300
    assert first["Menit kerja sampai jawaban, tanpa hambatan luar"] == 180
    assert first["Menit kerja sampai selesai"] == 300
    assert first["Menit kerja sampai selesai, tanpa hambatan luar"] == 180
    assert first["Hambatan luar diterima"] == "ya"
    assert first["Nilai penanganan (1–4)"] == 3
    holders = first["Pemegang dan menit kerjanya (dengan / tanpa hambatan luar)"]
    assert holders.endswith("Petugas 01 (198001012005011001): 270 / 150")
    assert f"{EVIL}: 30 / 30" in holders


async def test_the_check_line_holds_in_every_place(database: Database) -> None:
    await built(database)
    for code, line in {
        "u1": "masuk 9 = 6 dihitung + 1 digabungkan + 1 diteruskan ke unit lain + 1 ditarik",
        "o1": "masuk 10 = 6 dihitung + 1 digabungkan + 1 diteruskan ke unit lain + 1 ditarik"
        " + 1 berkadar pengawasan (hanya jumlah)",
        "a": "masuk 10 = 7 dihitung + 1 digabungkan + 0 diteruskan ke unit lain + 1 ditarik"
        " + 1 berkadar pengawasan (hanya jumlah)",
    }.items():
        check = list(book(database, code=code)["Pemeriksaan"].iter_rows(values_only=True))
        assert check[1] == ("Pemeriksaan jumlah", line, "cocok")


async def test_a_case_handed_on_keeps_the_next_units_business_to_itself(database: Database) -> None:
    await built(database)
    found = book(database, code="u1")
    (away,) = [r for r in rows(found["Pengaduan"]) if r["Hasil"] == "Diteruskan ke unit lain"]
    assert (away["Unit"], away["Isi (disamarkan)"]) == ("Pelayanan Wanggar", None)
    assert away["Menit kerja sampai selesai"] is None
    events = [r for r in rows(found["Peristiwa"]) if r["Nomor"] == away["Nomor"]]
    assert [row["Peristiwa"] for row in events] == ["dikirim", "diteruskan ke unit lain"]
    assert events[1]["Rincian"] == "Pelayanan Wanggar"


async def test_officers_are_named_for_the_skp_and_citizens_never(database: Database) -> None:
    await built(database)
    found = book(database)
    events = rows(found["Peristiwa"])
    taken = next(row for row in events if row["Peristiwa"] == "diambil")
    assert (taken["NIP"], taken["Petugas"]) == ("198001012005011001", "Petugas 01")
    decided = next(row for row in events if row["Peristiwa"] == "hambatan luar diputuskan")
    assert (decided["Oleh"], decided["NIP"]) == ("orang kedua", "198001012005011005")
    assert all(row["NIP"] is None for row in events if row["Oleh"] == "pelapor")

    def secrets(tx: Any) -> set[str]:
        people = tx.session.exec(select(Person)).all()
        named = {p.pseudonym for p in people} | {"Wijayakusuma", "rahasia sekali"}
        return named | {str(p.telegram_id) for p in people if p.telegram_id > 7_000_000_000}

    known = database.read_now(secrets)
    makers = (export_files.cases_csv, export_files.events_csv)
    told = [cell for maker in makers for row in read_csv(database, maker)[1] for cell in row]
    for sheet in found:
        told += [str(c) for row in sheet.iter_rows(values_only=True) for c in row if c is not None]
    assert len(known) > 100
    assert not [cell for cell in told if any(one in cell for one in known)]


async def test_supervisory_cases_leave_no_trace_but_their_number(database: Database) -> None:
    await built(database)
    bribe = database.read_now(
        lambda tx: tx.session.exec(select(Case.ticket).where(Case.supervisory)).one()
    )
    cells = [
        str(cell)
        for code in ("u1", "o1", "a")
        for sheet in book(database, code=code)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    ]
    assert not [cell for cell in cells if bribe in cell or "Pungutan liar" in cell]


async def test_text_stays_text(database: Database) -> None:
    await built(database)
    for sheet in book(database):
        for line in sheet.iter_rows():
            for cell in line:
                assert cell.data_type != "f", f"{sheet.title} {cell.coordinate}: {cell.value}"
                assert cell.hyperlink is None
    content, lines = read_csv(database, export_files.cases_csv)
    assert content.startswith(b"\xef\xbb\xbf")
    assert [line for line in lines if f"'{EVIL}" in line]
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize(
    "text", ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "＝1+1"]
)
def test_what_a_spreadsheet_takes_for_a_formula_is_disarmed(text: str) -> None:
    assert export_files.harmless(text) == f"'{text}"
    assert export_files.harmless("Sudah 2 minggu = lama") == "Sudah 2 minggu = lama"


async def test_csv_as_each_language_expects_it(database: Database) -> None:
    await built(database)
    _, indonesian = read_csv(database, export_files.cases_csv)
    _, english = read_csv(database, export_files.cases_csv, "en")
    for lines, minutes in ((indonesian, "300,0"), (english, "300.0")):
        assert len(lines) == 10
        assert all(len(line) == len(CASES) for line in lines)
        assert minutes in lines[1]
        assert "2026-11-17 09:00" in lines[1]
    _, events = read_csv(database, export_files.events_csv)
    assert all(len(line) == len(EVENTS) for line in events)


async def test_few_anonymous_complaints_are_not_told(database: Database) -> None:
    """Five are anonymous about the same matter: told. One about another: not, nor by the rows."""
    await built(database)
    found = book(database, code="u1")
    heads, *lines = found["Pengaduan anonim"].iter_rows(values_only=True)
    cells = dict(zip(heads, lines[0], strict=True))
    assert cells["Waktu layanan"] == 5
    assert cells["Persyaratan"] == "<5"
    assert lines[-1][heads.index("Persyaratan")] == "*"
    flags = {(r["Kategori"], r["Anonim"]) for r in rows(found["Pengaduan"]) if r["Anonim"]}
    assert ("Waktu layanan", "ya") in flags
    assert ("Persyaratan", "tidak disebut") in flags
    assert ("Persyaratan", "ya") not in flags


async def test_causes_are_flagged_by_unit_and_officer(database: Database) -> None:
    await built(database)
    by_name = {row["Unit atau petugas"]: row for row in rows(book(database)["Hambatan luar"])}
    officer = by_name["Petugas 01"]
    assert (officer["Menit kerja"], officer["Menit hambatan luar"]) == (270, 120)
    assert officer["Tanda"] == "melebihi 10 %: mohon diperiksa"
    assert list(by_name)[-1] == "Petugas 01"  # units first, each by name: no rank


async def test_definitions_name_every_column_limit_and_calendar(database: Database) -> None:
    await built(database)
    defined = list(book(database)["Definisi"].iter_rows(values_only=True))
    names = {str(row[0]) for row in defined}
    for sheet in ("Pengaduan", "Peristiwa"):
        assert {cell.value for cell in book(database)[sheet][1]} <= names
    assert any("PermenPANRB" in str(row[2]) for row in defined)
    assert any(str(row[0]).startswith("Kalender ") for row in defined)


async def test_the_same_arguments_give_the_same_rows_later(database: Database) -> None:
    await built(database)
    before = rows(book(database)["Pengaduan"])

    def later(tx: Any) -> None:
        case = tx.session.exec(select(Case).where(Case.confidential)).one()
        complaints.withdraw(tx, case.id or 0, case.reporter_id or 0, wib("2026-11-28 09:00"))

    await database.writer.run(later)
    assert rows(book(database)["Pengaduan"]) == before
    after = rows(book(database, at=wib("2026-11-29 09:00").isoformat())["Pengaduan"])
    assert [row["Hasil"] for row in after].count("Ditarik pelapor") == 2


@pytest.mark.parametrize("language", ["id", "en"])
async def test_an_empty_period_gives_whole_files(database: Database, language: str) -> None:
    await built(database)
    day = {"first": "2026-01-01", "last": "2026-01-01"}
    found = book(database, language, **day)
    assert len(found.sheetnames) == 6
    assert [sheet.max_row for sheet in found][:2] == [1, 1]


def test_the_periods_that_are_offered() -> None:
    offered = spans(date(2026, 1, 15))
    assert offered["last-month"] == (date(2025, 12, 1), date(2025, 12, 31))
    assert offered["last-quarter"] == (date(2025, 10, 1), date(2025, 12, 31))
    assert offered["this-quarter"] == (date(2026, 1, 1), date(2026, 1, 15))


def test_days_as_people_type_them() -> None:
    span = (date(2026, 10, 1), date(2026, 12, 31))
    for text in (
        "1/10/2026 sampai 31/12/2026",
        "1/10/2026 - 31/12/2026",
        "2026-10-01 2026-12-31",
        "1/10/2026 to 31/12/2026",
        "dari 1/10/2026 s.d. 31/12/2026",
    ):
        assert read_days(text) == span, text
    assert read_days("1/10/2026") == (date(2026, 10, 1), date(2026, 10, 1))
    for text in ("kemarin", "1/10/2026 2/10/2026 3/10/2026", "31/12/2026 1/10/2026"):
        with pytest.raises(Refused):
            read_days(text)
