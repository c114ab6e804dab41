"""The files of the weekly summary hold the text's figures, and nobody's name."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from PIL import Image
from sqlmodel import select

from handlers import summary_files, summary_text, texts
from handlers.message import encode
from models.database import Database
from models.offices import Unit
from models.people import Person
from models.ratings.tables import Rating
from models.reports.scope import Scope
from models.reports.weekly import WeeklySummary, weekly
from tests.models.reported_town import ReportedTown, reading, wib
from tests.models.test_weekly import LATER, WEEK, ordinary_week

EVIL = '=HYPERLINK("http://x";"<b>$klik$")'


async def town(database: Database) -> None:
    """An ordinary week in a unit whose name is an attack, with a quotation that is one too."""

    def story(town: ReportedTown) -> None:
        ordinary_week(town)
        town.tx.session.get_one(Unit, town.unit).name = EVIL
        rating = town.rates(20, 2, "2026-11-19 10:00")
        town.says(20, rating, "2026-11-19 10:01", reading("negative", "biaya", clause="+62 mahal"))

    await database.writer.run(lambda tx: story(ReportedTown.build(tx)))


def arguments(code: str = "u1", at: datetime = LATER) -> dict[str, Any]:
    return {"scope": code, "week": WEEK.isoformat(), "at": at.isoformat()}


def opened(database: Database, language: str = "id", **asked: Any) -> Any:
    made = database.read_now(lambda tx: summary_files.workbook(tx, language, arguments(**asked)))
    assert made.name.endswith(f"-{WEEK.isoformat()}.xlsx")
    return openpyxl.load_workbook(io.BytesIO(made.content))


def summary_of(database: Database, code: str = "u1") -> WeeklySummary:
    return database.read_now(lambda tx: weekly(tx, Scope.of(code), WEEK, LATER))


def table(sheet: Any) -> dict[str, tuple[Any, ...]]:
    return {row[0]: row[1:] for row in sheet.iter_rows(values_only=True)}


async def test_the_workbook_holds_the_figures_of_the_text(database: Database) -> None:
    await town(database)
    book, summary = opened(database), summary_of(database)
    assert book.sheetnames == ["Ringkasan", "Penilaian per hari", "Pengaduan", "Definisi"]
    figures = table(book["Ringkasan"])
    assert summary.mean is not None
    assert figures["Penilaian"][0] == summary.n == 7
    assert figures["Rata-rata penilaian"][:4] == pytest.approx(
        (summary.mean.mean, summary.mean.low, summary.mean.high, summary.n)
    )
    assert figures["Pengaduan masuk"][0] == summary.complaints.received
    assert figures["Lewat batas"][0] == summary.complaints.times.late
    median = summary.complaints.times.first_answer.median
    assert median is not None
    assert figures["Jawaban pertama: median (menit kerja)"][0] == pytest.approx(median.minutes)
    assert figures["Jawaban pertama: median (menit kerja)"][4].startswith("atau lebih")
    assert figures["Jawaban pertama: persentil 90 (menit kerja)"][0] is None
    assert figures["Perubahan dari minggu sebelumnya"][4] == "belum cukup, minimal 5"


async def test_the_days_add_up_and_every_case_stands_once(database: Database) -> None:
    await town(database)
    book, summary = opened(database), summary_of(database)
    days = list(book["Penilaian per hari"].iter_rows(min_row=2, values_only=True))
    assert sum(row[-1] for row in days) == summary.n
    assert all(sum(row[3:7]) == row[7] for row in days)
    cases = list(book["Pengaduan"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in cases] == [line.ticket for line in summary.complaints.lines]
    assert [row[15] for row in cases].count("ya") == summary.complaints.times.late


async def test_text_stays_text(database: Database) -> None:
    await town(database)
    for sheet in opened(database):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", f"{sheet.title} {cell.coordinate}: {cell.value}"
                assert cell.hyperlink is None
    figures = table(opened(database)["Ringkasan"])
    assert figures["Unit atau kantor"][0] == EVIL
    assert any(row[4] == "+62 mahal" for row in figures.values() if len(row) > 4)


async def test_no_file_tells_who_it_was(database: Database) -> None:
    await town(database)

    def names(tx: Any) -> set[str]:
        people = tx.session.exec(select(Person)).all()
        return {p.pseudonym for p in people} | {str(p.telegram_id) for p in people}

    told = {
        str(cell)
        for sheet in opened(database)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if isinstance(cell, str)
    }
    known = database.read_now(names)
    assert known
    assert not told & known
    comments = database.read_now(lambda tx: set(tx.session.exec(select(Rating.comment)).all()))
    assert not told & {comment for comment in comments if comment}


async def test_a_file_shows_the_instant_of_its_text_not_of_its_making(database: Database) -> None:
    await town(database)
    early = opened(database, at=wib("2026-11-17 12:00"))
    assert table(early["Ringkasan"])["Penilaian"][0] == 2
    assert table(opened(database)["Ringkasan"])["Penilaian"][0] == 7


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("code", ["u1", "u2", "o1", "a"])
async def test_every_place_gives_a_chart_a_book_and_a_text(
    database: Database, language: str, code: str
) -> None:
    await town(database)
    made = database.read_now(lambda tx: summary_files.chart(tx, language, arguments(code)))
    picture = Image.open(io.BytesIO(made.content))
    assert picture.size == (900, 1440)
    assert len(picture.convert("RGB").getcolors(1 << 20) or ()) > 10  # something is drawn
    assert len(opened(database, language, code=code).sheetnames) == 4
    told = summary_text.values(summary_of(database, code))
    text = texts.render(language, "summary", encode(told))
    assert len(text) < 4096
    assert EVIL not in text  # escaped, if it is there at all


async def test_the_same_arguments_give_the_same_chart(database: Database) -> None:
    await town(database)
    one, two = (
        database.read_now(lambda tx: summary_files.chart(tx, "id", arguments())) for _ in range(2)
    )
    assert one == two


async def test_words_kept_before_they_were_masked_are_masked_when_they_are_shown(
    database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        rating = town.rates(20, 1, "2026-11-19 10:00")
        said = reading("negative", "waktu", clause="menunggu lama, petugasnya goblok, wa.me/budi1")
        town.says(20, rating, "2026-11-19 10:01", said)

    await database.writer.run(lambda tx: story(ReportedTown.build(tx)))
    [aspect] = summary_of(database).aspects
    assert summary_text.quotation(aspect) == "menunggu lama, petugasnya g***, •••"
    figures = table(opened(database)["Ringkasan"])
    assert "menunggu lama, petugasnya g***, •••" in str(figures)
