"""A redacted text as tokens in ordinary spelling, with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nlp.lexicon import BREAK, lexicon
from nlp.redaction import PLACEHOLDERS

TOKEN = re.compile(
    "(?P<mark>" + "|".join(map(re.escape, map(str.lower, PLACEHOLDERS.values()))) + ")"
    r"|(?P<uang>\brp\.?\s?\d[\d.,]*+(?:\s?(?:ribu|rb|juta|jt)\b)?"
    r"|\d[\d.,]*+\s?(?:ribu|rb|rbu|juta|jt|k|rupiah)\b)"
    r"|(?P<angka>\d[\d.,:]*+)"
    r"|(?P<word>[^\W\d_]++(?:[-'’][^\W\d_]++)*+2?)"
    r"|(?P<picture>[☀-➿⭐🌀-🫿])"
    r"|(?P<stop>[.!?;,:\n()…]++)"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens side by side with the spans they cover; BREAK stands between clauses."""

    text: str
    words: tuple[str, ...]  # in ordinary spelling
    written_words: tuple[str, ...]  # as written, in lower case
    spans: tuple[tuple[int, int], ...]
    asks: bool  # a question mark stands in the text

    def written(self, start: int, end: int) -> str:
        """The words from `start` to `end` (exclusive) as the citizen wrote them, lower case."""
        return " ".join(self.written_words[start:end])

    def passage(self, start: int, end: int) -> str:
        """The part of the text from token `start` to `end` (exclusive)."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]]

    def clauses(self) -> Iterator[tuple[int, int]]:
        """First and last (exclusive) token of each clause that has any."""
        contrast, concession = lexicon().grammar["contrast"], lexicon().grammar["concession"]
        start = 0
        for at, word in enumerate(self.words):
            if word == BREAK or word in contrast or word in concession:
                if at > start:
                    yield start, at
                start = at + 1 if word == BREAK else at
        if len(self.words) > start:
            yield start, len(self.words)


def tokenize(text: str) -> Tokens:
    """The tokens of a text that has been redacted; time grows with its length."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters change their length: then read the lowered text
        text = lowered
    words: list[str] = []
    written: list[str] = []
    spans: list[tuple[int, int]] = []
    asks = False
    for found in TOKEN.finditer(lowered):
        kind = found.lastgroup
        if kind == "mark":
            continue
        if kind == "stop":
            asks = asks or "?" in found[0]
        words.append(_token(kind or "", found[0]))
        written.append(found[0])
        spans.append(found.span())
    return Tokens(text, tuple(words), tuple(written), tuple(spans), asks)


def _token(kind: str, written: str) -> str:
    if kind == "word":
        return _word(written)
    if kind == "stop":
        return BREAK
    return written if kind == "picture" else f"<{kind}>"


@lru_cache(maxsize=20_000)
def _word(written: str) -> str:
    if written.endswith("2"):  # "pelan2" is "pelan-pelan"
        written = f"{written[:-1]}-{written[:-1]}"
    return lexicon().normal(written.replace("’", "'"))
