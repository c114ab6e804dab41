"""The figure without external causes, against a counter that looks at each minute by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from models.complaints import sla
from models.complaints.limits import CaseClass, Limits
from models.complaints.sla import Happened, clocks, clocks_without_causes
from models.complaints.states import ENDED, TRANSITIONS, WITH_CITIZEN, Event, State, next_state
from models.worktime import Pause, is_open, office_default
from tests.models.complaints.offices_and_people import wib

WIB = office_default("Asia/Jakarta")
START = wib(23, 9)
MINUTE = timedelta(minutes=1)
PLAYED = tuple(
    event
    for event in Event
    if event not in (Event.SENT, Event.MERGED, Event.WITHDRAWN, Event.CAUSE_DECIDED)
)
STEPS = st.lists(st.tuples(st.integers(0, 99), st.integers(1, 700)), max_size=8)
CAUSES = st.lists(st.tuples(st.integers(0, 3500), st.integers(1, 1500)), max_size=3)


def history(steps: list[tuple[int, int]]) -> list[Happened]:
    """Something that can happen, one after the other."""
    past = [Happened(Event.SENT, START, case_class=CaseClass.NORMATIVE, unit_id=1)]
    state, at = State.SENT, START
    for choice, minutes in steps:
        at += minutes * MINUTE
        can = [event for event in PLAYED if event in TRANSITIONS[state]]
        event = can[choice % len(can)]
        state = next_state(state, event)
        past.append(Happened(event, at, case_class=CaseClass.NORMATIVE, unit_id=1))
    return past


def decided(past: list[Happened], causes: list[tuple[int, int]], now: datetime) -> list[Happened]:
    """The same with causes accepted at its end; the last one still goes on."""
    made = list(past)
    for number, (start, length) in enumerate(causes):
        begun = START + start * MINUTE
        over = begun + length * MINUTE if number < 2 else None
        excluded = Pause(begun, over, "cause")
        made.append(Happened(Event.CAUSE_DECIDED, now, cause_id=number, excluded=excluded))
    return made


def counted(past: list[Happened], causes: list[Pause], now: datetime) -> int:
    """Open minutes in which the unit had the word and no cause went on."""
    found, at = 0, START
    while at < now:
        state = State.SENT
        for one in past[1:]:
            if one.at <= at:
                state = next_state(state, one.event)
        still = state in WITH_CITIZEN or state in ENDED
        caused = any(one.start <= at and (one.end is None or at < one.end) for one in causes)
        found += is_open(WIB, at) and not still and not caused
        at += MINUTE
    return found


@given(STEPS, CAUSES, st.integers(1, 2500))
@settings(max_examples=60)
def test_the_resolution_without_causes_is_what_is_left_minute_by_minute(
    steps: list[tuple[int, int]], causes: list[tuple[int, int]], after: int
) -> None:
    past = history(steps)
    now = past[-1].at + after * MINUTE
    full = decided(past, causes, now)
    plain = clocks(past, WIB, now, Limits()).resolution
    less = clocks_without_causes(full, WIB, now, Limits()).resolution
    assert plain.elapsed == counted(past, [], now)
    assert less.elapsed == counted(past, sla.without_causes(full), now)
    assert less.promised == plain.promised
    assert less.due >= plain.due
    assert not (less.overdue and not plain.overdue)
