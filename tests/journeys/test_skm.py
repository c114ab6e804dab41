"""`/skm`: a head reads the survey, takes its files, and the admin decides how it is made."""

from __future__ import annotations

import csv
import io

from models.database import Transaction
from models.offices import Unit
from models.ratings.ikm import ELEMENTS
from models.reports import skm
from tests.architecture.test_roles import presses
from tests.handlers.recompute_skm import recomputed
from tests.models.reports.story import QUARTER
from tests.models.reports.surveyed_unit import SurveyedUnit, wib
from tests.town import Town


async def surveyed(town: Town, unit: Unit) -> None:
    """The worked case of 49 respondents, one excluded rating and one withdrawn."""

    def work(tx: Transaction) -> None:
        made = SurveyedUnit(tx, unit=unit.id or 0)
        made.everybody(dict.fromkeys(ELEMENTS, 26), 10, wib("2026-08-03 10:00"))
        made.everybody()
        made.excludes(made.answers(dict.fromkeys(ELEMENTS, 1)))
        made.withdraws(made.answers(dict.fromkeys(ELEMENTS, 4)))

    await town.write(work)


async def test_a_head_reads_the_survey_and_takes_its_files(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    await surveyed(town, unit)
    head = await town.head(unit)
    await head.sends("/skm")
    text = head.last.text
    assert "Loket KTP, Triwulan IV 2026" in text
    assert "IKM 78,74 · B (Baik)" in text
    assert "Periode ini belum selesai" in text
    assert "49 kuesioner dihitung, 49 di antaranya lengkap" in text
    assert "Kuesioner diterima 51 = dihitung 49 + dikecualikan 1 + ditarik 1" in text
    assert "jumlah orang yang dilayani belum diketahui" in text
    assert "Terendah: Persyaratan 2,82, Prosedur 2,84" in text
    report = head.last
    await head.taps("Data kuesioner CSV")
    rows = head.last.data.decode("utf-8-sig")
    assert recomputed(rows)[1] == "78.74"
    for label, magic in (("Laporan PDF", b"%PDF-"), ("Buku kerja XLSX", b"PK"),
                         ("Data penilaian CSV", b"\xef\xbb\xbf")):  # fmt: skip
        await head.taps(label, report)
        assert head.last.data.startswith(magic)
    assert len(list(csv.reader(io.StringIO(head.last.data.decode())))) == 52


async def test_other_periods_and_the_number_served(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    await surveyed(town, unit)
    head = await town.head(unit)
    await head.sends("/skm")
    await head.taps("Triwulan III 2026")
    assert "IKM 65,00 · C (Kurang baik)" in head.last.text
    assert "Periode ini belum selesai" not in head.last.text
    await head.taps("Semester")
    assert "Loket KTP, Semester II 2026" in head.last.text
    await head.taps("Triwulan")
    assert "Triwulan IV 2026" in head.last.text
    await head.taps("Pengaturan")
    assert "Bobot dan nomor hanya dapat diubah admin" in head.last.text
    await head.taps("Isi jumlah yang dilayani")
    await head.sends("kira-kira seribu")
    assert head.sees("Angka ini tidak terbaca")
    await head.sends("1.250")
    assert "Yang dilayani dalam Triwulan IV 2026: 1.250" in head.last.text
    await head.taps("Ke laporan")
    assert "Belum memenuhi sampel minimal: 49 responden, perlu 294 dari 1.250" in head.last.text


async def test_an_admin_decides_how_it_is_made(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    await surveyed(town, unit)
    await town.unit("Loket Akta")
    admin = await town.admin(language="en")
    await admin.sends("/skm")
    await admin.taps("Loket KTP")
    await admin.taps("Settings")
    await admin.taps("Weight: 2 decimals, e.g. 0.11")
    await admin.taps("Number as in reports")
    await admin.taps("To the report")
    assert "IKM 77.95 · B (Good)" in admin.last.text
    report = town.read(lambda tx: skm.report(tx, unit.id or 0, QUARTER, town.clock.now()))
    assert report.elements[-1].key == "sarana"


async def test_who_leads_nothing_sees_nothing(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, other = await town.unit(), await town.unit("Loket Akta")
    await surveyed(town, unit)
    head = await town.head(unit)
    await head.sends("/skm")
    stranger = await town.head(other, "Heri")
    id_ = unit.id
    for pressed in (
        f"skm:{id_}:2026-Q3", f"skm-file:pdf:{id_}:2026-Q4", f"skm-settings:{id_}:2026-Q4",
        f"skm-population:{id_}:2026-Q4", f"skm-weight:{id_}:2026-Q4:0.11",
        f"skm-number:{id_}:2026-Q4:report",
    ):  # fmt: skip
        assert "IKM" not in await presses(stranger, pressed)
        assert stranger.last.document is None
    for pressed in (
        "skm:x:y",
        f"skm:{id_}:2026-Q9",
        f"skm:{id_}:2027-Q1",
        f"skm-file:zip:{id_}:2026",
    ):
        assert "IKM" not in await presses(head, pressed)
    assert "Bobot" not in await presses(head, f"skm-weight:{id_}:2026-Q4:0.11")
    officer = await town.officer(unit)
    await officer.sends("/skm")
    assert not officer.sees("78,74")
