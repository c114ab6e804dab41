"""What a case can be, what can happen to it, who may do that, and what it is afterwards.

The table holds the flows there are; a further state (verified, archived, merged) is a row more.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class State(StrEnum):
    SENT = "sent"  # with the unit, taken by nobody
    FORWARDED = "forwarded"  # with another unit, taken by nobody there
    IN_PROGRESS = "in_progress"  # an officer holds it
    WAITING = "waiting"  # the officer asked, the citizen has the word
    ANSWERED = "answered"  # the officer answered, the citizen has the word
    REOPENED = "reopened"  # not solved, says the citizen
    SOLVED = "solved"  # says the citizen
    CLOSED = "closed"  # the officer says it is done, or the citizen kept silent
    REJECTED = "rejected"  # with a reason
    WITHDRAWN = "withdrawn"


class Event(StrEnum):
    """What happens to a case. The values are the journal's kinds of entry."""

    SENT = "case.sent"
    TAKEN = "case.taken"
    ANSWERED = "case.answered"
    ASKED_BACK = "case.asked_back"
    CITIZEN_REPLIED = "case.citizen_replied"  # and wants an answer
    COMMENTED = "case.commented"  # a note or thanks: moves nothing
    FORWARDED = "case.forwarded"
    CONFIRMED = "case.confirmed"
    CLOSED = "case.closed"
    CLOSED_BY_SILENCE = "case.closed_by_silence"
    REJECTED = "case.rejected"
    REOPENED = "case.reopened"
    WITHDRAWN = "case.withdrawn"
    HANDLING_RATED = "case.handling_rated"


class Party(StrEnum):
    """Who makes something happen."""

    CITIZEN = "citizen"
    OFFICER = "officer"
    CLOCK = "clock"


class Forbidden(ValueError):
    """This cannot happen to a case in this state."""

    def __init__(self, state: State | None, event: Event) -> None:
        super().__init__(f"{event} cannot happen to a case that is {state or 'not there yet'}")
        self.state = state
        self.event = event


UNASSIGNED = frozenset({State.SENT, State.FORWARDED})  # nobody holds it
WITH_CITIZEN = frozenset({State.WAITING, State.ANSWERED})  # the clock of the unit stands still
ENDED = frozenset({State.SOLVED, State.CLOSED, State.REJECTED, State.WITHDRAWN})
OPEN = frozenset(State) - ENDED

BY: dict[Event, Party] = {
    Event.SENT: Party.CITIZEN,
    Event.TAKEN: Party.OFFICER,
    Event.ANSWERED: Party.OFFICER,
    Event.ASKED_BACK: Party.OFFICER,
    Event.CITIZEN_REPLIED: Party.CITIZEN,
    Event.COMMENTED: Party.CITIZEN,
    Event.FORWARDED: Party.OFFICER,
    Event.CONFIRMED: Party.CITIZEN,
    Event.CLOSED: Party.OFFICER,
    Event.CLOSED_BY_SILENCE: Party.CLOCK,
    Event.REJECTED: Party.OFFICER,
    Event.REOPENED: Party.CITIZEN,
    Event.WITHDRAWN: Party.CITIZEN,
    Event.HANDLING_RATED: Party.CITIZEN,
}

_NEW = {
    Event.TAKEN: State.IN_PROGRESS,
    Event.FORWARDED: State.FORWARDED,
    Event.REJECTED: State.REJECTED,
    Event.WITHDRAWN: State.WITHDRAWN,
}
_WORKED_ON = {
    Event.ANSWERED: State.ANSWERED,
    Event.ASKED_BACK: State.WAITING,
    Event.FORWARDED: State.FORWARDED,
    Event.CLOSED: State.CLOSED,
    Event.REJECTED: State.REJECTED,
    Event.WITHDRAWN: State.WITHDRAWN,
}
_OVER = {Event.REOPENED: State.REOPENED}

TRANSITIONS: dict[State, dict[Event, State]] = {
    State.SENT: _NEW | {Event.COMMENTED: State.SENT},
    State.FORWARDED: _NEW | {Event.COMMENTED: State.FORWARDED},
    State.IN_PROGRESS: _WORKED_ON  # taken anew when its holder has left the unit
    | {Event.TAKEN: State.IN_PROGRESS, Event.COMMENTED: State.IN_PROGRESS},
    State.REOPENED: _WORKED_ON | {Event.TAKEN: State.IN_PROGRESS, Event.COMMENTED: State.REOPENED},
    State.WAITING: {
        Event.CITIZEN_REPLIED: State.IN_PROGRESS,
        Event.ANSWERED: State.ANSWERED,
        Event.CLOSED: State.CLOSED,
        Event.REJECTED: State.REJECTED,
        Event.WITHDRAWN: State.WITHDRAWN,
        Event.CLOSED_BY_SILENCE: State.CLOSED,
    },
    State.ANSWERED: {
        Event.CONFIRMED: State.SOLVED,
        Event.REOPENED: State.REOPENED,
        Event.CITIZEN_REPLIED: State.IN_PROGRESS,
        Event.COMMENTED: State.ANSWERED,
        Event.ANSWERED: State.ANSWERED,
        Event.ASKED_BACK: State.WAITING,
        Event.CLOSED: State.CLOSED,
        Event.REJECTED: State.REJECTED,
        Event.WITHDRAWN: State.WITHDRAWN,
        Event.CLOSED_BY_SILENCE: State.CLOSED,
    },
    State.SOLVED: _OVER | {Event.COMMENTED: State.SOLVED, Event.HANDLING_RATED: State.SOLVED},
    State.CLOSED: _OVER
    | {
        Event.CONFIRMED: State.SOLVED,
        Event.COMMENTED: State.CLOSED,
        Event.HANDLING_RATED: State.CLOSED,
    },
    State.REJECTED: _OVER | {Event.COMMENTED: State.REJECTED, Event.HANDLING_RATED: State.REJECTED},
    State.WITHDRAWN: {},
}


def next_state(state: State | None, event: Event) -> State:
    """The state after the event; None is before the case was sent. `Forbidden` if it cannot be."""
    if state is None and event is Event.SENT:
        return State.SENT
    following = TRANSITIONS[state].get(event) if state is not None else None
    if following is None:
        raise Forbidden(state, event)
    return following


def allowed(state: State, party: Party) -> tuple[Event, ...]:
    """What this party may make happen next, in the order of `Event`."""
    return tuple(e for e in Event if BY[e] is party and e in TRANSITIONS[state])


def fold(events: Iterable[Event]) -> State | None:
    """The state after all of these; None when nothing has happened."""
    state = None
    for event in events:
        state = next_state(state, event)
    return state
