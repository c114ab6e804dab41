"""A record is gathered in the columns of the form, and comes back from its snapshot as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.appraisal.deciding import gathering, sheet
from models.appraisal.deciding.gathering import Gathered
from models.appraisal.evidence import figures
from models.appraisal.skp import dialogue, plans
from models.database import Database
from models.errors import Refused
from tests.models.appraisal.appraised_town import FROZEN_AT, AppraisedTown
from tests.models.reported_town import wib

LATE = wib("2026-12-20 09:00")


@pytest.fixture
def town(sqlite_url: str):
    database = Database(sqlite_url)

    async def run(story: Callable[[AppraisedTown], None]) -> None:
        await database.writer.run(lambda tx: story(AppraisedTown.build(tx)))

    yield run
    database.close()


def gathered(town: AppraisedTown) -> Gathered:
    return gathering.gather(town.tx, town.officer, town.period, LATE)


async def test_each_line_of_the_plan_has_target_realisation_and_feedback(town) -> None:
    def story(town: AppraisedTown) -> None:
        record = gathered(town)
        first, second = record.results
        answered, satisfied = first.indicators
        assert (answered.target, answered.wanted, answered.result.n) == (80, 0.8, 7)
        assert satisfied.result.n == 12
        assert second.indicators[0].reported is None  # nothing reported is not zero
        assert [note.text for note in first.notes] == ["Penjelasan kepada warga sangat jelas."]
        assert record.notes == ()

    await town(story)


async def test_a_note_stays_with_its_result_in_a_later_version(town) -> None:
    def story(town: AppraisedTown) -> None:
        holding = plans.agreed(town.tx, town.officer, 2026, LATE)
        number = dialogue.new_version(
            town.tx, holding.id, "Target disesuaikan dengan aturan baru.", town.officer_person, LATE
        )
        dialogue.propose(town.tx, number, town.officer_person, LATE)
        dialogue.agree(town.tx, number, town.head_person, LATE)
        record = gathered(town)
        assert record.plan_version == 2
        assert len(record.results[0].notes) == 1

    await town(story)


async def test_a_note_on_a_result_that_is_gone_stands_among_the_others(town) -> None:
    def story(town: AppraisedTown) -> None:
        town.tx.connection.exec_driver_sql("UPDATE feedback_notes SET result_id = 3 - result_id")
        town.tx.connection.exec_driver_sql(
            "UPDATE performance_plans SET state = 'dropped', leader_confirmed_at = NULL"
        )
        record = gathered(town)
        assert (record.plan_id, record.results) == (None, ())
        assert len(record.notes) == 1

    await town(story)


async def test_what_is_frozen_comes_back_as_it_was_though_the_world_moved_on(town) -> None:
    def story(town: AppraisedTown) -> None:
        before = gathered(town)
        computed = figures.computed(town.tx, town.officer, town.period, LATE)
        results = {key: one.result for key, one in computed.items()}
        assert gathering.from_json(gathering.to_json(before), results) == before
        town.freezes()
        frozen = sheet.sheet_of(town.tx, town.officer, town.period_id, FROZEN_AT)
        town.town.rates(40, 1, "2026-12-28 10:00", counter=True)
        assert sheet.sheet_of(town.tx, town.officer, town.period_id, FROZEN_AT) == frozen

    await town(story)


async def test_the_content_of_a_snapshot_holds_no_figure_twice(town) -> None:
    def story(town: AppraisedTown) -> None:
        content = gathering.to_json(gathered(town))
        lines = [one for result in content["results"] for one in result["indicators"]]
        assert [one["result"] for one in lines] == [None, None, None]

    await town(story)


async def test_who_served_nowhere_in_the_period_has_no_record(town) -> None:
    def story(town: AppraisedTown) -> None:
        with pytest.raises(Refused) as refused:
            gathering.gather(town.tx, town.chief, town.period, LATE)
        assert refused.value.key == "record-without-unit"

    await town(story)
