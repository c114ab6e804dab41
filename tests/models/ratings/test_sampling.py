"""The sample of Krejcie and Morgan, as its printed table has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ratings.sampling import enough, krejcie_morgan


@pytest.mark.parametrize(
    ("population", "sample"),
    [
        (10, 10),
        (15, 14),
        (25, 24),
        (50, 44),
        (100, 80),
        (220, 140),
        (500, 217),
        (1_000, 278),
        (1_500, 306),
        (10_000, 370),
        (1_000_000, 384),
    ],
)
def test_the_printed_table(population: int, sample: int) -> None:
    assert krejcie_morgan(population) == sample
    assert enough(sample, population)
    assert not enough(sample - 1, population)


def test_nobody_and_fewer() -> None:
    assert [krejcie_morgan(n) for n in (0, 1, 2)] == [0, 1, 2]
    with pytest.raises(ValueError, match="-1"):
        krejcie_morgan(-1)


@given(st.integers(0, 10**7), st.integers(0, 10**4))
def test_a_larger_population_never_needs_fewer(population: int, more: int) -> None:
    assert krejcie_morgan(population) <= krejcie_morgan(population + more)
    assert krejcie_morgan(population) <= min(population, 384)


def test_where_the_population_is_not_known_nobody_can_tell() -> None:
    assert enough(500, None) is None
    assert enough(1, 0) is None
    assert enough(60, 50) is None
    assert enough(0, 50) is False
