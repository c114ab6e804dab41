"""What is shown of a table never gives back what is hidden: every table tried by brute force."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.small_numbers import SMALLEST, Told, disclosed, mark, suppress, told

Table = dict[str, dict[str, int]]
NUMBERS = st.integers(0, 8)
TABLES = (
    st.integers(1, 3)
    .flatmap(
        lambda width: st.lists(
            st.lists(NUMBERS, min_size=width, max_size=width), min_size=1, max_size=3
        )
    )
    .map(
        lambda rows: {
            f"r{i}": {f"c{j}": n for j, n in enumerate(row)} for i, row in enumerate(rows)
        }
    )
)


@pytest.mark.parametrize(("n", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (120, 120)])
def test_one_to_four_are_not_told(n: int, shown: int | None) -> None:
    assert suppress(n) == shown
    assert mark() == "<5"


def test_a_row_with_one_hidden_cell_gives_no_sum() -> None:
    shown = told({"KTP": {"waktu": 12, "biaya": 7, "sikap": 2}, "SKCK": {"waktu": 9, "sikap": 6}})
    assert shown.cells["KTP"] == {"waktu": 12, "biaya": 7, "sikap": None}
    assert shown.rows == {"KTP": None, "SKCK": 15}
    assert shown.columns == {"waktu": 21, "biaya": 7, "sikap": None}
    assert shown.total is None


def test_two_hidden_cells_keep_the_sum_that_does_not_give_them_away() -> None:
    assert told({"KTP": {"a": 2, "b": 3, "c": 20}}).rows["KTP"] == 25
    assert told({"KTP": {"a": 1, "b": 1, "c": 20}}).rows["KTP"] is None  # 2 can only be 1 and 1
    assert told({"KTP": {"a": 4, "b": 4, "c": 20}}).rows["KTP"] is None


def test_what_hides_nothing_is_told_in_full() -> None:
    shown = told({"KTP": {"a": 5, "b": 0}, "SKCK": {"a": 8, "b": 9}})
    assert (shown.rows, shown.columns) == ({"KTP": 5, "SKCK": 17}, {"a": 13, "b": 9})
    assert shown.total == 22


@given(TABLES)
def test_no_hidden_number_can_be_computed_from_what_is_shown(table: Table) -> None:
    shown = told(table)
    hidden = [(r, c) for r, row in shown.cells.items() for c, n in row.items() if n is None]
    if not hidden or len(hidden) > 6:
        return
    possible: dict[tuple[str, str], set[int]] = {place: set() for place in hidden}
    for guess in product(range(1, SMALLEST), repeat=len(hidden)):
        tried = {r: dict(row) for r, row in table.items()}
        for (r, c), n in zip(hidden, guess, strict=True):
            tried[r][c] = n
        if told(tried) == shown:
            for place, n in zip(hidden, guess, strict=True):
                possible[place].add(n)
    assert all(len(found) > 1 for found in possible.values())


@given(TABLES)
def test_what_is_told_is_true(table: Table) -> None:
    shown: Told[str, str] = told(table)
    for name, row in table.items():
        assert shown.rows[name] in (None, sum(row.values()))
        assert all(shown.cells[name][c] in (None, n) for c, n in row.items())
    whole = sum(n for row in table.values() for n in row.values())
    assert shown.total in (None, whole)


# --- parts of a number that everybody knows


def ways(left: int, hidden: int, least: int) -> int:
    """In how many ways that many hidden numbers, each at least so large, give a sum."""
    if hidden == 0:
        return int(left == 0)
    return sum(ways(left - one, hidden - 1, least) for one in range(least, left + 1))


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 12), min_size=2))
def test_what_is_hidden_cannot_be_computed_from_the_rest(numbers: dict[str, int]) -> None:
    shown = disclosed(numbers)
    least = SMALLEST
    assert all(n is None or n == numbers[key] for key, n in shown.items())
    assert not any(n is not None and 0 < n < least for n in shown.values())
    hidden = [numbers[key] for key, n in shown.items() if n is None]
    if hidden:  # a reader knows their sum, and that nothing is shown as nothing
        lowest = 0 if len(hidden) == len(numbers) else 1
        assert ways(sum(hidden), len(hidden), lowest) > 1
