"""Long words: shortened or cut within what one message holds, nothing lost, nothing broken."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st

from handlers import clipping

TEXTS = st.text(alphabet="ab &<😀\n", max_size=200)
ROOM = st.integers(12, 120)


@given(TEXTS, ROOM)
def test_a_clipped_text_fits(text: str, room: int) -> None:
    shown = clipping.clip(text, room)
    assert clipping.length(shown) <= room
    if clipping.length(text) <= room:
        assert shown == text
    else:
        assert shown.endswith(clipping.MARK)
        assert text.startswith(shown.removesuffix(clipping.MARK))


@given(TEXTS, ROOM)
def test_the_pieces_fit_and_lose_nothing_but_blanks(text: str, room: int) -> None:
    pieces = clipping.cut(text, room)
    assert all(clipping.length(piece) <= room for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_length_counts_what_is_sent() -> None:
    assert clipping.length("<") == len(html.escape("<"))
    assert clipping.length("😀") == 2
