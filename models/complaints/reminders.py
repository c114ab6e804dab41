"""Climbing the ladder of a case: which rungs are reached, and who is told.

Asked at any instant, twice or late: what was told is kept in `reminders`, once per deadline. Rungs
missed at once count as told with the latest of them, for each audience apart. A rung with nobody
to tell goes to the next audience up. Of a supervisory case the inspectorate's people hear, never
the unit, its office or their admins: the admins of everything get its number and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import col, delete, select

from models import journal, leaves, people
from models.complaints import access, casework, holding, ladder, notices, timers
from models.complaints.holding import HeldBy
from models.complaints.ladder import Audience, Mark, Rung
from models.complaints.sla import Clock
from models.complaints.tables import Case, Reminder
from models.complaints.timers import Known, Standing
from models.database import Transaction, table
from models.journal import Kind
from models.offices import Unit
from models.people import Appointment, Officer, Role
from models.worktime_explain import Explanation, explain

_KEEP = insert(table(Reminder))
_LEADING = (Rung.HEAD, Rung.OFFICE)


@dataclass(frozen=True)
class Why:
    """Why a clock stands where it stands: who had the case, and what was counted."""

    holders: tuple[HeldBy, ...]
    course: Explanation


@dataclass(frozen=True)
class Told:
    """One line for one audience: a case, its clock and the rung it has reached."""

    case_id: int
    ticket: str
    category: str
    unit_id: int
    unit_name: str
    zone: str
    rung: Rung
    clock: Clock
    audience: Audience  # who was told in the end
    people: tuple[int, ...]  # people.id
    held: bool
    supervisory: bool
    why: Why | None = None  # for those who lead


def climb(tx: Transaction, standing: Standing) -> list[Told]:
    """Everything that the running clocks of an open case call for now; marked as told."""
    case, at = standing.case, standing.at
    told, steps = timers.already(tx, case), timers.ladder_of(tx, case, at)
    lines: list[Told] = []
    for clock in standing.clocks.running:
        marks = timers.untold(steps, clock, told)
        reached = [m for m in marks if timers.climbed_at(standing, clock, m) <= at]
        lines += _climb(tx, standing, clock, reached, told)
    _tell_citizen(tx, case, lines, at)
    return lines


def _climb(
    tx: Transaction, standing: Standing, clock: Clock, reached: list[Mark], told: Known
) -> Iterable[Told]:
    _keep(tx, standing.case, clock, reached, standing.at)
    for mark in {mark.audience: mark for mark in reached}.values():  # the latest of each
        yield _tell(tx, standing, clock, mark)


def _keep(tx: Transaction, case: Case, clock: Clock, reached: list[Mark], at: datetime) -> None:
    """Those marks are told: never again for this deadline."""
    told = {"case_id": case.id, "clock": clock.name.value, "due": clock.promised, "at": at}
    if reached:
        tx.execute(_KEEP, [told | {"step": mark.rung.value} for mark in reached])


def _tell(tx: Transaction, standing: Standing, clock: Clock, mark: Mark) -> Told:
    case, at = standing.case, standing.at
    audience, officers = _reached(tx, case, mark.audience, at)
    unit = access.unit_of(tx, case.unit_id)
    to_lead = audience not in (Audience.OFFICER, Audience.CITIZEN)
    _enter(tx, case, clock, mark, audience, officers, at)
    return Told(
        case_id=case.id or 0,
        ticket=case.ticket,
        category=case.category,
        unit_id=case.unit_id,
        unit_name=unit.name,
        zone=unit.zone,
        rung=mark.rung,
        clock=clock,
        audience=audience,
        people=tuple(o.person_id for o in officers if o.person_id is not None),
        held=access.holder(tx, case, at) is not None,
        supervisory=case.supervisory,
        why=why(tx, standing, clock) if to_lead and not case.supervisory else None,
    )


def why(tx: Transaction, standing: Standing, clock: Clock) -> Why:
    """The explanation of a clock that has not ended."""
    key = ("why", standing.case.id, clock.name, clock.started_at, standing.at)
    return tx.once(key, lambda: _why(tx, standing, clock))


def _why(tx: Transaction, standing: Standing, clock: Clock) -> Why:
    calendar, until = standing.measure.calendar, max(standing.at, clock.started_at)
    return Why(
        holding.told(tx, standing.past, calendar, standing.at),
        explain(calendar, clock.started_at, until, clock.pauses),
    )


def _enter(
    tx: Transaction,
    case: Case,
    clock: Clock,
    mark: Mark,
    audience: Audience,
    officers: list[Officer],
    at: datetime,
) -> None:
    journal.write(
        tx,
        Kind.CASE_REMINDED if mark.audience is Audience.OFFICER else Kind.CASE_ESCALATED,
        at,
        unit_id=case.unit_id,
        case_id=case.id,
        step=mark.rung.value,
        clock=clock.name.value,
        due=clock.promised.isoformat(),
        meant_for=mark.audience.value,
        audience=audience.value,
        officers=[officer.id for officer in officers],
    )


# --- whom


def _reached(
    tx: Transaction, case: Case, audience: Audience, at: datetime
) -> tuple[Audience, list[Officer]]:
    """The audience, or the next one up with anybody at work; the first one when there is nobody."""
    unit = access.unit_of(tx, case.unit_id)
    for higher in ladder.upwards(audience):
        there = _audience(tx, case, unit, higher, at)
        if reachable := [o for o in there if _tellable(case, o)]:
            return higher, reachable
    return audience, []


def _tellable(case: Case, officer: Officer) -> bool:
    """In the chat, and not who sent the case; who was given the own case hears like any holder."""
    given = officer.id == case.holder_id
    return officer.person_id is not None and (given or officer.person_id != case.reporter_id)


def _audience(
    tx: Transaction, case: Case, unit: Unit, audience: Audience, at: datetime
) -> list[Officer]:
    holder = access.holder(tx, case, at)
    if audience is Audience.OFFICER and holder is not None and leaves.present(tx, [holder], at):
        return [holder]
    if case.supervisory:
        return _inspectorate(tx, case, unit, audience, holder, at)
    key = ("audience", unit.id, audience, at)  # the same for every case of the unit
    return tx.once(key, lambda: leaves.present(tx, _serving(tx, unit, audience, at), at))


def _serving(tx: Transaction, unit: Unit, audience: Audience, at: datetime) -> list[Officer]:
    match audience:
        case Audience.OFFICER:
            return appointed(tx, Role.OFFICER, at, unit_id=unit.id)
        case Audience.HEAD:
            return appointed(tx, Role.HEAD, at, unit_id=unit.id)
        case Audience.OFFICE:
            return appointed(tx, Role.HEAD, at, office_id=unit.office_id)
        case Audience.ADMIN:
            own = appointed(tx, Role.ADMIN, at, office_id=unit.office_id)
            return own or appointed(tx, Role.ADMIN, at)
        case Audience.CITIZEN:
            return []


def _inspectorate(
    tx: Transaction,
    case: Case,
    unit: Unit,
    audience: Audience,
    holder: Officer | None,
    at: datetime,
) -> list[Officer]:
    if audience is Audience.CITIZEN:
        return []
    if audience is Audience.ADMIN:
        return leaves.present(tx, appointed(tx, Role.ADMIN, at), at)
    crew = notices.crew(tx, case, unit, at)  # those at work
    return [one for one in crew if holder is None or one.id != holder.id]


def appointed(
    tx: Transaction,
    role: Role,
    at: datetime,
    *,
    unit_id: int | None = None,
    office_id: int | None = None,
) -> list[Officer]:
    """Who holds the role at exactly this place: the unit, the office, or everywhere."""
    place = [col(Appointment.unit_id) == unit_id]
    if unit_id is None:
        same_office = col(Appointment.office_id).is_not_distinct_from(office_id)
        place = [col(Appointment.unit_id).is_(None), same_office]
    rows = tx.session.exec(
        select(Officer)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .where(Appointment.role == role, people.valid_at(at), *place)
        .order_by(col(Officer.id))
        .distinct()
    )
    return list(rows)


def _tell_citizen(tx: Transaction, case: Case, lines: list[Told], at: datetime) -> None:
    """Once, whichever of the clocks brought it."""
    if any(line.audience is Audience.CITIZEN for line in lines):
        told = {"unit": access.unit_of(tx, case.unit_id).name, "what": notices.text("ombudsman")}
        notices.tell_citizen(tx, case, "case-ombudsman", at, told, buttons=[["track"]])


# --- a case goes on somewhere else


def begin_anew(tx: Transaction, case: Case, origin: Unit, target: Unit) -> None:
    """The case has another unit now: what the former head was told, this one was not."""
    _untell(tx, case, [Rung.HEAD] if origin.office_id == target.office_id else _LEADING)


def with_other_readers(tx: Transaction, case: Case) -> None:
    """The case went to the inspectorate, or from there to the unit: those who were told that a
    limit has ended no longer read it, and those who read it now were not told."""
    _untell(tx, case, [Rung.END, *_LEADING])


def _untell(tx: Transaction, case: Case, rungs: Sequence[Rung]) -> None:
    tx.session.exec(
        delete(Reminder).where(col(Reminder.case_id) == case.id, col(Reminder.step).in_(rungs))
    )


def standing_of(tx: Transaction, case: Case, at: datetime) -> Standing:
    past = casework.history(tx, case)
    return timers.stand(case, past, casework.measure_of(tx, case), at)
