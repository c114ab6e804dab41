"""The word lists in `nlp/data`, read once, and the search for their phrases in a list of tokens.

A file has lines `key: item, item, …`. In an item `a|b` is either word and `..` is up to three
words in between; `<angka>` and `<uang>` stand for any number and any amount of money.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from typing import NamedTuple

BREAK = "."  # the token that stands between two clauses; no phrase reaches across it
_GAP = 3  # words that ".." may skip
_FILES = ("ejaan", "sentimen", "tata", "aspek", "bahaya", "korupsi", "kekerasan", "bahasa")
_SUFFIXES = ("nya", "lah", "kah", "pun", "ku", "mu")
_IGNORED = ("abaikan", "0")
_LONGEST_WORD = 40  # letters; a longer run is noise and is not looked up


class Hit(NamedTuple):
    """A phrase found at tokens `start` to `end` (exclusive), with the keys it stands under."""

    start: int
    end: int
    keys: tuple[str, ...]


class _Pattern(NamedTuple):
    """The words after the first, each with how many tokens may be skipped before it."""

    steps: tuple[tuple[str, int], ...]
    keys: tuple[str, ...]


class Phrases:
    """Many phrases, each with keys; finds the longest at each place without overlap."""

    def __init__(self, entries: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        keys: dict[tuple[str, ...], list[str]] = {}
        for key, words in entries:
            keys.setdefault(words, []).append(key)
        # first word -> second word -> phrases; "" holds single words and those with a gap
        self._index: dict[str, dict[str, list[_Pattern]]] = {}
        for words in sorted(keys, key=len, reverse=True):
            second = words[1] if len(words) > 1 and words[1] != ".." else ""
            pattern = _Pattern(_steps(words), tuple(keys[words]))
            self._index.setdefault(words[0], {}).setdefault(second, []).append(pattern)
        self.keys = {key for found in keys.values() for key in found}
        self.words = {word for words in keys for word in words if word != ".."}

    def find(self, tokens: Sequence[str]) -> list[Hit]:
        """The hits from left to right; what stands under `abaikan` or `0` is left out."""
        index = self._index
        hits = []
        done = 0
        for start, token in enumerate(tokens):
            if token in index and start >= done:
                hit = _longest(index[token], tokens, start)
                if hit:
                    done = hit.end
                    if hit.keys[0] not in _IGNORED:
                        hits.append(hit)
        return hits


def _longest(by_second: dict[str, list[_Pattern]], tokens: Sequence[str], at: int) -> Hit | None:
    second = tokens[at + 1] if at + 1 < len(tokens) else ""
    for word in (second, "") if second else ("",):
        for pattern in by_second.get(word, ()):
            end = _end(pattern.steps, tokens, at + 1)
            if end:
                return Hit(at, end, pattern.keys)
    return None


def _steps(words: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Each word after the first, with how many tokens may be skipped before it."""
    pairs = zip(words[1:], words, strict=False)
    return tuple((word, _GAP if before == ".." else 0) for word, before in pairs if word != "..")


def _end(steps: tuple[tuple[str, int], ...], tokens: Sequence[str], at: int) -> int:
    """Where the phrase ends whose remaining words are `steps`, or 0 when it is not here."""
    for word, skip in steps:
        last = min(at + skip + 1, len(tokens))
        while at < last and tokens[at] != word:
            if tokens[at] == BREAK:
                return 0
            at += 1
        if at >= last:
            return 0
        at += 1
    return at


class Lexicon:
    """All lists, with the spelling of their words brought to the ordinary one."""

    def __init__(self, texts: dict[str, str]) -> None:
        lists = {name: list(lines(text)) for name, text in texts.items()}
        checksum = zlib.crc32("\0".join(texts[name] for name in _FILES).encode())
        self.version = f"lexicon-1-{checksum:08x}"
        self._spelling = {
            form: word for word, forms in lists["ejaan"] for form in forms if form != word
        }
        self.moods = self._phrases(lists["sentimen"])
        self.aspects = self._phrases(lists["aspek"])
        self.dangers = self._phrases(lists["bahaya"])
        self.corruption = self._phrases(lists["korupsi"])
        self.abuse = self._phrases(lists["kekerasan"])
        grammar = dict(lists["tata"])
        self.grammar = {key: frozenset(self._plain(items)) for key, items in grammar.items()}
        self.questions = self._marks(grammar, "question", "not_question", "reproach")
        self.complaints = self._marks(grammar, "complaint", "not_complaint")
        self.not_negations = self._marks(grammar, "not_negation")
        self.languages = {word: code for code, items in lists["bahasa"] for word in items}
        phrases = (self.moods, self.aspects, self.dangers, self.corruption, self.abuse,
                   self.questions, self.complaints, self.not_negations)  # fmt: skip
        self._known = frozenset().union(*(part.words for part in phrases), *self.grammar.values())

    def normal(self, word: str) -> str:
        """The ordinary spelling of a word in lower case ("bgttt" -> "banget")."""
        if len(word) > _LONGEST_WORD:
            return word
        for form in (word, _calm(word, 2), _calm(word, 1)):
            form = self._spelling.get(form, form)
            if form in self._known:
                return form
            stem = self._stem(form)
            if stem:
                return stem
        return self._spelling.get(word, word)

    def _stem(self, word: str) -> str:
        for suffix in _SUFFIXES:
            if word.endswith(suffix):
                stem = word[: -len(suffix)]
                stem = self._spelling.get(stem, stem)
                if len(stem) > 2 and stem in self._known:
                    return stem
        return ""

    def _plain(self, items: Iterable[str]) -> Iterator[str]:
        return (self._spelling.get(item, item) for item in items)

    def _phrases(self, rows: Iterable[tuple[str, list[str]]]) -> Phrases:
        return Phrases(
            (key, words)
            for key, items in rows
            for item in items
            for words in product(*(tuple(self._plain(w.split("|"))) for w in item.split()))
        )

    def _marks(self, grammar: dict[str, list[str]], *keys: str) -> Phrases:
        return self._phrases(
            ("abaikan" if key.startswith("not_") and len(keys) > 1 else key, grammar[key])
            for key in keys
        )


def lines(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each `key: item, item, …` of a word list."""
    for line in text.splitlines():
        if line and not line.startswith("#"):
            key, _, items = line.partition(": ")
            yield key, [item.strip() for item in items.split(",")]


def _calm(word: str, most: int) -> str:
    """No letter more than `most` times in a row ("lamaaaa" -> "lama")."""
    calm: list[str] = []
    for letter in word:
        if calm[-most:] != [letter] * most:
            calm.append(letter)
    return "".join(calm)


@cache
def lexicon() -> Lexicon:
    """The lists, read from the package's data when first asked for; no reading afterwards."""
    folder = files("nlp") / "data"
    return Lexicon({name: (folder / f"{name}.txt").read_text("utf-8") for name in _FILES})
