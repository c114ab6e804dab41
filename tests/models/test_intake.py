"""What has come in is forgotten when nobody needs it any more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlmodel import select

from models import intake
from models.database import Database
from models.intake import KEEP_LEDGER, KEEP_PARKED, LedgerEntry, ParkedUpdate

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
MOMENT = timedelta(seconds=1)


async def test_an_update_is_entered_once(database: Database) -> None:
    assert await database.writer.run(lambda tx: intake.record(tx, 7, AT))
    assert not await database.writer.run(lambda tx: intake.record(tx, 7, AT))


async def test_what_was_parked_is_kept_for_a_month(database: Database) -> None:
    await database.writer.run(lambda tx: intake.record(tx, 7, AT))
    await database.writer.run(lambda tx: intake.park(tx, 7, "ABC234", "{}", "trace", AT))

    def left() -> tuple[int, int]:
        return database.read_now(
            lambda tx: (
                len(tx.session.exec(select(LedgerEntry)).all()),
                len(tx.session.exec(select(ParkedUpdate)).all()),
            )
        )

    await database.writer.run(lambda tx: intake.forget(tx, AT + KEEP_LEDGER))
    assert left() == (1, 1)
    await database.writer.run(lambda tx: intake.forget(tx, AT + KEEP_LEDGER + MOMENT))
    assert left() == (0, 1)
    await database.writer.run(lambda tx: intake.forget(tx, AT + KEEP_PARKED + MOMENT))
    assert left() == (0, 0)
