"""Every operation: what it changes, whom it tells, whom it refuses."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from models import journal
from models.complaints import queries, tickets, tracking
from models.complaints.casework import Upload
from models.complaints.limits import CaseClass
from models.complaints.operations import ARCHIVING, Reason
from models.complaints.states import State
from models.complaints.tables import FileKind, Side
from models.database import Database, Transaction, table
from models.errors import Refused
from models.offices import Counter
from models.people import CONSENT_VERSION, Person, Role
from tests.models.complaints.offices_and_people import (
    LATER,
    NOON,
    WORDS,
    Bureau,
    end_silence,
    refused,
    wib,
)


async def answered(bureau: Bureau) -> int:
    sent = await bureau.complains()
    await bureau.does("Sari", "answer", sent.case_id, "Sudah kami periksa.", at=LATER)
    return sent.case_id


# --- sending


async def test_a_complaint_gets_a_ticket_at_once_and_its_promises(bureau: Bureau) -> None:
    sent = await bureau.complains(category="informasi")
    assert tickets.parse(sent.ticket) == sent.ticket
    assert sent.ticket.startswith("SW-26-000001-")
    assert sent.promise.first_answer == wib(30, 16)  # 5 working days: Monday's last closing
    assert bureau.case(sent.case_id).state == State.SENT


async def test_tickets_count_on(bureau: Bureau) -> None:
    sent = [await bureau.complains() for _ in range(3)]
    assert [one.ticket[6:12] for one in sent] == ["000001", "000002", "000003"]


async def test_the_year_of_the_ticket_is_the_unit_s(bureau: Bureau) -> None:
    """At 18.00 UTC on 31 December it is next year in Jakarta."""
    new_year = wib(31, 23, 30, month=12) + timedelta(hours=1)
    assert (await bureau.complains(at=new_year)).ticket.startswith("SW-27-000001-")


async def test_every_officer_of_the_unit_is_told_and_nobody_else(bureau: Bureau) -> None:
    await bureau.complains()
    told = {name: bureau.told(name) for name in bureau.people}
    assert told == {
        "Budi": [], "Citra": [], "Sari": ["case-new"], "Tono": ["case-new"],
        "Wati": [], "Hadi": [], "Ani": [],
    }  # fmt: skip


async def test_the_notice_tells_what_and_never_who(bureau: Bureau) -> None:
    files = (Upload(FileKind.PHOTO, "P1", 9), Upload(FileKind.DOCUMENT, "D1", 9))
    await bureau.complains(files=files, name="Budi Santoso", latitude=-6.2, longitude=106.8)
    [message] = bureau.messages("Sari")
    assert message.body["values"]["said"] == WORDS
    assert message.body["attachments"] == [1, 2]  # rows, never Telegram's ids
    assert message.body["place"] == [-6.2, 106.8]
    written = json.dumps(message.body)
    person = bureau.read(lambda tx: tx.session.get_one(Person, bureau.people["Budi"]))
    for secret in ("Budi", "P1", "D1", person.pseudonym, str(person.telegram_id)):
        assert secret not in written


async def test_without_officers_the_head_is_told_and_without_a_head_the_admin(
    bureau: Bureau,
) -> None:
    await bureau.leaves("Wati")
    await bureau.complains(unit="SKCK")
    assert bureau.told("Ani") == ["case-new"]
    await bureau.joins("Yuni", Role.HEAD, unit="SKCK")
    await bureau.complains(unit="SKCK")
    assert bureau.told("Yuni") == ["case-new"]
    assert bureau.told("Ani") == ["case-new"]


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"text": "pendek"}, "text-too-short"),
        ({"text": "x" * 3001}, "text-too-long"),
        ({"category": "cuaca"}, "category-unknown"),
        ({"unit_id": 999}, "unit-unknown"),
        ({"counter_id": 999}, "counter-unknown"),
        ({"files": tuple(Upload(FileKind.PHOTO, str(n)) for n in range(6))}, "files-too-many"),
    ],
)
async def test_a_bad_complaint_is_refused(
    bureau: Bureau, changes: dict[str, Any], key: str
) -> None:
    assert (await refused(bureau.complains(**changes))).key == key


async def test_a_counter_that_closed_meanwhile_keeps_back_no_complaint(bureau: Bureau) -> None:
    def closed(tx: Transaction) -> int:
        counter = Counter(unit_id=bureau.units["KTP"], name="Loket 1", closed_at=NOON)
        tx.session.add(counter)
        tx.session.flush()
        return counter.id or 0

    counter_id = await bureau.write(closed)
    sent = await bureau.complains(counter_id=counter_id)
    assert bureau.case(sent.case_id).counter_id == counter_id
    elsewhere = bureau.complains(counter_id=counter_id, unit="SKCK")
    assert (await refused(elsewhere)).key == "counter-unknown"


async def test_nothing_is_taken_from_somebody_who_did_not_agree(bureau: Bureau) -> None:
    people = table(Person)
    await bureau.write(
        lambda tx: tx.execute(
            update(people)
            .where(people.c.id == bureau.people["Budi"])
            .values(consent_version=CONSENT_VERSION - 1)
        )
    )
    assert (await refused(bureau.complains())).key == "consent-needed"


async def test_an_officer_is_not_told_of_an_own_complaint_and_cannot_handle_it(
    bureau: Bureau,
) -> None:
    sent = await bureau.complains("Sari")
    assert bureau.told("Sari") == []
    assert bureau.told("Tono") == ["case-new"]
    assert (await refused(bureau.does("Sari", "take", sent.case_id, at=LATER))).key == "case-own"


# --- taking


async def test_taking_makes_one_the_holder(bureau: Bureau) -> None:
    sent = await bureau.complains()
    done = await bureau.does("Sari", "take", sent.case_id, at=LATER)
    assert done.officer_id == bureau.officers["Sari"]
    assert bureau.case(sent.case_id).state == State.IN_PROGRESS


async def test_the_second_to_take_is_told_who_was_first(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "take", sent.case_id, at=LATER)
    second = await refused(bureau.does("Tono", "take", sent.case_id, at=LATER))
    assert (second.key, second.values["name"]) == ("case-taken-by", "Sari")
    again = await refused(bureau.does("Sari", "take", sent.case_id, at=LATER))
    assert again.key == "case-yours-already"


async def test_of_two_processes_that_take_at_once_one_wins(bureau: Bureau) -> None:
    other = Database(bureau.database.url)
    elsewhere = Bureau(other, bureau.cast)
    try:
        for _ in range(5):
            sent = await bureau.complains()
            results = await asyncio.gather(
                bureau.does("Sari", "take", sent.case_id, at=LATER),
                elsewhere.does("Tono", "take", sent.case_id, at=LATER),
                return_exceptions=True,
            )
            lost = [result for result in results if isinstance(result, Refused)]
            assert len(lost) == 1
            winner = "Sari" if isinstance(results[1], Refused) else "Tono"
            assert lost[0].values["name"] == winner
            assert bureau.case(sent.case_id).holder_id == bureau.officers[winner]
    finally:
        other.close()


async def test_a_case_whose_holder_has_left_can_be_taken(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "take", sent.case_id, at=LATER)
    await bureau.leaves("Sari")
    done = await bureau.does("Tono", "take", sent.case_id, at=wib(23, 11))
    assert done.officer_id == bureau.officers["Tono"]


# --- answering, asking, closing


async def test_an_answer_takes_the_case_and_reaches_the_citizen(bureau: Bureau) -> None:
    case_id = await answered(bureau)
    case = bureau.case(case_id)
    assert case.state == State.ANSWERED
    assert case.holder_id == bureau.officers["Sari"]
    assert case.first_answered_at == LATER
    [message] = bureau.messages("Budi")
    assert message.body["key"] == "case-answered-citizen"
    labels = [button["label"]["text"] for row in message.body["buttons"] for button in row]
    assert labels[:3] == ["button-track-solved", "button-track-unsolved", "button-track-reply"]
    assert message.case_id == case_id


async def test_an_answer_names_its_fact_for_the_record(bureau: Bureau) -> None:
    sent = await bureau.complains()
    first = await bureau.does("Sari", "answer", sent.case_id, "Satu.", at=LATER)
    second = await bureau.does("Sari", "answer", sent.case_id, "Dua.", at=LATER)
    assert first.answer == f"answer:{sent.case_id}:1"
    assert second.answer == f"answer:{sent.case_id}:2"
    assert first.officer_id == bureau.officers["Sari"]
    solved = await bureau.does("Budi", "confirm", sent.case_id, at=LATER)
    assert solved.resolution == f"resolution:{sent.case_id}:1"
    assert solved.officer_id == bureau.officers["Sari"]


async def test_each_end_in_the_citizen_s_words_is_one_resolution(bureau: Bureau) -> None:
    case_id = await answered(bureau)
    confirmed = await bureau.does("Budi", "confirm", case_id, at=LATER)
    assert (confirmed.state, confirmed.resolution) == (State.SOLVED, f"resolution:{case_id}:1")
    twice = await refused(bureau.does("Budi", "confirm", case_id, at=LATER))
    assert twice.key == "case-not-now"
    await bureau.does("Budi", "reopen", case_id, "Belum beres.", at=LATER)
    await bureau.does("Sari", "answer", case_id, "Sekarang beres.", at=LATER)
    again = await bureau.does("Budi", "confirm", case_id, at=LATER)
    assert again.resolution == f"resolution:{case_id}:2"


async def test_somebody_else_s_case_is_left_alone_but_the_head_may_act(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "take", sent.case_id, at=LATER)
    other = await refused(bureau.does("Tono", "answer", sent.case_id, "Saya jawab.", at=LATER))
    assert (other.key, other.values["name"]) == ("case-taken-by", "Sari")
    done = await bureau.does("Hadi", "answer", sent.case_id, "Saya jawab.", at=LATER)
    assert done.officer_id == bureau.officers["Sari"]  # evidence is of who held it


async def test_asking_back_waits_for_the_citizen(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "ask_back", sent.case_id, "Tanggal berapa?", at=LATER)
    assert bureau.case(sent.case_id).state == State.WAITING
    await bureau.does("Budi", "citizen_reply", sent.case_id, "Kemarin.", at=wib(23, 11))
    assert bureau.case(sent.case_id).state == State.IN_PROGRESS
    assert bureau.told("Sari")[-1] == "case-replied"
    assert bureau.told("Tono") == ["case-new"]  # only the holder reads on


@pytest.mark.parametrize("outcome", list(Reason))
async def test_a_rejection_gives_its_reason(bureau: Bureau, outcome: Reason) -> None:
    sent = await bureau.complains()
    done = await bureau.does("Sari", "reject", sent.case_id, outcome, "Sebab itulah.", at=LATER)
    assert done.state is (State.ARCHIVED if outcome in ARCHIVING else State.REJECTED)
    [message] = bureau.messages("Budi")
    assert message.body["values"]["reason"]["text"] == f"outcome-{outcome}"
    labels = [button["label"]["text"] for row in message.body["buttons"] for button in row]
    assert labels == ["button-track-reopen", "button-track-reply", "button-track-rate"]


async def test_an_unknown_outcome_is_refused(bureau: Bureau) -> None:
    sent = await bureau.complains()
    closing = bureau.does("Sari", "reject", sent.case_id, "lost", "Hilang begitu saja.", at=LATER)
    assert (await refused(closing)).key == "case-outcome-unknown"


async def test_what_cannot_happen_now_is_said_and_changes_nothing(bureau: Bureau) -> None:
    case_id = await answered(bureau)
    await bureau.does("Budi", "confirm", case_id, at=LATER)
    entries = bureau.read(lambda tx: len(journal.of_case(tx, case_id)))
    late = await refused(bureau.does("Sari", "answer", case_id, "Terlambat.", at=LATER))
    assert late.key == "case-not-now"
    assert bureau.read(lambda tx: len(journal.of_case(tx, case_id))) == entries


# --- handing over


async def test_handing_over_tells_the_new_unit_and_the_citizen(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "take", sent.case_id, at=LATER)
    await bureau.does("Sari", "forward", sent.case_id, bureau.units["SKCK"], at=LATER)
    case = bureau.case(sent.case_id)
    assert (case.state, case.unit_id, case.holder_id) == (
        State.FORWARDED, bureau.units["SKCK"], None,
    )  # fmt: skip
    assert bureau.told("Wati") == ["case-forwarded"]
    assert bureau.told("Budi") == ["case-forwarded-citizen"]


async def test_the_new_unit_is_told_the_limits_that_run(bureau: Bureau) -> None:
    """Not that of a first answer given long ago, and the resolution moved by the pauses."""
    case_id = await answered(bureau)
    await bureau.does("Budi", "reopen", case_id, "Belum selesai.", at=wib(25))
    await bureau.does("Sari", "forward", case_id, bureau.units["SKCK"], at=wib(26))
    [told] = bureau.messages("Wati")
    case = bureau.case(case_id)
    clocks = bureau.read(lambda tx: queries.clocks_of(tx, case, wib(26)))
    assert told.body["values"]["answer_due"]["at"] == wib(2, 16, month=12).isoformat()
    assert told.body["values"]["resolution_due"]["at"] == clocks.resolution.due.isoformat()
    assert clocks.resolution.due > case.resolution_due


async def test_the_old_unit_is_told_where_it_went(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "forward", sent.case_id, bureau.units["SKCK"], at=LATER)
    for name in ("Sari", "Tono", "Hadi"):
        gone = await refused(bureau.does(name, "take", sent.case_id, at=LATER))
        assert (gone.key, gone.values["unit"]) == ("case-moved", "SKCK")
    await bureau.does("Wati", "take", sent.case_id, at=LATER)


async def test_handing_over_to_the_own_unit_is_refused(bureau: Bureau) -> None:
    sent = await bureau.complains()
    same = bureau.does("Sari", "forward", sent.case_id, bureau.units["KTP"], at=LATER)
    assert (await refused(same)).key == "case-same-unit"


# --- the citizen afterwards


async def test_thanks_move_nothing_and_a_question_comes_back(bureau: Bureau) -> None:
    case_id = await answered(bureau)
    await bureau.does(
        "Budi", "citizen_reply", case_id, "Terima kasih.", at=LATER, wants_answer=False
    )
    assert bureau.case(case_id).state == State.ANSWERED
    assert bureau.told("Sari")[-1] == "case-noted"
    await bureau.does("Budi", "citizen_reply", case_id, "Kapan?", at=LATER)
    assert bureau.case(case_id).state == State.IN_PROGRESS
    assert bureau.told("Sari")[-1] == "case-replied"


async def test_reopening_needs_a_reason_and_thirty_days(bureau: Bureau) -> None:
    case_id = await answered(bureau)
    await bureau.does("Budi", "confirm", case_id, at=LATER)
    assert bureau.case(case_id).resolved_at == LATER
    month = timedelta(days=30)
    late = bureau.does("Budi", "reopen", case_id, "Rusak lagi.", at=LATER + month * 1.01)
    assert (await refused(late)).key == "case-too-late"
    empty = bureau.does("Budi", "reopen", case_id, "  ", at=LATER + month)
    assert (await refused(empty)).key == "text-too-short"
    await bureau.does("Budi", "reopen", case_id, "Rusak lagi.", at=LATER + month)
    case = bureau.case(case_id)
    assert (case.state, case.resolved_at) == (State.REOPENED, None)
    assert bureau.told("Sari")[-1] == "case-reopened"


async def test_the_handling_is_rated_once_per_resolution(bureau: Bureau) -> None:
    case_id = await answered(bureau)
    early = await refused(bureau.does("Budi", "rate_handling", case_id, 4, at=LATER))
    assert early.key == "case-not-now"
    await bureau.does("Budi", "confirm", case_id, at=LATER)
    for bad in (0, 5):
        wrong = await refused(bureau.does("Budi", "rate_handling", case_id, bad, at=LATER))
        assert wrong.key == "score-unknown"
    await bureau.does("Budi", "rate_handling", case_id, 4, at=LATER)
    twice = await refused(bureau.does("Budi", "rate_handling", case_id, 1, at=LATER))
    assert twice.key == "case-rated-already"
    await bureau.does("Budi", "reopen", case_id, "Belum.", at=LATER)
    await bureau.does("Sari", "answer", case_id, "Sudah.", at=LATER)
    await bureau.does("Budi", "confirm", case_id, at=LATER)
    await bureau.does("Budi", "rate_handling", case_id, 2, at=LATER)
    assert bureau.case(case_id).handling_score == 2


async def test_a_withdrawn_case_is_over_for_good(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Budi", "withdraw", sent.case_id, at=LATER)
    assert bureau.told("Sari")[-1] == "case-withdrawn"
    for operation, rest in (("reopen", ("Eh.",)), ("confirm", ()), ("citizen_reply", ("Eh.",))):
        over = await refused(bureau.does("Budi", operation, sent.case_id, *rest, at=LATER))
        assert over.key == "case-not-now"


UNTIL = wib(7, 16, month=12)  # the tenth working day after Monday 23 November


async def silence(bureau: Bureau, case_id: int, at: datetime) -> State | None:
    done = await bureau.write(lambda tx: end_silence(tx, case_id, at))
    return done.state if done else None


async def test_silence_closes_after_ten_working_days_and_satisfies_nobody(bureau: Bureau) -> None:
    case_id = await answered(bureau)
    assert await silence(bureau, case_id, UNTIL - timedelta(seconds=1)) is None
    assert await silence(bureau, case_id, UNTIL) is State.SOLVED
    assert await silence(bureau, case_id, UNTIL) is None
    assert bureau.told("Budi")[-1] == "case-closed-silent"
    stood = bureau.read(lambda tx: queries.cases_between(tx, None, NOON, UNTIL + timedelta(1)))
    assert [case.confirmed for case in stood] == [False]


async def test_who_was_silent_returns_with_one_tap_and_may_add_words(bureau: Bureau) -> None:
    case_id = await answered(bureau)
    await silence(bureau, case_id, UNTIL)
    await bureau.does("Budi", "reopen", case_id, None, at=UNTIL)
    assert bureau.case(case_id).state == State.REOPENED
    assert bureau.told("Sari")[-1] == "case-reopened-wordless"
    await bureau.does("Budi", "citizen_reply", case_id, "Masih rusak.", at=UNTIL)
    assert bureau.told("Sari")[-1] == "case-noted"


async def test_any_other_end_is_reopened_with_words_only(bureau: Bureau) -> None:
    case_id = await answered(bureau)
    wordless = bureau.does("Budi", "reopen", case_id, None, at=LATER)
    assert (await refused(wordless)).key == "text-too-short"
    await bureau.does("Budi", "confirm", case_id, at=LATER)
    wordless = bureau.does("Budi", "reopen", case_id, None, at=LATER)
    assert (await refused(wordless)).key == "text-too-short"


async def test_after_thirty_days_a_new_case_goes_on_from_the_old_one(bureau: Bureau) -> None:
    old = await answered(bureau)
    await bureau.does("Budi", "confirm", old, at=LATER)
    late = LATER + timedelta(days=31)
    sent = await bureau.complains(previous_id=old, at=late)
    case = bureau.case(sent.case_id)
    assert (case.previous_id, case.reopened) == (old, 0)
    assert bureau.case(old).state == State.SOLVED
    foreign = bureau.complains("Citra", previous_id=old, at=late)
    assert (await refused(foreign)).key == "case-unknown"


# --- what is hidden, and from whom


async def test_others_read_masked_words_and_the_original_is_kept(bureau: Bureau) -> None:
    masked, original = "Hubungi saya di •••.", "Hubungi saya di 0812-3456-7890."
    sent = await bureau.complains(text=masked, original=original)
    await bureau.does("Sari", "answer", sent.case_id, "Baik.", at=LATER)
    await bureau.does("Budi", "citizen_reply", sent.case_id, masked, at=LATER, original=original)
    await bureau.does("Sari", "answer", sent.case_id, "Sudah.", at=LATER)
    await bureau.does("Budi", "reopen", sent.case_id, masked, at=LATER, original=original)
    told = json.dumps([message.body for message in bureau.messages("Sari")])
    assert "3456" not in told
    own = bureau.read(lambda tx: tracking.of(tx, sent.case_id, bureau.people["Budi"], LATER))
    assert own.case.text == original
    assert [one.text for one in own.case.thread if one.side == Side.CITIZEN] == [original] * 2


@pytest.mark.parametrize(("chosen", "supervisory"), [(None, True), (True, True), (False, False)])
async def test_bribes_go_to_the_inspectorate_unless_the_citizen_says_no(
    bureau: Bureau, chosen: bool | None, supervisory: bool
) -> None:
    await bureau.joins("Ida", Role.INSPECTOR)
    sent = await bureau.complains(category="pungli", supervisory=chosen)
    assert bureau.case(sent.case_id).supervisory is supervisory
    assert ("Sari" if supervisory else "Ida") not in [
        name for name in bureau.people if bureau.told(name)
    ]


async def test_the_citizen_may_ask_for_the_inspectorate(bureau: Bureau) -> None:
    sent = await bureau.complains(category="waktu", supervisory=True)
    case = bureau.case(sent.case_id)
    assert (case.supervisory, case.kind) == (True, CaseClass.SUPERVISORY)


async def test_too_many_complaints_in_an_hour_are_asked_to_wait(bureau: Bureau) -> None:
    for _ in range(5):
        await bureau.complains()
    too_many = await refused(bureau.complains())
    assert too_many.key == "complaints-too-many"
    assert (await bureau.complains(at=NOON + timedelta(hours=1))).case_id


# --- who may

OFFICER_ACTS: dict[str, tuple[Any, ...]] = {
    "take": (),
    "answer": ("Jawab.",),
    "ask_back": ("Tanya.",),
    "reject": ("unclear", "Kurang jelas."),
    "forward": (1,),
}
CITIZEN_ACTS: dict[str, tuple[Any, ...]] = {
    "citizen_reply": ("Halo.",),
    "confirm": (),
    "reopen": ("Belum.",),
    "withdraw": (),
    "rate_handling": (3,),
}


@pytest.mark.parametrize("operation", OFFICER_ACTS)
@pytest.mark.parametrize("name", ["Budi", "Citra", "Wati"])
async def test_who_does_not_serve_the_unit_is_refused(
    bureau: Bureau, operation: str, name: str
) -> None:
    sent = await bureau.complains()
    act = bureau.does(name, operation, sent.case_id, *OFFICER_ACTS[operation], at=LATER)
    assert (await refused(act)).key == "not-for-you"


@pytest.mark.parametrize("operation", CITIZEN_ACTS)
@pytest.mark.parametrize("name", ["Citra", "Sari", "Hadi", "Ani"])
async def test_only_the_citizen_acts_for_the_citizen(
    bureau: Bureau, operation: str, name: str
) -> None:
    case_id = await answered(bureau)
    act = bureau.does(name, operation, case_id, *CITIZEN_ACTS[operation], at=LATER)
    assert (await refused(act)).key == "case-unknown"


@pytest.mark.parametrize("operation", OFFICER_ACTS | CITIZEN_ACTS)
async def test_a_case_that_is_not_there_is_refused(bureau: Bureau, operation: str) -> None:
    rest = (OFFICER_ACTS | CITIZEN_ACTS)[operation]
    assert (await refused(bureau.does("Sari", operation, 404, *rest, at=LATER))).key == (
        "case-unknown"
    )


async def test_nothing_written_stands_in_the_journal(bureau: Bureau) -> None:
    secret = "Kalimat rahasia milik warga"
    sent = await bureau.complains(text=secret, name="Budi Santoso", place="Pasar Lama")
    await bureau.does("Sari", "answer", sent.case_id, secret, at=LATER)
    await bureau.does("Budi", "reopen", sent.case_id, secret, at=LATER)
    entries = bureau.read(lambda tx: [entry.data for entry in journal.of_case(tx, sent.case_id)])
    written = json.dumps(entries)
    assert not any(word in written for word in ("rahasia", "Santoso", "Pasar"))
