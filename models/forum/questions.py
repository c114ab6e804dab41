"""Questions to citizens: an office or unit opens one for a time; what came of it is shown too.

For admins and heads of the place: of an office for all of it, of a unit for the unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, func, select

from models import entries, journal, offices, people
from models.database import Transaction
from models.errors import Refused
from models.forum.tables import ForumQuestion, QuestionKind
from models.journal import Kind
from models.local_days import end_of_day
from models.offices import Office, Unit
from models.people import Authority, Role
from models.ratings.survey_tables import FollowUpPlan

LEADING = (Role.HEAD, Role.ADMIN)
LEAST, MOST = 10, 300  # characters of a question
OPTIONS = range(2, 7)  # how many
OPTION_MOST = 60  # characters; fits a button
DAYS = range(3, 61)
TERMS = (7, 14, 30)  # days offered in the chat
OPEN_AT_ONCE = 3  # of one unit, or of one office as a whole: nobody reads twenty
SHOWN_FOR = timedelta(days=60)  # after the end, among the results


@dataclass(frozen=True, slots=True)
class Asking:
    """A question as it is typed. options: 2 to 6 with CHOICE, none with OPEN. English may be left
    out; options_en: none, or one for each."""

    kind: QuestionKind
    text_id: str
    options: Sequence[str] = ()
    text_en: str = ""
    options_en: Sequence[str] = ()


def open_question(
    tx: Transaction,
    office_id: int,
    unit_id: int | None,
    asking: Asking,
    days: int,
    at: datetime,
    by: int,
) -> ForumQuestion:
    """Open a question until the end of a local day, `days` (3 to 60) from now."""
    zone = require_lead(tx, office_id, unit_id, at, by).zone
    if days not in DAYS:
        raise Refused("forum-days-wrong", least=DAYS[0], most=DAYS[-1])
    if len(_open_of(tx, office_id, unit_id, at)) >= OPEN_AT_ONCE:
        raise Refused("forum-too-many", most=OPEN_AT_ONCE)
    clean = checked(asking)
    question = ForumQuestion(
        office_id=office_id,
        unit_id=unit_id,
        kind=clean.kind,
        text_id=clean.text_id,
        text_en=clean.text_en,
        options=list(clean.options),
        options_en=list(clean.options_en),
        opens_at=at,
        closes_at=end_of_day(at, days, zone),
        opened_by=by,
    )
    tx.session.add(question)
    tx.session.flush()
    until = question.closes_at.isoformat()
    told = {"office": office_id, "kind_of": clean.kind.value, "until": until}
    _enter(tx, Kind.FORUM_OPENED, question, at, by, **told)
    return question


def end(tx: Transaction, question_id: int, at: datetime, by: int) -> ForumQuestion:
    """Close a question before its time; what was answered stays."""
    question = led(tx, question_id, at, by, lock=True)
    if is_closed(question, at):
        raise Refused("forum-closed")
    question.closes_at = at
    tx.session.add(question)
    tx.session.flush()
    _enter(tx, Kind.FORUM_CLOSED, question, at, by, step="ended")
    return question


def _enter(
    tx: Transaction, kind: Kind, question: ForumQuestion, at: datetime, by: int, **told: Any
) -> None:
    journal.write(tx, kind, at, actor_id=by, unit_id=question.unit_id, question=question.id, **told)


def link(tx: Transaction, question_id: int, plan_id: int, at: datetime, by: int) -> None:
    """What came of it: a follow-up plan of the unit, or of one of the office's units."""
    question = led(tx, question_id, at, by, lock=True)
    plan = tx.session.get(FollowUpPlan, plan_id)
    unit = tx.session.get(Unit, plan.unit_id) if plan else None
    if unit is None or unit.id not in {one.id for one in units_of(tx, question)}:
        raise Refused("not-for-you")
    if not is_closed(question, at):
        raise Refused("forum-still-open")
    if question.plan_id is not None:
        raise Refused("forum-planned-already")
    question.plan_id = plan_id
    tx.session.add(question)
    tx.session.flush()


# --- what is typed


def checked(asking: Asking) -> Asking:
    """The question cleaned; refuses what is too short, too long, or told twice."""
    text = words(asking.text_id)
    chosen = asking.kind is QuestionKind.CHOICE
    options = options_of(asking.options) if chosen else ()
    english = words(asking.text_en) if asking.text_en.strip() else ""
    if english and len(asking.options_en) != len(options):
        raise Refused("forum-english-options", n=len(options))
    options_en = options_of(asking.options_en) if english and chosen else ()
    return Asking(asking.kind, text, options, english, options_en)


def words(text: str) -> str:
    """A question as typed, on one line; refuses what is too short or too long."""
    return entries.words(text, LEAST, MOST, one_line=True)


def options_of(lines: Sequence[str]) -> tuple[str, ...]:
    found = [entries.note(" ".join(line.split()), OPTION_MOST) for line in lines]
    found = [one for one in found if one]
    if len(found) not in OPTIONS:
        raise Refused("forum-options-number", least=OPTIONS[0], most=OPTIONS[-1])
    if len({one.casefold() for one in found}) < len(found):
        raise Refused("forum-options-twice")
    return tuple(found)


# --- reading


def one(tx: Transaction, question_id: int, *, lock: bool = False) -> ForumQuestion:
    found = tx.session.get(ForumQuestion, question_id, with_for_update=True if lock else None)
    if found is None:
        raise Refused("forum-unknown")
    return found


def led(
    tx: Transaction, question_id: int, at: datetime, by: int, *, lock: bool = False
) -> ForumQuestion:
    """The question, for who leads its place; refused to everybody else."""
    question = one(tx, question_id, lock=lock)
    require_lead(tx, question.office_id, question.unit_id, at, by)
    return question


def is_closed(question: ForumQuestion, at: datetime) -> bool:
    return question.closes_at <= at


def open_now(tx: Transaction, at: datetime) -> list[ForumQuestion]:
    """What citizens may answer, the soonest to close first."""
    statement = select(ForumQuestion).where(ForumQuestion.closes_at > at)
    order = (col(ForumQuestion.closes_at), col(ForumQuestion.id))
    return list(tx.session.exec(statement.order_by(*order)))


def count_open(tx: Transaction, at: datetime) -> int:
    counting = select(func.count()).where(ForumQuestion.closes_at > at)
    return tx.session.exec(counting).one()


def lately_closed(tx: Transaction, at: datetime) -> list[ForumQuestion]:
    """Those that ended in the last sixty days, newest first."""
    statement = select(ForumQuestion).where(
        ForumQuestion.closes_at <= at, ForumQuestion.closes_at > at - SHOWN_FOR
    )
    return list(tx.session.exec(statement.order_by(col(ForumQuestion.closes_at).desc())))


def of_mine(tx: Transaction, at: datetime, by: int) -> list[ForumQuestion]:
    """The questions of the places this person leads, newest first."""
    statement = select(ForumQuestion).order_by(col(ForumQuestion.id).desc())
    authority = people.known_authority(tx, by, at)
    return [
        one for one in tx.session.exec(statement) if _leads(authority, one.office_id, one.unit_id)
    ]


def units_of(tx: Transaction, question: ForumQuestion) -> list[Unit]:
    """The unit a question is of, or all of the office's."""
    if question.unit_id is not None:
        return [offices.unit(tx, question.unit_id)]
    return offices.units(tx, question.office_id)


def place_name(tx: Transaction, question: ForumQuestion) -> str:
    if question.unit_id is not None:
        return tx.session.get_one(Unit, question.unit_id).name
    return tx.session.get_one(Office, question.office_id).name


def zone_of(tx: Transaction, question: ForumQuestion) -> str:
    if question.unit_id is not None:
        return tx.session.get_one(Unit, question.unit_id).zone
    return tx.session.get_one(Office, question.office_id).zone


# --- rights


def places(tx: Transaction, at: datetime, by: int) -> list[tuple[int, int | None, str]]:
    """(office, unit or None, name) of all for which this person may ask: offices first."""
    authority = people.known_authority(tx, by, at)
    whole: list[tuple[int, int | None, str]] = [
        (one.id or 0, None, one.name)
        for one in offices.offices(tx)
        if _leads(authority, one.id or 0, None)
    ]
    parts = [
        (one.office_id, one.id, one.name)
        for one in offices.units(tx)
        if _leads(authority, one.office_id, one.id)
    ]
    return [*whole, *parts]


def require_lead(
    tx: Transaction, office_id: int, unit_id: int | None, at: datetime, by: int
) -> Office | Unit:
    """The place, for who leads it."""
    place: Office | Unit | None = tx.session.get(Office, office_id)
    if unit_id is not None:
        unit = tx.session.get(Unit, unit_id)
        place = unit if unit is not None and unit.office_id == office_id else None
    if place is None or not _leads(people.known_authority(tx, by, at), office_id, unit_id):
        raise Refused("not-for-you")
    return place


def _leads(authority: Authority, office_id: int, unit_id: int | None) -> bool:
    if unit_id is None:
        return any(authority.over_office(role, office_id) for role in LEADING)
    return any(authority.over_unit(role, unit_id, office_id) for role in LEADING)


def _open_of(
    tx: Transaction, office_id: int, unit_id: int | None, at: datetime
) -> Sequence[int | None]:
    """The place's row is locked, so that two at once come one after the other."""
    place = Office if unit_id is None else Unit
    number = office_id if unit_id is None else unit_id
    tx.session.exec(select(place.id).where(place.id == number).with_for_update()).one()
    of_unit = col(ForumQuestion.unit_id)
    here = of_unit.is_(None) if unit_id is None else of_unit == unit_id
    statement = select(ForumQuestion.id).where(
        ForumQuestion.office_id == office_id, here, ForumQuestion.closes_at > at
    )
    return tx.session.exec(statement).all()
