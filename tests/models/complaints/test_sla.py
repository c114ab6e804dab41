"""The clocks of a case, folded from what happened to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.complaints import sla, states
from models.complaints.limits import CaseClass, Limits
from models.complaints.sla import Clocks, Happened, Status
from models.complaints.states import Event
from models.worktime import Calendar, office_default
from tests.models.complaints.offices_and_people import wib

WIB: Calendar = office_default("Asia/Jakarta")
MONDAY = wib(23, 9)
SENT = Happened(Event.SENT, MONDAY, case_class=CaseClass.NORMATIVE, unit_id=1)


TAKEN = (
    Happened(Event.VERIFIED, MONDAY, case_class=CaseClass.NORMATIVE),
    Happened(Event.TAKEN, MONDAY),
)


def at(event: Event, day: int, hour: int = 9, minute: int = 0, month: int = 11) -> Happened:
    return Happened(event, wib(day, hour, minute, month))


def clocks(*events: Happened, now: datetime) -> Clocks:
    return sla.clocks([SENT, *events], WIB, now)


# --- the first answer


def test_it_runs_until_the_citizen_sees_an_answer() -> None:
    running = clocks(*TAKEN, now=wib(23, 11)).first_answer
    assert (running.status, running.elapsed) == (Status.RUNNING, 120)
    assert running.due == wib(30, 16)  # five working days: the closing of Monday
    met = clocks(*TAKEN, at(Event.ANSWERED, 24, 9), now=wib(30, 9)).first_answer
    assert (met.status, met.ended_at, met.elapsed) == (Status.MET, wib(24, 9), 6 * 60 + 90)
    assert not met.overdue


@pytest.mark.parametrize("event", [Event.VERIFIED, Event.COMMENTED, Event.FORWARDED])
def test_what_the_citizen_does_not_see_is_no_answer(event: Event) -> None:
    assert clocks(at(event, 24), now=wib(25)).first_answer.status is Status.RUNNING


@pytest.mark.parametrize("event", [Event.ARCHIVED, Event.REJECTED])
def test_a_reason_why_not_is_an_answer(event: Event) -> None:
    stopped = clocks(*TAKEN, at(event, 24), now=wib(25)).first_answer
    assert stopped.ended_at == wib(24)


def test_a_question_neither_stops_nor_pauses_it() -> None:
    asked = clocks(*TAKEN, at(Event.ASKED_BACK, 23, 11), now=wib(24)).first_answer
    assert (asked.status, asked.due, asked.elapsed) == (Status.RUNNING, wib(30, 16), 6 * 60 + 90)
    replied = at(Event.CITIZEN_REPLIED, 26)
    promised = replace(replied, answer_due=wib(3, 16, month=12))
    again = clocks(*TAKEN, at(Event.ASKED_BACK, 23, 11), promised, now=wib(26))
    assert again.first_answer.due == wib(30, 16)
    assert again.next_answers == ()


def test_silence_after_a_question_drops_it() -> None:
    silent = at(Event.CLOSED_BY_SILENCE, 8, month=12)
    found = clocks(*TAKEN, at(Event.ASKED_BACK, 24), silent, now=wib(9, month=12))
    assert found.first_answer.status is Status.DROPPED
    assert found.running == ()


def test_the_decision_on_the_class_moves_the_limits_that_run() -> None:
    decided = replace(at(Event.VERIFIED, 24), case_class=CaseClass.ORDINARY,
                      resolution_due=wib(11, 16, 30, month=12))  # fmt: skip
    found = sla.clocks([SENT, decided], WIB, wib(25))
    assert found.resolution.due == wib(11, 16, 30, month=12)
    assert found.verification.ended_at == wib(24)


def test_it_is_overdue_after_its_end_and_stays_so_when_met_late() -> None:
    assert not clocks(now=wib(30, 16)).first_answer.overdue
    assert clocks(now=wib(30, 16)).first_answer.share == 1.0
    assert clocks(now=wib(30, 16) + timedelta(seconds=1)).overdue
    late = clocks(*TAKEN, at(Event.ANSWERED, 1, month=12), now=wib(9, month=12))
    assert late.first_answer.overdue
    assert late.first_answer.share > 1
    assert not late.overdue  # nothing runs past its end


def test_a_withdrawn_case_is_dropped_not_answered() -> None:
    dropped = clocks(at(Event.WITHDRAWN, 24), now=wib(25))
    assert dropped.first_answer.status is Status.DROPPED
    assert dropped.resolution.status is Status.DROPPED
    assert dropped.running == ()


def test_the_promise_stands_when_the_calendar_changes() -> None:
    promised = wib(27, 12)
    sent = replace(SENT, answer_due=promised, resolution_due=promised)
    found = sla.clocks([sent], WIB, wib(24))
    assert found.first_answer.due == found.resolution.due == promised


# --- the next answers


def test_each_reply_that_wants_an_answer_starts_one() -> None:
    found = clocks(
        *TAKEN,
        at(Event.ANSWERED, 23, 10),
        at(Event.CITIZEN_REPLIED, 24),
        at(Event.ANSWERED, 25),
        at(Event.REOPENED, 26),
        now=wib(26, 10),
    ).next_answers
    assert [(one.started_at, one.status) for one in found] == [
        (wib(24), Status.MET),
        (wib(26), Status.RUNNING),
    ]
    assert found[1].due == wib(3, 16, month=12)


def test_the_decision_on_the_class_does_not_move_the_next_answer() -> None:
    """A question was never answered, silence ended the case, and it came back."""
    asked, silent = at(Event.ASKED_BACK, 23, 11), at(Event.CLOSED_BY_SILENCE, 7, month=12)
    reopened = replace(at(Event.REOPENED, 14, month=12), answer_due=wib(21, 16, month=12))
    decided = replace(
        at(Event.RECLASSIFIED, 15, month=12),
        case_class=CaseClass.ORDINARY,
        answer_due=wib(30, 16),
        resolution_due=wib(11, 16, 30, month=12),
    )
    found = clocks(*TAKEN, asked, silent, reopened, decided, now=wib(15, 10, month=12))
    assert [one.due for one in found.next_answers] == [wib(21, 16, month=12)]


def test_thanks_start_nothing() -> None:
    found = clocks(*TAKEN, at(Event.ANSWERED, 23, 10), at(Event.COMMENTED, 24), now=wib(25))
    assert found.next_answers == ()
    assert found.resolution.status is Status.PAUSED
    assert found.running == ()


def test_a_note_between_reply_and_answer_does_not_restart_it() -> None:
    found = clocks(
        *TAKEN,
        at(Event.ANSWERED, 23, 10),
        at(Event.CITIZEN_REPLIED, 24),
        at(Event.COMMENTED, 26),
        now=wib(26, 10),
    ).next_answers
    assert [one.started_at for one in found] == [wib(24)]


# --- the resolution


def test_it_stands_still_while_the_citizen_has_the_word() -> None:
    found = clocks(
        *TAKEN,
        at(Event.ASKED_BACK, 23, 11),  # two hours used
        at(Event.CITIZEN_REPLIED, 25, 11),  # two working days later: 15 hours of open time
        now=wib(25, 12),
    ).resolution
    assert (found.status, found.elapsed) == (Status.RUNNING, 3 * 60)
    assert found.promised == wib(30, 16)
    assert found.due == wib(2, 16, month=12)


def test_it_ends_with_the_confirmation_and_counts_to_the_answer() -> None:
    found = clocks(
        *TAKEN, at(Event.ANSWERED, 23, 12), at(Event.CONFIRMED, 27), now=wib(30)
    ).resolution
    assert (found.status, found.ended_at, found.elapsed) == (Status.MET, wib(27), 3 * 60)
    assert not found.overdue


def test_a_late_word_of_the_citizen_makes_nobody_late() -> None:
    found = clocks(
        *TAKEN, at(Event.ANSWERED, 24), at(Event.CONFIRMED, 7, month=12),
        now=wib(8, month=12),
    )  # fmt: skip
    assert not found.resolution.overdue


def test_reopening_goes_on_where_it_stood() -> None:
    ended = [*TAKEN, at(Event.ANSWERED, 23, 11), at(Event.CONFIRMED, 23, 14)]
    found = clocks(*ended, at(Event.REOPENED, 24, 9), now=wib(24, 10)).resolution
    assert (found.status, found.ended_at, found.elapsed) == (Status.RUNNING, None, 3 * 60)


def test_handing_over_leaves_it_running() -> None:
    found = clocks(at(Event.FORWARDED, 24), now=wib(24, 10)).resolution
    assert (found.status, found.due) == (Status.RUNNING, wib(30, 16))


def test_an_open_late_case_is_late() -> None:
    found = clocks(*TAKEN, at(Event.ASKED_BACK, 24),
                   at(Event.CITIZEN_REPLIED, 25), now=wib(20, month=12))  # fmt: skip
    assert found.overdue
    assert found.next_due is not None
    assert found.next_due.due <= found.resolution.due


def test_the_running_clock_that_ends_first_comes_first() -> None:
    request = Happened(Event.SENT, MONDAY, case_class=CaseClass.SUPERVISORY, unit_id=1)
    found = sla.clocks([request], WIB, wib(24))
    assert [clock.name for clock in found.running] == ["verification", "first_answer", "resolution"]


def test_the_vectors_of_the_rules() -> None:
    """Every class from Monday 23 November 2026, by the weekly hours alone."""
    due = {c: sla.promise(WIB, MONDAY, c, Limits()).resolution for c in CaseClass}
    assert due[CaseClass.MINOR] == wib(25, 16)
    assert due[CaseClass.NORMATIVE] == due[CaseClass.REQUEST] == due[CaseClass.WISH] == wib(30, 16)
    assert due[CaseClass.ORDINARY] == wib(11, 16, 30, month=12)  # a Friday
    assert due[CaseClass.SUPERVISORY].date() == date(2027, 2, 15)


def test_a_limit_that_runs_into_an_undecreed_year_says_so() -> None:
    known = office_default("Asia/Jakarta", decreed_until=2026)
    assert sla.promise(known, MONDAY, CaseClass.SUPERVISORY, Limits()).undecreed
    assert not sla.promise(known, MONDAY, CaseClass.ORDINARY, Limits()).undecreed


def test_without_a_sending_there_is_no_clock() -> None:
    with pytest.raises(ValueError, match="begins"):
        sla.clocks([*TAKEN], WIB, MONDAY)


# --- any history


@st.composite
def histories(draw: st.DrawFn) -> list[Happened]:
    """A case sent on Monday and whatever may happen to it, hours or days apart."""
    found, state, when = [SENT], states.State.SENT, MONDAY
    for _ in range(draw(st.integers(0, 12))):
        can = sorted(states.TRANSITIONS[state])
        if not can:
            break
        event = draw(st.sampled_from(can))
        when += timedelta(minutes=draw(st.integers(0, 6000)))
        state = states.next_state(state, event)
        found.append(Happened(event, when))
    return found


@given(histories(), st.integers(0, 20_000))
def test_notes_move_no_clock(history: list[Happened], minutes: int) -> None:
    now = history[-1].at + timedelta(minutes=minutes)
    quiet = [one for one in history if one.event is not Event.COMMENTED]
    assert sla.clocks(history, WIB, now) == sla.clocks(quiet, WIB, now)


@given(histories(), st.integers(0, 20_000), st.integers(0, 20_000))
def test_clocks_never_run_backwards(history: list[Happened], one: int, more: int) -> None:
    now = history[-1].at + timedelta(minutes=one)
    first = sla.clocks(history, WIB, now)
    second = sla.clocks(history, WIB, now + timedelta(minutes=more))
    for early, late in zip(_all(first), _all(second), strict=True):
        assert late.elapsed >= early.elapsed
        assert late.due == early.due
        if early.status is not Status.RUNNING:
            assert late == early


@given(histories(), st.integers(0, 20_000))
def test_late_and_used_up_agree(history: list[Happened], minutes: int) -> None:
    now = history[-1].at + timedelta(minutes=minutes)
    for clock in _all(sla.clocks(history, WIB, now)):
        if clock.overdue:
            assert clock.share >= 1
        elif clock.status is Status.RUNNING:
            assert clock.share <= 1


def _all(found: Clocks) -> list[sla.Clock]:
    return list(found.every)
