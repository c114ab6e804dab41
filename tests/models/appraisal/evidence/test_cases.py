"""A case is split by the time held: its parts add up, whoever had it and however often it moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from models.appraisal.evidence import cases
from models.appraisal.evidence.cases import CaseFact, Served, Timed
from models.complaints import sla, states
from models.complaints.history import CaseAt
from models.complaints.limits import CaseClass, Limits
from models.complaints.sla import Happened
from models.complaints.states import Event
from models.worktime import Pause, office_default
from tests.models.reported_town import wib
from tests.scale import scaled

CALENDAR = office_default("Asia/Jakarta")
MONDAY = wib("2026-11-02 09:00")
START, UNTIL = wib("2026-10-01 00:00"), wib("2027-01-01 00:00")
ALWAYS = [(datetime(2020, 1, 1, tzinfo=UTC), None)]
SERVED = Served({(officer, unit): ALWAYS for officer in (1, 2, 3) for unit in (1, 2)})


def at(hours: float) -> datetime:
    return MONDAY + timedelta(hours=hours)


def sent() -> Happened:
    return Happened(Event.SENT, MONDAY, "waktu", CaseClass.NORMATIVE, supervisory=False, unit_id=1)


def history(*events: Happened, until: datetime = UNTIL) -> CaseAt:
    past = [sent(), *events]
    clocks = sla.clocks(past, CALENDAR, until, Limits())
    state = states.fold(one.event for one in past)
    assert state is not None
    return CaseAt(
        case_id=7,
        ticket="SW-26-000007-K",
        unit_id=[one.unit_id for one in past if one.unit_id][-1],
        category="waktu",
        case_class=CaseClass.NORMATIVE,
        state=state,
        holder_id=past[-1].officer_id,
        received_at=MONDAY,
        supervisory=False,
        events=tuple(past),
        clocks=clocks,
        without_causes=sla.less_causes(clocks, past, CALENDAR, until),
    )


def verified(hours: float) -> Happened:
    return Happened(Event.VERIFIED, at(hours), case_class=CaseClass.NORMATIVE)


def given_to(officer: int | None, hours: float) -> Happened:
    event = Event.ASSIGNED if officer else Event.RETURNED
    return Happened(event, at(hours), officer_id=officer)


def happens(event: Event, officer: int | None, hours: float) -> Happened:
    return Happened(event, at(hours), officer_id=officer)


def fact(
    case: CaseAt, served: Served = SERVED, start: datetime = START, until: datetime = UNTIL
) -> CaseFact:
    found = cases.fact(case, CALENDAR, served, start, until)
    assert found is not None
    return found


def shares(timed: Timed | None) -> dict[int | None, tuple[float, float]]:
    assert timed is not None
    return {part.officer_id: (part.minutes, round(part.late, 3)) for part in timed.parts}


def test_a_late_case_is_split_by_the_time_held() -> None:
    """Nobody from 9 to 10, one until 12, another until the next day but one at 10."""
    found = fact(
        history(
            verified(1),
            given_to(1, 1),
            given_to(2, 3),
            happens(Event.ANSWERED, 2, 49),
        )
    )
    assert found.in_a_day is not None
    assert found.in_a_day.late
    # 60 + 120 + (13-16 = 180) + a day of 450 + 7.30-10 = 150
    assert shares(found.in_a_day) == {None: (60, 0.062), 1: (120, 0.125), 2: (780, 0.812)}
    assert found.first_answer is not None
    assert not found.first_answer.late  # five working days
    assert {part.late for part in found.first_answer.parts} == {0.0}


def test_who_takes_and_answers_at_once_has_a_part_without_minutes() -> None:
    found = fact(history(verified(1), given_to(1, 1), happens(Event.ANSWERED, 1, 1)))
    assert shares(found.first_answer) == {None: (60, 0), 1: (0, 0)}


def test_open_and_in_time_says_nothing_and_open_and_late_says_so() -> None:
    waiting = (verified(1), given_to(1, 1))
    early = at(5)
    assert cases.fact(history(*waiting, until=early), CALENDAR, SERVED, START, early) is None
    later = wib("2026-11-04 09:00")
    found = fact(history(*waiting, until=later), until=later)
    assert found.in_a_day is not None
    assert found.in_a_day.running
    assert found.first_answer is None  # within five working days


def test_what_lay_after_its_holder_had_left_is_the_units() -> None:
    left = Served({(1, 1): [(datetime(2020, 1, 1, tzinfo=UTC), at(3))]})
    found = fact(history(verified(1), given_to(1, 1), until=at(49)), served=left, until=at(49))
    assert shares(found.in_a_day) == {None: (840, 0.875), 1: (120, 0.125)}


def test_a_cause_is_left_out_of_the_second_figure_only() -> None:
    cause = Pause(at(1), at(49), "cause")
    decided = Happened(Event.CAUSE_DECIDED, at(50), officer_id=1, cause_id=3, excluded=cause)
    claimed = Happened(Event.CAUSE_CLAIMED, at(49), officer_id=1, cause_id=3)
    found = fact(
        history(verified(1), given_to(1, 1), claimed, decided, happens(Event.ANSWERED, 1, 51))
    )
    timed = found.in_a_day
    assert timed is not None
    assert found.caused
    assert (timed.late, timed.late_without) == (True, False)
    (_, own) = timed.parts
    assert own.minutes - own.minutes_without == 900  # 10-12, 13-16, a day, 7.30-10
    assert own.late_without == 0


def test_each_answer_has_its_own_outcome() -> None:
    """Answered by one and reopened; then by another and confirmed after silence."""
    case = history(
        verified(1),
        given_to(1, 1),
        happens(Event.ANSWERED, 1, 2),
        happens(Event.REOPENED, 1, 3),
        given_to(2, 4),
        happens(Event.ANSWERED, 2, 5),
        happens(Event.CLOSED_BY_SILENCE, 2, 400),
        happens(Event.CONFIRMED, 2, 420),
    )
    by = {one.officer_id: (one.confirmed, one.reopened) for one in fact(case).verdicts}
    assert by == {1: (None, True), 2: (True, False)}
    silent = replace(case, events=case.events[:-1])
    by = {one.officer_id: (one.confirmed, one.reopened) for one in fact(silent).verdicts}
    assert by == {1: (None, True), 2: (False, False)}


def test_a_question_that_nobody_replied_to_is_no_outcome() -> None:
    case = history(
        verified(1),
        given_to(1, 1),
        happens(Event.ASKED_BACK, 1, 2),
        happens(Event.CLOSED_BY_SILENCE, 1, 400),
    )
    assert fact(case).verdicts == ()


def test_what_ended_before_the_period_is_not_in_it() -> None:
    case = history(
        verified(1), given_to(1, 1), happens(Event.ANSWERED, 1, 2), happens(Event.CONFIRMED, 1, 3)
    )
    later = wib("2026-12-01 00:00")
    assert cases.fact(case, CALENDAR, SERVED, later, UNTIL) is None


# --- for any history

_Holder = st.sampled_from([None, 1, 2, 3])
_Moves = st.lists(st.tuples(st.floats(1, 900), _Holder), max_size=6)
_Causes = st.lists(st.tuples(st.floats(1, 900), st.floats(0, 400)), max_size=3)


def moved(moves: list[tuple[float, int | None]]) -> list[Happened]:
    """Handed over again and again; nobody hands back what nobody holds."""
    found: list[Happened] = [verified(0.5)]
    holder: int | None = None
    for hours, officer in sorted(moves, key=lambda move: move[0]):
        if (holder, officer) != (None, None):
            found.append(given_to(officer, hours))
            holder = officer
    return found


def with_causes(
    events: list[Happened], causes: list[tuple[float, float]], end: float
) -> list[Happened]:
    """Each accepted at the end, by whoever holds the case then."""
    for number, (since, length) in enumerate(causes):
        span = Pause(at(since), at(since + length), "cause")
        for event in (Event.CAUSE_CLAIMED, Event.CAUSE_DECIDED):
            events.append(
                Happened(
                    event,
                    at(end),
                    officer_id=events[-1].officer_id,
                    cause_id=number,
                    excluded=span if event is Event.CAUSE_DECIDED else None,
                )
            )
    return events


@settings(max_examples=scaled(150, 60))
@given(_Moves, _Causes, st.booleans())
def test_parts_add_up_and_handing_over_changes_no_sum(
    moves: list[tuple[float, int | None]], causes: list[tuple[float, float]], answered: bool
) -> None:
    def ended(events: list[Happened]) -> list[Happened]:
        done = with_causes(events, causes, 901)
        if answered:
            who = done[-1].officer_id or 1
            done += [given_to(who, 902), happens(Event.ANSWERED, who, 903)]
        return done

    split = fact(history(*ended(moved(moves))))
    alone = fact(history(*ended([verified(0.5), given_to(1, 1)])))
    for one, other in zip(split.timed, alone.timed, strict=True):
        assert (one.late, one.late_without) == (other.late, other.late_without)
        assert one.elapsed == other.elapsed
        minutes = sum(part.minutes for part in one.parts)
        without = sum(part.minutes_without for part in one.parts)
        assert abs(minutes - one.elapsed) < 1e-6
        assert abs(without - one.elapsed_without) < 1e-6
        assert abs(sum(part.late for part in one.parts) - one.late) < 1e-9
        assert abs(sum(part.late_without for part in one.parts) - one.late_without) < 1e-9
        assert all(0 <= part.late <= 1 for part in one.parts)
        assert sum(part.last for part in one.parts) == 1
