"""Appraisals as people read them: lists, one with its file, and what the reader may do now.

Ratings that are not confirmed are the appraiser's own draft: nobody else reads them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, or_, select

from models import people
from models.appraisal import leaders, terms
from models.appraisal.deciding import acting, operations, steps
from models.appraisal.deciding import sheet as sheets
from models.appraisal.deciding.sheet import Sheet
from models.appraisal.deciding.steps import Step
from models.appraisal.deciding.tables import Appraisal, AppraisalState, AppraisalStep, Objection
from models.appraisal.leaders import Standing
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.errors import Refused
from models.offices import Unit
from models.people import Officer

READERS = (Standing.OWN, Standing.LEADER, Standing.SUPERIOR)
AMENDING = (Standing.LEADER, Standing.SUPERIOR)


class May(StrEnum):
    """What a reader may do with an appraisal now."""

    RATE = "rate"
    CONFIRM = "confirm"
    AGREE = "agree"
    OBJECT = "object"
    EXPLAIN = "explain"
    DECIDE = "decide"
    REOPEN = "reopen"
    AMEND = "amend"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list."""

    appraisal_id: int
    officer: str
    period: tuple[str, dict[str, str | int]]
    state: AppraisalState


@dataclass(frozen=True, slots=True)
class Lists:
    """What somebody has to do with: own appraisals, those to rate, objections to decide."""

    own: tuple[Row, ...]
    rating: tuple[Row, ...]  # as the appraiser; what waits first
    deciding: tuple[Row, ...]  # as the superior


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of the file, with the ratings and the predicate it gave."""

    step: Step
    by: str  # empty: the clock
    words: str
    work: str | None
    behaviour: str | None
    predicate: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class View:
    """An appraisal as this reader may see it."""

    appraisal_id: int
    officer_id: int
    period_id: int
    office_id: int
    standing: Standing
    state: AppraisalState
    sheet: Sheet  # without a draft that is somebody else's
    file: tuple[Entry, ...]
    rate_until: datetime
    explain_until: datetime | None
    decide_until: datetime | None
    amended: bool  # the record has a newer version than the one that was rated
    may: frozenset[May]

    @property
    def confirmed_at(self) -> datetime | None:
        """When the predicate that is shown was named."""
        return max((one.at for one in self.file if one.predicate is not None), default=None)


# --- lists


def lists(tx: Transaction, person_id: int, at: datetime) -> Lists:
    """What there is for a person; empty for whoever is no officer."""
    officer = people.known_authority(tx, person_id, at).officer
    if officer is None:
        return Lists((), (), ())
    number = officer.id or 0
    mine = _rows(tx, col(Appraisal.officer_id) == number)
    rating = _rows(tx, col(Appraisal.appraiser_id) == number)
    return Lists(tuple(mine), tuple(sorted(rating, key=_urgency)), tuple(_deciding(tx, number, at)))


def _rows(tx: Transaction, condition: ColumnElement[bool]) -> list[Row]:
    found = tx.session.exec(
        select(Appraisal, Officer, AppraisalPeriod)
        .join(Officer, col(Officer.id) == Appraisal.officer_id)
        .join(AppraisalPeriod, col(AppraisalPeriod.id) == Appraisal.period_id)
        .where(condition)
        .order_by(
            col(AppraisalPeriod.last_day).desc(),
            col(AppraisalPeriod.first_day).desc(),
            col(Officer.name),
            col(Appraisal.id),
        )
    )
    return [_row(*one) for one in found]


def _row(appraisal: Appraisal, officer: Officer, period: AppraisalPeriod) -> Row:
    state = AppraisalState(appraisal.state)
    return Row(appraisal.id or 0, officer.name, terms.label(period), state)


_ORDER = (*AppraisalState,)  # open first, final last


def _urgency(row: Row) -> int:
    return _ORDER.index(row.state)


def _deciding(tx: Transaction, officer_id: int, at: datetime) -> Iterable[Row]:
    """Objections that lie with an officer, and final ones whose record was amended since."""
    objected = col(Appraisal.state) == AppraisalState.OBJECTED
    amended = and_(
        col(Appraisal.state) == AppraisalState.FINAL,
        col(Appraisal.rated_on_id) != col(Appraisal.snapshot_id),
        col(Appraisal.id).not_in(select(Objection.appraisal_id)),
    )
    for row in _rows(tx, or_(objected, amended)):
        appraisal = tx.session.get_one(Appraisal, row.appraisal_id)
        to = acting.superior_for(tx, appraisal, at)
        if to is not None and to.id == officer_id:
            yield row


# --- one


def read(tx: Transaction, appraisal_id: int, person_id: int, at: datetime) -> View:
    """The appraisal, for the officer, the appraiser and the superior; refused to everybody else."""
    appraisal = tx.session.get(Appraisal, appraisal_id)
    if appraisal is None:
        raise Refused("not-for-you")
    standing = _standing(tx, appraisal, person_id, at)
    objection = acting.objection_of(tx, appraisal_id)
    drafts = _is(tx, person_id, appraisal.appraiser_id, at)
    whose = appraisal.officer_id, appraisal.period_id
    return View(
        appraisal_id=appraisal_id,
        officer_id=appraisal.officer_id,
        period_id=appraisal.period_id,
        office_id=tx.session.get_one(Unit, appraisal.unit_id).office_id,
        standing=standing,
        state=AppraisalState(appraisal.state),
        sheet=sheets.sheet_of(tx, *whose, at, draft=drafts),
        file=_file(tx, appraisal, drafts),
        rate_until=appraisal.rate_until,
        explain_until=objection.explain_until if objection else None,
        decide_until=objection.decide_until if objection else None,
        amended=operations.amended(appraisal),
        may=_may(tx, appraisal, objection, standing, person_id, at),
    )


def _file(tx: Transaction, appraisal: Appraisal, drafts: bool) -> tuple[Entry, ...]:
    """Every step; ratings that nobody has confirmed only for the appraiser."""
    rows = steps.of(tx, appraisal.id or 0)
    shown = range(len(rows)) if drafts else sheets.told_steps([row.step for row in rows])
    return tuple(_entry(tx, rows[number]) for number in shown)


def _entry(tx: Transaction, row: AppraisalStep) -> Entry:
    by = tx.session.get(Officer, row.officer_id) if row.officer_id is not None else None
    name = by.name if by else ""
    given = row.work, row.behaviour, row.predicate
    return Entry(Step(row.step), name, row.words, *given, row.at)


def _standing(tx: Transaction, appraisal: Appraisal, person_id: int, at: datetime) -> Standing:
    """What the reader is to this appraisal: by its own names first, else by today's lines."""
    standing = leaders.standing(tx, appraisal.officer_id, person_id, at)
    if standing in READERS:
        return standing
    acting.acting(tx, person_id, at)  # who serves no more reads of nobody else
    if _is(tx, person_id, appraisal.appraiser_id, at):
        return Standing.LEADER
    objection = acting.objection_of(tx, appraisal.id or 0)
    above = acting.superior_for(tx, appraisal, at)
    for one in (above.id if above else None, objection.decided_by_id if objection else None):
        if one is not None and _is(tx, person_id, one, at):
            return Standing.SUPERIOR
    raise Refused("not-for-you")


def _is(tx: Transaction, person_id: int, officer_id: int, at: datetime) -> bool:
    officer = people.known_authority(tx, person_id, at).officer
    return officer is not None and officer.id == officer_id


def _may(
    tx: Transaction,
    appraisal: Appraisal,
    objection: Objection | None,
    standing: Standing,
    person_id: int,
    at: datetime,
) -> frozenset[May]:
    """What would not be refused now; the operations ask again."""
    own = standing is Standing.OWN
    appraises = not own and _is(tx, person_id, appraisal.appraiser_id, at)
    to = acting.superior_for(tx, appraisal, at)
    decides = to is not None and _is(tx, person_id, to.id or 0, at)
    state, until = appraisal.state, appraisal.objection_until
    fresh = not operations.amended(appraisal)
    objected = state == AppraisalState.OBJECTED and objection is not None
    delivered = own and state == AppraisalState.DELIVERED
    possible = {
        May.RATE: appraises and operations.may_rate(appraisal),
        May.CONFIRM: appraises
        and state == AppraisalState.RATED
        and fresh
        and _is(tx, person_id, appraisal.rated_by_id or 0, at),
        May.AGREE: delivered,
        May.OBJECT: delivered and (until is None or at <= until),
        May.EXPLAIN: appraises
        and objected
        and objection is not None
        and objection.explained_at is None,
        May.DECIDE: decides
        and objected
        and objection is not None
        and operations.heard(objection, at),
        May.REOPEN: decides and operations.may_reopen(tx, appraisal),
        May.AMEND: leaders.standing(tx, appraisal.officer_id, person_id, at) in AMENDING,
    }
    return frozenset(act for act, is_possible in possible.items() if is_possible)
