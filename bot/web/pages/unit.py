"""The overview for who leads: each officer by name, and how far plan, feedback and appraisal are.

Nothing here compares officers: no figure, no order but the names'.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import col, func, select

from bot.web.pages import places
from bot.web.pages.asked import Asked, Route, Shown
from models.appraisal import leaders, terms
from models.appraisal.coaching.tables import TrainingNeed
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.evidence import trail
from models.appraisal.evidence.tables import Contest
from models.appraisal.feedback import queries as feedback
from models.appraisal.feedback.tables import FeedbackGiver, GiverState
from models.appraisal.leaders import Standing
from models.appraisal.skp import plans
from models.appraisal.skp.plans import Led
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.errors import Refused
from models.local_days import local_day
from models.people import Officer

LEADING = (Standing.OWN, Standing.LEADER)


@dataclass(frozen=True, slots=True)
class Asking:
    """The round of feedback about an officer: how many were asked, and how many answered."""

    asked: int
    answered: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One officer. plan, appraisal: their state; empty: there is none."""

    officer: Officer
    plan: str
    period_id: int | None
    appraisal: str
    asking: Asking | None
    contests: int  # that nobody has decided
    needs: int
    leads: bool


def show(tx: Transaction, asked: Asked) -> Shown:
    """Of the reader, or of somebody the reader leads."""
    reader = places.reader(tx, asked).id or 0
    leader_id = asked.number(0) if asked.words else reader
    leaders.entitled(tx, leader_id, asked.person_id, asked.at, *LEADING)
    led = leaders.led_by(tx, leader_id, asked.at)
    if not led:
        raise Refused("not-for-you")
    zone = trail.place(tx, led[0].id or 0, asked.at).zone
    today = local_day(zone, asked.at)
    periods = _periods(tx, asked, led)
    code = asked.query.get("period", "")
    chosen = periods.get(code) or next(
        (one for one in periods.values() if one.last_day < today),
        next(iter(periods.values()), None),
    )
    rows = _Rows(tx, asked, leader_id, today.year, led)
    return Shown(
        "unit",
        {
            "leader": tx.session.get_one(Officer, leader_id),
            "own": leader_id == reader,
            "year": today.year,
            "rows": [rows.row(one, chosen) for one in plans.of_led(*rows.plans)],
            "period": places.named(chosen) if chosen else None,
            "periods": [(key, places.named(one)) for key, one in periods.items()],
            "address": f"/unit/{leader_id}" if asked.words else "/unit",
        },
    )


def _periods(tx: Transaction, asked: Asked, led: Iterable[Officer]) -> dict[str, AppraisalPeriod]:
    """By code, newest first, of the offices of all of them."""
    offices = {leaders.office_of(tx, one.id or 0, asked.at) for one in led} - {None}
    found = [
        period
        for office_id in sorted(one for one in offices if one is not None)
        for period in terms.of_office(tx, office_id)
        if period.first_day <= asked.at.date()
    ]
    found.sort(key=lambda one: (one.last_day, one.first_day), reverse=True)
    by_code: dict[str, AppraisalPeriod] = {}
    for one in found:
        by_code.setdefault(trail.code(one), one)
    return by_code


class _Rows:
    """What is read once for all."""

    def __init__(
        self, tx: Transaction, asked: Asked, leader_id: int, year: int, led: Iterable[Officer]
    ) -> None:
        ids = [one.id or 0 for one in led]
        self._tx, self._asked = tx, asked
        self.plans = (tx, leader_id, year, asked.at)
        self._contests = _open_contests(tx, ids)
        self._needs = _open_needs(tx, ids)

    def row(self, led: Led, chosen: AppraisalPeriod | None) -> Row:
        number = led.officer.id or 0
        plan = led.open or led.agreed
        period = self._of_officer(number, chosen)
        return Row(
            officer=led.officer,
            plan=plan.state if plan else "",
            period_id=period.id if period else None,
            appraisal=self._appraisal(number, period),
            asking=self._asking(number, period),
            contests=self._contests[number],
            needs=self._needs[number],
            leads=bool(leaders.led_by(self._tx, number, self._asked.at)),
        )

    def _of_officer(
        self, officer_id: int, chosen: AppraisalPeriod | None
    ) -> AppraisalPeriod | None:
        """The same days in the officer's own office."""
        office_id = leaders.office_of(self._tx, officer_id, self._asked.at)
        if chosen is None or office_id in (None, chosen.office_id):
            return chosen
        days = (chosen.first_day, chosen.last_day)
        known = terms.of_office(self._tx, office_id or 0)
        return next((one for one in known if (one.first_day, one.last_day) == days), None)

    def _appraisal(self, officer_id: int, period: AppraisalPeriod | None) -> str:
        if period is None:
            return ""
        statement = select(Appraisal.state).where(
            Appraisal.officer_id == officer_id, Appraisal.period_id == period.id
        )
        return self._tx.session.exec(statement).first() or ""

    def _asking(self, officer_id: int, period: AppraisalPeriod | None) -> Asking | None:
        found = feedback.round_of(self._tx, officer_id, period.id or 0) if period else None
        if found is None:
            return None
        statement = (
            select(FeedbackGiver.state, func.count())
            .where(FeedbackGiver.round_id == found.id)
            .group_by(col(FeedbackGiver.state))
        )
        counts = Counter(dict(self._tx.session.exec(statement).all()))
        asked = sum(n for state, n in counts.items() if state != GiverState.REPLACED)
        closed = feedback.is_closed(found, self._asked.at)
        return Asking(asked, counts[GiverState.ANSWERED], closed)


def _open_contests(tx: Transaction, ids: Sequence[int]) -> Counter[int]:
    """Nobody has decided them, by officer."""
    found = tx.session.exec(
        select(Contest.officer_id, func.count())
        .where(col(Contest.officer_id).in_(ids), col(Contest.accepted).is_(None))
        .group_by(col(Contest.officer_id))
    )
    return Counter(dict(found.all()))


def _open_needs(tx: Transaction, ids: Sequence[int]) -> Counter[int]:
    found = tx.session.exec(
        select(TrainingNeed.officer_id, func.count())
        .where(col(TrainingNeed.officer_id).in_(ids), col(TrainingNeed.accepted).is_(None))
        .group_by(col(TrainingNeed.officer_id))
    )
    return Counter(dict(found.all()))


ROUTES = (Route("/unit", show), Route("/unit/{}", show))
