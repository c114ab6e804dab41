"""Sanggah: an officer contests one rating or case of the own record, and somebody else decides.

Until the record of the period is frozen a fact may be contested once. Neither the officer nor who
appraises the officer decides: the superior does, an admin of the office, or another head in it.
Accepted, the fact is set aside in this officer's figures, and both figures are shown; those of the
unit stay. The citizen is neither told nor named, and the decider reads nothing that tells who it
was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlmodel import and_, col, or_
from sqlmodel import select as choose

from models import entries, journal, leaves, people
from models.appraisal import leaders, terms
from models.appraisal.evidence import cases
from models.appraisal.evidence.tables import Contest, ContestKind, Snapshot
from models.appraisal.indicators import RecordKind
from models.appraisal.terms_tables import AppraisalPeriod
from models.complaints import access
from models.complaints.history import events_of
from models.complaints.tables import Case
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.local_days import local_day
from models.offices import Unit
from models.people import Appointment, Officer, Person, Role
from models.ratings.tables import Rating, Standing

LEAST, MOST = 10, 500  # characters of the reason, and of the decision's
REMIND_BEFORE = timedelta(days=3)  # the freezing

Aside = frozenset[tuple[int, RecordKind, int]]
"""What is set aside in whose figures: officer, rating or case, id."""

_contests = table(Contest)


@dataclass(frozen=True, slots=True)
class Fact:
    """What is contested: a rating or a case, with the days that tell its period."""

    kind: RecordKind
    id: int
    unit: Unit
    day: date  # the latest on which it counts; local to the unit


# --- what a figure asks


def set_aside(tx: Transaction, officer_ids: Collection[int]) -> Aside:
    """What was accepted, of these officers."""
    found = tx.execute(
        select(_contests.c.officer_id, _contests.c.rating_id, _contests.c.case_id).where(
            _contests.c.officer_id.in_(list(officer_ids)), _contests.c.accepted.is_(True)
        )
    )
    return frozenset(
        (row.officer_id, RecordKind.CASE, row.case_id)
        if row.rating_id is None
        else (row.officer_id, RecordKind.RATING, row.rating_id)
        for row in found
    )


# --- raising


def open_to(tx: Transaction, person_id: int, kind: RecordKind, id_: int, at: datetime) -> Officer:
    """The officer who may contest this rating or case now; refused with the reason otherwise."""
    officer = people.known_authority(tx, person_id, at).officer
    if officer is None:
        raise Refused("not-for-you")
    fact = _own(tx, officer.id or 0, kind, id_, at)
    if of_fact(tx, officer.id or 0, kind, id_) is not None:
        raise Refused("contest-already")
    if _frozen(tx, officer.id or 0, fact):
        raise Refused("contest-frozen")
    return officer


def contest(
    tx: Transaction,
    person_id: int,
    kind: RecordKind,
    id_: int,
    why: ContestKind,
    said: str,
    at: datetime,
) -> Contest:
    """Contest a rating or case of the own record; it counts until it is decided."""
    officer = open_to(tx, person_id, kind, id_, at)
    fact = _own(tx, officer.id or 0, kind, id_, at)
    made = Contest(
        officer_id=officer.id or 0,
        unit_id=fact.unit.id or 0,
        rating_id=id_ if kind is RecordKind.RATING else None,
        case_id=id_ if kind is RecordKind.CASE else None,
        kind=why,
        words=words(said),
        at=at,
    )
    tx.session.add(made)
    tx.session.flush()
    _enter(tx, Kind.CONTEST_RAISED, made, person_id, at, kind_of=why.value)
    return made


def words(said: str) -> str:
    """A reason, within the limits."""
    return entries.said(said, LEAST, MOST)


def _own(tx: Transaction, officer_id: int, kind: RecordKind, id_: int, at: datetime) -> Fact:
    """The fact, if it is of this officer's record; the same refusal for all that is not."""
    found = (_rating if kind is RecordKind.RATING else _case)(tx, officer_id, id_, at)
    if found is None or kind not in (RecordKind.RATING, RecordKind.CASE):
        raise Refused("contest-not-yours")
    return found


def _rating(tx: Transaction, officer_id: int, rating_id: int, at: datetime) -> Fact | None:
    rating = tx.session.get(Rating, rating_id)
    if rating is None or rating.officer_id != officer_id or rating.standing != Standing.COUNTED:
        return None
    unit = access.unit_of(tx, rating.unit_id)
    return Fact(RecordKind.RATING, rating_id, unit, rating.day)


def _case(tx: Transaction, officer_id: int, case_id: int, at: datetime) -> Fact | None:
    """A case this officer has held. An open one belongs to today."""
    case = tx.session.get(Case, case_id)
    if case is None or case.supervisory:
        return None
    past = events_of(tx, [case_id], before=at + timedelta.resolution)[case_id]
    held = [one for one in cases.stretches(past, at) if one.officer_id == officer_id]
    if not held:
        return None
    unit = access.unit_of(tx, held[-1].unit_id)
    return Fact(RecordKind.CASE, case_id, unit, local_day(unit.zone, case.resolved_at or at))


def _frozen(tx: Transaction, officer_id: int, fact: Fact) -> bool:
    """Whether a record of the officer that the day belongs to is frozen."""
    found = tx.session.exec(
        choose(Snapshot.id)
        .join(AppraisalPeriod, col(AppraisalPeriod.id) == Snapshot.period_id)
        .where(
            Snapshot.officer_id == officer_id,
            col(AppraisalPeriod.first_day) <= fact.day,
            col(AppraisalPeriod.last_day) >= fact.day,
        )
        .limit(1)
    )
    return found.first() is not None


def fact_of(tx: Transaction, contest: Contest, at: datetime) -> Fact:
    """What a contest is about, also when it does not count any more."""
    if contest.rating_id is not None:
        rating = tx.session.get_one(Rating, contest.rating_id)
        unit = access.unit_of(tx, rating.unit_id)
        return Fact(RecordKind.RATING, contest.rating_id, unit, rating.day)
    case = tx.session.get_one(Case, contest.case_id)
    unit = access.unit_of(tx, contest.unit_id)
    return Fact(RecordKind.CASE, case.id or 0, unit, local_day(unit.zone, case.resolved_at or at))


# --- deciding


def decide(
    tx: Transaction, contest_id: int, person_id: int, accepted: bool, said: str, at: datetime
) -> Contest:
    """Accept or refuse, with the reason; once."""
    found = tx.session.exec(
        choose(Contest)
        .where(Contest.id == contest_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if found is None:
        raise Refused("not-for-you")
    officer = decider(tx, found, person_id, at)
    if found.accepted is not None:
        raise Refused("contest-decided")
    found.accepted, found.decision_words = accepted, words(said)
    found.decided_by_id, found.decided_at = officer.id, at
    tx.session.flush()
    _enter(tx, Kind.CONTEST_DECIDED, found, person_id, at, accepted=accepted)
    return found


def decider(tx: Transaction, contest: Contest, person_id: int, at: datetime) -> Officer:
    """The person as somebody who may decide it; refused to everybody else."""
    officer = people.known_authority(tx, person_id, at).officer
    if officer is None or all(one.id != officer.id for one in deciders(tx, contest, at)):
        raise Refused("not-for-you")
    return officer


def deciders(tx: Transaction, contest: Contest, at: datetime) -> list[Officer]:
    """Who may decide: neither the officer, nor who appraises, nor whose rating or case it is."""
    unit = access.unit_of(tx, contest.unit_id)
    superior = leaders.superior_of(tx, contest.officer_id, at)
    admins = people.holders(tx, Role.ADMIN, at, unit_id=unit.id, office_id=unit.office_id)
    able = [*([superior] if superior else []), *admins, *_heads(tx, unit.office_id, at)]
    barred = {contest.officer_id, *_appraising(tx, contest, at)}
    person = _citizen(tx, contest)
    found = {one.id: one for one in able if one.id not in barred and one.person_id is not None}
    return [one for one in found.values() if one.person_id != person]


def _appraising(tx: Transaction, contest: Contest, at: datetime) -> set[int | None]:
    """Who leads the officer now, and who did at the end of a period that the fact belongs to: that
    one appraises it, also after the officer has moved on."""
    fact = fact_of(tx, contest, at)
    ends = [
        terms.bounds(period, fact.unit.zone)[1] - timedelta.resolution
        for period in terms.of_office(tx, fact.unit.office_id)
        if period.first_day <= fact.day <= period.last_day
    ]
    whens = {at, *(min(at, end) for end in ends)}
    found = (leaders.leader_of(tx, contest.officer_id, when) for when in whens)
    return {leader.id for leader in found if leader is not None}


def _heads(tx: Transaction, office_id: int, at: datetime) -> list[Officer]:
    """Heads of an office and of its units."""
    statement = (
        choose(Officer)
        .join(Appointment, col(Appointment.officer_id) == Officer.id)
        .join(Unit, col(Unit.id) == Appointment.unit_id, isouter=True)
        .where(
            Appointment.role == Role.HEAD,
            people.valid_at(at),
            or_(
                Unit.office_id == office_id,
                and_(col(Appointment.unit_id).is_(None), Appointment.office_id == office_id),
                and_(col(Appointment.unit_id).is_(None), col(Appointment.office_id).is_(None)),
            ),
        )
        .order_by(col(Officer.id))
        .distinct()
    )
    return list(tx.session.exec(statement))


def _citizen(tx: Transaction, contest: Contest) -> int | None:
    """people.id of whose rating or case it is, where that is known; leaves this module nowhere."""
    if contest.case_id is not None:
        return tx.session.get_one(Case, contest.case_id).reporter_id
    rater = tx.session.get_one(Rating, contest.rating_id).rater
    return tx.session.exec(choose(Person.id).where(Person.pseudonym == rater)).first()


# --- lists


def of_fact(tx: Transaction, officer_id: int, kind: RecordKind, id_: int) -> Contest | None:
    column = Contest.rating_id if kind is RecordKind.RATING else Contest.case_id
    statement = choose(Contest).where(Contest.officer_id == officer_id, column == id_)
    return tx.session.exec(statement).first()


def of_officer(tx: Transaction, officer_id: int) -> list[Contest]:
    """The officer's contests, newest first."""
    statement = choose(Contest).where(Contest.officer_id == officer_id)
    return list(tx.session.exec(statement.order_by(col(Contest.id).desc())))


def waiting(tx: Transaction, person_id: int, at: datetime) -> list[Contest]:
    """Undecided ones that this person may decide, the oldest first."""
    officer = people.known_authority(tx, person_id, at).officer
    if officer is None:
        return []
    return [
        one
        for one in _undecided(tx)
        if any(able.id == officer.id for able in deciders(tx, one, at))
    ]


def _undecided(tx: Transaction) -> Iterable[Contest]:
    statement = choose(Contest).where(col(Contest.accepted).is_(None)).order_by(col(Contest.id))
    return tx.session.exec(statement).all()


def to_remind(tx: Transaction, at: datetime) -> list[tuple[Contest, datetime, list[Officer]]]:
    """Undecided ones whose record is frozen within `REMIND_BEFORE`, once each: the contest, when
    that is, and whom to tell."""
    found = []
    for one in _undecided(tx):
        freezing = freezes_at(tx, one, at) if one.reminded_at is None else None
        if freezing is not None and at < freezing <= at + REMIND_BEFORE:
            one.reminded_at = at
            found.append((one, freezing, leaves.present(tx, deciders(tx, one, at), at)))
    return found


def freezes_at(tx: Transaction, contest: Contest, at: datetime) -> datetime | None:
    """When the first record that its fact belongs to is frozen; None: there is no such period."""
    fact = fact_of(tx, contest, at)
    setting = terms.setting_of(tx, fact.unit.office_id)
    ends = [
        terms.freezes_at(setting, period, fact.unit.zone)
        for period in terms.of_office(tx, fact.unit.office_id)
        if period.first_day <= fact.day <= period.last_day
    ]
    return min(ends, default=None)


def _enter(
    tx: Transaction, kind: Kind, contest: Contest, actor: int, at: datetime, **data: object
) -> None:
    journal.write(
        tx,
        kind,
        at,
        actor_id=actor,
        unit_id=contest.unit_id,
        case_id=contest.case_id,
        rating_id=contest.rating_id,
        contest=contest.id,
        officer=contest.officer_id,
        **data,
    )
