"""A text as others may see it: insults and personal data masked, everything else as written.

`mask` takes out what `nlp.redaction` finds (it is the one source of those patterns), the names and
numbers the sender is known by, and what `nlp.insults` finds. What is shown instead says nothing in
any language, so that the text reads the same in each: `•••` for data, the first letter and `***`
for an insult. Who may see the original is decided elsewhere.

Names of other people stay: who an officer is called is part of the complaint.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from nlp.insults import insults
from nlp.redaction import spans

HIDDEN = "•••"
LEAST_NAME = 3  # letters of a part of a name that is looked for
LEAST_NUMBER = 5  # digits of a number that is looked for
_PASSES = 4  # what was masked may free what it touched
_SMALL_GAP = r"[ .\-\u200b-\u200d\u2060]?"
# In names, but said of anybody.
_TITLES = frozenset(
    {"bapak", "pak", "ibu", "bang", "abang", "mas", "mbak", "kak", "kakak", "adik", "dik"}
    | {"haji", "hajah", "hajjah", "ust", "ustaz", "ustad", "pdt", "drs", "bin", "binti", "dan"}
    | {"the", "and", "mister", "mrs", "miss"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """A masked part of the text. kind: a key of `redaction.PLACEHOLDERS`, "name" or "insult".

    start, end: its place in the text as it was given, in characters, end exclusive.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Masked:
    text: str
    found: tuple[Found, ...] = ()  # from left to right, without overlap


def mask(text: str, also: Collection[str] = ()) -> Masked:
    """The text for others' eyes.

    also: what the sender is known by (names, user name, number, Telegram id); each is looked for as
    a whole word in any case, and so is each part of a name from three letters on. Masking twice is
    the same as once; the result is never longer than twice the text; any text is taken.
    """
    shown, known, found = text, _known(text, also), list[Found]()
    for _ in range(_PASSES):
        shown, new = _cover(shown, spans)
        shown, names = _cover(shown, lambda now: _names(now, known))
        found += new + names
        if not any(_touches(text, one) for one in new + names):
            break
    found += _cover(shown, _insults)[1]
    return _written(text, tuple(sorted(found, key=lambda one: one.start)))


def _cover(
    text: str, look: Callable[[str], Iterable[tuple[str, int, int]]]
) -> tuple[str, list[Found]]:
    """The text with what is found covered letter by letter, so that every place stays the same."""
    found = [Found(*one) for one in look(text)]
    return _joined(text, [(one, "•" * (one.end - one.start)) for one in found]), found


def _touches(text: str, one: Found) -> bool:
    """Whether letters or digits stand right beside it, which may be something by themselves."""
    return text[one.start - 1 : one.start].isalnum() or text[one.end : one.end + 1].isalnum()


def _names(text: str, known: re.Pattern[str] | None) -> Iterator[tuple[str, int, int]]:
    if known is not None:
        yield from (("name", *found.span()) for found in known.finditer(text))


def _insults(text: str) -> Iterator[tuple[str, int, int]]:
    yield from (("insult", *place) for place in insults(text))


def _written(text: str, found: tuple[Found, ...]) -> Masked:
    shown = [(one, text[one.start] + "***" if one.kind == "insult" else HIDDEN) for one in found]
    return Masked(_joined(text, shown), found)


def _joined(text: str, instead: list[tuple[Found, str]]) -> str:
    parts, done = [], 0
    for one, shown in instead:
        parts += [text[done : one.start], shown]
        done = one.end
    return "".join(parts) + text[done:]


def _known(text: str, also: Collection[str]) -> re.Pattern[str] | None:
    """One pattern for all that the sender is known by and that may stand in the text.

    To make a pattern costs a hundred times as much as to see that none of it is there.
    """
    words, numbers = set[str](), set[str]()
    for name in also:
        for form in {name, unicodedata.normalize("NFKC", name)}:
            words |= _parts(form)
            digits = "".join(filter(str.isdecimal, form))
            numbers |= {digits} if len(digits) >= LEAST_NUMBER else set()
    folded, typed = text.casefold(), "".join(filter(str.isdecimal, text))
    words = {word for word in words if word.casefold() in folded}
    numbers = {number for number in numbers if number in typed}
    found = [rf"(?<![^\W\d_]){_any_of(words)}(?=(?:nya|ku|mu|lah|kah|pun)?(?![^\W\d_]))"]
    found += [rf"(?<!\d){_SMALL_GAP.join(number)}(?!\d)" for number in sorted(numbers)]
    chosen = found if words else found[1:]
    return re.compile("|".join(chosen), re.IGNORECASE) if chosen else None


def _any_of(words: set[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def _parts(name: str) -> set[str]:
    """The whole name, and its parts that are long enough to be its."""
    whole = name.strip().lstrip("@").strip()
    parts = {part for part in re.split(r"[\W\d_]+", whole) if len(part) >= LEAST_NAME}
    if sum(map(str.isalpha, whole)) >= LEAST_NAME or (len(whole) > 1 and not whole.isascii()):
        parts.add(whole)
    return {part for part in parts if part.lower() not in _TITLES and any(map(str.isalpha, part))}
