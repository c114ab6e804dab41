"""The questions of a unit's survey, by version.

Version 0 is built in: the nine elements of PermenPANRB 14/2017 with the official questions. A unit
may leave elements out and ask several questions about one; each change is a new version, and a
questionnaire keeps the version it was begun with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy import select as select_columns
from sqlmodel import select

from models import entries, journal, offices
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.offices import Unit
from models.ratings.ikm import ELEMENTS, MOST_QUESTIONS
from models.ratings.survey_tables import Instrument
from models.staffing import require_admin

LEAST_WORDS, WORDS_LIMIT = 8, 160  # characters of a question


@dataclass(frozen=True, slots=True)
class Wording:
    """A unit's own question; without words it is the official one of the element."""

    id: str = ""
    en: str = ""

    @property
    def official(self) -> bool:
        return not self.id


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the survey and what is asked about it, at least one question."""

    key: str  # of `ikm.ELEMENTS`
    wordings: tuple[Wording, ...] = (Wording(),)


@dataclass(frozen=True, slots=True)
class Question:
    """key: "waktu", then "waktu.2", … where an element has several."""

    key: str
    element: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class Form:
    """The questions as they hold from an instant on; elements in the official order."""

    elements: tuple[Element, ...]
    instrument_id: int | None = None  # None: built in
    version: int = 0
    valid_from: datetime | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(element.key for element in self.elements)

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(
            Question(question_key(element.key, place), element.key, wording)
            for element in self.elements
            for place, wording in enumerate(element.wordings, 1)
        )


_instruments = table(Instrument)
_NEWEST = (
    select_columns(_instruments)
    .where(
        _instruments.c.unit_id == bindparam("unit_id"),
        _instruments.c.valid_from <= bindparam("at"),
    )
    .order_by(_instruments.c.valid_from.desc(), _instruments.c.version.desc())
    .limit(1)
)
BUILT_IN = Form(tuple(Element(key) for key in ELEMENTS))


def question_key(element: str, place: int) -> str:
    """place: from 1."""
    return element if place == 1 else f"{element}.{place}"


def current(tx: Transaction, unit_id: int, at: datetime) -> Form:
    """The questions of the unit at that instant."""
    row = tx.execute(_NEWEST, {"unit_id": unit_id, "at": at}).first()
    return BUILT_IN if row is None else _form(row)


def by_id(tx: Transaction, instrument_id: int | None) -> Form:
    """The questions of a version; None: the built-in one."""
    return tx.once(("instrument", instrument_id), lambda: _by_id(tx, instrument_id))


def _by_id(tx: Transaction, instrument_id: int | None) -> Form:
    if instrument_id is None:
        return BUILT_IN
    return _form(tx.session.get_one(Instrument, instrument_id))


def set(
    tx: Transaction,
    unit_id: int,
    elements: Sequence[Element],
    at: datetime,
    by: int | None,
) -> Form:
    """A new version for questionnaires begun from now on; the same questions again change nothing.

    by: a person who is an admin of the unit; None: the operator.
    """
    place = offices.unit(tx, unit_id)
    require_admin(tx, by, at, office_id=place.office_id, unit_id=unit_id)
    wanted = _checked(elements)
    tx.session.exec(select(Unit.id).where(Unit.id == unit_id).with_for_update()).one()
    now = current(tx, unit_id, at)
    if now.elements == wanted:
        return now
    made = Instrument(
        unit_id=unit_id,
        version=now.version + 1,
        elements=[_written(element) for element in wanted],
        valid_from=at,
        set_by=by,
    )
    tx.session.add(made)
    tx.session.flush()
    journal.write(
        tx,
        Kind.INSTRUMENT_CHANGED,
        at,
        actor_id=by,
        unit_id=unit_id,
        version=made.version,
        elements=[element.key for element in wanted],
    )
    return _form(made)


def words(text: str) -> str:
    """A question of the unit's own as typed; refuses what is too short or too long."""
    clean = entries.note(" ".join(text.split()), WORDS_LIMIT)
    if len(clean) < LEAST_WORDS:
        raise Refused("survey-question-short", least=LEAST_WORDS)
    return clean


def _checked(elements: Sequence[Element]) -> tuple[Element, ...]:
    """In the official order, each once, with one to six questions."""
    by_key = {element.key: element for element in elements}
    if not by_key:
        raise Refused("survey-elements-none")
    if len(by_key) != len(elements) or not by_key.keys() <= {*ELEMENTS}:
        raise Refused("survey-elements-unknown")
    for element in elements:
        if not 1 <= len(element.wordings) <= MOST_QUESTIONS:
            raise Refused("survey-questions-many", most=MOST_QUESTIONS)
    return tuple(by_key[key] for key in ELEMENTS if key in by_key)


def _written(element: Element) -> dict[str, Any]:
    """As the table keeps it: no questions where only the official one is asked."""
    if element.wordings == (Wording(),):
        return {"key": element.key}
    return {
        "key": element.key,
        "questions": [{"id": one.id, "en": one.en} for one in element.wordings],
    }


def _form(row: Any) -> Form:
    return Form(tuple(_element(kept) for kept in row.elements), row.id, row.version, row.valid_from)


def _element(kept: dict[str, Any]) -> Element:
    questions = kept.get("questions") or [{}]
    return Element(kept["key"], tuple(Wording(**question) for question in questions))
