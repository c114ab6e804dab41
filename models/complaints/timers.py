"""What time does to a case, and when: the columns that lists and jobs go by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from models.complaints import sla
from models.complaints.history import Measure
from models.complaints.sla import Happened
from models.complaints.tables import Case


def wind(case: Case, past: Sequence[Happened], measure: Measure, at: datetime) -> None:
    """Set the clock that ends first, and when time acts on the case next."""
    clocks = sla.clocks(past, measure.calendar, at, measure.limits)
    first = clocks.next_due
    case.next_clock = first.name if first else None
    case.next_due = first.due if first else None
