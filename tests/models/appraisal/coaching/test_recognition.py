"""Candidates by evidence, in the order of names; the decision is a person's, with a reason."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from models.appraisal.coaching import recognition
from models.appraisal.indicators import Record
from tests.models.appraisal.coaching.school import (
    NAMES,
    NEW_YEAR,
    NOW,
    Q4,
    School,
    answers,
    shares,
)

WHY = "Warga menyebut pelayanannya ramah dan selalu tepat waktu"
GOOD = ("answered_in_a_day", "solved_on_time", "confirmed")


def records(good: int, n: int, keys: Iterable[str] = GOOD) -> dict[str, list[Record]]:
    return {key: found for one in keys for key, found in shares(good, n, one).items()}


async def planned(school: School, name: str, found: dict[str, list[Record]]) -> None:
    targets = dict.fromkeys(GOOD, 70.0)
    await school.freezes(name, Q4, found, plan=await school.plans(name, **targets))


def named(school: School, by: str = "Hadi") -> list[str]:
    found = school.read(recognition.candidates, school.periods[Q4], NEW_YEAR, school.people[by])
    return [one.name for one in found]


async def test_candidates_have_three_good_figures_and_stand_by_name(both: School) -> None:
    await planned(both, "Wati", records(50, 50))
    await planned(both, "Budi", records(48, 50))
    await planned(both, "Sari", records(50, 50, GOOD[:2]))  # two are not several
    await planned(both, "Rina", records(40, 50))  # the interval holds the target
    await planned(both, "Tono", records(4, 4))  # not enough data
    assert named(both) == named(both, "Kepala") == ["Budi", "Wati"]
    (first, _) = both.read(recognition.candidates, both.periods[Q4], NEW_YEAR, both.people["Hadi"])
    assert set(first.good) == set(GOOD)


async def test_one_clearly_bad_figure_is_enough_against_it(school: School) -> None:
    plan = await school.plans("Wati", **dict.fromkeys(GOOD, 70.0), reopened=0)
    found = records(50, 50) | shares(2, 50, "visits_within")
    await school.freezes("Wati", Q4, found, plan=plan)
    for name in NAMES[:4]:
        await school.freezes(name, Q4, shares(45, 50, "visits_within"))
    assert named(school) == []


async def test_beside_the_unit_only_intervals_that_do_not_meet_tell_apart(school: School) -> None:
    keys = (*GOOD, "visits_within")
    for name in NAMES[:4]:
        await school.freezes(name, Q4, records(30, 60, keys))
    await school.freezes("Wati", Q4, records(58, 60, keys))
    await school.freezes("Tono", Q4, records(36, 60, keys))
    assert named(school) == ["Wati"]


async def test_no_comparison_with_one_colleague(school: School) -> None:
    await school.freezes("Wati", Q4, records(58, 60))
    await school.freezes("Tono", Q4, records(20, 60))
    assert named(school) == []


async def test_what_is_no_ones_doing_recommends_nobody(school: School) -> None:
    keys = ("satisfaction", "satisfaction_time", "satisfaction_conduct", "satisfaction_competence")
    targets = dict.fromkeys(keys, 2.0)
    found = {key: rows for key in keys[1:] for key, rows in answers(4, 60, key).items()}
    await school.freezes("Wati", Q4, found, plan=await school.plans("Wati", **targets))
    assert named(school) == []


async def test_peers_and_the_admin_see_no_candidates(school: School) -> None:
    await planned(school, "Wati", records(50, 50))
    assert named(school, "Sari") == named(school, "Ani") == []
    assert named(school, "Wati") == []


async def test_a_person_decides_with_a_reason_and_everybody_reads_it_once(both: School) -> None:
    wati, period = both.officers["Wati"], both.periods[Q4]
    made = await both.does(recognition.give, wati, period, WHY, NEW_YEAR, both.people["Hadi"])
    ((told, everybody),) = await both.does(recognition.unpublished, NEW_YEAR)
    assert (told.id, told.name, told.by, told.reason) == (made, "Wati", "Hadi", WHY)
    assert [one.name for one in everybody] == sorted([*NAMES, "Ani", "Hadi", "Kepala"])
    assert await both.does(recognition.unpublished, NEW_YEAR) == []
    assert both.read(recognition.of_officer, wati, period) == [told]
    assert both.read(recognition.of_office, both.office) == [told]
    second = await both.is_refused(
        recognition.give, wati, period, WHY, NEW_YEAR, both.people["Kepala"]
    )
    assert second.key == "recognition-given"


@pytest.mark.parametrize(
    ("whom", "by", "key"),
    [
        ("Hadi", "Hadi", "recognition-oneself"),
        ("Wati", "Sari", "not-for-you"),
        ("Wati", "Ani", "not-for-you"),
        ("Wati", "Wati", "recognition-oneself"),
    ],
)
async def test_nobody_recognises_oneself_or_a_colleague(
    school: School, whom: str, by: str, key: str
) -> None:
    refused = await school.is_refused(
        recognition.give,
        school.officers[whom],
        school.periods[Q4],
        WHY,
        NEW_YEAR,
        school.people[by],
    )
    assert refused.key == key


async def test_a_running_period_and_a_bare_word_are_refused(school: School) -> None:
    wati, period, head = school.officers["Wati"], school.periods[Q4], school.people["Hadi"]
    early = await school.is_refused(recognition.give, wati, period, WHY, NOW, head)
    assert early.key == "recognition-period-runs"
    bare = await school.is_refused(recognition.give, wati, period, "baik", NEW_YEAR, head)
    assert bare.key == "text-too-short"
