"""`python -m bot ikm FILE --import`: stored once, under a unit and a day, with who entered it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import select

from bot.__main__ import main
from models.database import Database
from models.ratings.ikm import ELEMENTS
from models.ratings.survey_tables import SurveyAnswer, SurveyResponse, SurveySheet
from tests.models.ratings import survey_desk
from tests.proofs.processes import environment

Ask = Callable[..., tuple[int, str, str]]
HEAD = ";".join([*ELEMENTS, "Nama", "Usia"])
GOOD = "\n".join([HEAD, *("3;3;3;3;3;3;3;3;3;Budi;41" for _ in range(6))])


@pytest.fixture
async def town(sqlite_url: str) -> str:
    database = Database(sqlite_url)
    await database.writer.run(survey_desk.unit)
    database.close()
    return sqlite_url


@pytest.fixture
def ask(
    town: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> Ask:
    """`ask(content, "--unit", "1", …)` gives exit code, standard output and error."""
    monkeypatch.chdir(tmp_path)
    for name, value in environment(database_url=town).items():
        monkeypatch.setenv(name, value)

    def run(content: str, *arguments: str) -> tuple[int, str, str]:
        (tmp_path / "kuesioner.csv").write_text(content)
        monkeypatch.setattr(sys, "argv", ["bot", "ikm", "kuesioner.csv", "--import", *arguments])
        code = main()
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


PLACE = ("--unit", "1", "--day", "2026-07-01", "--by", "Sari")


def test_it_says_what_it_stored_and_ends_with_the_index(ask: Ask, town: str) -> None:
    code, said, _ = ask(GOOD, *PLACE)
    assert code == 0
    assert "6 kuesioner, 6 di antaranya lengkap. Dimasukkan oleh Sari." in said
    assert "Kolom data responden: Usia" in said
    assert "Kolom yang tidak dibaca: Nama" in said
    assert said.endswith("IKM 75.00 C\n")
    database = Database(town)
    try:
        sheet = database.read_now(lambda tx: tx.session.exec(select(SurveySheet)).one())
        assert (sheet.rows, sheet.entered_by) == (6, "Sari")
        responses = database.read_now(lambda tx: tx.session.exec(select(SurveyResponse)).all())
        assert {one.age for one in responses} == {"40-49"}
        assert len(database.read_now(lambda tx: tx.session.exec(select(SurveyAnswer)).all())) == 54
    finally:
        database.close()


def test_the_same_file_is_refused(ask: Ask) -> None:
    ask(GOOD, *PLACE)
    code, said, wrong = ask(GOOD, *PLACE)
    assert (code, said) == (2, "")
    assert "sudah dimasukkan oleh Sari" in wrong


@pytest.mark.parametrize(
    ("content", "arguments", "words"),
    [
        (GOOD, (), "--import needs --unit, --day, --by too"),
        (GOOD, ("--unit", "1", "--day", "kemarin", "--by", "Sari"), "--day"),
        (GOOD, ("--unit", "77", "--day", "2026-07-01", "--by", "Sari"), "unit ini tidak ditemukan"),
        (GOOD.replace("41", "tua"), PLACE, "Baris 2: kolom “Usia” berisi “tua”"),
        (GOOD.replace("3;Budi", "5;Budi"), PLACE, "berisi “5”"),
        ("waktu\n3\n", PLACE, "bukan pertanyaan survei Loket KTP"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_stored(
    ask: Ask, town: str, content: str, arguments: tuple[str, ...], words: str
) -> None:
    code, said, wrong = ask(content, *arguments)
    assert (code, said) == (2, "")
    assert words in wrong
    database = Database(town)
    try:
        assert database.read_now(lambda tx: tx.session.exec(select(SurveyResponse)).all()) == []
    finally:
        database.close()
