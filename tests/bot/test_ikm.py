"""`python -m bot ikm FILE`: element by element, the result on the last line; no settings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot.__main__ import main
from models.ratings.ikm import ELEMENTS
from tests.proofs.processes import ROOT

Ask = Callable[..., tuple[int, str, str]]
Write = Callable[[str | bytes], str]

TOTALS = (138, 139, 150, 177, 159, 163, 161, 143, 159)  # of 49 people, in the order of `ELEMENTS`
THREE = {"prosedur": 74, "waktu": 76, "perilaku": 60}  # of 20 people


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Ask:
    """`ask(file, "--weight", …)` gives exit code, standard output and error."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["bot", "ikm", *arguments])
        code = main()
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def file(tmp_path: Path) -> Write:
    def write(content: str | bytes) -> str:
        path = tmp_path / "kuesioner.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


def column(total: int, n: int) -> list[int]:
    """n scores from 1 to 4 with this sum."""
    low, more = divmod(total, n)
    return [low + 1] * more + [low] * (n - more)


def table(heads: Sequence[str], totals: Sequence[int], n: int, between: str = ";") -> str:
    rows = zip(*(column(total, n) for total in totals), strict=True)
    return "\n".join(between.join(map(str, row)) for row in (heads, *rows))


def last(ask: Ask, *arguments: str) -> str:
    code, said, wrong = ask(*arguments)
    assert (code, wrong) == (0, "")
    assert said.endswith("\n")
    return said.splitlines()[-1]


def figures(said: str) -> dict[str, list[str]]:
    """The rows of the table, by element."""
    rows = (line.split() for line in said.splitlines() if line.startswith("U"))
    return {row[1]: row[2:] for row in rows if row[0][1:].isdigit()}


@pytest.mark.parametrize(
    ("weight", "result"),
    [
        ((), "IKM 78.74 B"),
        (("--weight", "exact"), "IKM 78.74 B"),
        (("--weight", "0.111"), "IKM 78.66 B"),
        (("--weight", "0.11"), "IKM 77.95 B"),
    ],
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_49_people_of_the_rules(
    ask: Ask, file: Write, weight: tuple[str, ...], result: str, language: str
) -> None:
    nine = file(table(ELEMENTS, TOTALS, 49))
    assert last(ask, nine, *weight, "--language", language) == result


@pytest.mark.parametrize(
    ("weight", "result"),
    [("exact", "IKM 87.50 B"), ("0.111", "IKM 87.41 B"), ("0.11", "IKM 86.63 B")],
)
def test_three_elements_of_20_people(ask: Ask, file: Write, weight: str, result: str) -> None:
    three = file(table(list(THREE), list(THREE.values()), 20, ","))
    assert last(ask, three, "--weight", weight) == result


def test_the_published_row_with_a_five_is_refused(ask: Ask, file: Write) -> None:
    good = table(list(THREE), list(THREE.values()), 20, ",").splitlines()
    good[7] = "4,5,3"
    code, said, wrong = ask(file("\n".join(good)))
    assert (code, said) == (2, "")
    assert wrong.splitlines() == [
        "Berkas ditolak, karena 1 kesalahan:",
        "Baris 8: kolom “waktu” berisi “5”; yang sah hanya 1, 2, 3, atau 4.",
    ]


def test_a_row_of_sums_number_nrr_and_weighted_nrr_per_element(ask: Ask, file: Write) -> None:
    nine = file(table(ELEMENTS, TOTALS, 49))
    _, said, _ = ask(nine)
    assert figures(said)["persyaratan"] == ["138", "49", "2,816", "0,313"]
    assert list(figures(said)) == list(ELEMENTS)
    _, said, _ = ask(nine, "--language", "en", "--weight", "0.111")
    assert figures(said)["biaya"] == ["177", "49", "3.612", "0.401"]
    assert "Weight of each element: 0.111" in said


def test_the_table_is_aligned(ask: Ask, file: Write) -> None:
    _, said, _ = ask(file(table(ELEMENTS, TOTALS, 49)))
    rows = [line for line in said.splitlines() if line.startswith(("Unsur ", "U1", "U9"))]
    assert len(rows) == 3
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(
    ("order", "eight", "nine"),
    [((), "sarana", "pengaduan"), (("--order", "report"), "pengaduan", "sarana")],
)
def test_the_order_says_which_element_is_u8(
    ask: Ask, file: Write, order: tuple[str, ...], eight: str, nine: str
) -> None:
    _, said, _ = ask(file("U8;U9\n1;4\n2;4"), *order)
    assert f"(U8 {eight}, U9 {nine})" in said
    assert figures(said)[eight][0] == "3"
    assert list(figures(said)) == [eight, nine]


def test_several_questions_are_averaged_inside_their_element(ask: Ask, file: Write) -> None:
    """3.5, 4 and (one question left blank) 2 for waktu: 9.5 of 3 people."""
    _, said, _ = ask(file("waktu.1,waktu.2,biaya\n3,4,4\n4,4,4\n2,,4"))
    assert figures(said)["waktu"] == ["9,50", "3", "3,167", "1,583"]
    assert said.splitlines()[-1] == "IKM 89.58 A"


def test_blanks_count_neither_in_the_sum_nor_in_the_number(ask: Ask, file: Write) -> None:
    _, said, _ = ask(file("no,waktu,biaya\n1,4,2\n2,2,\n3,,\n"))
    assert figures(said) == {
        "waktu": ["6", "2", "3,000", "1,500"],
        "biaya": ["2", "1", "2,000", "1,000"],
    }
    assert "Responden: 2. Unsur: 2." in said
    assert "Baris tanpa satu jawaban pun, tidak dihitung: 4" in said


def test_what_is_not_read_and_what_is_missing_is_said(ask: Ask, file: Write) -> None:
    heads = ["No", "Jenis kelamin", *ELEMENTS[:8]]
    _, said, _ = ask(file(f"{';'.join(heads)}\n1;L;{';'.join('33333333')}"))
    assert "Kolom yang tidak dibaca: No, Jenis kelamin" in said
    assert "Unsur yang tidak ada di berkas: pengaduan" in said


def test_all_faults_are_counted_and_twenty_are_listed(ask: Ask, file: Write) -> None:
    code, said, wrong = ask(file("waktu,biaya\n" + "5,0\n" * 13), "--language", "en")
    lines = wrong.splitlines()
    assert (code, said) == (2, "")
    assert lines[0] == "The file is refused because of 26 faults:"
    assert lines[2] == "Row 2: column “biaya” holds “0”; only 1, 2, 3 or 4 are allowed."
    assert lines[20:] == [
        "Row 11: column “biaya” holds “0”; only 1, 2, 3 or 4 are allowed.",
        "… and 6 more.",
    ]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("", "kosong"),
        ("waktu;biaya\n", "responden"),
        ("no;waktu\n1;\n2;", "responden"),
        ("waktu;biaya\n4;\n3;", "biaya"),
        ("nomor;saran\n1;bagus", "nomor, saran"),
        ("waktu;U12\n4;4", "U12"),
        ("waktu;waktu\n4;4", "waktu"),
        (b"\x00\x01\x02\x81", "bukan teks"),
    ],
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_file_without_a_result_says_why(
    ask: Ask, file: Write, content: str | bytes, word: str, language: str
) -> None:
    code, said, wrong = ask(file(content), "--language", language)
    assert (code, said) == (2, "")
    assert len(wrong.splitlines()) == 1
    assert language == "en" or word in wrong


def test_a_file_that_is_not_there(ask: Ask) -> None:
    code, _, wrong = ask("tidak-ada.csv")
    assert code == 2
    assert "tidak-ada.csv" in wrong


def test_what_a_spreadsheet_saves_is_read(ask: Ask, file: Write) -> None:
    written = table([key.upper() for key in ELEMENTS], TOTALS, 49, "\t").replace("\n", "\r\n")
    assert last(ask, file("\ufeff" + written)) == "IKM 78.74 B"
    assert last(ask, file(written.encode("utf-16"))) == "IKM 78.74 B"
    assert last(ask, file(f"sep=\t\r\n{written}")) == "IKM 78.74 B"


def test_words_of_the_file_cannot_steer_the_terminal(ask: Ask, file: Write) -> None:
    code, said, _ = ask(file("waktu;\x1b[2Jno\n4;1"))
    assert code == 0
    assert "\x1b" not in said
    _, _, wrong = ask(file("waktu\n\x1b[31mempat"))
    assert "empat" in wrong
    assert "\x1b" not in wrong


@pytest.mark.parametrize(
    ("population", "words"),
    [("50", "Sampel minimal terpenuhi"), ("100", "Belum memenuhi sampel minimal"), ("40", "tidak")],
)
def test_the_sample_is_checked_where_the_population_is_known(
    ask: Ask, file: Write, population: str, words: str
) -> None:
    _, said, _ = ask(file(table(ELEMENTS, TOTALS, 49)), "--population", population)
    assert words in said.splitlines()[-2]
    assert said.splitlines()[-1] == "IKM 78.74 B"


def test_a_population_of_nobody_is_refused(ask: Ask, file: Write) -> None:
    code, _, wrong = ask(file("waktu\n4"), "--population", "0")
    assert (code, wrong[:12]) == (2, "--population")


def test_a_figure_of_very_few_comes_with_a_caution(ask: Ask, file: Write) -> None:
    _, said, _ = ask(file("waktu\n" + "4\n" * 4))
    assert "Jangan umumkan" in said
    _, said, _ = ask(file("waktu\n" + "4\n" * 5))
    assert "Jangan umumkan" not in said
    assert said.splitlines()[-1] == "IKM 100.00 A"


def test_it_needs_neither_settings_nor_a_database(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(table(ELEMENTS, TOTALS, 49))
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ikm", "a.csv"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf8"},
        capture_output=True,
        text=True,
        encoding="utf8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "IKM 78.74 B"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
