"""What the command line does. Each command prints what a person needs and returns an exit code."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import tarfile
from pathlib import Path

from sqlalchemy import make_url
from telegram import Bot
from telegram.error import TelegramError

from bot import app, logs, sums
from bot import deadline as limits
from bot import ikm as paper
from bot import ikm_import as paper_import
from bot import recalculate as moving
from bot import settings as setting
from bot.clock import SystemClock
from bot.files.storage import NAME, FileMissing, StorageAway, opened, probe
from bot.settings import BadSetting, Settings
from bot.telegram_api import new_bot
from models import people, schema
from models.database import TRANSIENT, Database, Transaction, writing_engine
from models.offices import Office, Unit
from models.people import Role


def run(_arguments: argparse.Namespace) -> int:
    """Serve until a signal ends it."""
    settings = setting.for_running()
    logs.configure(settings)
    asyncio.run(_until_signal(app.build(settings)))
    return 0


async def _until_signal(service: app.App) -> None:
    serving = asyncio.create_task(app.run(service))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, serving.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await serving


def migrate(_arguments: argparse.Namespace) -> int:
    """Bring the database to the newest schema."""
    settings = setting.load()
    if settings.sqlite_file is not None:
        settings.sqlite_file.parent.mkdir(parents=True, exist_ok=True)
    engine = writing_engine(settings.database_url)
    try:
        schema.migrate(engine)
    except TRANSIENT as error:
        raise BadSetting(
            f"DATABASE_URL cannot be reached ({type(error).__name__}): "
            "start the database or correct the address in .env"
        ) from None
    finally:
        engine.dispose()
    print("The database is up to date.")
    return 0


def invite(arguments: argparse.Namespace) -> int:
    """Print a single-use link that gives somebody a role."""
    settings = setting.for_running()
    role = Role(arguments.role)
    if role is Role.OFFICER and arguments.unit is None and arguments.office is None:
        raise BadSetting("--unit is missing: without it an officer would serve everywhere")
    if role in (Role.ADMIN, Role.INSPECTOR) and arguments.unit is not None:
        raise BadSetting(
            f"--unit: an {role.value} has an office (--office) or, without it, everything"
        )
    database = app.open_database(settings)

    def invited(tx: Transaction) -> str:
        for option, number, known in (
            ("--unit", arguments.unit, Unit),
            ("--office", arguments.office, Office),
        ):
            if number is not None and tx.session.get(known, number) is None:
                raise BadSetting(f"{option}: there is no {option[2:]} with the id {number}")
        return people.invite(
            tx,
            role,
            SystemClock().now(),
            unit_id=arguments.unit,
            office_id=arguments.office,
        )

    async def work() -> tuple[str, str]:
        async with _bot(settings) as bot:
            return await database.writer.run(invited), bot.username

    try:
        token, name = asyncio.run(work())
    except TelegramError as error:
        raise BadSetting(f"TELEGRAM_TOKEN: Telegram says {type(error).__name__}") from None
    finally:
        database.close()
    print(f"https://t.me/{name}?start=i{token}")
    print(f"Single use; valid for {people.INVITATION_VALID.days} days.")
    return 0


def backup(arguments: argparse.Namespace) -> int:
    """Write a consistent copy of the database while the bot runs, and of the files beside it."""
    settings = setting.load()
    target = Path(arguments.file)
    if target.exists():
        raise BadSetting(f"FILE: {target} exists already: choose another name")
    if not target.absolute().parent.is_dir():
        raise BadSetting(f"FILE: there is no folder {target.absolute().parent}: make it first")
    archive = target.with_name(f"{target.name}.files.tar")
    if archive.exists():
        raise BadSetting(f"FILE: {archive} exists already: choose another name")
    if settings.sqlite_file is None:
        _dump_postgresql(settings, target)
    else:
        _copy_sqlite(settings.sqlite_file, target)
    print(f"Copied to {target} ({target.stat().st_size:,} bytes).")
    if settings.files_s3_endpoint:
        print(
            f"The files are in the bucket {settings.files_s3_bucket}: copy that by its own means."
        )
    elif settings.files_folder.is_dir():
        _copy_files(settings.files_folder, archive)
        print(f"Files copied to {archive} ({archive.stat().st_size:,} bytes).")
    return 0


def _copy_files(folder: Path, archive: Path) -> None:
    """After the database: a row that says `stored` has its file, since that was there first."""
    with tarfile.open(archive, "x") as packed:
        for file in sorted(folder.glob("??/*")):
            if NAME.fullmatch(file.name):
                packed.add(file, file.relative_to(folder))


def _copy_sqlite(source: Path, target: Path) -> None:
    if not source.exists():
        raise BadSetting(f"DATABASE_URL: there is no file {source}")
    with (
        contextlib.closing(
            sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
        ) as origin,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        origin.backup(copy)


def _dump_postgresql(settings: Settings, target: Path) -> None:
    if shutil.which("pg_dump") is None:
        raise BadSetting("pg_dump is missing: install PostgreSQL's client programs")
    url = make_url(settings.database_url).set(drivername="postgresql")
    password = {"PGPASSWORD": url.password} if url.password else {}  # not where `ps` shows it
    address = url._replace(password=None).render_as_string(hide_password=False)
    made = subprocess.run(
        ["pg_dump", "--format=custom", f"--file={target}", address],
        env=os.environ | password,
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        raise BadSetting(f"DATABASE_URL: pg_dump failed: {made.stderr.strip().splitlines()[-1]}")


def check(_arguments: argparse.Namespace) -> int:
    """Verify settings, database, token and webhook; say what to do."""
    settings = setting.for_running()
    print("settings: ok")
    database = app.open_database(settings)
    print(f"database: ok ({make_url(settings.database_url).get_backend_name()})")
    asyncio.run(_check_files(settings))
    try:
        asyncio.run(_check_telegram(settings, database))
    finally:
        database.close()
    return 0


async def _check_files(settings: Settings) -> None:
    s3 = settings.files_s3_endpoint
    where = f"bucket {settings.files_s3_bucket} at {s3}" if s3 else f"{settings.files_folder}"
    try:
        await probe(opened(settings))
    except (StorageAway, FileMissing) as error:
        raise BadSetting(
            f"{'FILES_S3_ENDPOINT' if s3 else 'FILES_DIR'}: {where} cannot be written and read "
            f"({error or type(error).__name__})"
        ) from None
    print(f"files: ok ({where})")


async def _check_telegram(settings: Settings, database: Database) -> None:
    try:
        async with _bot(settings) as bot:
            print(f"token: ok (@{bot.username})")
            info = await bot.get_webhook_info()
    except TelegramError as error:
        raise BadSetting(
            f"TELEGRAM_TOKEN or TELEGRAM_API_BASE_URL: {type(error).__name__}: "
            "copy the token again from @BotFather, and check the network"
        ) from None
    wanted = f"{settings.webhook_url}/telegram" if settings.webhook_url else ""
    if info.url == wanted:
        print(f"webhook: ok ({info.pending_update_count} updates wait at Telegram)")
    else:
        print(f"webhook: Telegram has {info.url or 'none'}; `run` sets it to {wanted or 'none'}")
    if info.last_error_message:
        print(f"webhook: the last delivery failed: {info.last_error_message}")
    admins = database.read_now(
        lambda tx: people.holders(tx, Role.ADMIN, SystemClock().now(), unit_id=None, office_id=None)
    )
    if not admins:
        print("admin: nobody yet: run python -m bot invite --role admin and open the link")


def recalculate(arguments: argparse.Namespace) -> int:
    """Print which open deadlines a changed calendar would move, ask, and move them."""
    database = app.open_database(setting.load())
    try:
        found = moving.proposed(database, arguments.office)
        for line in moving.told(found):
            print(line)
        if not found or not (arguments.yes or _agreed(len(found))):
            return 0
        moved = asyncio.run(moving.move(database, found))
    finally:
        database.close()
    print(f"Moved: {moved}. The citizens are told their new dates.")
    return 0


def _agreed(number: int) -> bool:
    return input(f"Move the deadlines of {number} cases? [y/N] ").strip().lower() in ("y", "yes")


def rebuild_sums(arguments: argparse.Namespace) -> int:
    """Make the daily sums anew from the rows; exit code 1 when `--check` finds a wrong one."""
    settings = setting.load()
    app.open_database(settings).close()  # says what is wrong with it
    found = sums.run(settings.database_url, keep=not arguments.check)
    for one in found:
        print(one.line)
    return 1 if arguments.check and any(one.wrong for one in found) else 0


def deadline(arguments: argparse.Namespace) -> int:
    """Print when a limit ends, and why if asked."""
    for line in limits.answer(arguments):
        print(line)
    return 0


def ikm(arguments: argparse.Namespace) -> int:
    """Print the IKM of a file, element by element; its last line is such as `IKM 78.74 B`. With
    `--import` its questionnaires are stored first."""
    lines = paper.answer(arguments)
    if arguments.store:
        lines = [*paper_import.store(arguments), "", *lines]
    for line in lines:
        print(line)
    return 0


def _bot(settings: Settings) -> Bot:
    token = settings.telegram_token.get_secret_value()
    return new_bot(token, settings.telegram_api_base_url)
