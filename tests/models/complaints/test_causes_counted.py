"""The figure without external causes, against a counter that looks at each minute by itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from models.complaints import sla
from models.complaints.limits import CaseClass, Limits
from models.complaints.sla import Happened, clocks, clocks_without_causes
from models.complaints.states import ENDED, TRANSITIONS, WITH_CITIZEN, Event, State, next_state
from models.worktime import Pause, is_open, office_default
from tests.models.complaints.offices_and_people import wib
from tests.scale import scaled

WIB = office_default("Asia/Jakarta")
START = wib(23, 9)
MINUTE = timedelta(minutes=1)
PLAYED = tuple(
    event
    for event in Event
    if event not in (Event.SENT, Event.MERGED, Event.WITHDRAWN, Event.CAUSE_DECIDED)
)
MOVING = frozenset({Event.ANSWERED, Event.ASKED_BACK, Event.CITIZEN_REPLIED, Event.REOPENED})


def history(chance: Random) -> list[Happened]:
    """Something that can happen, one after the other."""
    past = [Happened(Event.SENT, START, case_class=CaseClass.NORMATIVE, unit_id=1)]
    state, at = State.SENT, START
    for _ in range(chance.randint(0, 8)):
        at += chance.randint(1, 700) * MINUTE
        can = [event for event in PLAYED if event in TRANSITIONS[state]]
        likely = [event for event in can if event in MOVING]
        event = chance.choice(likely if likely and chance.random() < 0.6 else can)
        state = next_state(state, event)
        past.append(Happened(event, at, case_class=CaseClass.NORMATIVE, unit_id=1))
    return past


def decided(past: list[Happened], chance: Random, now: datetime) -> list[Happened]:
    """The same with causes accepted at its end; a third one still goes on."""
    made = list(past)
    for number in range(chance.randint(0, 3)):
        begun = START + chance.randint(0, 3500) * MINUTE
        over = begun + chance.randint(1, 1500) * MINUTE if number < 2 else None
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


@given(st.integers(0, 2**32))
@settings(max_examples=scaled(80, 40))
def test_the_resolution_without_causes_is_what_is_left_minute_by_minute(seed: int) -> None:
    chance = Random(seed)
    past = history(chance)
    now = past[-1].at + chance.randint(1, 2500) * MINUTE
    full = decided(past, chance, now)
    plain = clocks(past, WIB, now, Limits()).resolution
    less = clocks_without_causes(full, WIB, now, Limits()).resolution
    assert plain.elapsed == counted(past, [], now)
    assert less.elapsed == counted(past, sla.without_causes(full), now)
    assert less.promised == plain.promised
    assert less.due >= plain.due
    assert not (less.overdue and not plain.overdue)
