"""`python -m bot deadline`: the end of a limit on the first line, why below it; no settings."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.__main__ import main
from models.worktime import Calendar, office_default
from models.worktime_calendar import ROUND_THE_CLOCK
from tests.models.worktime_office import OFFICE
from tests.proofs.processes import ROOT

Ask = Callable[..., tuple[int, str, str]]
LEBARAN_EVE = "2026-03-17T10:00"


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Ask:
    """`ask("--zone", …)` gives exit code, standard output and error; there are no settings."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["bot", "deadline", *arguments])
        code = main()
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def file(tmp_path: Path) -> Callable[[object], str]:
    """A calendar as a file."""

    def write(data: object) -> str:
        path = tmp_path / "kalender.json"
        path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf8")
        return str(path)

    return write


def ends(ask: Ask, zone: str, received: str, within: str, *more: str) -> str:
    code, said, wrong = ask("--zone", zone, "--received", received, "--within", within, *more)
    assert (code, wrong) == (0, "")
    return said.splitlines()[0]


def test_it_needs_neither_settings_nor_a_database(tmp_path: Path) -> None:
    question = ("--zone", "Asia/Jakarta", "--received", LEBARAN_EVE, "--within", "14 working days")
    done = subprocess.run(
        [sys.executable, "-m", "bot", "deadline", *question],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "2026-04-14T16:00:00+07:00\n"), done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("received", "days", "day"),
    [
        ("2026-03-17", 3, "2026-03-27"),
        ("2026-03-17", 5, "2026-03-31"),
        ("2026-03-17", 10, "2026-04-08"),
        ("2026-03-17", 14, "2026-04-14"),
        ("2026-03-17", 60, "2026-06-26"),
        ("2026-05-13", 3, "2026-05-20"),
        ("2026-05-13", 5, "2026-05-22"),
        ("2026-05-13", 10, "2026-06-03"),
        ("2026-05-13", 14, "2026-06-09"),
        ("2026-05-13", 60, "2026-08-13"),
    ],
)
@pytest.mark.parametrize(
    ("zone", "offset"), [("Asia/Jakarta", 7), ("Asia/Makassar", 8), ("Asia/Jayapura", 9)]
)
def test_the_vectors_of_the_rules(
    ask: Ask, received: str, days: int, day: str, zone: str, offset: int
) -> None:
    end = ends(ask, zone, f"{received}T10:00", f"{days} working days")
    assert (end[:10], end[-6:]) == (day, f"+0{offset}:00")


@pytest.mark.parametrize(
    ("within", "end"),
    [
        ("14 hari kerja", "2026-04-14T16:00:00+07:00"),
        ("3 working hours", "2026-03-17T14:00:00+07:00"),  # the break is no part of them
        ("3 jam kerja", "2026-03-17T14:00:00+07:00"),
        ("30 minutes", "2026-03-17T10:30:00+07:00"),
        ("30 menit", "2026-03-17T10:30:00+07:00"),
        ("72 hours", "2026-03-20T10:00:00+07:00"),
        ("72 jam", "2026-03-20T10:00:00+07:00"),
        ("3 days", "2026-03-21T00:00:00+07:00"),
        ("3 hari kalender", "2026-03-21T00:00:00+07:00"),
    ],
)
def test_every_unit_in_both_languages(ask: Ask, within: str, end: str) -> None:
    assert ends(ask, "Asia/Jakarta", LEBARAN_EVE, within) == end


def test_an_instant_with_an_offset_is_shown_in_the_zone(ask: Ask) -> None:
    assert ends(ask, "Asia/Jayapura", "2026-01-13T10:00+07:00", "1 hour") == (
        "2026-01-13T13:00:00+09:00"
    )
    assert ends(ask, "WIB", "2026-01-13T03:00:00Z", "1 hour") == "2026-01-13T11:00:00+07:00"
    assert ends(ask, "wita", "2026-01-13 10:00", "1 hour") == "2026-01-13T11:00:00+08:00"


def test_it_says_why_in_both_languages(ask: Ask) -> None:
    question = ("--zone", "WIB", "--received", "2026-01-13T15:59", "--within", "3 working days")
    assert ask(*question, "--explain")[1] == (
        "2026-01-19T16:00:00+07:00\n"
        "Diterima Selasa 13 Jan 2026 15.59 WIB; batas 3 hari kerja.\n"
        "Hari diterima tidak dihitung. Hari kerja yang dihitung: Rab, Kam, Sen.\n"
        "Dilewati karena libur: Jum Isra Mikraj Nabi Muhammad, Sab–Min.\n"
        "Batas: Senin 19 Jan 2026 16.00 WIB, akhir hari kerja terakhir.\n"
    )
    english = ask(*question, "--explain", "--language", "en")[1].splitlines()
    assert english[1] == "Received Tuesday 13 Jan 2026 15:59 WIB; limit 3 working days."
    assert english[-1] == "Limit: Monday 19 Jan 2026 16:00 WIB, the end of the last working day."


def test_pauses_move_it_and_are_explained(ask: Ask) -> None:
    code, said, _ = ask(
        *("--zone", "WIB", "--received", "2026-01-12T14:50", "--within", "3 working hours"),
        *("--pause", "2026-01-13T08:30", "2026-01-13T16:00", "menunggu <foto>"),
        *("--pause", "2026-01-14T07:30", "2026-01-14T07:40+07:00", "listrik padam"),
        "--explain",
    )
    lines = said.splitlines()
    assert (code, lines[0]) == (0, "2026-01-14T08:30:00+07:00")
    assert (
        "dijeda Sel 08.30–16.00 menunggu <foto>; dijeda Rab 07.30–07.40 listrik padam" in lines[-2]
    )


def test_the_days_off_of_the_next_year_count_too(ask: Ask) -> None:
    # 25 December and the decreed day before it, and New Year's Day, are days off
    assert ends(ask, "WIB", "2026-12-23T10:00", "5 working days") == "2027-01-04T16:00:00+07:00"


# --- calendars from a file


def test_a_file_without_holidays_gets_the_national_ones(
    ask: Ask, file: Callable[[object], str]
) -> None:
    week = office_default("Asia/Makassar").to_json()["weekly"]
    week["sat"] = ["07:30-12:00"]
    plain = file({"zone": "Asia/Makassar", "weekly": week})
    code, said, _ = ask("--calendar", plain, "--received", LEBARAN_EVE, "--within", "4 hari kerja")
    assert (code, said) == (0, "2026-03-28T12:00:00+08:00\n")  # a Saturday


def test_a_file_with_its_own_holidays_has_only_those(
    ask: Ask, file: Callable[[object], str]
) -> None:
    none = file(office_default("Asia/Jakarta").to_json())
    assert ends(ask, "Asia/Jakarta", LEBARAN_EVE, "1 working day", "--calendar", none) == (
        "2026-03-18T16:00:00+07:00"
    )
    written = file(OFFICE.to_json())
    assert ends(ask, "Asia/Jakarta", LEBARAN_EVE, "14 working days", "--calendar", written) == (
        "2026-04-14T16:00:00+07:00"
    )


def test_own_days_ramadan_and_decrees_from_a_file(ask: Ask, file: Callable[[object], str]) -> None:
    data = office_default("Asia/Jakarta").to_json() | {
        "seasons": [
            {
                "name": "Ramadan",
                "first": "2026-02-18",
                "last": "2026-03-19",
                "weekly": {"wed": ["08:00-12:00", "12:30-15:00"], "thu": ["08:00-15:00"]},
            }
        ],
        "own_days": {"2026-02-18": {"hours": [], "reason": "Banjir", "decree": "SK 7/2026"}},
        "decreed_until": 2025,
    }
    code, said, _ = ask(
        *("--calendar", file(data), "--zone", "WIB", "--received", "2026-02-17T10:00"),
        *("--within", "1 hari kerja", "--explain"),
    )
    assert code == 0
    assert said.splitlines()[0] == "2026-02-19T15:00:00+07:00"
    assert "Dilewati karena libur: Rab Banjir (SK 7/2026)." in said
    assert "jam kerja Ramadan berlaku Kam" in said
    assert "sesudah tahun 2025 belum ditetapkan" in said


def test_a_unit_that_never_closes(ask: Ask, file: Callable[[object], str]) -> None:
    ward = file(Calendar("Asia/Jakarta", ROUND_THE_CLOCK).to_json())
    end = ends(ask, "WIB", "2026-01-13T23:30", "60 minutes", "--calendar", ward)
    assert end == "2026-01-14T00:30:00+07:00"


# --- what is wrong


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--zone", "Asia/Atlantis"], '--zone: unknown time zone "Asia/Atlantis"'),
        (["--received", "besok"], '--received: not a date and time: "besok"'),
        (["--received", "2026-03-17"], "2026-03-17T10:00"),
        (["--received", "9999-12-30T10:00"], "9999"),
        (["--within", "soon"], '--within: not a duration: "soon"'),
        (["--within", "0 days"], "--within: "),
        (["--calendar", "no-such-file.json"], "--calendar: no-such-file.json cannot be read"),
        (["--pause", "2026-01-13T10:00", "2026-01-12T10:00", "x"], "--pause: "),
        (["--pause", "x", "2026-01-12T10:00", "x"], "--pause: not a date and time"),
    ],
)
def test_bad_input_is_one_line_that_names_it(ask: Ask, arguments: list[str], named: str) -> None:
    right = ["--zone", "WIB", "--received", LEBARAN_EVE, "--within", "14 working days"]
    code, said, wrong = ask(*right, *arguments)
    assert (code, said) == (2, "")
    assert wrong.count("\n") == 1
    assert named in wrong


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ("{", "is not JSON"),
        ([], "holds no calendar"),
        ({}, "lacks 'zone'"),
        ({"zone": "Asia/Jakarta"}, "lacks 'weekly'"),
        ({"zone": "Asia/Jakarta", "weekly": {"mon": ["8-12"]}}, "not a time of day"),
        ({"zone": "Asia/Jakarta", "weekly": {"monday": []}}, "not a day of the week"),
        ({"zone": "Asia/Jakarta", "weekly": {}}, "no opening hours"),
        ({"zone": "Asia/Jakarta", "weekly": {}, "holidays": {"17-8-2026": "HUT"}}, "17-8-2026"),
    ],
)
def test_a_bad_calendar_is_one_line_that_names_it(
    ask: Ask, file: Callable[[object], str], data: object, named: str
) -> None:
    path = file(data)
    code, said, wrong = ask(
        "--calendar", path, "--received", LEBARAN_EVE, "--within", "1 working day"
    )
    assert (code, said) == (2, "")
    assert wrong.count("\n") == 1
    assert wrong.startswith("--calendar: ")
    assert named in wrong


def test_without_a_zone_and_a_file_the_zone_is_asked_for(ask: Ask) -> None:
    code, _, wrong = ask("--received", LEBARAN_EVE, "--within", "1 day")
    assert code == 2
    assert wrong.startswith("--zone is missing")


def test_what_argparse_refuses_is_no_traceback_either(
    ask: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        ask("--zone", "WIB", "--received", LEBARAN_EVE)
    assert ended.value.code == 2
    assert "--within" in capsys.readouterr().err


# --- the page about it


def test_the_examples_of_the_page_are_true(
    ask: Ask, file: Callable[[object], str], tmp_path: Path
) -> None:
    page = (ROOT / "docs" / "clock.md").read_text(encoding="utf8")
    (calendar,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    assert file(calendar) == str(tmp_path / "kalender.json")
    examples = re.findall(r"^\$ python -m bot deadline (.*)\n((?:[^$`].*\n)+)", page, re.MULTILINE)
    assert len(examples) == 4
    for arguments, output in examples:
        assert ask(*shlex.split(arguments)) == (0, output, "")
