"""Long lists of buttons, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from handlers.message import Button, Text, button, rows
from handlers.turn import Turn

T = TypeVar("T")
PAGE = 8  # buttons at once


def paged(
    items: Sequence[T], number: int, make: Callable[[T], Button], action: str, *arguments: object
) -> list[list[Button]]:
    """The buttons of page `number` (from 0), and a row that turns the page.

    A page is turned by `action` with `arguments` and the number of the page.
    """
    last = max(0, (len(items) - 1) // PAGE)
    number = min(max(number, 0), last)
    shown = rows([make(item) for item in items[number * PAGE : (number + 1) * PAGE]])
    return [*shown, *turning(number, last, action, *arguments)]


def turning(number: int, last: int, action: str, *arguments: object) -> list[list[Button]]:
    """The row that leads from page `number` to the ones beside it; none where there is no other."""
    beside = ((number - 1, "button-earlier"), (number + 1, "button-more"))
    row = [button(Text(key), action, *arguments, n) for n, key in beside if 0 <= n <= last]
    return [row] if row else []


def page_number(turn: Turn, place: int) -> int:
    """The page in the button's argument at `place`; the first when there is none."""
    return turn.integer(place) if len(turn.arguments) > place else 0
