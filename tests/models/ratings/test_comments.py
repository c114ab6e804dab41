"""Comments beside ratings: written, rewritten, erased; figures of the past stay, words do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from models.database import Database, Transaction
from models.errors import Refused
from models.ratings import comments, corrections
from models.ratings import operations as ratings
from models.ratings.comments import Said
from models.ratings.tables import Rating
from tests.models.reported_town import ReportedTown, reading, wib

MONDAY, TUESDAY = wib("2026-11-16 00:00"), wib("2026-11-17 00:00")
WEDNESDAY = wib("2026-11-18 00:00")


def said(town: ReportedTown, start: datetime, end: datetime) -> Said:
    return comments.said_between(town.tx, start, end, [town.unit])


@pytest.fixture
async def played(database: Database) -> Callable:
    async def play(story: Callable[[ReportedTown], None]) -> None:
        def work(tx: Transaction) -> None:
            story(ReportedTown.build(tx))

        await database.writer.run(work)

    return play


async def test_rewritten_on_the_same_day_the_last_words_count(played: Callable) -> None:
    def story(town: ReportedTown) -> None:
        rating = town.rates(0, 2, "2026-11-16 10:00")
        town.says(0, rating, "2026-11-16 10:01", reading("negative", "waktu"))
        town.says(0, rating, "2026-11-16 10:05", reading("neutral", "biaya"))
        town.says(0, rating, "2026-11-16 10:09", reading(None, "sarana", "biaya"))
        found = said(town, MONDAY, TUESDAY)
        assert (found.moods, found.aspects) == ({None: 1}, {"biaya": 1, "sarana": 1})

    await played(story)


async def test_rewritten_the_next_day_each_day_keeps_what_was_said_on_it(played: Callable) -> None:
    def story(town: ReportedTown) -> None:
        rating = town.rates(0, 2, "2026-11-16 20:00")
        town.says(0, rating, "2026-11-16 20:01", reading("negative", "waktu"))
        town.says(0, rating, "2026-11-17 08:00", reading("positive"))
        assert said(town, MONDAY, TUESDAY).moods == {"negative": 1}
        assert said(town, TUESDAY, WEDNESDAY).moods == {"positive": 1}
        assert said(town, MONDAY, WEDNESDAY).moods == {"positive": 1}

    await played(story)


async def test_withdrawn_the_words_are_gone_and_the_past_figures_stay(played: Callable) -> None:
    def story(town: ReportedTown) -> None:
        rating = town.rates(0, 2, "2026-11-16 10:00")
        town.says(0, rating, "2026-11-16 10:01", reading("negative", "waktu", clause="antre lama"))
        assert comments.quotes(town.tx, MONDAY, TUESDAY, [town.unit], "waktu") == ["antre lama"]
        corrections.withdraw(town.tx, "p100", rating, wib("2026-11-20 10:00"), town.citizens[0])
        row = town.tx.session.get_one(Rating, rating)
        assert (row.comment, row.reading, row.sentiment, row.aspects) == (None, None, None, "")
        assert said(town, MONDAY, TUESDAY).aspects == {"waktu": 1}
        assert comments.quotes(town.tx, MONDAY, TUESDAY, None, "waktu") == []

    await played(story)


async def test_nothing_is_quoted_of_what_does_not_count_or_tells_of_a_bribe(
    played: Callable,
) -> None:
    def story(town: ReportedTown) -> None:
        for citizen, corrupt in ((0, True), (1, False)):
            rating = town.rates(citizen, 1, "2026-11-16 10:00")
            words = reading("negative", "biaya", clause="diminta uang", corruption=corrupt)
            town.says(citizen, rating, "2026-11-16 10:01", words)
        corrections.exclude(town.tx, rating, wib("2026-11-16 12:00"), None, "burst")
        assert comments.quotes(town.tx, MONDAY, TUESDAY, [town.unit], "biaya") == []
        assert said(town, MONDAY, TUESDAY).aspects == {"biaya": 2}

    await played(story)


async def test_words_come_too_late_after_a_day_the_first_time_and_again(played: Callable) -> None:
    def story(town: ReportedTown) -> None:
        silent, spoken = (town.rates(n, 3, "2026-11-16 10:00") for n in range(2))
        town.says(1, spoken, "2026-11-16 10:01", reading("neutral"))
        for citizen, rating in ((0, silent), (1, spoken)):
            with pytest.raises(Refused, match="rating-too-old"):
                town.says(citizen, rating, "2026-11-17 10:00", reading("neutral"))
        with pytest.raises(Refused, match="not-for-you"):
            ratings.comment(
                town.tx, "p105", spoken, "x", reading(None), wib("2026-11-16 11:00"), None
            )

    await played(story)
