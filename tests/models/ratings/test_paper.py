"""Paper questionnaires from a file: stored once, counted as those of the chat are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import select

from models.database import Database, Transaction
from models.errors import Refused
from models.journal import JournalEntry, Kind
from models.ratings import instruments, paper, paper_profile, paper_sheet, survey_sums
from models.ratings.ikm import ELEMENTS, Numbering
from models.ratings.instruments import Element
from models.ratings.paper import Paper
from models.ratings.survey_tables import SurveyResponse, SurveySheet, SurveySum
from models.statistics import Moments
from tests.models.ratings import survey_desk as desk
from tests.models.ratings.survey_desk import DAY, NOW

HEAD = ";".join([*ELEMENTS, "Nama", "Jenis Kelamin", "Usia", "Pendidikan", "Pekerjaan", "Layanan"])
ROWS = (
    "3;3;2;4;3;3;4;2;2;Budi;L;41;SMA;Petani;cetak ktp-el",
    "4;4;4;4;4;4;4;4;4;Tuti;perempuan;20-29;S1;PNS;",
    "1;;;;;;;;;;;;;;",
)
FILE = "\n".join([HEAD, *ROWS]).encode()


def read(content: bytes = FILE) -> Paper:
    sheet = paper_sheet.read(content, Numbering.QUESTIONNAIRE)
    return Paper(content, sheet, "kuesioner.csv", "Sari")


def refused(tx: Transaction, unit_id: int, day: date, content: bytes = FILE) -> str:
    with pytest.raises(Refused) as found:
        paper.store(tx, unit_id, day, read(content), NOW)
    return found.value.key


async def test_a_file_is_stored_with_who_and_when(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit = desk.unit(tx)
        service = desk.service(tx, unit)
        stored = paper.store(tx, unit, DAY, read(), NOW)
        assert (stored.responses, stored.complete) == (3, 2)
        sheet = tx.session.exec(select(SurveySheet)).one()
        assert (sheet.name, sheet.entered_by, sheet.at) == ("kuesioner.csv", "Sari", NOW)
        budi, tuti, _ = tx.session.exec(select(SurveyResponse)).all()
        assert (budi.sex, budi.age, budi.education, budi.occupation, budi.service_id) == (
            "male",
            "40-49",
            "SMA",
            "lainnya",
            service,
        )
        assert (tuti.line, tuti.age, tuti.medium, tuti.rating_id) == (3, "20-29", "paper", None)
        entry = tx.session.exec(select(JournalEntry)).all()[-1]
        assert entry.kind == Kind.IMPORTED
        assert entry.data == {"sheet": stored.sheet_id, "questionnaires": 3}

    await database.writer.run(work)


async def test_the_sums_are_those_of_a_rebuild(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit = desk.unit(tx)
        desk.service(tx, unit)
        desk.answered(tx, unit, "budi", 2)
        paper.store(tx, unit, DAY, read(), NOW)
        kept = survey_sums.moments(tx, unit, DAY, DAY)
        assert kept["received"] == Moments(4)
        assert kept["medium:paper"] == Moments(3)
        assert kept["persyaratan"] == Moments.of([180, 240, 60, 120])
        assert kept["waktu"] == Moments.of([120, 240, 120])
        survey_sums.rebuild(tx)
        assert survey_sums.moments(tx, unit, DAY, DAY) == kept

    await database.writer.run(work)


async def test_the_same_file_is_refused_and_stores_nothing(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit, other = desk.unit(tx), desk.unit(tx, "Loket Akta")
        content = b"persyaratan\n3\n"
        for place in (unit, other):
            instruments.set(tx, place, [Element("persyaratan")], NOW, None)
            paper.store(tx, place, DAY, read(content), NOW)
        before = tx.session.exec(select(SurveySum)).all()
        assert refused(tx, unit, DAY, content) == "paper-twice"
        assert tx.session.exec(select(SurveySum)).all() == before

    await database.writer.run(work)


async def test_what_does_not_fit_is_refused(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit = desk.unit(tx)
        assert refused(tx, unit, DAY + timedelta(days=1)) == "paper-refused"  # no such service
        desk.service(tx, unit)
        assert refused(tx, unit, DAY + timedelta(days=1)) == "paper-day-to-come"
        assert refused(tx, unit, DAY, b"waktu\n3\n") == "paper-other-questions"
        nine = ";".join(ELEMENTS)
        twice = f"{nine};waktu.2\n{';'.join('3' * 10)}\n".encode()
        assert refused(tx, unit, DAY, twice) == "paper-other-questions"
        wrong = f"{nine};usia;pendidikan\n{';'.join('3' * 9)};sekian;SD\n".encode()
        assert refused(tx, unit, DAY, wrong) == "paper-refused"
        assert tx.session.exec(select(SurveyResponse)).all() == []

    await database.writer.run(work)


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("JK", "P", "female"),
        ("l/p", "l", "male"),
        ("Sex", "Female", "female"),
        ("umur", "19 tahun", "under-20"),
        ("usia", "20", "20-29"),
        ("age", "59", "50-59"),
        ("age", "60 and over", "60-up"),
        ("usia", "30–39", "30-39"),
        ("pendidikan terakhir", "SLTA", "SMA"),
        ("education", "d4", "S1"),
        ("pekerjaan", "Wiraswasta", "wirausaha"),
        ("occupation", "Nelayan", "lainnya"),
    ],
)
def test_columns_about_the_person(column: str, cell: str, value: str) -> None:
    found = paper_profile.read(f"waktu;{column}\n3;{cell}\n".encode())
    assert [*found.by_line[2].values()] == [value]
    assert found.columns == (column,)


@pytest.mark.parametrize(
    ("column", "cell"), [("usia", "121"), ("usia", "17-25"), ("jk", "x"), ("pendidikan", "S4")]
)
def test_a_word_that_says_nothing_known_is_a_fault(column: str, cell: str) -> None:
    (fault,) = paper_profile.read(f"waktu;{column}\n3;{cell}\n".encode()).faults
    assert (fault.line, fault.values) == (2, {"column": column, "found": cell})


def test_names_and_numbers_of_people_are_not_read() -> None:
    found = paper_profile.read(b"waktu;nama;NIK\n3;Budi;3201234567890001\n")
    assert found.by_line == {}
