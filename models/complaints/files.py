"""Files that were sent along: what waits to be fetched, what became of it, and who may see it.

A file arrives as a row that names it at Telegram's servers. A worker fetches, checks and cleans it
outside any transaction and then says here what came of it. Doing so twice is harmless: the name
under which the copy is kept was given with the row, and a row is settled once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case as either
from sqlalchemy import func, select, update
from sqlmodel import col
from sqlmodel import select as select_models

from models import journal, outbox
from models.complaints import access, readings, sealed
from models.complaints.notices import text, whose
from models.complaints.tables import (
    Attachment,
    Case,
    CaseMessage,
    FileKind,
    FileState,
    Follower,
    Side,
)
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.outbox import Outgoing

_attachments = table(Attachment)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that is still at Telegram's servers only."""

    id: int
    kind: FileKind
    file_id: str
    stored_as: str
    attempts: int  # that failed so far, one after the other for the same reason
    reason: str | None  # of the last that failed
    at: datetime


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file named in a message, with what sending it needs. digest: SHA-256 in hex."""

    id: int
    case_id: int
    kind: FileKind
    state: FileState
    allowed: bool  # to the person the message is for
    stored_as: str
    mime: str
    digest: str
    sent_file_id: str | None


def waiting(tx: Transaction, at: datetime, limit: int) -> list[Waiting]:
    """What is due to be fetched, the longest due first."""
    rows = tx.execute(
        select(
            _attachments.c.id,
            _attachments.c.kind,
            _attachments.c.file_id,
            _attachments.c.stored_as,
            _attachments.c.attempts,
            _attachments.c.reason,
            _attachments.c.at,
        )
        .where(_attachments.c.state == FileState.PENDING, _attachments.c.next_try_at <= at)
        .order_by(_attachments.c.next_try_at, _attachments.c.id)
        .limit(limit)
    )
    return [Waiting(**(row._asdict() | {"kind": FileKind(row.kind)})) for row in rows]


def backlog(tx: Transaction) -> int:
    """How many files wait."""
    counted = select(func.count()).where(_attachments.c.state == FileState.PENDING)
    return int(tx.execute(counted).scalar_one())


def keep(tx: Transaction, attachment_id: int, mime: str, digest: str, at: datetime) -> None:
    """The cleaned copy is stored: from now on the file can be seen."""
    file = _pending(tx, attachment_id)
    if file is None:
        return
    file.state, file.mime, file.digest, file.reason = FileState.STORED, mime, digest, None
    _enter(tx, file, Kind.CASE_FILE_KEPT, at, digest=digest)


def refuse(tx: Transaction, attachment_id: int, reason: str, at: datetime) -> None:
    """The file is not taken: its sender is told which and why; the case goes on without it.

    reason: the end of a text key `file-refused-<reason>`.
    """
    file = _pending(tx, attachment_id)
    if file is None:
        return
    file.state, file.reason = FileState.REFUSED, reason
    _enter(tx, file, Kind.CASE_FILE_REFUSED, at, reason=reason)
    case = tx.session.get_one(Case, file.case_id)
    if file.sender_id is not None:
        told = Outgoing(file.sender_id, _refusal(tx, file, case, reason), unit_id=whose(case))
        outbox.put(tx, told, at)


def later(tx: Transaction, attachment_id: int, next_try_at: datetime, reason: str) -> None:
    """It could not be fetched, checked or stored now. Tries count anew when the reason is another:
    an hour without Telegram says nothing about the file."""
    reason = reason[:200]
    again = col(Attachment.reason) == reason
    tx.execute(
        update(Attachment)
        .where(col(Attachment.id) == attachment_id, col(Attachment.state) == FileState.PENDING)
        .values(
            next_try_at=next_try_at,
            attempts=either((again, col(Attachment.attempts) + 1), else_=1),
            reason=reason,
        )
    )


def readable(tx: Transaction, attachment_id: int, person_id: int, at: datetime) -> Attachment:
    """The file, for who may see it: its sender; who may work on the case; and, of what an officer
    sent, the reporter and who follows the case. Refused to everybody else, also when there is no
    such file: nobody learns which ids there are."""
    file = tx.session.get(Attachment, attachment_id)
    if file is None or not _may_see(tx, file, person_id, at):
        raise Refused("file-unknown")
    return file


def parcels(
    tx: Transaction, ids: Collection[int], person_id: int, at: datetime
) -> tuple[Parcel, ...]:
    """The named files in the order of their ids, each with whether the person may see it."""
    rows = tx.session.exec(
        select_models(Attachment).where(col(Attachment.id).in_(ids)).order_by(col(Attachment.id))
    )
    return tuple(_parcel(file, _may_see(tx, file, person_id, at)) for file in rows.all())


def remember(tx: Transaction, sent: Mapping[int, str | None]) -> None:
    """Under which id Telegram keeps our copy; None: under none that still works."""
    for attachment_id, file_id in sent.items():
        tx.execute(
            update(Attachment)
            .where(col(Attachment.id) == attachment_id)
            .values(sent_file_id=file_id)
        )


# --- beneath


def _parcel(file: Attachment, allowed: bool) -> Parcel:
    return Parcel(
        id=file.id or 0,
        case_id=file.case_id,
        kind=FileKind(file.kind),
        state=FileState(file.state),
        allowed=allowed,
        stored_as=file.stored_as,
        mime=file.mime or "",
        digest=file.digest or "",
        sent_file_id=file.sent_file_id,
    )


def _pending(tx: Transaction, attachment_id: int) -> Attachment | None:
    """The row, locked, if nobody has settled it yet."""
    return tx.session.exec(
        select_models(Attachment)
        .where(Attachment.id == attachment_id, Attachment.state == FileState.PENDING)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()


def _may_see(tx: Transaction, file: Attachment, person_id: int, at: datetime) -> bool:
    if file.sender_id == person_id:
        return True
    case = tx.session.get_one(Case, file.case_id)
    by_officer, hidden = _by_officer(tx, file, case), sealed.hides(tx, case, file)
    if by_officer and case.reporter_id == person_id:
        return True
    if by_officer and not hidden and _follows(tx, case.id or 0, person_id):
        return True
    try:
        access.entitled(tx, case, person_id, at)
        readings.require_reading(tx, case, person_id, at)
    except Refused:
        return False
    return not hidden


def _by_officer(tx: Transaction, file: Attachment, case: Case) -> bool:
    """Not what the reporter sent, wherever it stands now."""
    if file.message_id is None or file.sender_id in (None, case.reporter_id):
        return False
    return tx.session.get_one(CaseMessage, file.message_id).side == Side.OFFICER


def _follows(tx: Transaction, case_id: int, person_id: int) -> bool:
    return tx.session.get(Follower, (case_id, person_id)) is not None


def _enter(tx: Transaction, file: Attachment, kind: Kind, at: datetime, **data: Any) -> None:
    case = tx.session.get_one(Case, file.case_id)
    journal.write(tx, kind, at, unit_id=case.unit_id, case_id=case.id, attachment=file.id, **data)


def _refusal(tx: Transaction, file: Attachment, case: Case, reason: str) -> dict[str, Any]:
    way = "case" if file.cause_id is not None or _by_officer(tx, file, case) else "track"
    return {
        "key": "file-refused",
        "values": {
            "ticket": case.ticket,
            "what": text(f"file-{FileKind(file.kind)}", n=_number(tx, file)),
            "why": text(f"file-refused-{reason}"),
        },
        "buttons": [[{"label": text(f"button-{way}"), "data": f"{way}:{case.id}"}]],
    }


def _number(tx: Transaction, file: Attachment) -> int:
    """The how-manieth of its kind within its message."""
    same = select(func.count()).where(
        _attachments.c.case_id == file.case_id,
        _attachments.c.message_id.is_not_distinct_from(file.message_id),
        _attachments.c.cause_id.is_not_distinct_from(file.cause_id),
        _attachments.c.kind == file.kind,
        _attachments.c.id <= file.id,
    )
    return int(tx.execute(same).scalar_one())
