"""The catalogue of trainings of an office: kept by its admins."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select

from models import entries, journal, offices
from models.appraisal.coaching import ground
from models.appraisal.coaching.tables import Training
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind

MOST = 60  # open trainings of an office


def add(
    tx: Transaction, office_id: int, name: str, topic: str, words: str, at: datetime, by: int
) -> int:
    """A training that should better an indicator; its id. words: what it teaches, who gives it."""
    ground.admin(tx, by, at, office_id)
    offices.office(tx, office_id)
    if len(of_office(tx, office_id)) >= MOST:
        raise Refused("training-too-many", most=MOST)
    made = Training(
        office_id=office_id,
        name=entries.name(name),
        topic=ground.topic(topic),
        words=entries.note(words, ground.LONGEST),
    )
    tx.session.add(made)
    tx.session.flush()
    _enter(tx, made, "training-added", at, by)
    return made.id or 0


def close(tx: Transaction, training_id: int, at: datetime, by: int) -> None:
    """Take it out of the catalogue. What was held stays."""
    found = one(tx, training_id)
    ground.admin(tx, by, at, found.office_id)
    if found.closed_at is None:
        found.closed_at = at
        tx.session.add(found)
        _enter(tx, found, "training-closed", at, by)


def one(tx: Transaction, training_id: int) -> Training:
    found = tx.session.get(Training, training_id)
    if found is None:
        raise Refused("training-unknown")
    return found


def of_office(tx: Transaction, office_id: int) -> list[Training]:
    """Those still offered, by name."""
    statement = select(Training).where(
        Training.office_id == office_id, col(Training.closed_at).is_(None)
    )
    return list(tx.session.exec(statement.order_by(col(Training.name), col(Training.id))))


def suggested(tx: Transaction, office_id: int | None, topic: str) -> Training | None:
    """The first of the catalogue that should better an indicator."""
    if office_id is None:
        return None
    return next((each for each in of_office(tx, office_id) if each.topic == topic), None)


def _enter(tx: Transaction, training: Training, step: str, at: datetime, by: int) -> None:
    journal.write(
        tx,
        Kind.TRAINING_CHANGED,
        at,
        actor_id=by,
        step=step,
        office=training.office_id,
        training=training.id,
        topic=training.topic,
    )
