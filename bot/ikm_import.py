"""`ikm FILE --import`: the questionnaires of the file go into the database, as paper."""

from __future__ import annotations

import argparse
import asyncio
from datetime import date
from pathlib import Path

from bot import app, ikm, settings
from bot.clock import SystemClock
from bot.settings import BadSetting
from handlers.message import Listed, Text, said
from models import offices
from models.database import Transaction
from models.errors import Refused
from models.ratings import paper
from models.ratings.ikm import Numbering
from models.ratings.paper import Paper, Stored

NEEDED = ("unit", "day", "by")


def store(arguments: argparse.Namespace) -> list[str]:
    """Store the file once; the lines to print. `BadSetting` says what is wrong."""
    day = _checked(arguments)
    file = Path(arguments.file)
    try:
        sheet = ikm.read(file, Numbering(arguments.order))
        found = Paper(file.read_bytes(), sheet, file.name, arguments.by)
        unit, stored = asyncio.run(_store(arguments.unit, day, found))
    except paper.Faulty as faulty:
        raise ikm.bad(arguments.language, ikm.refusal_of(faulty.faults)) from None
    except Refused as refused:
        raise ikm.bad(arguments.language, refused) from None
    return [said(arguments.language, text) for text in _told(arguments, unit, stored)]


def _checked(arguments: argparse.Namespace) -> date:
    missing = [f"--{name}" for name in NEEDED if not getattr(arguments, name)]
    if missing:
        raise BadSetting(f"--import needs {', '.join(missing)} too")
    try:
        return date.fromisoformat(arguments.day)
    except ValueError:
        raise BadSetting("--day: a day as 2026-11-23") from None


async def _store(unit_id: int, day: date, found: Paper) -> tuple[str, Stored]:
    database = app.open_database(settings.load())
    at = SystemClock().now()

    def work(tx: Transaction) -> tuple[str, Stored]:
        return offices.unit(tx, unit_id).name, paper.store(tx, unit_id, day, found, at)

    try:
        return await database.writer.run(work)
    finally:
        database.close()


def _told(arguments: argparse.Namespace, unit: str, stored: Stored) -> list[Text]:
    values = {"unit": unit, "day": arguments.day, "by": arguments.by}
    values |= {"n": stored.responses, "complete": stored.complete}
    told = [Text("paper-stored", values)]
    if stored.profile:
        told.append(Text("paper-profile", {"columns": Listed(stored.profile)}))
    return told
