"""The files of the survey's report: opened, recomputed, and searched for what must not be there."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from sqlmodel import select

from handlers import skm_files, skm_words, texts
from handlers.files import MadeFile, Maker
from handlers.message import said
from models.database import Database, Transaction, writing_engine
from models.offices import Unit
from models.ratings.ikm import ELEMENTS
from models.ratings.tables import Rating
from models.reports import skm
from models.reports.skm_figures import SkmReport
from tests.handlers.recompute_skm import recomputed
from tests.models.reports import story
from tests.models.reports.story import EVIL, QUARTER
from tests.models.reports.surveyed_unit import NOW, SurveyedUnit

UNIT = "Loket Pelayanan Administrasi Kependudukan dan Pencatatan Sipil Kecamatan Tanjungbalai"
EMPTY = 2  # the unit that nobody has rated


@pytest.fixture(scope="module")
def database(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A unit with everything there is, and one that nobody has rated yet; only read."""
    file = tmp_path_factory.mktemp("skm") / "town.db"
    shutil.copy(sqlite_template, file)
    written(file, _build)
    opened = Database(f"sqlite:///{file}")
    yield opened
    opened.close()


def written(file: Path, work: Callable[[Transaction], None]) -> None:
    engine = writing_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        tx = Transaction(connection)
        work(tx)
        tx.session.flush()
    engine.dispose()


def _build(tx: Transaction) -> None:
    unit = SurveyedUnit.build(tx, UNIT)
    story.told(unit)
    unit.put(Unit(office_id=unit.office, name="Loket sepi"))


@cache
def made(database: Database, maker: Maker, language: str = "id", unit: int = 1) -> MadeFile:
    return again(database, maker, language, unit)


def again(database: Database, maker: Maker, language: str, unit: int = 1) -> MadeFile:
    asked = {"unit": unit, "period": QUARTER.code, "at": NOW.isoformat()}
    return database.read_now(lambda tx: maker(tx, language, asked))


def report(database: Database) -> SkmReport:
    return database.read_now(lambda tx: skm.report(tx, 1, QUARTER, NOW))


def rows(file: MadeFile) -> list[dict[str, str]]:
    text = file.content.decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=";" if ";" in text[:200] else ","))


# --- CSV


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_figures_are_computed_anew_from_the_rows_alone(
    database: Database, language: str
) -> None:
    text = made(database, skm_files.questionnaires, language).content.decode("utf-8-sig")
    nrr, ikm, numbers = recomputed(text)
    told = report(database)
    assert told.index is not None
    assert ikm == str(told.index.ikm)
    assert nrr == {line.key: line.nrr for line in told.elements}
    assert numbers == {
        "counted": told.questionnaires.counted,
        "excluded": told.questionnaires.left_out,
        "withdrawn": told.questionnaires.withdrawn,
    }
    assert sum(numbers.values()) == told.questionnaires.received


def test_the_script_that_recomputes_stands_alone(database: Database) -> None:
    script = Path(__file__).with_name("recompute_skm.py")
    assert "import" in (words := script.read_text())
    assert not re.search(r"(import|from) (models|handlers|bot|nlp|tests)", words)
    text = made(database, skm_files.questionnaires).content.decode("utf-8-sig")
    run = subprocess.run(
        [sys.executable, "-I", script], input=text, capture_output=True, text=True, check=True
    )
    told = report(database)
    assert told.index is not None
    assert run.stdout.splitlines()[1] == str(told.index.ikm)


def test_what_does_not_count_stands_there_with_its_reason(database: Database) -> None:
    found = rows(made(database, skm_files.questionnaires))
    told = report(database)
    excluded = {row["Nomor"]: row["Alasan"] for row in found if row["Status"] == "dikecualikan"}
    assert excluded == {
        str(id_): said("id", skm_words.reason(one.reason))
        for one in told.questionnaires.excluded
        for id_ in one.ids
    }
    withdrawn = [row for row in found if row["Status"] == "ditarik"]
    assert [row["Nomor"] for row in withdrawn] == [
        str(id_) for id_ in told.questionnaires.withdrawn_ids
    ]
    assert not any(row[key] for row in withdrawn for key in ELEMENTS)
    assert {row["Lengkap"] for row in withdrawn} == {"tidak"}
    assert all(row["waktu.2"] for row in found if row["Versi instrumen"] == "1"
               and row["Status"] == "dihitung")  # fmt: skip


def test_the_ratings_add_up_and_their_words_are_no_formula(database: Database) -> None:
    file = made(database, skm_files.ratings)
    found, told = rows(file), report(database)
    standing = [row["Status"] for row in found]
    assert len(found) == told.ratings.received
    assert standing.count("dihitung") == told.ratings.counted
    assert sum(int(row["Nilai"]) for row in found if row["Status"] == "dihitung") == sum(
        score * n for score, n in enumerate(told.channels[0].counts or (), 1)
    )
    assert not any(row["Nilai"] for row in found if row["Status"] == "ditarik")
    assert [row["Komentar (disamarkan)"] for row in found if row["Komentar (disamarkan)"]] == [
        f"'{EVIL}"
    ]


# --- XLSX


def opened(database: Database, language: str = "id", unit: int = 1) -> Any:
    file = made(database, skm_files.workbook, language, unit)
    return openpyxl.load_workbook(io.BytesIO(file.content))


def cells(book: Any) -> Iterator[Any]:
    return (cell for sheet in book for row in sheet.iter_rows() for cell in row)


def test_the_workbook_holds_the_figures_as_numbers(database: Database) -> None:
    book, told = opened(database), report(database)
    assert book.sheetnames == [
        "Ringkasan", "Unsur", "Responden", "Tren", "Pengecualian", "Data", "Keterangan",
    ]  # fmt: skip
    assert told.index is not None
    figures = {row[0]: row[1:] for row in book["Ringkasan"].iter_rows(min_row=2, values_only=True)}
    assert figures["IKM"][:3] == pytest.approx(
        (float(told.index.ikm), told.index.low, told.index.high)
    )
    assert figures["Mutu"][0] == "B"
    assert figures["Pemeriksaan"][0] == "benar"
    elements = list(book["Unsur"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in elements] == [f"U{n}" for n in range(1, 10)]
    assert [row[2] for row in elements] == pytest.approx(
        [float(line.total or 0) for line in told.elements]
    )
    assert [row[4] for row in elements] == pytest.approx(
        [float(line.nrr or 0) for line in told.elements]
    )
    data = list(book["Data"].iter_rows(min_row=2, values_only=True))
    assert len(data) == told.questionnaires.received
    assert {type(row[0]) for row in data} == {str}  # ids are words
    assert {type(value) for row in data for value in row[8:]} == {int, type(None)}


def test_text_stays_text(database: Database) -> None:
    for cell in cells(opened(database)):
        assert cell.data_type != "f", f"{cell.coordinate}: {cell.value}"
        assert cell.hyperlink is None


def test_small_groups_are_not_in_the_workbook(database: Database) -> None:
    told = {
        row[:2]: row[2]
        for row in opened(database)["Responden"].iter_rows(min_row=2, values_only=True)
    }
    assert told["Jenis kelamin", "Perempuan"] == 58
    assert told["Jenis kelamin", "Laki-laki"] == told["Jenis kelamin", "Tidak menjawab"] == "*"


# --- PDF


def pages(file: MadeFile) -> list[str]:
    document = pypdfium2.PdfDocument(file.content)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_the_pdf_has_every_chapter_and_the_figures(database: Database) -> None:
    file = made(database, skm_files.pdf)
    assert file.name.startswith("laporan-skm-loket")
    assert file.name.endswith(".pdf")
    told, text = report(database), " ".join("\n".join(pages(file)).split())
    assert told.index is not None
    assert texts.number("id", float(told.index.ikm), 2) in text
    for number, name in enumerate(
        ("summary", "method", "elements", "index", "profile", "trend", "lowest", "ratings",
         "left-out", "how"), 1,
    ):  # fmt: skip
        assert f"{number}. {texts.render('id', f'skm-chapter-{name}', {}, escape=False)}" in text
    assert "Belum memenuhi sampel minimal" in text
    assert "Periode ini belum selesai" in text
    assert EVIL.split("(")[0] in text  # a head's words are shown as they are
    assert "Siti Rahmawati" in text


def test_every_page_but_the_cover_is_numbered(database: Database) -> None:
    cover, *rest = pages(made(database, skm_files.pdf, "en"))
    assert "Page" not in cover
    for number, page in enumerate(rest, 2):
        assert f"Page {number} of {len(rest) + 1}" in page


def test_long_tables_repeat_their_heading_and_cut_no_row(
    sqlite_template: Path, tmp_path: Path
) -> None:
    shutil.copy(sqlite_template, tmp_path / "town.db")
    written(tmp_path / "town.db", lambda tx: story.plans(SurveyedUnit.build(tx), 40))
    opened = Database(f"sqlite:///{tmp_path / 'town.db'}")
    told = [" ".join(page.split()) for page in pages(again(opened, skm_files.pdf, "en"))]
    opened.close()
    with_plans = [page for page in told if "Membuka loket" in page]
    assert len(with_plans) > 2
    for page in with_plans:
        assert "Element Programme When Person in charge" in page
        assert page.count("Membuka loket") == page.count("baca di pintu") > 0


def test_a_unit_without_answers_gets_an_honest_report(database: Database) -> None:
    text = " ".join("\n".join(pages(made(database, skm_files.pdf, unit=EMPTY))).split())
    assert "Belum ada IKM. Setiap unsur perlu dijawab paling sedikit 5 orang." in text
    assert "jumlah orang yang dilayani belum diketahui" in text
    assert opened(database, unit=EMPTY)["Data"].max_row == 1
    assert rows(made(database, skm_files.questionnaires, unit=EMPTY)) == []


# --- all of them


def test_no_file_tells_who_it_was(database: Database) -> None:
    raters = database.read_now(lambda tx: set(tx.session.exec(select(Rating.rater)).all()))
    assert len(raters) > 80
    told = [
        *pages(made(database, skm_files.pdf)),
        *(str(cell.value) for cell in cells(opened(database))),
        *(
            made(database, maker).content.decode()
            for maker in (skm_files.questionnaires, skm_files.ratings)
        ),
    ]
    assert not any(raters & set(re.findall(r"\w+", text)) for text in told)


@pytest.mark.parametrize(
    "maker", [skm_files.pdf, skm_files.questionnaires, skm_files.ratings], ids=lambda m: m.__name__
)
def test_the_same_arguments_give_the_same_file(database: Database, maker: Maker) -> None:
    assert made(database, maker) == again(database, maker, "id")
