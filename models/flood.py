"""How much one person may send: the rules, and what the database knows.

**Inputs.** A person's pace is what the ledger holds of the last minute: its row, which every update
writes anyway, names the person, so that any number of processes sees the same and nothing more is
written. Up to `slow_after` inputs a minute are ordinary. Above that each reply waits longer before
it is sent. From `stop_after` on the person is asked, once, to wait a minute; what comes in that
minute is entered in the ledger as refused and not worked on, and counts for nothing, so that the
promise of one minute holds. The open dialogue stays where it was.

That is a bucket of `stop_after` tokens that is full again after a minute. It is no bucket that
drips: a person who was told "one minute" must not be heard after ten seconds, and not again after
fifteen.

**Complaints.** `may_complain` counts the cases a person has sent in the last hour and day.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, case, column, func, select
from sqlalchemy import table as plain_table

from models.database import Transaction, UtcDateTime, table
from models.errors import Refused
from models.intake import ASKED_TO_WAIT, LedgerEntry

MINUTE = timedelta(minutes=1)
SLOWER = timedelta(seconds=2)  # more for each input too many
SLOWEST = timedelta(seconds=20)
COMPLAINTS = ((timedelta(hours=1), 5, "complaints-too-many"),
              (timedelta(days=1), 15, "complaints-too-many-day"))  # fmt: skip
_LONGEST = COMPLAINTS[-1][0]


@dataclass(frozen=True, slots=True)
class Limits:
    """Inputs a minute of one person."""

    slow_after: int = 20  # above it, replies are slowed
    stop_after: int = 40  # above it, the person is asked to wait
    staff_factor: int = 3  # officers, heads and admins may send this many times as much

    def of_staff(self) -> Limits:
        return Limits(self.slow_after * self.staff_factor, self.stop_after * self.staff_factor)


@dataclass(frozen=True, slots=True)
class Pace:
    """What a person has sent in the minute before."""

    worked_on: int
    asked_at: datetime | None = None  # when the person was asked to wait, if in this minute


def delay(pace: Pace, limits: Limits) -> timedelta:
    """How long the replies to one more input wait."""
    return min(SLOWEST, SLOWER * max(0, pace.worked_on + 1 - limits.slow_after))


def is_too_many(pace: Pace, limits: Limits) -> bool:
    """Whether one more input is one too many."""
    return pace.worked_on >= limits.stop_after


_ledger = table(LedgerEntry)
_PACE = select(
    func.sum(case((_ledger.c.outcome.is_(None), 1), else_=0)).label("worked_on"),
    func.max(case((_ledger.c.outcome == ASKED_TO_WAIT, _ledger.c.at))).label("asked_at"),
).where(_ledger.c.person_id == bindparam("person_id"), _ledger.c.at > bindparam("since"))


def pace(tx: Transaction, person_id: int, at: datetime) -> Pace:
    """The person's pace as all processes know it."""
    row = tx.execute(_PACE, {"person_id": person_id, "since": at - MINUTE}).one()
    return Pace(row.worked_on or 0, row.asked_at)


# Cases belong to a part above this one; two of their columns are all that is asked for.
_cases = plain_table("cases", column("reporter_id"), column("received_at", UtcDateTime))
_SENT = (
    select(_cases.c.received_at)
    .where(
        _cases.c.reporter_id == bindparam("person_id"),
        _cases.c.received_at > bindparam("since"),
        _cases.c.received_at <= bindparam("at"),
    )
    .order_by(_cases.c.received_at.desc())
    .limit(max(most for _, most, _ in COMPLAINTS))
)


def may_complain(tx: Transaction, person_id: int, at: datetime) -> None:
    """Refuse a complaint too many: 5 an hour, 15 a day.

    The refusal's `wait` is in whole minutes (of an hour) or hours (of a day), rounded up; after it
    the next one is taken.
    """
    sent = tx.execute(_SENT, {"person_id": person_id, "since": at - _LONGEST, "at": at})
    times = [row.received_at for row in sent]
    for span, most, key in reversed(COMPLAINTS):
        if len(times) >= most and times[most - 1] > at - span:
            unit = MINUTE if span <= timedelta(hours=1) else timedelta(hours=1)
            left = times[most - 1] + span - at
            raise Refused(key, most=most, wait=math.ceil(left / unit))
