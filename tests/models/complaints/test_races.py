"""Two officers do the same to one case at the same instant: one effect, and the other is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from models.complaints import following, inspection, operations
from models.complaints.limits import CaseClass
from models.complaints.states import State
from models.complaints.tables import Case
from models.database import Database, Transaction
from models.errors import Refused
from models.journal import JournalEntry, Kind
from tests.models.complaints.offices_and_people import LATER, NOON, Bureau, opened
from tests.rivals import ROUNDS, Act, another, at_once, refusal


@dataclass
class Rivals:
    """The bureau, and a second process at the same database."""

    bureau: Bureau
    other: Database

    async def at_once(self, one: Act, two: Act) -> list[Any]:
        """What came of both; a refusal is an answer too."""
        return await at_once(self.bureau.database, self.other, one, two)

    def entered(self, case_id: int) -> Counter[str]:
        """How many times each thing happened to the case."""
        kinds = select(JournalEntry.kind).where(JournalEntry.case_id == case_id)
        return Counter(self.bureau.read(lambda tx: tx.session.exec(kinds).all()))


@pytest.fixture
async def rivals(database: Database) -> AsyncIterator[Rivals]:
    async with another(database) as other:
        yield Rivals(await opened(database), other)


ACTS: dict[str, tuple[Callable[[Transaction, int, int], Any], Kind, State]] = {
    "take": (
        lambda tx, case, who: operations.take(tx, case, who, LATER),
        Kind.CASE_TAKEN,
        State.IN_PROGRESS,
    ),
    "answer": (
        lambda tx, case, who: operations.answer(tx, case, who, "Sudah kami urus.", LATER),
        Kind.CASE_ANSWERED,
        State.ANSWERED,
    ),
    "ask back": (
        lambda tx, case, who: operations.ask_back(tx, case, who, "Kapan itu?", LATER),
        Kind.CASE_ASKED_BACK,
        State.WAITING,
    ),
    "end": (
        lambda tx, case, who: operations.reject(
            tx, case, who, "unfounded", "Tidak kami temukan.", LATER
        ),
        Kind.CASE_REJECTED,
        State.REJECTED,
    ),
}


@pytest.mark.parametrize("act", ACTS)
async def test_one_wins_and_the_other_is_told_who_was_faster(rivals: Rivals, act: str) -> None:
    do, kind, state = ACTS[act]
    bureau = rivals.bureau
    sari, tono = bureau.people["Sari"], bureau.people["Tono"]
    for _ in range(ROUNDS):
        case_id = (await bureau.complains()).case_id
        told_before = len(bureau.told("Budi"))
        answers = await rivals.at_once(
            lambda tx, case=case_id: do(tx, case, sari), lambda tx, case=case_id: do(tx, case, tono)
        )
        told = refusal(answers)
        case = bureau.case(case_id)
        winner = {number: name for name, number in bureau.officers.items()}[case.holder_id or 0]
        assert (told.key, told.values["name"]) == ("case-taken-by", winner)
        assert State(case.state) is state
        assert rivals.entered(case_id)[kind] == 1
        assert rivals.entered(case_id)[Kind.CASE_TAKEN] == 1
        assert len(bureau.told("Budi")) - told_before == (0 if act == "take" else 1)


async def test_a_case_is_merged_once(rivals: Rivals) -> None:
    bureau = rivals.bureau
    sari, tono = bureau.people["Sari"], bureau.people["Tono"]
    for number in range(ROUNDS):
        at = NOON - timedelta(days=number)  # nobody complains too often
        case_id = (await bureau.complains("Budi", at=at)).case_id
        one, two = [(await bureau.complains("Citra", at=at)).case_id for _ in range(2)]
        answers = await rivals.at_once(
            lambda tx, case=case_id, into=one: following.merge(tx, case, into, sari, LATER),
            lambda tx, case=case_id, into=two: following.merge(tx, case, into, tono, LATER),
        )
        assert refusal(answers).key == "case-not-now"
        case = bureau.case(case_id)
        followers = [bureau.case(into).followers for into in (one, two)]
        assert sorted(followers) == [0, 1]
        assert case.merged_into_id == (one if followers[0] else two)
        assert rivals.entered(case_id)[Kind.CASE_MERGED] == 1


async def test_two_cases_are_not_merged_into_each_other(rivals: Rivals) -> None:
    bureau = rivals.bureau
    sari, tono = bureau.people["Sari"], bureau.people["Tono"]
    for _ in range(ROUNDS):
        one, two = [(await bureau.complains(who)).case_id for who in ("Budi", "Citra")]
        answers = await rivals.at_once(
            lambda tx, a=one, b=two: following.merge(tx, a, b, sari, LATER),
            lambda tx, a=one, b=two: following.merge(tx, b, a, tono, LATER),
        )
        refusal(answers)
        merged = [bureau.case(case_id).merged_into_id for case_id in (one, two)]
        assert sorted(merged, key=str) in ([one, None], [two, None])


@pytest.mark.parametrize("act", ["refer", "unfollow", "withdraw"])
async def test_nobody_waits_in_a_circle_for_merged_cases(rivals: Rivals, act: str) -> None:
    """Whatever locks both locks them in one order; PostgreSQL would break a circle by an error."""
    bureau = rivals.bureau
    sari, tono = bureau.people["Sari"], bureau.people["Tono"]
    budi, wati = bureau.people["Budi"], bureau.people["Wati"]
    acts: dict[str, Callable[[Transaction, int], Any]] = {
        "refer": lambda tx, into: inspection.refer(tx, into, sari, LATER),
        "unfollow": lambda tx, into: following.unfollow(tx, into, wati, LATER),
        "withdraw": lambda tx, into: operations.withdraw(tx, into, budi, LATER),
    }
    for number in range(ROUNDS):
        at = NOON - timedelta(days=number)
        case_id, into = [(await bureau.complains(who, at=at)).case_id for who in ("Citra", "Budi")]
        await bureau.does("Wati", "follow", case_id, at=at)
        await bureau.write(lambda tx, a=case_id, b=into: following.merge(tx, a, b, sari, NOON))
        answers = await rivals.at_once(
            lambda tx, into=into: acts[act](tx, into),
            lambda tx, case=case_id: following.separate(tx, case, tono, LATER),
        )
        failed = [one for one in answers if isinstance(one, BaseException)]
        assert all(isinstance(one, Refused) for one in failed), answers
        assert (bureau.case(case_id).merged_into_id, len(failed) <= 1) == (None, True)
        assert bureau.case(into).followers == 0
        assert rivals.entered(case_id)[Kind.CASE_SEPARATED] == 1


async def test_one_answers_while_the_other_ends_the_case(rivals: Rivals) -> None:
    bureau = rivals.bureau
    sari, tono = bureau.people["Sari"], bureau.people["Tono"]
    for _ in range(ROUNDS):
        case_id = (await bureau.complains()).case_id
        answers = await rivals.at_once(
            lambda tx, case=case_id: ACTS["answer"][0](tx, case, sari),
            lambda tx, case=case_id: ACTS["end"][0](tx, case, tono),
        )
        assert refusal(answers).key == "case-taken-by"
        happened = rivals.entered(case_id)
        assert happened[Kind.CASE_ANSWERED] + happened[Kind.CASE_REJECTED] == 1


async def test_the_class_is_verified_once(rivals: Rivals) -> None:
    bureau = rivals.bureau
    sari, tono = bureau.people["Sari"], bureau.people["Tono"]
    for _ in range(ROUNDS):
        case_id = (await bureau.complains()).case_id
        answers = await rivals.at_once(
            lambda tx, case=case_id: operations.verify(tx, case, sari, CaseClass.MINOR, LATER),
            lambda tx, case=case_id: operations.verify(tx, case, tono, CaseClass.WISH, LATER),
        )
        assert refusal(answers).key == "case-not-now"
        verified = rivals.entered(case_id)[Kind.CASE_VERIFIED]
        [kind] = bureau.read(
            lambda tx, case=case_id: tx.session.exec(select(Case.kind).where(Case.id == case)).all()
        )
        assert (verified, kind in (CaseClass.MINOR, CaseClass.WISH)) == (1, True)


async def test_the_head_learns_that_the_holder_has_answered_meanwhile(rivals: Rivals) -> None:
    """Both may answer; who comes second is asked first whether the words are still needed."""
    bureau = rivals.bureau

    def says(who: str, case_id: int) -> Act:
        def work(tx: Transaction) -> str | None:
            person_id = bureau.people[who]
            name = operations.written_since(tx, case_id, person_id, NOON, LATER)
            if name is None:
                operations.answer(tx, case_id, person_id, f"Jawaban {who}.", LATER)
            return name

        return work

    for _ in range(ROUNDS):
        case_id = (await bureau.complains()).case_id
        await bureau.does("Sari", "take", case_id, at=NOON)
        answers = await rivals.at_once(says("Sari", case_id), says("Hadi", case_id))
        assert answers in ([None, "Sari"], ["Hadi", None])
        assert rivals.entered(case_id)[Kind.CASE_ANSWERED] == 1
