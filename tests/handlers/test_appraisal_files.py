"""The files of the performance record: what they say, how they are laid out, that they verify."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pytest

from handlers import appraisal_files, evidence_bundle, recap_sheet
from handlers.files import Maker
from models.appraisal.coaching import recognition
from models.database import Database
from tests.models.appraisal.appraised_town import RATED_AT, AppraisedTown

NOW = RATED_AT.isoformat()
PARAMETERS = ["id", "en"]
WHY = "Warga menyebut penjelasannya jelas dan ramah."


@pytest.fixture
async def known(sqlite_url: str) -> Iterator[Files]:
    database = Database(sqlite_url)

    def story(tx) -> Files:
        town = AppraisedTown.build(tx)
        town.promises()
        town.freezes()
        town.rated()
        recognition.give(tx, town.officer, town.period_id, WHY, RATED_AT, town.head_person)
        snapshot = town.appraisal.snapshot_id
        return Files(
            database, town.officer, town.period_id, town.town.unit, town.head_person, snapshot
        )

    yield await database.writer.run(story)
    database.close()


class Files:
    def __init__(self, database, officer, period, unit, head, snapshot) -> None:
        self.database, self.snapshot, self.period = database, snapshot, period
        self.form = {"officer": officer, "period": period, "at": NOW}
        self.pack = {"unit": unit, "period": period, "at": NOW, "by": head}

    def made(self, maker: Maker, language: str, arguments: dict) -> bytes:
        with self.database.reading() as tx:
            return maker(tx, language, arguments).content

    def bundle(self, language: str = "id") -> ZipFile:
        made = self.made(evidence_bundle.make, language, {"snapshot": self.snapshot})
        return ZipFile(BytesIO(made))


def words_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    return " ".join(text.split())


async def test_the_form_has_its_columns_the_evidence_and_the_decision(known: Files) -> None:
    words = words_of(known.made(appraisal_files.form, "id", known.form))
    for said in (
        "Rencana hasil kerja pimpinan yang diintervensi",
        "Realisasi berdasarkan bukti dukung",
        "Umpan balik berkelanjutan berdasarkan bukti dukung",
        "58 % (kisaran 25 % sampai 85 %; n = 7)",
        "Penjelasan kepada warga sangat jelas.",
        "belum dilaporkan",
        "Berorientasi Pelayanan",
        "Ekspektasi khusus pimpinan",
        "Menjelaskan syarat dengan kalimat sederhana",
        WHY,
        "Sesuai ekspektasi",
        "tidak mengusulkan keduanya",
        "SHA-256",
    ):
        assert said in words, said


async def test_the_form_is_complete_in_english_too(known: Files) -> None:
    words = words_of(known.made(appraisal_files.form, "en", known.form))
    for said in ("Realisation by evidence", "As expected", "not reported yet", "Good"):
        assert said in words, said


async def test_peers_stand_in_the_form_as_counts_only(known: Files) -> None:
    words = words_of(known.made(appraisal_files.form, "id", known.form))
    assert "Rekan: belum 0, kadang 1, sering 1, selalu 1" in words
    assert "Rekan: belum cukup jawaban untuk ditampilkan" in words


@pytest.mark.parametrize("language", PARAMETERS)
async def test_the_recap_has_the_layout_of_e_kinerja(known: Files, language: str) -> None:
    made = known.made(recap_sheet.make, language, {"period": known.period})
    sheet = openpyxl.load_workbook(BytesIO(made)).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[0] is not None for row in rows[:4]] == [True, True, True, False]
    assert len([cell for cell in rows[4] if cell]) == 7
    lines = {row[1]: row for row in rows[5:]}
    rated, unrated = lines["198001012005011001"], lines["197501012000011003"]
    assert isinstance(rated[1], str)
    assert (
        rated[4:]
        == {
            "id": ("Sesuai ekspektasi", "Sesuai ekspektasi", "Baik"),
            "en": ("As expected", "As expected", "Good"),
        }[language]
    )
    assert unrated[4:] == (None, None, None)


@pytest.mark.parametrize("language", PARAMETERS)
async def test_the_bundle_verifies_itself_and_finds_one_changed_digit(
    known: Files, language: str, tmp_path: Path
) -> None:
    known.bundle(language).extractall(tmp_path)
    assert verified(tmp_path) == 0
    record = tmp_path / "record.json"
    whole = record.read_text()
    record.write_text(whole.replace('"minutes":210', '"minutes":211', 1))
    assert record.read_text() != whole
    assert verified(tmp_path) != 0


def verified(folder: Path) -> int:
    run = subprocess.run(
        [sys.executable, "verify.py"], cwd=folder, capture_output=True, check=False
    )
    return run.returncode


async def test_the_bundle_tells_no_single_rating(known: Files) -> None:
    bundle = known.bundle()
    figures = json.loads(bundle.read("record.json"))["figures"]
    with_inputs = {one["indicator"] for one in figures if "inputs" in one}
    assert "first_answer" in with_inputs
    assert not {"satisfaction", "satisfaction_conduct"} & with_inputs
    rows = bundle.read("dasar-angka.csv").decode("utf-8-sig").splitlines()
    ratings = [row.split(";") for row in rows if row.startswith("satisfaction;")]
    assert sum(int(row[-1]) for row in ratings) == 12
    assert all(row[2] == "" for row in ratings)  # no number of a rating


async def test_the_same_bundle_is_the_same_file(known: Files) -> None:
    arguments = {"snapshot": known.snapshot}
    one, other = (known.made(evidence_bundle.make, "id", arguments) for _ in range(2))
    assert one == other


async def test_the_pack_has_plan_figures_own_words_and_last_times_promise(known: Files) -> None:
    words = words_of(known.made(appraisal_files.pack_pdf, "id", known.pack))
    for said in (
        "Pengaduan warga dijawab dan diselesaikan tepat waktu",
        "loket pindah dua kali",
        "Menjawab semua pengaduan dalam satu hari kerja",
        "Perkembangan",
        "bukan kuota",
    ):
        assert said in words, said
    assert "Sesuai ekspektasi" not in words


async def test_the_packs_workbook_keeps_numbers_as_numbers(known: Files) -> None:
    made = known.made(appraisal_files.pack_workbook, "id", known.pack)
    book = openpyxl.load_workbook(BytesIO(made))
    assert len(book.worksheets) == 4
    figures = list(book.worksheets[1].iter_rows(min_row=2, values_only=True))
    shares = [row[5:8] for row in figures if row[8] == 7 and row[3] == "%"]
    assert shares
    for value, low, high in shares:  # in percent, as their targets are
        assert 0 <= low <= value <= high <= 100
        assert high > 1
    assert all(isinstance(row[1], str) for row in figures)
