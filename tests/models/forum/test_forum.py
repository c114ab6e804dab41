"""An office asks, citizens answer, and few answers are not told."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from models import office_admin
from models.database import Database, Transaction
from models.forum import answers, questions
from models.forum.questions import Asking
from models.forum.tables import ForumAnswer, ForumQuestion, QuestionKind
from models.journal import JournalEntry, Kind
from models.people import Role
from models.ratings import plans
from models.ratings.periods import Period
from tests.models.appraisal.feedback.colleagues import Colleagues, built, joins, refused

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # Monday, 09.00 WIB
END = datetime(2026, 11, 30, 17, 0, tzinfo=UTC)  # the end of 30 Nov, WIB
HOURS = Asking(
    QuestionKind.CHOICE, "Jam berapa loket sebaiknya dibuka?", ("07.00", "08.00", "09.00")
)
WISH = Asking(QuestionKind.OPEN, "Apa yang perlu kami perbaiki lebih dahulu?")
WHOLE = 0


@pytest.fixture
async def hall(sqlite_url: str) -> AsyncIterator[Colleagues]:
    opened = Database(sqlite_url)
    yield await built(opened)
    opened.close()


async def opens(
    hall: Colleagues,
    asking: Asking = HOURS,
    by: str = "Hadi",
    unit: int | None = None,
    days: int = 7,
) -> ForumQuestion:
    place = None if unit == WHOLE else unit or hall.unit
    return await hall.does(
        questions.open_question, hall.office, place, asking, days, NOW, hall.people[by]
    )


async def choose(hall: Colleagues, asked: ForumQuestion, *options: int) -> None:
    for number, option in enumerate(options):
        await hall.does(answers.choose, asked.id, f"warga {number}", option, NOW)


# --- opening


async def test_a_head_asks_for_the_unit_until_a_local_midnight(hall: Colleagues) -> None:
    asked = await opens(hall)
    assert asked.closes_at == END
    assert hall.read(lambda tx: questions.count_open(tx, NOW)) == 1
    assert hall.read(lambda tx: questions.count_open(tx, END)) == 0


async def test_who_leads_a_place_asks_for_it_and_nobody_else(hall: Colleagues) -> None:
    await hall.does(joins, hall, "Ani", Role.ADMIN, office_id=hall.office)
    await opens(hall, by="Ani", unit=WHOLE)
    await opens(hall, by="Kepala", unit=WHOLE)
    for by, unit in (("Hadi", WHOLE), ("Sari", hall.unit), ("Ani", hall.unit + 99)):
        with refused("not-for-you"):
            await opens(hall, by=by, unit=unit)
    asked = await opens(hall, by="Ani")
    for act in (questions.end, questions.led, answers.outcome_for_staff):
        with refused("not-for-you"):
            await hall.does(act, asked.id, NOW, hall.people["Sari"])
    names = [name for *_, name in hall.read(lambda tx: _places(tx, hall))]
    assert names == ["Dinas Dukcapil", "Loket KTP"]


def _places(tx: Transaction, hall: Colleagues) -> list[tuple[int, int | None, str]]:
    return questions.places(tx, NOW, hall.people["Ani"])


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("text-too-short", {"text_id": "Apa?"}),
        ("forum-options-number", {"options": ("Ya",)}),
        ("forum-options-number", {"options": tuple("abcdefg")}),
        ("forum-options-twice", {"options": ("Ya", "ya")}),
        ("note-too-long", {"options": ("Ya", "x" * 61)}),
        ("forum-english-options", {"text_en": "When should we open?"}),
        ("forum-english-options", {"text_en": "When should we open?", "options_en": ("7",)}),
    ],
)
async def test_a_question_is_complete(hall: Colleagues, key: str, changes: dict[str, Any]) -> None:
    known = {"kind": HOURS.kind, "text_id": HOURS.text_id, "options": HOURS.options}
    with refused(key):
        await opens(hall, Asking(**(known | changes)))


@pytest.mark.parametrize("days", [2, 61])
async def test_a_question_is_open_for_three_to_sixty_days(hall: Colleagues, days: int) -> None:
    with refused("forum-days-wrong"):
        await opens(hall, days=days)


async def test_three_questions_of_a_place_at_once_are_enough(hall: Colleagues) -> None:
    asked, *_ = [await opens(hall) for _ in range(questions.OPEN_AT_ONCE)]
    with refused("forum-too-many"):
        await opens(hall)
    await hall.does(questions.end, asked.id, NOW, hall.people["Hadi"])
    await opens(hall)
    with refused("forum-closed"):
        await hall.does(questions.end, asked.id, NOW, hall.people["Hadi"])


# --- answering


async def test_a_person_has_one_answer_and_may_change_or_delete_it(hall: Colleagues) -> None:
    asked = await opens(hall)
    for option in (0, 2):
        await hall.does(answers.choose, asked.id, "warga", option, NOW)
    assert hall.read(lambda tx: [one.choice for one in tx.session.exec(select(ForumAnswer))]) == [2]
    await hall.does(answers.withdraw, asked.id, "warga", NOW)
    assert hall.read(lambda tx: answers.number(tx, asked.id or 0)) == 0
    with refused("forum-no-answer"):
        await hall.does(answers.withdraw, asked.id, "warga", NOW)
    entries = hall.read(
        lambda tx: tx.session.exec(
            select(JournalEntry).where(JournalEntry.kind == Kind.FORUM_ANSWERED)
        ).all()
    )
    assert [(one.actor_id, one.data["step"]) for one in entries] == [
        (None, "answered"),
        (None, "changed"),
        (None, "withdrawn"),
    ]


async def test_an_answer_fits_the_question_and_comes_in_time(hall: Colleagues) -> None:
    asked, wish = await opens(hall), await opens(hall, WISH)
    for option in (-1, 3):
        with refused("button-old"):
            await hall.does(answers.choose, asked.id, "warga", option, NOW)
    with refused("button-old"):
        await hall.does(answers.tell, asked.id, "warga", "Pukul tujuh saja", NOW)
    with refused("button-old"):
        await hall.does(answers.choose, wish.id, "warga", 0, NOW)
    for key, words in (("text-too-short", "ya"), ("note-too-long", "x" * 501)):
        with refused(key):
            await hall.does(answers.tell, wish.id, "warga", words, NOW)
    with refused("forum-closed"):
        await hall.does(answers.choose, asked.id, "warga", 0, END)
    with refused("forum-unknown"):
        await hall.does(answers.choose, 99, "warga", 0, NOW)


# --- results


async def test_nothing_is_told_of_fewer_than_five_answers(hall: Colleagues) -> None:
    asked = await opens(hall)
    await choose(hall, asked, 0, 0, 0, 1)
    told = hall.read(lambda tx: answers.outcome(tx, asked.id or 0, END))
    assert (told.n, told.counts) == (None, (None, None, None))
    with refused("forum-still-open"):
        await hall.does(answers.outcome, asked.id, NOW)


async def test_an_option_of_a_few_is_hidden_and_what_would_give_it_away(hall: Colleagues) -> None:
    asked = await opens(hall)
    await choose(hall, asked, *[0] * 8, *[1] * 6, 2)
    told = hall.read(lambda tx: answers.outcome(tx, asked.id or 0, END))
    assert (told.n, told.counts) == (15, (8, None, None))


async def test_words_are_for_the_staff_and_stand_shuffled(hall: Colleagues) -> None:
    wish = await opens(hall, WISH)
    said = [f"Tambah kursi nomor {number}" for number in range(12)]
    for number, words in enumerate(said):
        await hall.does(answers.tell, wish.id, f"warga {number}", words, NOW)
    assert hall.read(lambda tx: answers.outcome(tx, wish.id or 0, END)).texts == ()
    hadi = hall.people["Hadi"]
    told = hall.read(lambda tx: answers.outcome_for_staff(tx, wish.id or 0, END, hadi))
    assert Counter(told.texts) == Counter(said)
    assert list(told.texts) != said


async def test_a_closed_question_is_told_of_once_and_forgets_who_answered(
    hall: Colleagues,
) -> None:
    asked = await opens(hall)
    await choose(hall, asked, 0, 1)
    assert await hall.does(answers.closed_now, END - timedelta(seconds=1)) == []
    (found,) = await hall.does(answers.closed_now, END)
    assert found.id == asked.id
    assert await hall.does(answers.closed_now, END) == []
    kept = hall.read(lambda tx: tx.session.exec(select(ForumAnswer)).all())
    assert not {one.rater for one in kept} & {"warga 0", "warga 1"}
    assert {one.at for one in kept} == {END}
    assert sorted(one.choice or 0 for one in kept) == [0, 1]


async def test_who_opened_it_and_the_heads_are_told(hall: Colleagues) -> None:
    await hall.does(joins, hall, "Ani", Role.ADMIN, office_id=hall.office)

    def told(asked: ForumQuestion) -> set[str]:
        ids = hall.read(lambda tx: answers.readers(tx, asked, END))
        return {name for name, person in hall.people.items() if person in ids}

    assert told(await opens(hall, by="Ani")) == {"Ani", "Hadi", "Kepala"}
    assert told(await opens(hall, by="Ani", unit=WHOLE)) == {"Ani", "Hadi", "Kepala"}


async def test_a_plan_of_the_unit_can_come_of_it_once(hall: Colleagues) -> None:
    asked = await opens(hall)
    hadi = hall.people["Hadi"]
    plan = await hall.does(_planned, hall, hall.unit)
    with refused("forum-still-open"):
        await hall.does(questions.link, asked.id, plan, NOW, hadi)
    other = await hall.does(office_admin.add_office, "Distrik", "Asia/Jayapura", at=NOW, by=None)
    unit = await hall.does(office_admin.add_unit, other.id, "Loket KK", at=NOW, by=None)
    elsewhere = await hall.does(_planned, hall, unit.id, by="Kepala")
    with refused("not-for-you"):
        await hall.does(questions.link, asked.id, elsewhere, END, hadi)
    await hall.does(questions.link, asked.id, plan, END, hadi)
    assert hall.read(lambda tx: questions.one(tx, asked.id or 0).plan_id) == plan
    with refused("forum-planned-already"):
        await hall.does(questions.link, asked.id, plan, END, hadi)


def _planned(tx: Transaction, hall: Colleagues, unit_id: int, by: str = "Hadi") -> int:
    """A plan; elsewhere made by a head of everything."""
    if by != "Hadi":
        joins(tx, hall, "Semua", Role.ADMIN)
        joins(tx, hall, "Lain", Role.OFFICER, unit_id=unit_id)
    owner = hall.officers["Sari" if by == "Hadi" else "Lain"]
    person = hall.people["Hadi" if by == "Hadi" else "Semua"]
    quarter = Period.of("2026-Q4")
    return plans.make(
        tx, unit_id, quarter, "waktu", "Membuka loket lebih awal", owner, quarter, NOW, person
    )
