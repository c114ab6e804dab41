"""Long words shortened or cut into pieces, so that a message stays one message.

Length is counted as the sender of messages counts it: UTF-16 code units of the escaped text.
"""

from __future__ import annotations

import html

MESSAGE = 4096  # code units of one message (Bot API)
MARK = " …"


def length(text: str) -> int:
    """The code units a text takes in a message, at most."""
    return len(html.escape(text, quote=False).encode("utf-16-le")) // 2


def clip(text: str, most: int) -> str:
    """The text, or its beginning with a mark, within `most` code units."""
    if length(text) <= most:
        return text
    return _beginning(text, most - length(MARK)).rstrip() + MARK


def cut(text: str, most: int) -> list[str]:
    """The whole text in pieces of at most `most` code units, cut at blanks where there are any."""
    pieces, rest = [], text
    while length(rest) > most:
        piece = _beginning(rest, most)
        blank = max(piece.rfind(" "), piece.rfind("\n"))
        piece = piece[:blank] if blank > len(piece) // 2 else piece
        pieces.append(piece.rstrip())
        rest = rest[len(piece) :].lstrip()
    return [*pieces, rest] if rest or not pieces else pieces


def _beginning(text: str, most: int) -> str:
    """The longest beginning within `most` code units, found by halving."""
    low, high = 0, min(len(text), most)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if length(text[:middle]) <= most else (low, middle - 1)
    return text[:low]
