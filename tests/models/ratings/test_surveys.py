"""A questionnaire: begun, answered, changed, skipped, finished, taken up again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from models.database import Database, Transaction
from models.errors import Refused
from models.ratings import corrections, instruments, survey_sums, surveys
from models.ratings.ikm import ELEMENTS, UNIT
from models.ratings.instruments import Element, Wording
from models.ratings.survey_tables import Instrument
from models.ratings.tables import Standing
from models.statistics import Moments
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


async def test_a_rating_has_one_questionnaire_and_it_is_its_owners(database: Database) -> None:
    def work(tx: Transaction) -> None:
        rating = desk.rating(tx, desk.unit(tx))
        begun = surveys.begin(tx, rating, "budi", NOW)
        surveys.answer(tx, begun.id, "budi", "waktu", 3, NOW)
        assert surveys.begin(tx, rating, "budi", NOW).answers == {"waktu": 3}
        assert refused(surveys.begin, tx, rating, "tuti", NOW) == "not-for-you"
        assert refused(surveys.answer, tx, begun.id, "tuti", "waktu", 1, NOW) == "not-for-you"
        assert refused(surveys.answer, tx, begun.id, "budi", "nilai", 1, NOW) == "not-for-you"
        assert refused(surveys.answer, tx, begun.id, "budi", "waktu", 5, NOW) == "score-unknown"

    await database.writer.run(work)


async def test_it_takes_no_words(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit = desk.unit(tx)
        elsewhere = desk.service(tx, desk.unit(tx, "Loket Akta"))
        mine = desk.begun(tx, unit)
        for field, value in (("sex", "3201234567890001"), ("name", "Budi"), ("age", "41")):
            assert refused(surveys.describe, tx, mine, "budi", field, value, NOW) == "not-for-you"
        other = str(elsewhere)
        assert refused(surveys.describe, tx, mine, "budi", "service", other, NOW) == "not-for-you"

    await database.writer.run(work)


async def test_it_is_open_for_thirty_days_or_until_it_is_finished(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit = desk.unit(tx)
        first = desk.begun(tx, unit)
        later, too_late = NOW + timedelta(days=29), NOW + timedelta(days=30)
        found = surveys.resume(tx, "budi", later)
        assert found is not None
        assert found.response_id == first
        assert surveys.resume(tx, "tuti", later) is None
        assert surveys.resume(tx, "budi", too_late) is None
        assert refused(surveys.answer, tx, first, "budi", "waktu", 3, too_late) == "survey-too-old"
        surveys.answer(tx, first, "budi", "waktu", 3, later)
        surveys.finish(tx, first, "budi", later)
        assert surveys.resume(tx, "budi", later) is None
        assert refused(surveys.answer, tx, first, "budi", "waktu", 1, later) == "survey-finished"
        old = desk.rating(tx, unit, "tuti")
        assert refused(surveys.begin, tx, old, "tuti", too_late) == "survey-too-old"

    await database.writer.run(work)


async def test_a_rating_taken_back_closes_its_questionnaire(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit = desk.unit(tx)
        response = desk.answered(tx, unit, "budi")
        rating = surveys.load(tx, response, "budi", NOW).response.rating_id or 0
        corrections.withdraw(tx, "budi", rating, NOW, None)
        assert refused(surveys.answer, tx, response, "budi", "waktu", 1, NOW) == "survey-withdrawn"
        assert refused(surveys.begin, tx, rating, "budi", NOW) == "survey-withdrawn"
        assert surveys.resume(tx, "budi", NOW) is None
        assert sums(tx, unit) == {"received": Moments(1), "withdrawn": Moments(1)}

    await database.writer.run(work)


async def test_what_was_begun_keeps_its_version(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit = desk.unit(tx)
        begun = desk.begun(tx, unit)
        own = Wording("Apakah ruangnya bersih?", "Is the room clean?")
        wanted = [Element("sarana", (Wording(), own)), Element("waktu")]
        later = NOW + timedelta(hours=1)
        form = instruments.set(tx, unit, wanted, later, None)
        assert (form.version, form.keys) == (1, ("waktu", "sarana"))
        assert [one.key for one in form.questions] == ["waktu", "sarana", "sarana.2"]
        assert instruments.current(tx, unit, NOW).version == 0
        assert instruments.set(tx, unit, wanted, later, None).version == 1
        assert surveys.load(tx, begun, "budi", later).form.keys == ELEMENTS
        rating = desk.rating(tx, unit, "tuti", at=later)
        fresh = surveys.begin(tx, rating, "tuti", later)
        for key, score in (("waktu", 4), ("sarana", 1), ("sarana.2", 2)):
            surveys.answer(tx, fresh.id, "tuti", key, score, later)
        assert sums(tx, unit)["sarana"] == Moments(1, 90, 8100)
        assert sums(tx, unit)["complete"] == Moments(1)
        assert refused(surveys.answer, tx, fresh.id, "tuti", "biaya", 1, later) == "not-for-you"

    await database.writer.run(work)


async def test_an_instrument_has_elements_of_the_regulation_and_few_questions(
    database: Database,
) -> None:
    def work(tx: Transaction) -> None:
        unit = desk.unit(tx)
        many = Element("waktu", (Wording(),) * 7)
        for elements, key in (
            ([], "survey-elements-none"),
            ([Element("ramah")], "survey-elements-unknown"),
            ([Element("waktu"), Element("waktu")], "survey-elements-unknown"),
            ([many], "survey-questions-many"),
        ):
            assert refused(instruments.set, tx, unit, elements, NOW, None) == key

    await database.writer.run(work)


async def test_a_version_is_one_set_of_questions(database: Database) -> None:
    """Or two reports of "version 1" would not be about the same."""

    def work(tx: Transaction) -> None:
        unit = desk.unit(tx)
        for _ in range(2):
            tx.session.add(Instrument(unit_id=unit, version=1, elements=[], valid_from=NOW))
        tx.session.flush()

    with pytest.raises(IntegrityError):
        await database.writer.run(work)
