"""While a period runs, no look at the own figures tells what the last citizen said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.appraisal.evidence import figures, voices
from models.database import Database
from models.small_numbers import SMALLEST
from tests.models.appraisal.appraised_town import SCORES, AppraisedTown
from tests.models.reported_town import wib

MONDAY = date(2026, 10, 5)
days = st.lists(st.integers(0, 60), max_size=40).map(
    lambda found: sorted(MONDAY + timedelta(days=one) for one in found)
)


def told(said: list[date], today: date) -> list[date]:
    return voices.told(said, lambda day: day, today)


@given(days, st.integers(0, 70))
def test_what_is_told_is_of_whole_weeks_that_are_over(said: list[date], later: int) -> None:
    today = MONDAY + timedelta(days=later)
    found = told(said, today)
    assert all(day < voices.monday(today) for day in found)
    assert found == said[: len(found)]
    weeks = {voices.monday(day) for day in found}
    assert [day for day in said if voices.monday(day) in weeks] == found


@given(days, st.integers(0, 70), st.integers(0, 20))
def test_between_two_looks_nobody_new_or_at_least_five_are(
    said: list[date], first: int, later: int
) -> None:
    before = told(said, MONDAY + timedelta(days=first))
    after = told(said, MONDAY + timedelta(days=first + later))
    more = len(after) - len(before)
    assert more == 0 or more >= SMALLEST


async def test_serving_somebody_moves_no_figure_the_same_day(sqlite_url: str) -> None:
    def story(town: AppraisedTown) -> None:
        before = of(town, "2026-10-21 09:00")
        town.town.rates(40, 1, "2026-10-21 10:00", counter=True)
        assert of(town, "2026-10-21 10:01") == before
        assert of(town, "2026-10-26 09:00") == before  # one more is not five more
        for citizen in range(41, 45):
            town.town.rates(citizen, 1, "2026-10-28 10:00", counter=True)
        assert of(town, "2026-11-02 09:00").n == before.n + 5

    await played(sqlite_url, story)


async def test_all_count_once_the_period_has_ended(sqlite_url: str) -> None:
    def story(town: AppraisedTown) -> None:
        town.town.rates(40, 1, "2026-12-30 10:00", counter=True)
        assert of(town, "2026-12-31 23:00").n < len(SCORES) + 1
        assert of(town, "2027-01-01 00:00").n == len(SCORES) + 1

    await played(sqlite_url, story)


def of(town: AppraisedTown, at: str):
    return figures.computed(town.tx, town.officer, town.period, wib(at))["satisfaction"].result


async def played(sqlite_url: str, story: Callable[[AppraisedTown], None]) -> None:
    database = Database(sqlite_url)
    await database.writer.run(lambda tx: story(AppraisedTown.build(tx)))
    database.close()
