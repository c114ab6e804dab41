"""The table of states: what it allows, and that nothing in it is out of reach."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.complaints import limits, states
from models.complaints.states import ENDED, OPEN, Event, Forbidden, Party, State, next_state
from models.complaints.tables import Category
from models.journal import Kind


def test_a_case_begins_with_its_sending() -> None:
    assert next_state(None, Event.SENT) is State.SENT
    with pytest.raises(Forbidden):
        next_state(None, Event.TAKEN)
    with pytest.raises(Forbidden):
        next_state(State.SENT, Event.SENT)


def test_the_usual_way() -> None:
    way = [
        Event.SENT,
        Event.VERIFIED,
        Event.TAKEN,
        Event.ASKED_BACK,
        Event.CITIZEN_REPLIED,
        Event.ANSWERED,
        Event.REOPENED,
        Event.ANSWERED,
        Event.CONFIRMED,
        Event.HANDLING_RATED,
    ]
    assert states.fold(way) is State.SOLVED


@pytest.mark.parametrize(
    ("state", "event"),
    [
        (State.SENT, Event.CONFIRMED),
        (State.SENT, Event.ANSWERED),
        (State.SENT, Event.TAKEN),
        (State.MERGED, Event.REOPENED),
        (State.IN_PROGRESS, Event.CITIZEN_REPLIED),
        (State.ANSWERED, Event.FORWARDED),
        (State.ANSWERED, Event.HANDLING_RATED),
        (State.SOLVED, Event.ANSWERED),
        (State.SOLVED, Event.CLOSED_BY_SILENCE),
        (State.WITHDRAWN, Event.REOPENED),
        (State.IN_PROGRESS, Event.CLOSED_BY_SILENCE),
    ],
)
def test_what_cannot_be(state: State, event: Event) -> None:
    with pytest.raises(Forbidden) as caught:
        next_state(state, event)
    assert (caught.value.state, caught.value.event) == (state, event)


def test_every_state_has_a_row_and_every_event_a_party() -> None:
    assert set(states.TRANSITIONS) == set(State)
    assert set(states.BY) == set(Event)


def test_every_state_can_be_reached() -> None:
    reached, edge = {State.SENT}, [State.SENT]
    while edge:
        following = set(states.TRANSITIONS[edge.pop()].values()) - reached
        reached |= following
        edge.extend(following)
    assert reached == set(State)


def test_a_note_never_changes_the_state() -> None:
    for state, row in states.TRANSITIONS.items():
        assert row.get(Event.COMMENTED, state) is state
        assert row.get(Event.HANDLING_RATED, state) is state


def test_only_the_citizen_says_that_it_is_solved() -> None:
    solving = {
        event
        for state, row in states.TRANSITIONS.items()
        for event, to in row.items()
        if to is State.SOLVED and state is not State.SOLVED
    }
    assert solving == {Event.CONFIRMED, Event.CLOSED_BY_SILENCE}  # and silence is told apart
    assert states.BY[Event.CONFIRMED] == (Party.CITIZEN,)


def test_what_is_over_comes_back_by_the_citizen_or_when_it_was_merged_by_mistake() -> None:
    for state in ENDED:
        back = {event for event, to in states.TRANSITIONS[state].items() if to in OPEN}
        assert back <= {Event.REOPENED, Event.SEPARATED}


def test_who_may_do_what() -> None:
    assert states.allowed(State.WITHDRAWN, Party.OFFICER) == ()
    assert states.allowed(State.WITHDRAWN, Party.CITIZEN) == ()
    assert Event.CLOSED_BY_SILENCE in states.allowed(State.ANSWERED, Party.CLOCK)
    assert Event.VERIFIED in states.allowed(State.SENT, Party.OFFICER)


def test_the_journal_knows_every_event() -> None:
    assert {event.value for event in Event} <= {kind.value for kind in Kind}


def test_every_category_has_a_class_and_every_class_a_limit_with_its_source() -> None:
    assert set(limits.PROPOSED) == {category.value for category in Category}
    for step in limits.Step:
        for case_class in limits.CaseClass:
            assert limits.Limits().of(step, case_class).source


@given(st.lists(st.sampled_from(Event), max_size=30))
def test_any_row_of_events_folds_or_is_refused(events: list[Event]) -> None:
    try:
        state = states.fold([Event.SENT, *events])
    except Forbidden:
        return
    assert state in State
