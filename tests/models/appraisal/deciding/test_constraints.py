"""The database itself keeps ratings and predicates from standing without who gave them."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from models.appraisal.deciding.tables import Appraisal, AppraisalStep, OrganisationRating
from models.appraisal.matrix import OrganisationPredicate
from models.database import Database, table
from tests.models.appraisal.deciding.bureau import Bureau, playing

# what is written into an appraisal that the head rated and confirmed as "baik"
WRONG: list[dict[str, Any]] = [
    {"rated_by_id": None},
    {"confirmed_by_id": None},
    {"work": None},
    {"behaviour": None},
    {"predicate": None},
    {"rated_on_id": None},
    {"rated_by_id": "officer"},
    {"confirmed_by_id": "officer"},
    {"appraiser_id": "officer"},
    {"predicate": "istimewa"},
    {"predicate": "sangat_baik"},  # not what the matrix calls the two ratings
    {"work": "istimewa"},
    {"behaviour": "sangat baik"},
    {"work": "above", "behaviour": "above"},  # without the predicate of that cell
]


async def test_by_hand_it_cannot_be_written(database: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.delivered()
        changing = update(table(Appraisal)).where(table(Appraisal).c.id == bureau.appraisal)
        for wrong in WRONG:
            row = {k: bureau.officer["sari"] if v == "officer" else v for k, v in wrong.items()}
            with pytest.raises(IntegrityError), bureau.tx.apart():
                bureau.tx.execute(changing.values(row))
        assert bureau.now.predicate == "baik"

    await playing(database, story)


async def test_no_step_of_the_clock_gives_a_rating(database: Database) -> None:
    def story(bureau: Bureau) -> None:
        for given in ({"work": "above"}, {"behaviour": "above"}, {"predicate": "baik"}):
            step = AppraisalStep(appraisal_id=bureau.appraisal, step="rated", at=bureau.at, **given)
            with pytest.raises(IntegrityError), bureau.tx.apart():
                bureau.tx.session.add(step)

    await playing(database, story)


async def test_istimewa_is_for_organisations(database: Database) -> None:
    def story(bureau: Bureau) -> None:
        row = OrganisationRating(
            office_id=bureau.office,
            period_id=bureau.now.period_id,
            predicate=OrganisationPredicate.EXCELLENT,
            source="Surat Wali Kota 800/12/2026",
            at=bureau.at,
        )
        bureau.tx.session.add(row)
        bureau.tx.session.flush()

    await playing(database, story)


async def test_sangat_baik_is_not_a_predicate_of_organisations(database: Database) -> None:
    def story(bureau: Bureau) -> None:
        wrong = {"predicate": "sangat_baik", "source": "Surat", "at": bureau.at}
        where = {"office_id": bureau.office, "period_id": bureau.now.period_id}
        bureau.tx.session.add(OrganisationRating(**where, **wrong))
        bureau.tx.session.flush()

    with pytest.raises(IntegrityError):
        await playing(database, story)
