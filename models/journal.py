"""The append-only journal, and the hash chain that shows nobody rewrote it.

Response times and appraisals are read from here. It holds facts, ids and numbers, never what a
person wrote or is called, so that erasing a person does not break the chain.

Entries are sealed in the order of commit by a background step (`seal`), so that replicas never
wait for one another; the tail that is not sealed yet is shown as such by the audit
(`journal_audit`). The seal of an entry about a rating or a case keeps the digest of that row too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    bindparam,
    func,
    insert,
    select,
)
from sqlmodel import Field, SQLModel, col
from sqlmodel import select as choose

from models import row_digests
from models.database import Transaction, UtcDateTime, table

GENESIS = "0" * 64  # the hash before the first entry
SEAL_BATCH = 1000
# Ids before the last sealed one that are looked at again on PostgreSQL: a transaction that began
# earlier may be committed later. On SQLite they are committed in their order.
OVERLAP = 50_000


class Kind(StrEnum):
    """The closed vocabulary of what can happen."""

    CONSENT_GIVEN = "consent.given"
    CONSENT_WITHDRAWN = "consent.withdrawn"
    PERSON_ERASED = "person.erased"
    INVITED = "person.invited"
    APPOINTED = "person.appointed"  # entered beforehand, joins later
    JOINED = "person.joined"
    DISMISSED = "person.dismissed"
    INVITING_AGREED = "person.may_be_invited"  # to rate, at the end of a day; or no more

    OFFICE_CHANGED = "office.changed"
    UNIT_CHANGED = "unit.changed"
    SERVICE_CHANGED = "service.changed"
    COUNTER_CHANGED = "counter.changed"
    CALENDAR_CHANGED = "calendar.changed"
    ROSTER_CHANGED = "roster.changed"
    IMPORTED = "import.done"
    API_KEY_MADE = "api_key.made"
    API_KEY_REVOKED = "api_key.revoked"

    VISIT_STARTED = "visit.started"
    VISIT_PAUSED = "visit.paused"  # papers are missing
    VISIT_RESUMED = "visit.resumed"
    VISIT_ENDED = "visit.ended"
    VISIT_UNDONE = "visit.undone"
    VISIT_RECORDED = "visit.recorded"  # told of by a queue system or a file
    VISIT_SCANNED = "visit.scanned"

    RATED = "rating.given"
    RATING_CHANGED = "rating.changed"
    RATING_COMMENTED = "rating.commented"
    SURVEY_FINISHED = "survey.finished"
    INSTRUMENT_CHANGED = "instrument.changed"
    SURVEY_SETTING_CHANGED = "survey.setting_changed"  # weights, numbers
    POPULATION_ENTERED = "survey.population_entered"
    RATING_EXPLAINED = "rating.explained"  # the aspect behind a low score
    RATINGS_INVITED = "rating.invited"  # how many of a unit, on an evening
    PLAN_MADE = "plan.made"
    PLAN_CHANGED = "plan.changed"
    PLAN_CLOSED = "plan.closed"
    RATING_WITHDRAWN = "rating.withdrawn"
    RATING_EXCLUDED = "rating.excluded"
    RATING_RESTORED = "rating.restored"
    RATING_FLAGGED = "rating.flagged"  # a doubt, by a detector or a person
    RATING_FLAG_PROPOSED = "rating.flag_proposed"  # to exclude it
    RATING_FLAG_KEPT = "rating.flag_kept"  # it stays counted

    CASE_SENT = "case.sent"
    CASE_VERIFIED = "case.verified"
    CASE_TAKEN = "case.taken"
    CASE_ASSIGNED = "case.assigned"
    CASE_RETURNED = "case.returned"
    CASE_FORWARDED = "case.forwarded"
    CASE_REFERRED = "case.referred"
    CASE_RECLASSIFIED = "case.reclassified"
    CASE_ANSWERED = "case.answered"
    CASE_ASKED_BACK = "case.asked_back"
    CASE_CITIZEN_REPLIED = "case.citizen_replied"
    CASE_COMMENTED = "case.commented"
    CASE_CONFIRMED = "case.confirmed"
    CASE_CLOSED_BY_SILENCE = "case.closed_by_silence"
    CASE_REJECTED = "case.rejected"
    CASE_ARCHIVED = "case.archived"
    CASE_MERGED = "case.merged"
    CASE_SEPARATED = "case.separated"
    CASE_REOPENED = "case.reopened"
    CASE_WITHDRAWN = "case.withdrawn"
    CASE_HANDLING_RATED = "case.handling_rated"
    CASE_FILE_KEPT = "case.file_kept"
    CASE_FILE_REFUSED = "case.file_refused"
    CASE_CAUSE_CLAIMED = "case.cause_claimed"
    CASE_CAUSE_DECIDED = "case.cause_decided"
    CASE_CAUSE_ENDED = "case.cause_ended"
    CASE_RECALCULATED = "case.recalculated"
    CASE_FOLLOWED = "case.followed"
    CASE_UNFOLLOWED = "case.unfollowed"
    CASE_REMINDED = "case.reminded"
    CASE_ESCALATED = "case.escalated"
    CASE_WOUND = "case.wound"  # when time acts on it next, and nothing else of it
    CASE_READ = "case.read"  # a supervisory case, with the reason
    CASE_ORIGINAL_READ = "case.original_read"  # what masking hides
    CASE_REVEAL_ASKED = "case.reveal_asked"
    CASE_REVEALED = "case.revealed"
    CASE_REVEAL_REFUSED = "case.reveal_refused"
    INSPECTOR_WANTED = "inspector.wanted"  # supervisory cases wait, and nobody may read them
    LIMIT_CHANGED = "limit.changed"
    LADDER_CHANGED = "ladder.changed"
    LEAVE_CHANGED = "leave.changed"

    EVIDENCE_ADDED = "evidence.added"
    LEADER_NAMED = "record.leader_named"
    APPRAISAL_TERMS_CHANGED = "record.terms_changed"
    APPRAISAL_PERIOD_MADE = "record.period_made"
    RECORD_FROZEN = "record.frozen"  # a snapshot, with its hash
    RECORD_AMENDED = "record.amended"
    PERFORMANCE_PLAN_STEP = "performance_plan.step"  # proposed, asked to change, agreed, ...
    REALISATION_REPORTED = "performance_plan.reported"
    FEEDBACK_OPENED = "feedback.opened"
    FEEDBACK_GIVERS_CHANGED = "feedback.givers_changed"
    FEEDBACK_GIVEN = "feedback.given"  # in a round, by nobody that is named
    FEEDBACK_NOTED = "feedback.noted"  # continuous, signed
    CONTEST_RAISED = "contest.raised"
    CONTEST_DECIDED = "contest.decided"
    APPRAISAL_STEP = "appraisal.step"  # opened, rated, confirmed, read, objected, decided, ...
    TRAINING_CHANGED = "training.changed"  # catalogue, needs, events, participants
    RECOGNISED = "recognition.given"
    PROMISE_MADE = "meeting.promised"
    PROMISE_CLOSED = "meeting.promise_closed"
    FORUM_OPENED = "forum.opened"
    FORUM_CLOSED = "forum.closed"
    FORUM_ANSWERED = "forum.answered"
    PAGES_OPENED = "pages.opened"  # a single-use link was used
    PAGES_LEFT = "pages.left"  # a session ended from the chat or the page
    SUMMARY_SENT = "summary.sent"
    EXPORTED = "export.made"  # who, when, which period and place
    UNDELIVERABLE = "message.undeliverable"


class JournalEntry(SQLModel, table=True):
    __tablename__ = "journal"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    kind: str = Field(index=True)
    actor_id: int | None = None  # people.id; no foreign key, so that erasure leaves the entry
    unit_id: int | None = Field(default=None, index=True)
    case_id: int | None = Field(default=None, index=True)
    rating_id: int | None = Field(default=None, index=True)
    data: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class Seal(SQLModel, table=True):
    """The place of an entry in the chain: `hash` covers the entry, the row's digest and the hash
    before it."""

    __tablename__ = "journal_seals"

    number: int = Field(primary_key=True, sa_type=BigInteger)
    entry_id: int = Field(sa_column=Column(Integer, ForeignKey("journal.id"), unique=True))
    hash: str
    # of the rating or case the entry is about, as it stood when the entry was sealed
    digest: str | None = None


_journal, _seals = table(JournalEntry), table(Seal)
_WRITE = insert(_journal).values(
    {
        name: bindparam(name)
        for name in ("at", "kind", "actor_id", "unit_id", "case_id", "rating_id", "data")
    }
)
_LAST = (
    select(
        _seals.c.number,
        _seals.c.hash,
        select(func.max(_seals.c.entry_id)).scalar_subquery().label("furthest"),
    )
    .order_by(_seals.c.number.desc())
    .limit(1)
)
_UNSEALED = (
    select(_journal)
    .join_from(_journal, _seals, _seals.c.entry_id == _journal.c.id, isouter=True)
    .where(_seals.c.entry_id.is_(None), _journal.c.id > bindparam("after"))
    .order_by(_journal.c.id)
    .limit(bindparam("limit"))
)
_SEAL = insert(_seals)


def write(
    tx: Transaction,
    kind: Kind,
    at: datetime,
    *,
    actor_id: int | None = None,
    unit_id: int | None = None,
    case_id: int | None = None,
    rating_id: int | None = None,
    **data: Any,
) -> None:
    """Append one entry; `data` takes JSON values only: ids, numbers, codes."""
    tx.execute(
        _WRITE,
        {
            "at": at,
            "kind": kind.value,
            "actor_id": actor_id,
            "unit_id": unit_id,
            "case_id": case_id,
            "rating_id": rating_id,
            "data": data,
        },
        flush=False,  # an entry refers to nothing by a key
    )


def write_of_cases(tx: Transaction, kind: Kind, at: datetime, cases: Sequence[Any]) -> None:
    """Append an entry without data for each of these rows, which have `id` and `unit_id`."""
    entry: dict[str, Any] = {
        "at": at,
        "kind": kind.value,
        "actor_id": None,
        "rating_id": None,
        "data": {},
    }
    entries = [entry | {"case_id": case.id, "unit_id": case.unit_id} for case in cases]
    if entries:
        tx.execute(_WRITE, entries, flush=False)


def of_case(tx: Transaction, case_id: int) -> list[JournalEntry]:
    """The case's entries in the order they happened."""
    statement = choose(JournalEntry).where(JournalEntry.case_id == case_id)
    return list(tx.session.exec(statement.order_by(col(JournalEntry.at), col(JournalEntry.id))))


def seal(tx: Transaction, limit: int = SEAL_BATCH) -> int:
    """Chain up to `limit` entries that are not sealed yet; returns how many.

    The rows they are about are read after them: a change that is committed in between has an
    entry of its own, which is sealed later with the row's newer digest.
    """
    last = tx.execute(_LAST).first()
    number, chained, furthest = (last.number, last.hash, last.furthest) if last else (0, GENESIS, 0)
    overlap = OVERLAP if tx.connection.dialect.name == "postgresql" else 0
    fresh = tx.execute(_UNSEALED, {"after": furthest - overlap, "limit": limit}).all()
    digests = _digests(tx, fresh)
    seals = []
    for place, entry in enumerate(fresh, number + 1):
        digest = digests.get(about(entry))
        chained = chain(chained, body(entry), digest)
        seals.append({"number": place, "entry_id": entry.id, "hash": chained, "digest": digest})
    if seals:
        tx.execute(_SEAL, seals)
    return len(seals)


def about(entry: Any) -> tuple[str, int] | None:
    """The row whose digest the entry's seal keeps: its table and id."""
    if entry.rating_id is not None:
        return row_digests.RATINGS, entry.rating_id
    return None if entry.case_id is None else (row_digests.CASES, entry.case_id)


def body(entry: Any) -> str:
    """What is hashed of an entry."""
    return json.dumps(
        [
            entry.id,
            entry.at.isoformat(),
            entry.kind,
            entry.actor_id,
            entry.unit_id,
            entry.case_id,
            entry.rating_id,
            entry.data,
        ],
        sort_keys=True,
        separators=(",", ":"),
    )


def chain(previous: str, body: str, digest: str | None) -> str:
    """The hash of an entry after the one before. Entries about no rating or case have no digest,
    nor have those that were sealed before there were any."""
    return hashlib.sha256(f"{previous}{body}{digest or ''}".encode()).hexdigest()


def _digests(tx: Transaction, entries: Sequence[Any]) -> dict[tuple[str, int] | None, str]:
    """Of the rows that entries are about, as they stand now."""
    named = {about(entry) for entry in entries} - {None}
    ids: dict[str, list[int]] = {}
    for name, row_id in sorted(one for one in named if one):
        ids.setdefault(name, []).append(row_id)
    return {
        (name, row_id): digest
        for name, wanted in ids.items()
        for row_id, digest in row_digests.of_rows(tx, name, wanted).items()
    }
