"""The first page: what there is for the reader."""

from __future__ import annotations

from dataclasses import dataclass

from bot.web.pages import places
from bot.web.pages.asked import Asked, Shown
from bot.web.pages.places import Named
from models.appraisal import leaders
from models.appraisal.deciding import queries
from models.appraisal.deciding.queries import Row
from models.appraisal.deciding.tables import Appraisal, AppraisalState
from models.appraisal.leaders import Standing
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.local_days import local_day
from models.people import Role

SHOWN_PERIODS = 6
OWN, RATING, DECIDING = "own", "rating", "deciding"
TO_RATE = frozenset({AppraisalState.OPEN, AppraisalState.RATED})


@dataclass(frozen=True, slots=True)
class Waiting:
    """An appraisal that waits for the reader. what: for which act."""

    what: str
    officer_id: int
    officer: str
    period: Named


def show(tx: Transaction, asked: Asked) -> Shown:
    officer = places.reader(tx, asked)
    officer_id = officer.id or 0
    serves = places.authority(tx, asked).holds([Role.OFFICER, Role.HEAD])
    own = places.subject(tx, asked, officer_id, [Standing.OWN]) if serves else None
    return Shown(
        "home",
        {
            "own": own,
            "year": local_day(own.zone, asked.at).year if own else 0,
            "periods": places.periods(tx, own, asked.at)[:SHOWN_PERIODS] if own else [],
            "led": leaders.led_by(tx, officer_id, asked.at),
            "waiting": _waiting(tx, asked),
        },
    )


def _waiting(tx: Transaction, asked: Asked) -> list[Waiting]:
    lists = queries.lists(tx, asked.person_id, asked.at)
    wanted = (
        *((OWN, row) for row in lists.own if row.state is AppraisalState.DELIVERED),
        *((RATING, row) for row in lists.rating if row.state in TO_RATE),
        *((DECIDING, row) for row in lists.deciding),
    )
    return [_found(tx, what, row) for what, row in wanted]


def _found(tx: Transaction, what: str, row: Row) -> Waiting:
    appraisal = tx.session.get_one(Appraisal, row.appraisal_id)
    period = tx.session.get_one(AppraisalPeriod, appraisal.period_id)
    return Waiting(what, appraisal.officer_id, row.officer, places.named(period))
