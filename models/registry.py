"""Every table, for migrations and for tests: importing this module declares them all."""

from __future__ import annotations

from sqlmodel import SQLModel

from models import (
    calendars,
    dialogs,
    intake,
    journal,
    leases,
    leaves,
    offices,
    outbox,
    page_sessions,
    people,
    quiet,
    row_digests,
)
from models.appraisal import tables as appraisal
from models.appraisal import terms_tables
from models.appraisal.coaching import tables as coaching
from models.appraisal.deciding import tables as deciding
from models.appraisal.evidence import tables as evidence
from models.appraisal.feedback import tables as feedback
from models.appraisal.skp import tables as skp
from models.complaints import (
    causes,
    digest,
    ladder_rules,
    limit_rules,
    readings,
    reveals,
    sealed,
    templates,
)
from models.complaints import tables as complaints
from models.forum import tables as forum
from models.ratings import invitation_settings
from models.ratings import survey_tables as surveys
from models.ratings import tables as ratings
from models.visits import tables as visits

PARTS = (
    people,
    offices,
    calendars,
    dialogs,
    intake,
    journal,
    row_digests,
    leases,
    outbox,
    visits,
    ratings,
    surveys,
    invitation_settings,
    complaints,
    limit_rules,
    ladder_rules,
    leaves,
    quiet,
    digest,
    readings,
    reveals,
    sealed,
    templates,
    causes,
    appraisal,
    terms_tables,
    skp,
    evidence,
    feedback,
    deciding,
    coaching,
    forum,
    page_sessions,
)
METADATA = SQLModel.metadata
