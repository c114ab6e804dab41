"""Channels of too few people are not told, nor those that would give them back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.reports.channels import CHANNELS, told_apart
from models.statistics import MINIMUM, Counts, mean_of


@st.composite
def _parts(draw: st.DrawFn) -> dict[str, Counts]:
    sizes = st.tuples(*[st.integers(0, 6)] * 4)
    return {name: draw(sizes) for name in CHANNELS}


@given(_parts())
def test_what_is_hidden_cannot_be_computed_from_what_is_told(parts: dict[str, Counts]) -> None:
    """The whole is told too: what it leaves of the parts told is of nobody, or of enough."""
    found = told_apart(parts)
    hidden = [one for one in found if one.n and one.mean is None]
    told = [one for one in found if one.mean is not None]
    assert all(one.n >= MINIMUM for one in told)
    left = sum(one.n for one in hidden)
    assert left == 0 or left >= MINIMUM or not told
    assert all(one.counts is None for one in hidden)
    for one in told:
        assert one.counts == parts[one.key]
        assert one.mean == mean_of(parts[one.key])


def test_one_small_part_hides_the_next_smallest() -> None:
    visit, invited, alone = told_apart(
        {"visit": (0, 0, 0, 20), "invited": (0, 0, 3, 0), "self": (0, 0, 4, 4)}
    )
    assert visit.mean is not None
    assert (invited.mean, alone.mean, alone.n) == (None, None, 8)
    assert [one.withheld for one in (visit, invited, alone)] == [False, False, True]


def test_two_parts_that_are_together_too_small_hide_a_third() -> None:
    """Else all without the third would tell of these three people."""
    found = told_apart({"visit": (1, 0, 0, 0), "invited": (2, 0, 0, 0), "self": (0, 0, 4, 4)})
    assert [one.counts for one in found] == [None, None, None]


def test_a_part_of_nobody_hides_nothing() -> None:
    found = told_apart({"visit": (0, 0, 0, 5), "invited": (0, 0, 0, 0), "self": (5, 0, 0, 0)})
    assert [one.mean is not None for one in found] == [True, False, True]
