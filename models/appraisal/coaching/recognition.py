"""Recognition: candidates by evidence, decided by people, with a reason everybody in the office
reads.

A candidate has several figures that are clearly good and none that is clearly bad, each by its
interval. There is no score and no order but that of names. Whoever decides may recognise somebody
else; then, too, the reason is what is published.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from models import journal
from models.appraisal import indicators, leaders, terms
from models.appraisal.coaching import ground, needs
from models.appraisal.coaching.need_rules import Target
from models.appraisal.coaching.tables import Recognition
from models.appraisal.comparing import Standing as Beside
from models.appraisal.comparing import flagged, praised, standing
from models.appraisal.evidence import freezing
from models.appraisal.evidence.tables import Snapshot
from models.appraisal.indicators import OTHERS, Inputs, Result
from models.appraisal.leaders import Standing
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.local_days import local_day
from models.offices import Office
from models.people import Officer

LEAST = 3  # figures that are clearly good
DECIDING = (Standing.LEADER, Standing.SUPERIOR)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Whose evidence speaks for a recognition. good: the indicators, in the catalogue's order."""

    officer_id: int
    name: str
    good: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """A recognition as it is published."""

    id: int
    office_id: int
    office: str
    officer_id: int
    name: str
    period_id: int
    reason: str
    by: str
    at: datetime


# --- candidates


def candidates(tx: Transaction, period_id: int, at: datetime, by: int) -> list[Candidate]:
    """Those whom somebody may recognise and for whom the frozen evidence speaks, by name."""
    period = terms.period(tx, period_id)
    mine = {one.id: one for one in recognisable(tx, period, at, by)}
    figures = _Frozen(tx, period)
    found = [
        Candidate(number or 0, one.name, good)
        for number, one in mine.items()
        if len(good := figures.good(number or 0)) >= LEAST
    ]
    return sorted(found, key=lambda one: (one.name, one.officer_id))


def recognisable(tx: Transaction, period: AppraisalPeriod, at: datetime, by: int) -> list[Officer]:
    """Whom somebody may recognise for a period and nobody has yet, by name."""
    ground.officer(tx, by, at)
    known = select(Recognition.officer_id).where(Recognition.period_id == period.id)
    already = set(tx.session.exec(known))
    return [
        one
        for one in ground.served(tx, period.office_id, at)
        if one.id not in already and _decides(tx, one.id or 0, period.office_id, at, by)
    ]


class _Frozen:
    """The frozen figures of a period, those of each unit together."""

    def __init__(self, tx: Transaction, period: AppraisalPeriod) -> None:
        self._tx = tx
        rows = tx.session.exec(
            select(Snapshot)
            .where(Snapshot.period_id == period.id)
            .order_by(col(Snapshot.version))  # the newest one stays
        )
        self._snapshots = {one.officer_id: one for one in rows}
        self._known: dict[int, dict[str, Inputs]] = {}

    def good(self, officer_id: int) -> tuple[str, ...]:
        """The indicators that are clearly good; none where one is clearly bad."""
        snapshot = self._snapshots.get(officer_id)
        if snapshot is None:
            return ()
        planned = needs.targets(self._tx, snapshot)
        own = self._inputs(snapshot)
        signs = {
            key: _sign(key, _told(key, own[key]), planned.get(key), self._others(snapshot, key))
            for key in ground.TOPICS
            if key in own
        }
        if any(sign < 0 for sign in signs.values()):
            return ()
        return tuple(key for key, sign in signs.items() if sign > 0)

    def _inputs(self, snapshot: Snapshot) -> Mapping[str, Inputs]:
        if snapshot.officer_id not in self._known:
            frozen = freezing.figures(self._tx, snapshot.id or 0)
            self._known[snapshot.officer_id] = {
                key: Inputs.from_json(one.inputs) for key, one in frozen.items()
            }
        return self._known[snapshot.officer_id]

    def _others(self, snapshot: Snapshot, key: str) -> Result | None:
        """What the unit's others have together; None where fewer than two have enough."""
        near = [
            self._inputs(one).get(key, Inputs())
            for number, one in self._snapshots.items()
            if one.unit_id == snapshot.unit_id and number != snapshot.officer_id
        ]
        if sum(_told(key, one).value is not None for one in near) < OTHERS:
            return None
        return _told(key, Inputs(tuple(record for one in near for record in one.records)))


def _told(key: str, inputs: Inputs) -> Result:
    """Without external causes and what was set aside."""
    found = indicators.compute(key, indicators.FORMULA, Inputs(inputs.records))
    return found.without if found.without is not None else found


def _sign(key: str, result: Result, planned: Target | None, others: Result | None) -> int:
    """1 clearly good, -1 clearly bad, 0 neither: by the target, and beside the unit's others, from
    whom only intervals that do not meet tell apart."""
    signs = set()
    if planned is not None:
        better, worse = praised(key, result, planned.value), flagged(key, result, planned.value)
        signs.add(int(better) - int(worse))
    if others is not None:
        signs.add(_BESIDE[standing(key, result, others)])
    return -1 if -1 in signs else int(1 in signs)


_BESIDE = {Beside.BETTER: 1, Beside.NOT_DISTINGUISHABLE: 0, Beside.WORSE: -1}


# --- deciding


def give(
    tx: Transaction, officer_id: int, period_id: int, reason: str, at: datetime, by: int
) -> int:
    """Recognise an officer for a period that is over; the recognition's id. For who leads the
    officer, the leader's leader and the head of the office; never oneself."""
    period, me = terms.period(tx, period_id), ground.officer(tx, by, at)
    if me.id == officer_id:
        raise Refused("recognition-oneself")
    if not _decides(tx, officer_id, period.office_id, at, by):
        raise Refused("not-for-you")
    zone = tx.session.get_one(Office, period.office_id).zone
    if local_day(zone, at) <= period.last_day:
        raise Refused("recognition-period-runs")
    _refuse_second(tx, officer_id, period_id)
    made = Recognition(
        office_id=period.office_id,
        officer_id=officer_id,
        period_id=period_id,
        reason=ground.words(reason),
        decided_by_id=me.id or 0,
        decided_at=at,
    )
    tx.session.add(made)
    tx.session.flush()
    journal.write(
        tx,
        Kind.RECOGNISED,
        at,
        actor_id=by,
        office=period.office_id,
        officer=officer_id,
        period=period_id,
        recognition=made.id,
    )
    return made.id or 0


def _refuse_second(tx: Transaction, officer_id: int, period_id: int) -> None:
    tx.session.exec(select(Officer.id).where(Officer.id == officer_id).with_for_update()).one()
    same = select(Recognition.id).where(
        Recognition.officer_id == officer_id, Recognition.period_id == period_id
    )
    if tx.session.exec(same).first() is not None:
        raise Refused("recognition-given")


def _decides(tx: Transaction, officer_id: int, office_id: int, at: datetime, by: int) -> bool:
    if leaders.office_of(tx, officer_id, at) != office_id:
        return False
    mine = leaders.standing(tx, officer_id, by, at)
    if mine is Standing.OWN:
        return False
    return mine in DECIDING or ground.heads_office(tx, by, at, office_id)


# --- reading and publishing


def of_officer(tx: Transaction, officer_id: int, period_id: int | None = None) -> list[Recognised]:
    """In the officer's record: those of a period, or all; the newest first. They are public in the
    office, so that nobody's right is asked for."""
    statement = select(Recognition).where(Recognition.officer_id == officer_id)
    if period_id is not None:
        statement = statement.where(Recognition.period_id == period_id)
    rows = tx.session.exec(statement.order_by(col(Recognition.id).desc()))
    return [_shown(tx, row) for row in rows]


def of_office(tx: Transaction, office_id: int, limit: int = 10) -> list[Recognised]:
    """The newest first."""
    statement = select(Recognition).where(Recognition.office_id == office_id)
    rows = tx.session.exec(statement.order_by(col(Recognition.id).desc()).limit(limit))
    return [_shown(tx, row) for row in rows]


def unpublished(
    tx: Transaction, at: datetime, limit: int = 1
) -> list[tuple[Recognised, list[Officer]]]:
    """Recognitions that nobody was told of, with everybody in the office who has a chat; marked as
    published: each once."""
    rows = tx.session.exec(
        select(Recognition)
        .where(col(Recognition.published_at).is_(None))
        .order_by(col(Recognition.id))
        .limit(limit)
        .with_for_update()
    ).all()
    for row in rows:
        row.published_at = at
        tx.session.add(row)
    tx.session.flush()
    return [(_shown(tx, row), ground.everybody(tx, row.office_id, at)) for row in rows]


def _shown(tx: Transaction, row: Recognition) -> Recognised:
    names = ground.names(tx, [row.officer_id, row.decided_by_id])
    return Recognised(
        id=row.id or 0,
        office_id=row.office_id,
        office=tx.session.get_one(Office, row.office_id).name,
        officer_id=row.officer_id,
        name=names[row.officer_id],
        period_id=row.period_id,
        reason=row.reason,
        by=names[row.decided_by_id],
        at=row.decided_at,
    )
