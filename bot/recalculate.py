"""Moving open deadlines to today's calendar from the command line: what would move, the move."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bot.clock import SystemClock
from bot.settings import BadSetting
from handlers.texts import when
from models.complaints import recalculation
from models.complaints.recalculation import Moves
from models.database import Database
from models.offices import Office


def proposed(database: Database, office_id: int | None) -> list[Moves]:
    with database.reading() as tx:
        if office_id is not None and tx.session.get(Office, office_id) is None:
            raise BadSetting(f"--office: there is no office with the id {office_id}")
        return recalculation.proposed(tx, SystemClock().now(), by=None, office_id=office_id)


def told(found: list[Moves]) -> Iterator[str]:
    if not found:
        yield "Nothing moves: every open case follows today's calendar."
    for one in found:
        for move in one.moves:
            before, after = (when("en", at, one.zone) for at in (move.before, move.after))
            warned = " (days off of that year are not decreed yet)" if move.undecreed else ""
            name = move.clock.replace("_", " ")
            yield f"{one.ticket} {one.unit_name}, {name}: {before} -> {after}{warned}"


async def move(database: Database, found: list[Moves]) -> int:
    at = SystemClock().now()
    moved = 0
    for one in found:
        work = partial(recalculation.recalculate, case_id=one.case_id, at=at, by=None)
        moved += await database.writer.run(work) is not None
    return moved
