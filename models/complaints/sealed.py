"""What was written for the inspectorate only, when the case goes on with the unit.

The citizen wrote it believing that the unit does not read it. So the unit gets the inspector's
summary in place of the words, and what is written from then on; everything before stays with the
citizen and the inspectorate. The words are moved out of the case, not only hidden: whatever reads
a case later (a search, an export, a list) finds the summary.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Text, update
from sqlmodel import Field, SQLModel, col, select

from models.complaints.tables import Attachment, Case, CaseMessage
from models.database import Transaction, UtcDateTime


class SealedWords(SQLModel, table=True):
    """The words of a case that the unit does not read, and up to which message of the thread."""

    __tablename__ = "sealed_words"

    case_id: int = Field(primary_key=True, foreign_key="cases.id")
    text: str = Field(sa_type=Text)
    original: str | None = Field(default=None, sa_type=Text)
    place: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    until_message_id: int  # this one included
    at: datetime = Field(sa_type=UtcDateTime)


class SealedMessage(SQLModel, table=True):
    """The words of a message of the thread that the unit does not read."""

    __tablename__ = "sealed_messages"

    message_id: int = Field(primary_key=True, foreign_key="case_messages.id")
    case_id: int = Field(foreign_key="cases.id", index=True)
    text: str = Field(sa_type=Text)
    original: str | None = Field(default=None, sa_type=Text)


def seal(tx: Transaction, case: Case, summary: str, message_id: int, at: datetime) -> None:
    """Put the summary in the place of the words.

    message_id: of the summary in the thread, the last message that is sealed. The complaint's own
    files become its, so that they are sealed with it.
    """
    _seal_words(tx, case, message_id, at)
    _seal_thread(tx, case)
    tx.session.exec(
        update(Attachment)
        .where(
            col(Attachment.case_id) == case.id,
            col(Attachment.message_id).is_(None),
            col(Attachment.cause_id).is_(None),
        )
        .values(message_id=message_id)
    )
    case.text, case.original, case.reading = summary, None, None
    case.place = case.latitude = case.longitude = None
    tx.session.flush()


def _seal_words(tx: Transaction, case: Case, message_id: int, at: datetime) -> None:
    kept = tx.session.get(SealedWords, case.id)
    if kept is None:
        tx.session.add(
            SealedWords(
                case_id=case.id or 0,
                text=case.text,
                original=case.original,
                place=case.place,
                latitude=case.latitude,
                longitude=case.longitude,
                until_message_id=message_id,
                at=at,
            )
        )
    else:
        kept.until_message_id, kept.at = message_id, at


def _seal_thread(tx: Transaction, case: Case) -> None:
    for message in tx.session.exec(select(CaseMessage).where(CaseMessage.case_id == case.id)):
        if message.text:
            tx.session.add(
                SealedMessage(
                    message_id=message.id or 0,
                    case_id=message.case_id,
                    text=message.text,
                    original=message.original,
                )
            )
            message.text, message.original = "", None


def thread_of(tx: Transaction, case: Case) -> dict[int, str]:
    """The words of the sealed messages, by the message's id, masked."""
    rows = tx.session.exec(select(SealedMessage).where(SealedMessage.case_id == case.id))
    return {row.message_id: row.text for row in rows}


def of(tx: Transaction, case: Case) -> SealedWords | None:
    """What is sealed of the case, if anything."""
    return tx.session.get(SealedWords, case.id)


def until(tx: Transaction, case: Case) -> int:
    """The last message of the thread that the unit does not read; 0 when it reads all."""
    kept = None if case.supervisory else of(tx, case)
    return kept.until_message_id if kept else 0


def hides(tx: Transaction, case: Case, file: Attachment) -> bool:
    """Whether the unit does not see this file."""
    return file.message_id is not None and file.message_id <= until(tx, case)
