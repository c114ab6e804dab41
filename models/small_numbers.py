"""Numbers of people so small that they could tell who it was are not told.

Pure: standard library only. A number from 1 to 4 is shown as "<5"; nothing is nothing. A sum that
would give such a number back is not shown either: `told` for a table of numbers, such as anonymous
complaints by unit and category; `disclosed` for the parts of a number that everybody knows;
`withheld` for figures, such as means, of parts that are counted openly.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

SMALLEST = 5  # the smallest number of people that is told
Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)


@dataclass(frozen=True)
class Told(Generic[Row, Column]):
    """What may be shown of a table; None: not told. A cell that is not told is below `SMALLEST`;
    a sum that is not told may be any number."""

    cells: Mapping[Row, Mapping[Column, int | None]]
    rows: Mapping[Row, int | None]
    columns: Mapping[Column, int | None]
    total: int | None


def suppress(n: int, least: int = SMALLEST) -> int | None:
    """The number, or None when it is one of so few people that it is not told."""
    return None if 0 < n < least else n


def mark(least: int = SMALLEST) -> str:
    """What stands in the place of a number that is too small."""
    return f"<{least}"


def told(table: Mapping[Row, Mapping[Column, int]], least: int = SMALLEST) -> Told[Row, Column]:
    """What may be shown of a table with its sums, so that nothing hidden can be computed.

    A row keeps its sum where the hidden cells could still be shared out in several ways. A column
    with a hidden cell, and the sum of everything beside a row without a sum, give none: the sums of
    both directions together could tell what those of one do not.
    """
    columns = list(dict.fromkeys(column for row in table.values() for column in row))
    cells = {
        name: {c: suppress(row.get(c, 0), least) for c in columns} for name, row in table.items()
    }
    rows = {name: _sum(row.values(), least) for name, row in table.items()}
    return Told(
        cells=cells,
        rows=rows,
        columns={c: _all_or_nothing([cells[name][c] for name in table]) for c in columns},
        total=_all_or_nothing(rows.values()),
    )


def disclosed(numbers: Mapping[Row, int], least: int = SMALLEST) -> dict[Row, int | None]:
    """The numbers without those from 1 to least - 1, and without as many more as it takes that the
    sum of all, which everybody knows, does not give these back."""
    hidden = {key for key, n in numbers.items() if 0 < n < least}
    if _given_away(numbers.values(), least):
        spare = min((n for n in numbers.values() if n >= least), default=None)
        hidden |= set(numbers) if spare is None else {_first(numbers, spare)}
    return {key: None if key in hidden else n for key, n in numbers.items()}


def withheld(sizes: Mapping[Row, int], least: int = SMALLEST) -> set[Row]:
    """Parts whose figures are not told although all sizes and the figure of the whole are: those of
    fewer than `least` people, and as many more, the smallest first, as it takes that what the parts
    told leave of the whole is of nobody or of enough."""
    hidden = {name for name, n in sizes.items() if 0 < n < least}
    shown = sorted((name for name, n in sizes.items() if n >= least), key=sizes.__getitem__)
    while hidden and sum(sizes[name] for name in hidden) < least and shown:
        hidden.add(shown.pop(0))
    return hidden


def _first(numbers: Mapping[Row, int], wanted: int) -> Row:
    return next(key for key, n in numbers.items() if n == wanted)


def _given_away(numbers: Iterable[int], least: int) -> bool:
    """Whether the sum of the small ones, each known to be from 1 to least - 1, leaves one way."""
    small = [n for n in numbers if 0 < n < least]
    lowest, highest = len(small), len(small) * (least - 1)
    return len(small) == 1 or (bool(small) and sum(small) in (lowest, highest))


def _sum(numbers: Iterable[int], least: int) -> int | None:
    """The sum, unless it says more than that its small parts are from 1 to least - 1."""
    known = list(numbers)
    return None if _given_away(known, least) else suppress(sum(known), least)


def _all_or_nothing(numbers: Iterable[int | None]) -> int | None:
    known = list(numbers)
    return None if None in known else sum(n for n in known if n is not None)
