"""A rating that says the opposite of what the evidence decides, and only that."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.appraisal.deciding.contradictions import Axis, Contradiction, contradicts
from models.appraisal.deciding.gathering import Behaviour, IndicatorLine, ResultLine
from models.appraisal.feedback.queries import Levels, Seen
from models.appraisal.feedback.tables import Relation, Value
from models.appraisal.indicators import Against, Result
from models.appraisal.matrix import Expectation
from models.appraisal.skp.tables import Aspect, Block, Direction, Source

BELOW, AS_EXPECTED, ABOVE = Expectation
MET, SHORT, UNDECIDED, NO_DATA = Against
ALL_HIGH: Levels = (0, 0, 2, 6)
ALL_LOW: Levels = (6, 2, 0, 0)
MIXED: Levels = (2, 2, 2, 2)


@dataclass(frozen=True)
class Evidence:
    results: tuple[ResultLine, ...] = ()
    behaviours: tuple[Behaviour, ...] = ()


def line(
    against: Against | None, key: str = "solved_on_time", result: Result | None = None
) -> IndicatorLine:
    planned = (1, Aspect.TIME, "Aduan selesai tepat waktu", 80.0, 0.8, "%", Direction.AT_LEAST)
    return IndicatorLine(*planned, Source.SYSTEM, key, result, against, None, "", ())


def work(*lines: IndicatorLine) -> Evidence:
    return Evidence(results=(ResultLine(1, 1, Block.MAIN, "", "Layanan", lines, ()),))


def lines(*against: Against | None) -> Evidence:
    return work(*map(line, against))


def seen(*levels: Levels | None, relation: Relation = Relation.PEER) -> Evidence:
    return Evidence(
        behaviours=tuple(
            Behaviour(value, (Seen(relation, one, ()),), (), ())
            for value, one in zip(Value, levels, strict=False)
        )
    )


def found(evidence: Evidence, axis: Axis) -> dict[Expectation, tuple[int, int]]:
    """Which ratings are contradicted, by how many of how many."""
    made = {}
    for rating in Expectation:
        pair = (rating, AS_EXPECTED) if axis is Axis.WORK else (AS_EXPECTED, rating)
        for one in contradicts(*pair, evidence):
            assert one == Contradiction(axis, rating, one.against, one.decided)
            made[rating] = (one.against, one.decided)
    return made


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (lines(), {}),
        (lines(UNDECIDED, NO_DATA, None), {}),
        (lines(SHORT), {ABOVE: (1, 1)}),
        (lines(SHORT, SHORT, MET, UNDECIDED), {ABOVE: (2, 3)}),
        (lines(SHORT, MET), {}),
        (lines(SHORT, MET, MET), {}),
        (lines(MET), {BELOW: (1, 1)}),
        (lines(MET, MET, UNDECIDED, NO_DATA), {BELOW: (2, 2)}),
    ],
)
def test_work(evidence: Evidence, expected: dict[Expectation, tuple[int, int]]) -> None:
    assert found(evidence, Axis.WORK) == expected


def test_what_an_outside_cause_would_turn_decides_nothing() -> None:
    short = Result(n=40, value=0.5, low=0.35, high=0.65)
    for without, expected in (
        (Result(n=20, value=0.9, low=0.7, high=0.97), {}),
        (Result(n=30, value=0.55, low=0.4, high=0.7), {ABOVE: (1, 1)}),
    ):
        told = Result(n=40, value=0.5, low=0.35, high=0.65, without=without)
        assert found(work(line(SHORT, result=told)), Axis.WORK) == expected
    assert found(work(line(SHORT, result=short)), Axis.WORK) == {ABOVE: (1, 1)}


def test_how_many_citizens_came_decides_nothing() -> None:
    assert found(work(line(SHORT, "visits_served")), Axis.WORK) == {}


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (seen(), {}),
        (seen(None, MIXED), {}),
        (seen((0, 0, 1, 2)), {}),  # three answers: the interval holds the half
        (seen(ALL_HIGH), {BELOW: (1, 1)}),
        (seen(ALL_LOW), {ABOVE: (1, 1)}),
        (seen(ALL_LOW, ALL_LOW, ALL_HIGH, MIXED), {ABOVE: (2, 3)}),
        (seen(ALL_LOW, ALL_HIGH), {}),
        (seen(ALL_LOW, relation=Relation.LEADER), {}),  # the appraiser's own
    ],
)
def test_behaviour(evidence: Evidence, expected: dict[Expectation, tuple[int, int]]) -> None:
    assert found(evidence, Axis.BEHAVIOUR) == expected


def test_citizens_and_colleagues_who_differ_decide_nothing() -> None:
    kind, rude = Result(60, 3.6, 3.4, 3.8), Result(60, 1.8, 1.6, 2.1)
    for levels, result, expected in (
        (ALL_HIGH, rude, {}),
        (ALL_HIGH, kind, {BELOW: (1, 1)}),
        (None, rude, {ABOVE: (1, 1)}),
    ):
        colleagues = (Seen(Relation.PEER, levels, ()),)
        figures = (("satisfaction_conduct", result), ("answered_in_a_day", result))
        one = Behaviour(Value.SERVICE, colleagues, figures, ())
        assert found(Evidence(behaviours=(one,)), Axis.BEHAVIOUR) == expected


_levels = st.tuples(*[st.integers(0, 9)] * 4) | st.none()


@given(st.lists(st.sampled_from([*Against, None]), max_size=9), st.lists(_levels, max_size=7))
def test_it_never_leaves_one_rating_only(
    against: list[Against | None], levels: list[Levels | None]
) -> None:
    """Asking for a reason for two of three would be to propose the third."""
    evidence = Evidence(lines(*against).results, seen(*levels).behaviours)
    for axis in Axis:
        asked = found(evidence, axis)
        assert len(asked) <= 1
        assert AS_EXPECTED not in asked


@given(st.lists(st.sampled_from([*Against, None]), max_size=9))
def test_the_two_axes_do_not_touch(against: list[Against | None]) -> None:
    evidence = lines(*against)
    for first, second in product(Expectation, repeat=2):
        told = contradicts(first, second, evidence)
        assert all(one.axis is Axis.WORK for one in told)
