"""How a unit's report of the survey is made: weights, numbers, how many were served in a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models import journal, offices, people
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.people import Role
from models.ratings.ikm import Numbering, Weighting
from models.ratings.periods import Period
from models.ratings.survey_tables import Population, SurveySetting
from models.staffing import require_admin

MOST_SERVED = 100_000_000


@dataclass(frozen=True, slots=True)
class Setting:
    """Without a choice: exact weights, numbers of the questionnaire."""

    weighting: Weighting = Weighting.EXACT
    numbering: Numbering = Numbering.QUESTIONNAIRE


def of(tx: Transaction, unit_id: int) -> Setting:
    row = tx.session.get(SurveySetting, unit_id)
    return Setting() if row is None else Setting(Weighting(row.weighting), Numbering(row.numbering))


def choose(tx: Transaction, unit_id: int, wanted: Setting, at: datetime, by: int | None) -> None:
    """Change how the reports are made, also those of past periods; only an admin of the unit.

    by: a person; None: the operator.
    """
    unit = offices.unit(tx, unit_id)
    require_admin(tx, by, at, office_id=unit.office_id, unit_id=unit_id)
    if wanted == of(tx, unit_id):
        return
    weighting, numbering = str(wanted.weighting), str(wanted.numbering)
    tx.session.merge(SurveySetting(unit_id=unit_id, weighting=weighting, numbering=numbering))
    tx.session.flush()
    journal.write(
        tx,
        Kind.SURVEY_SETTING_CHANGED,
        at,
        actor_id=by,
        unit_id=unit_id,
        weighting=weighting,
        numbering=numbering,
    )


def enter_population(
    tx: Transaction, unit_id: int, period: Period, served: int, at: datetime, by: int | None
) -> None:
    """How many people the unit served in a period; 0 takes the number back.

    By a head or an admin of the unit; None: the operator. It stands in the journal and the report.
    """
    unit = offices.unit(tx, unit_id)
    if by is not None:
        authority = people.authority(tx, by, at)
        if not any(
            authority.over_unit(role, unit_id, unit.office_id) for role in (Role.HEAD, Role.ADMIN)
        ):
            raise Refused("not-for-you")
    if not 0 <= served <= MOST_SERVED:
        raise Refused("skm-population-unreadable")
    known = tx.session.get(Population, (unit_id, period.code))
    if served:
        row = Population(unit_id=unit_id, period=period.code, served=served, at=at, set_by=by)
        tx.session.merge(row)
    elif known is not None:
        tx.session.delete(known)
    tx.session.flush()
    journal.write(
        tx, Kind.POPULATION_ENTERED, at, actor_id=by, unit_id=unit_id, period=period.code,
        served=served,
    )  # fmt: skip


def population(tx: Transaction, unit_id: int, period: Period) -> Population | None:
    """The number that was entered, if any."""
    return tx.session.get(Population, (unit_id, period.code))
