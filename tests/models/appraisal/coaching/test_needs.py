"""Two periods below the target make a proposal; people decide."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.appraisal import indicators
from models.appraisal.coaching import hints, needs, trainings
from models.appraisal.coaching.need_rules import Target, fact
from models.appraisal.coaching.tables import Origin
from models.appraisal.indicators import Inputs, Others, Record, RecordKind
from models.ratings import survey_sums
from models.ratings.ikm import UNIT
from models.statistics import Moments
from tests.models.appraisal.coaching.school import NEW_YEAR, NOW, Q3, Q4, School, shares

TOPIC = "answered_in_a_day"
WHY = "Ingin belajar menjawab pengaduan lebih cepat"


async def low_in_both(school: School, name: str = "Sari") -> None:
    plan = await school.plans(name, answered_in_a_day=90)
    await school.freezes(name, Q3, shares(12, 30), plan=plan)
    await school.freezes(name, Q4, shares(10, 25), plan=plan)


async def searched(school: School) -> list[needs.Need]:
    found, _ = await school.does(needs.search, NEW_YEAR)
    return found


async def test_below_the_target_in_two_periods_becomes_a_proposal(both: School) -> None:
    made = await both.does(
        trainings.add, both.office, "Menjawab cepat", TOPIC, "", NOW, both.people["Ani"]
    )
    await low_in_both(both)
    (need,) = await searched(both)
    assert (need.officer, need.topic, need.origin) == ("Sari", TOPIC, Origin.EVIDENCE)
    assert (need.training_id, need.training) == (made, "Menjawab cepat")
    assert [(one.n, one.value, one.target, one.of_unit) for one in need.facts] == [
        (30, 0.4, 0.9, False),
        (25, 0.4, 0.9, False),
    ]
    assert all(one.high is not None and one.high < 0.9 for one in need.facts)
    for reader in ("Sari", "Hadi", "Kepala"):
        assert both.read(needs.one, need.id, NEW_YEAR, both.people[reader]) == need


async def test_the_same_record_proposes_once_and_so_does_its_amendment(school: School) -> None:
    await low_in_both(school)
    assert len(await searched(school)) == 1
    assert await searched(school) == []
    amended = {"by": school.officers["Hadi"], "reason": "Data susulan dari antrean"}
    await school.freezes("Sari", Q4, shares(11, 26), **amended)
    assert await searched(school) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((12, 30), (24, 25)),  # met in the later one
        ((29, 30), (10, 25)),  # met in the earlier one
        ((12, 30), (20, 25)),  # the interval holds the target
        ((12, 30), (1, 4)),  # not enough data
    ],
)
async def test_one_low_period_proposes_nothing(
    school: School, first: tuple[int, int], second: tuple[int, int]
) -> None:
    plan = await school.plans("Sari", answered_in_a_day=90)
    await school.freezes("Sari", Q3, shares(*first), plan=plan)
    await school.freezes("Sari", Q4, shares(*second), plan=plan)
    assert await searched(school) == []


async def test_without_a_target_the_unit_is_the_standard(school: School) -> None:
    others = {TOPIC: Others(n=100, value=0.9, officers=5)}
    for period in (Q3, Q4):
        await school.freezes("Sari", period, shares(12, 30), others=others)
        await school.freezes("Rina", period, shares(12, 30))  # nothing to compare with
    (need,) = await searched(school)
    assert [(one.target, one.of_unit) for one in need.facts] == [(0.9, True)] * 2


async def test_what_an_officer_cannot_change_proposes_nothing(school: School) -> None:
    plan = await school.plans("Sari", visits_served=500, satisfaction_time=4)
    visits = [Record(RecordKind.VISIT, number) for number in range(3)]
    slow = [Record(RecordKind.ANSWER, number, score=60.0) for number in range(20)]
    for period in (Q3, Q4):
        await school.freezes(
            "Sari", period, {"visits_served": visits, "satisfaction_time": slow}, plan=plan
        )
    assert await searched(school) == []


def test_external_causes_are_left_out_of_the_fact() -> None:
    """Late only because of them: no fact."""
    case = [Record(RecordKind.CASE, n, score=0.0, score_without=1.0) for n in range(30)]
    result = indicators.compute(TOPIC, 1, Inputs(tuple(case)))
    planned = {TOPIC: Target(0.8, "at_least")}
    assert result.value == 0
    assert fact(TOPIC, result, planned, 1, 1) is None


@given(st.integers(0, 60), st.integers(0, 60), st.floats(0.05, 0.95))
def test_a_fact_is_below_its_target_with_its_whole_interval(
    good: int, bad: int, aim: float
) -> None:
    records = shares(good, good + bad)[TOPIC]
    result = indicators.compute(TOPIC, 1, Inputs(tuple(records)))
    found = fact(TOPIC, result, {TOPIC: Target(aim, "at_least")}, 1, 1)
    if found is not None:
        assert found.high is not None
        assert found.value <= found.high < aim
        assert found.n == good + bad >= 5


async def test_the_leader_decides_and_nobody_else(school: School) -> None:
    await low_in_both(school)
    (need,) = await searched(school)
    for name in ("Sari", "Rina", "Kepala", "Ani"):
        refused = await school.is_refused(
            needs.decide, need.id, True, "", NEW_YEAR, school.people[name]
        )
        assert refused.key == "not-for-you"
    head = school.people["Hadi"]
    no_reason = await school.is_refused(needs.decide, need.id, False, "tidak", NEW_YEAR, head)
    assert no_reason.key == "text-too-short"
    why = "Sudah dibimbing langsung sejak Desember"
    await school.does(needs.decide, need.id, False, why, NEW_YEAR, head)
    shown = school.read(needs.one, need.id, NEW_YEAR, school.people["Sari"])
    assert (shown.accepted, shown.decided_by, shown.decision_words) == (False, "Hadi", why)
    again = await school.is_refused(needs.decide, need.id, True, "", NEW_YEAR, head)
    assert again.key == "need-decided"


async def test_an_officer_asks_and_the_head_proposes(school: School) -> None:
    sari, head = school.people["Sari"], school.people["Hadi"]
    asked = await school.does(needs.ask, TOPIC, WHY, NOW, sari)
    assert (await school.is_refused(needs.ask, TOPIC, WHY, NOW, sari)).key == "need-waits-already"
    assert [one.id for one in school.read(needs.waiting_for, NOW, head)] == [asked]
    await school.does(needs.decide, asked, True, "", NOW, head)
    mine = await school.does(needs.propose, school.officers["Rina"], "reopened", WHY, NOW, head)
    shown = school.read(needs.one, mine, NOW, school.people["Rina"])
    assert (shown.origin, shown.accepted, shown.decided_by) == (Origin.HEAD, True, "Hadi")
    assert school.read(needs.waiting_for, NOW, head) == []


@pytest.mark.parametrize(
    ("operation", "arguments", "by", "key"),
    [
        (needs.ask, ("visits_served", WHY), "Sari", "coaching-topic-unknown"),
        (needs.ask, (TOPIC, "perlu"), "Sari", "text-too-short"),
        (needs.ask, (TOPIC, WHY), "Kepala", "coaching-no-unit"),
    ],
)
async def test_an_asking_that_makes_no_sense_is_refused(
    school: School, operation: Any, arguments: tuple[str, str], by: str, key: str
) -> None:
    refused = await school.is_refused(operation, *arguments, NOW, school.people[by])
    assert refused.key == key


async def test_nobody_proposes_for_a_colleague_or_reads_theirs(school: School) -> None:
    rina, sari = school.people["Rina"], school.officers["Sari"]
    refused = await school.is_refused(needs.propose, sari, TOPIC, WHY, NOW, rina)
    assert refused.key == "not-for-you"
    need = await school.does(needs.ask, TOPIC, WHY, NOW, school.people["Sari"])
    for name in ("Rina", "Ani"):
        hidden = await school.is_refused(needs.one, need, NOW, school.people[name])
        assert hidden.key == "not-for-you"


async def test_a_low_element_of_the_unit_is_a_hint_to_the_head_alone(school: School) -> None:
    def answered(tx: Any) -> None:
        for day in (date(2026, 7, 1), date(2026, 10, 1)):
            low = Moments.of([2 * UNIT] * 30)
            good = Moments.of([4 * UNIT] * 30)
            survey_sums.add_all(tx, school.unit, day, {"perilaku": low, "kompetensi": good})

    await school.does(answered)
    (hint,) = school.read(hints.of_unit, school.unit, NEW_YEAR, school.people["Hadi"])
    assert (hint.element, hint.topic) == ("perilaku", "satisfaction_conduct")
    assert [mean.n for mean in hint.means] == [30, 30]
    refused = await school.is_refused(hints.of_unit, school.unit, NEW_YEAR, school.people["Sari"])
    assert refused.key == "not-for-you"
    assert school.read(hints.of_unit, school.unit, NOW, school.people["Hadi"]) == []
