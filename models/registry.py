"""Every table, for migrations and for tests: importing this module declares them all."""

from __future__ import annotations

from sqlmodel import SQLModel

from models import calendars, dialogs, intake, journal, leases, offices, outbox, people
from models.appraisal import tables as appraisal
from models.complaints import limit_rules
from models.complaints import tables as complaints
from models.ratings import tables as ratings

PARTS = (
    people,
    offices,
    calendars,
    dialogs,
    intake,
    journal,
    leases,
    outbox,
    ratings,
    complaints,
    limit_rules,
    appraisal,
)
METADATA = SQLModel.metadata
