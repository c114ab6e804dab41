"""A questionnaire: begun, answered, changed, skipped, finished, taken up again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from models.database import Database, Transaction
from models.errors import Refused
from models.ratings import survey_sums, surveys
from models.ratings.ikm import UNIT, Moments
from models.ratings.tables import Standing
from tests.models.ratings import survey_desk as desk
from tests.models.ratings.survey_desk import DAY, NOW


def sums(tx: Transaction, unit_id: int) -> dict[str, Moments]:
    return survey_sums.moments(tx, unit_id, DAY, DAY)


def refused(work: Callable[..., Any], *arguments: Any) -> str:
    with pytest.raises(Refused) as found:
        work(*arguments)
    return found.value.key


async def test_an_answer_is_in_the_sums_at_once(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit = desk.unit(tx)
        response = desk.begun(tx, unit)
        assert sums(tx, unit) == {}
        surveys.answer(tx, response, "budi", "waktu", 3, NOW)
        surveys.answer(tx, response, "budi", "waktu", 2, NOW)
        surveys.answer(tx, response, "budi", "biaya", 4, NOW)
        assert sums(tx, unit) == {
            "received": Moments(1),
            "medium:chat": Moments(1),
            "waktu": Moments(1, 2 * UNIT, (2 * UNIT) ** 2),
            "biaya": Moments(1, 4 * UNIT, (4 * UNIT) ** 2),
        }
        surveys.skip(tx, response, "budi", "waktu", NOW)
        assert "waktu" not in sums(tx, unit)

    await database.writer.run(work)


async def test_a_complete_one_has_an_index_and_follows_its_rating(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit = desk.unit(tx)
        response = desk.answered(tx, unit, "budi", 3)
        surveys.answer(tx, response, "budi", "biaya", 4, NOW)
        surveys.describe(tx, response, "budi", "education", "SMA", NOW)
        whole = sums(tx, unit)
        assert whole["complete"] == Moments(1)
        assert whole["index"].total == 3600 * 28 // 9
        assert whole["education:SMA"] == Moments(1)
        rating = surveys.load(tx, response, "budi", NOW).response.rating_id or 0
        surveys.follow(tx, rating, Standing.COUNTED, Standing.EXCLUDED)
        assert sums(tx, unit) == {"received": Moments(1), "excluded": Moments(1)}
        surveys.follow(tx, rating, Standing.EXCLUDED, Standing.COUNTED)
        assert sums(tx, unit) == whole

    await database.writer.run(work)
