"""Histories that were written before version 0003, read as if they had been written today.

The journal is never rewritten. An officer took a case without verifying it, and could close it;
a case carried no version of a calendar, and a supervisory one no mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.complaints.limits import CaseClass
from models.complaints.sla import Happened
from models.complaints.states import UNVERIFIED, Event, State, next_state

CLOSED = "case.closed"  # the officer says it is done: today an answer, and then no word about it
DONE = "done"  # the outcome it was closed with


def is_earlier(past: Sequence[Happened]) -> bool:
    return past[0].calendar_id is None


def as_today(past: Sequence[Happened]) -> list[Happened]:
    """The same history in today's events."""
    sent = replace(past[0], supervisory=past[0].case_class is CaseClass.SUPERVISORY)
    found, state = [sent], State.SENT
    for happened in past[1:]:
        for one in _today(happened, state):
            state = next_state(state, one.event)
            found.append(one)
    return found


def _today(happened: Happened, state: State) -> Iterator[Happened]:
    if happened.event is Event.TAKEN and state in UNVERIFIED:
        yield replace(happened, event=Event.VERIFIED)
    yield happened
    if happened.event is Event.ANSWERED and happened.outcome == DONE:
        yield replace(happened, event=Event.CLOSED_BY_SILENCE, outcome="")
