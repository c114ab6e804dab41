"""What was promised at a meeting is reminded of once, and told at the next one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from models.appraisal.coaching import promises
from tests.models.appraisal.coaching.school import NEW_YEAR, NOW, Q3, Q4, School

WORDS = "Menjawab setiap pengaduan dalam satu hari kerja"
DUE = date(2027, 3, 31)


async def promised(
    school: School, name: str | None = "Sari", by: str = "Hadi", due: date = DUE, at: datetime = NOW
) -> int:
    whom = school.officers[name] if name else None
    period = school.periods[Q3]
    return await school.does(
        promises.make, school.unit, period, whom, WORDS, due, at, school.people[by]
    )


async def test_a_promise_is_kept_or_not_in_the_words_of_who_leads(both: School) -> None:
    number = await promised(both, by="Sari")
    own = await both.is_refused(
        promises.close, number, True, "Selesai", NEW_YEAR, both.people["Sari"]
    )
    assert own.key == "not-for-you"
    why = "Dua pengaduan terlambat karena sistem pusat"
    await both.does(promises.close, number, False, why, NEW_YEAR, both.people["Hadi"])
    shown = both.read(promises.one, number, NEW_YEAR, both.people["Sari"])
    assert (shown.kept, shown.outcome, shown.officer, shown.words) == (False, why, "Sari", WORDS)
    again = await both.is_refused(
        promises.close, number, True, "Sudah beres", NEW_YEAR, both.people["Hadi"]
    )
    assert again.key == "promise-closed"


async def test_before_it_is_due_both_are_reminded_once(both: School) -> None:
    number = await promised(both)
    early = datetime.combine(DUE, NOW.timetz()) - timedelta(days=8)
    assert await both.does(promises.reminders, early) == []
    (told,) = await both.does(promises.reminders, early + timedelta(days=1))
    assert told.promise.id == number
    assert [one.name for one in told.officers] == ["Sari", "Hadi"]
    assert await both.does(promises.reminders, early + timedelta(days=2)) == []


async def test_of_a_closed_promise_nobody_is_reminded_and_of_the_units_its_heads(
    school: School,
) -> None:
    closed, of_unit = await promised(school), await promised(school, None)
    hadi = school.people["Hadi"]
    await school.does(promises.close, closed, True, "Sudah tercapai", NOW, hadi)
    (told,) = await school.does(promises.reminders, datetime.combine(DUE, NOW.timetz()))
    assert (told.promise.id, told.promise.officer) == (of_unit, "")
    assert [one.name for one in told.officers] == ["Hadi", "Kepala"]


async def test_the_pack_holds_what_was_promised_last_time(school: School) -> None:
    first = await promised(school)
    second = await promised(school, None)
    await school.does(
        promises.close, first, True, "Tercapai sejak Desember", NOW, school.people["Hadi"]
    )
    found = school.read(promises.last_time, school.unit, school.periods[Q4], NEW_YEAR)
    assert [(one.id, one.kept) for one in found] == [(second, None), (first, True)]
    assert school.read(promises.last_time, school.unit, school.periods[Q3], NEW_YEAR) == []


async def test_colleagues_see_the_units_promises_and_not_each_others(school: School) -> None:
    own, of_unit = await promised(school), await promised(school, None)
    seen = {
        name: [
            one.id for one in school.read(promises.of_reader, school.unit, NOW, school.people[name])
        ]
        for name in ("Sari", "Rina", "Hadi", "Kepala", "Ani")
    }
    assert seen == {
        "Sari": [own, of_unit],
        "Rina": [of_unit],
        "Hadi": [own, of_unit],
        "Kepala": [own, of_unit],
        "Ani": [],
    }
    refused = await school.is_refused(promises.one, own, NOW, school.people["Rina"])
    assert refused.key == "not-for-you"


@pytest.mark.parametrize(
    ("name", "by", "due", "key"),
    [
        ("Sari", "Rina", DUE, "not-for-you"),
        (None, "Sari", DUE, "not-for-you"),
        ("Hadi", "Sari", DUE, "not-for-you"),
        ("Sari", "Hadi", date(2026, 11, 22), "promise-due-wrong"),
        ("Sari", "Hadi", date(2031, 1, 1), "promise-due-wrong"),
    ],
)
async def test_a_promise_for_somebody_else_or_for_yesterday_is_refused(
    school: School, name: str | None, by: str, due: date, key: str
) -> None:
    whom = school.officers[name] if name else None
    refused = await school.is_refused(
        promises.make,
        school.unit,
        school.periods[Q3],
        whom,
        WORDS,
        due,
        NOW,
        school.people[by],
    )
    assert refused.key == key
