"""Trainings of the catalogue, events, who takes part, and what they did."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from models.appraisal.coaching import effects, events, needs, team, trainings
from models.appraisal.coaching.effect_rules import Verdict
from models.appraisal.coaching.effects import Effect, State
from models.appraisal.coaching.events import Event
from tests.models.appraisal.coaching.school import NEW_YEAR, NOW, Q3, Q4, School, shares

TOPIC = "visits_within"
WHY = "Ingin melayani lebih cepat di loket"
FIRST, LAST = date(2027, 1, 18), date(2027, 1, 19)  # Monday, Tuesday
BEGUN = datetime(2027, 1, 18, 3, 0, tzinfo=UTC)
READY = datetime(2027, 3, 17, 3, 0, tzinfo=UTC)  # eight weeks after the last day


async def catalogued(school: School, topic: str = TOPIC) -> int:
    by = school.people["Ani"]
    return await school.does(trainings.add, school.office, "Loket sigap", topic, "", NOW, by)


async def arranged(school: School, *names: str, by: str = "Ani") -> int:
    training, who = await catalogued(school), school.people[by]
    event = await school.does(events.make, training, FIRST, LAST, NEW_YEAR, who)
    for name in names:
        await school.does(events.add, event, school.officers[name], NEW_YEAR, who)
    return event


async def held(school: School, *names: str) -> int:
    event = await arranged(school, *names)
    for name in names:
        by = school.people["Ani"]
        await school.does(events.attend, event, school.officers[name], True, BEGUN, by)
    return event


def shown(school: School, event: int, by: str = "Ani") -> Event:
    return school.read(events.one, event, NEW_YEAR, school.people[by])


# --- catalogue and events


async def test_the_catalogue_is_kept_by_the_admin(school: School) -> None:
    for name in ("Hadi", "Sari", "Kepala"):
        refused = await school.is_refused(
            trainings.add, school.office, "Loket", TOPIC, "", NOW, school.people[name]
        )
        assert refused.key == "not-for-you"
    training = await catalogued(school)
    unknown = await school.is_refused(
        trainings.add, school.office, "Loket", "unit_index", "", NOW, school.people["Ani"]
    )
    assert unknown.key == "coaching-topic-unknown"
    await school.does(trainings.close, training, NOW, school.people["Ani"])
    assert school.read(trainings.of_office, school.office) == []
    gone = await school.is_refused(events.make, training, FIRST, LAST, NOW, school.people["Ani"])
    assert gone.key == "training-unknown"


async def test_an_accepted_need_is_joined_and_waits_again_when_it_is_cancelled(
    both: School,
) -> None:
    sari, head = both.people["Sari"], both.people["Hadi"]
    need = await both.does(needs.ask, TOPIC, WHY, NOW, sari)
    await both.does(needs.decide, need, True, "", NOW, head)
    event = await arranged(both, by="Hadi")
    free = both.read(events.addable, event, NEW_YEAR, head)
    assert [(name, waits) for _, name, waits in free][:2] == [("Sari", True), ("Budi", False)]
    assert await both.does(events.add, event, both.officers["Sari"], NEW_YEAR, head)
    assert not await both.does(events.add, event, both.officers["Sari"], NEW_YEAR, head)
    assert both.read(needs.one, need, NEW_YEAR, sari).event_id == event
    await both.does(events.cancel, event, NEW_YEAR, head)
    assert both.read(needs.one, need, NEW_YEAR, sari).event_id is None
    closed = await both.is_refused(events.add, event, both.officers["Rina"], NEW_YEAR, head)
    assert closed.key == "event-cancelled-already"


async def test_who_came_is_told_from_the_first_day_on(school: School) -> None:
    event, admin = await arranged(school, "Sari", "Rina"), school.people["Ani"]
    sari, rina = school.officers["Sari"], school.officers["Rina"]
    early = await school.is_refused(events.attend, event, sari, True, NEW_YEAR, admin)
    assert early.key == "event-not-begun"
    await school.does(events.attend, event, sari, True, BEGUN, admin)
    await school.does(events.attend, event, rina, False, BEGUN, admin)
    assert shown(school, event).attended == (sari,)
    late = await school.is_refused(events.remove, event, rina, BEGUN, admin)
    assert late.key == "event-begun"


async def test_an_officer_changes_no_event_and_a_head_only_for_those_led(school: School) -> None:
    event, rina = await arranged(school), school.officers["Rina"]
    for operation in (events.add, events.remove):
        refused = await school.is_refused(operation, event, rina, NEW_YEAR, school.people["Rina"])
        assert refused.key == "not-for-you"
    own = await school.is_refused(
        events.add, event, school.officers["Hadi"], NEW_YEAR, school.people["Hadi"]
    )
    assert own.key == "not-for-you"
    assert await school.does(events.add, event, rina, NEW_YEAR, school.people["Hadi"])
    cancel = await school.is_refused(events.cancel, event, NEW_YEAR, school.people["Hadi"])
    assert cancel.key == "not-for-you"


@pytest.mark.parametrize(
    ("first", "last", "weeks", "key"),
    [
        (LAST, FIRST, 8, "event-days-wrong"),
        (FIRST, FIRST + timedelta(days=90), 8, "event-days-wrong"),
        (date(2030, 1, 1), date(2030, 1, 2), 8, "event-days-far"),
        (FIRST, LAST, 2, "event-weeks-wrong"),
    ],
)
async def test_days_that_make_no_sense_are_refused(
    school: School, first: date, last: date, weeks: int, key: str
) -> None:
    training, admin = await catalogued(school), school.people["Ani"]
    refused = await school.is_refused(
        events.make, training, first, last, NEW_YEAR, admin, weeks=weeks
    )
    assert refused.key == key


# --- effects


async def worked(school: School, name: str, before: int, after: int) -> None:
    """50 visits in each window, of which so many in ten were in time."""
    for first, good in ((FIRST - timedelta(weeks=8), before), (LAST + timedelta(days=1), after)):
        await school.serves(name, first, 50, lambda number, good=good: number % 10 < good)


def effect(school: School, event: int, by: str = "Hadi", at: datetime = READY) -> Effect:
    return school.read(effects.of, event, at, school.people[by])


async def test_before_the_weeks_have_passed_nothing_is_told(school: School) -> None:
    event = await held(school, "Sari")
    found = effect(school, event, at=READY - timedelta(days=1))
    assert (found.state, found.ready_on) == (State.AHEAD, date(2027, 3, 17))
    assert found.before == (date(2026, 11, 23), date(2027, 1, 17))
    assert found.after == (date(2027, 1, 20), date(2027, 3, 16))
    assert effect(school, event).state is State.FEW


async def test_the_trained_rose_and_the_others_did_not(both: School) -> None:
    event = await held(both, "Sari", "Rina", "Tono")
    for name in ("Sari", "Rina", "Tono"):
        await worked(both, name, 4, 8)
    for name in ("Budi", "Dewi", "Wati"):
        await worked(both, name, 5, 5)
    found = effect(both, event)
    assert found.trained is not None
    assert found.others is not None
    assert found.more is not None
    assert (found.trained.before.value, found.trained.after.value) == pytest.approx((0.4, 0.8))
    assert (found.trained.before.n, found.trained.officers) == (150, 3)
    assert found.trained.verdict is Verdict.BETTER
    assert (found.others.verdict, found.others.shift.by) == (Verdict.NONE, pytest.approx(0))
    assert (found.more[0].by, found.more[1]) == (pytest.approx(0.4), Verdict.BETTER)
    assert not found.selected


async def test_where_everybody_rose_the_training_is_not_why(school: School) -> None:
    event = await held(school, "Sari", "Rina", "Tono")
    for name in ("Sari", "Rina", "Tono", "Budi", "Dewi", "Wati"):
        await worked(school, name, 4, 8)
    found = effect(school, event)
    assert found.trained is not None
    assert found.more is not None
    assert (found.trained.verdict, found.more[1]) == (Verdict.BETTER, Verdict.NONE)


async def test_who_did_not_come_is_neither_trained_nor_compared(school: School) -> None:
    event = await held(school, "Sari", "Rina")
    admin = school.people["Ani"]
    await school.does(events.add, event, school.officers["Tono"], BEGUN, admin)
    await school.does(events.attend, event, school.officers["Tono"], False, BEGUN, admin)
    for name in ("Sari", "Tono", "Budi"):
        await worked(school, name, 4, 8)
    found = effect(school, event)
    assert found.trained is not None
    assert found.others is not None
    assert (found.trained.officers, found.others.officers, found.left_out) == (1, 1, 1)


async def test_without_attendance_nothing_is_told(school: School) -> None:
    event = await arranged(school, "Sari")
    await worked(school, "Sari", 4, 8)
    assert effect(school, event).state is State.UNTOLD
    await school.does(events.cancel, event, READY, school.people["Ani"])
    assert effect(school, event).state is State.CANCELLED


async def test_a_small_group_is_for_its_leader_and_for_who_is_alone_in_it(school: School) -> None:
    event = await held(school, "Sari")
    for name in ("Sari", "Budi", "Dewi"):
        await worked(school, name, 4, 8)
    await school.does(
        team.name, school.office, school.officers["Wati"], NEW_YEAR, school.people["Ani"]
    )
    for reader in ("Ani", "Wati"):
        hidden = effect(school, event, by=reader)
        assert (hidden.state, hidden.trained) == (State.HIDDEN, None)
    assert effect(school, event).others is not None
    mine = effect(school, event, by="Sari")
    assert mine.trained is not None
    assert mine.others is None  # two colleagues
    refused = await school.is_refused(effects.of, event, READY, school.people["Budi"])
    assert refused.key == "not-for-you"


async def test_who_was_sent_for_a_low_figure_is_said(school: School) -> None:
    plan = await school.plans("Sari", visits_within=90)
    for period in (Q3, Q4):
        await school.freezes("Sari", period, shares(10, 30, TOPIC), plan=plan)
    found, _ = await school.does(needs.search, NEW_YEAR)
    await school.does(needs.decide, found[0].id, True, "", NEW_YEAR, school.people["Hadi"])
    event = await held(school, "Sari")
    await worked(school, "Sari", 4, 8)
    assert effect(school, event).selected


# --- the team


async def test_the_team_gets_the_list_once_a_month_on_the_first_working_day(
    both: School,
) -> None:
    admin, wati = both.people["Ani"], both.officers["Wati"]
    await both.does(team.name, both.office, wati, NEW_YEAR, admin)
    event = await held(both, "Sari", "Rina", "Tono")
    need = await both.does(needs.ask, TOPIC, WHY, NEW_YEAR, both.people["Budi"])
    monday = datetime(2027, 2, 1, 0, 30, tzinfo=UTC)  # 07.30 WIB, when the unit opens
    assert await both.does(team.due, monday - timedelta(minutes=1)) == []
    ((officer, told),) = await both.does(team.due, monday)
    assert officer.id == wati
    assert [one.id for one in told.ended] == [event]
    assert [(one.id, ready) for one, ready in told.waiting] == [(event, date(2027, 3, 17))]
    assert (told.ready, told.untold, told.needs) == ((), (), (("Loket KTP", 1),))
    assert await both.does(team.due, monday + timedelta(days=3)) == []
    await both.does(needs.decide, need, True, "", monday, both.people["Hadi"])
    ((_, april),) = await both.does(team.due, datetime(2027, 4, 1, 3, 0, tzinfo=UTC))
    assert [one.id for one in april.ready] == [event]
    assert (april.ended, april.waiting, april.needs) == ((), (), ())


async def test_only_the_admin_names_watchers_and_they_may_leave(school: School) -> None:
    wati, rights = school.officers["Wati"], (school.office, school.officers["Wati"], NOW)
    for name in ("Hadi", "Sari", "Wati"):
        refused = await school.is_refused(team.name, *rights, school.people[name])
        assert refused.key == "not-for-you"
    await school.does(team.name, *rights, school.people["Ani"])
    assert [one.id for one in school.read(team.of_office, school.office)] == [wati]
    by = await school.is_refused(team.dismiss, *rights, school.people["Sari"])
    assert by.key == "not-for-you"
    await school.does(team.dismiss, *rights, school.people["Wati"])
    assert school.read(team.of_office, school.office) == []
    gone = await school.is_refused(team.of_reader, school.office, NOW, school.people["Wati"])
    assert gone.key == "not-for-you"
