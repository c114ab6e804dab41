"""An officer's own words stand in the record, and stay as they were when it is frozen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.appraisal.deciding import sheet
from models.appraisal.evidence import own_words
from models.database import Database
from models.errors import Refused
from tests.models.appraisal.appraised_town import FROZEN_AT, AppraisedTown
from tests.models.reported_town import wib

LATE = wib("2026-12-20 09:00")
SAID = "Saya belajar sistem baru, dan antrean kini lebih pendek."


async def played(sqlite_url: str, story: Callable[[AppraisedTown], None]) -> None:
    database = Database(sqlite_url)
    await database.writer.run(lambda tx: story(AppraisedTown.build(tx)))
    database.close()


def write(town: AppraisedTown, said: str, person: int | None = None) -> None:
    by = town.officer_person if person is None else person
    own_words.write(town.tx, by, town.period_id, said, LATE)


async def test_words_replace_earlier_ones_until_the_record_is_frozen(sqlite_url: str) -> None:
    def story(town: AppraisedTown) -> None:
        write(town, f"  {SAID} ")
        assert own_words.of(town.tx, town.officer, town.period_id) == SAID
        town.freezes()
        with pytest.raises(Refused) as refused:
            write(town, "Kata-kata lain setelah dibekukan.")
        assert refused.value.key == "own-words-frozen"
        assert (
            sheet.sheet_of(town.tx, town.officer, town.period_id, FROZEN_AT).record.own_words
            == SAID
        )

    await played(sqlite_url, story)


@pytest.mark.parametrize(
    ("said", "key"), [("Baik.", "text-too-short"), ("a" * 1001, "text-too-long")]
)
async def test_words_have_a_length(sqlite_url: str, said: str, key: str) -> None:
    def story(town: AppraisedTown) -> None:
        with pytest.raises(Refused) as refused:
            write(town, said)
        assert refused.value.key == key

    await played(sqlite_url, story)


async def test_everybody_writes_only_of_oneself(sqlite_url: str) -> None:
    def story(town: AppraisedTown) -> None:
        before = own_words.of(town.tx, town.officer, town.period_id)
        write(town, SAID, town.head_person)
        assert own_words.of(town.tx, town.officer, town.period_id) == before
        assert own_words.of(town.tx, town.head, town.period_id) == SAID
        with pytest.raises(Refused):
            write(town, SAID, town.town.citizens[0])

    await played(sqlite_url, story)
