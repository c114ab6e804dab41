"""Where a text insults: profanity, and words hurled at somebody.

Precision comes first, since a masked word is a word the officer does not read. Obscene words are
always found. Insults are found unless somebody tells that they were said to them ("saya dibilang
bodoh oleh petugas": that is the complaint). Words that are animals, things or illnesses first
("anjing liar", "orang gila", "sampah") are found only when they are hurled at a person or cried
out by themselves. Chat spelling ("anj1ng", "gobloook", "b a b i") is read like the word, and hints
at an insult by itself. The lists are in `nlp/data/hinaan.txt`.

The time grows with the length of the text: each word looks at a few words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from nlp.lexicon import lines

_WORD = re.compile(
    r"(?P<masked>[^\W_]\*{2,}+)"
    r"|(?P<word>[^\W_](?:['’]?[^\W_]|[@$!|](?=[^\W_]))*+)"
    r"|(?P<stop>[.!?;,:\n()\"'‘’“”…]++)"
)
_CANDIDATE = re.compile(r"[^\W_](?:['’]?[^\W_]|[@$!|](?=[^\W_]))++")
_PLAIN = re.compile(r"(?P<word>[^\W_]++)|(?P<stop>[!|@$]++)")
_SPELLED = re.compile(r"(?<![^\W_])[^\W\d_](?:[ .\-_*]{1,2}[^\W\d_](?![^\W_])){3,11}(?![^\W_])")
_LEET = str.maketrans("4@1!|03$5789", "aaiiioesstbg")
_NOT_LEET = frozenset({"bab1", "bab!"})  # the first chapter
_RUN = re.compile(r"([^\W\d_])\1+")
_AROUND = 160  # characters read on either side of a word that may insult
_LONGEST = 24  # letters; a longer run is noise
_ENDINGS = ("nya", "lah", "mu", "kau", "loe", "lu", "lo", "ne", "e")
_REACH = 4  # words back in which a word of telling is looked for
_QUOTING = frozenset(":\"'‘’“”")
_SENTENCE = frozenset(".!?\n…;")


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of `hinaan.txt`."""

    lists: dict[str, frozenset[str]]
    kinds: dict[str, str]  # word -> cabul, hina, kasar or ringan
    calm: dict[str, str]  # word with no letter twice in a row -> word
    phrases: dict[str, tuple[tuple[str, ...], ...]]  # first word -> expressions
    harmless: frozenset[tuple[str, str]]  # the word and the one beside it

    def has(self, name: str, word: str) -> bool:
        return word in self.lists[name]


@cache
def _words() -> _Words:
    text = (files("nlp") / "data" / "hinaan.txt").read_text("utf-8")
    lists = {key: frozenset(items) for key, items in lines(text)}
    kinds = {word: key for key in ("ringan", "kasar", "hina", "cabul") for word in lists[key]}
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(lists["ungkapan"]):
        words = tuple(phrase.split())
        phrases[words[0]] = (*phrases.get(words[0], ()), words)
    pairs = (phrase.split() for phrase in lists["bukan"])
    calm = {_RUN.sub(r"\1", word): word for word in sorted(kinds)}
    return _Words(lists, kinds, calm, phrases, frozenset((one, two) for one, two in pairs))


@dataclass(slots=True)
class _Token:
    """A word in ordinary spelling, or the marks between two clauses."""

    word: str
    start: int
    end: int
    kind: str = ""  # cabul, hina, kasar, ringan, masked; stop; empty: any other word
    disguised: bool = False  # spelled so as not to be recognised
    meant: str = ""  # ending that names the one spoken to: "gobloklu"


def insults(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each insult, from left to right, without overlap."""
    spelled = [found.span() for found in _SPELLED.finditer(text) if _is_spelled(found)]
    text = _SPELLED.sub(_cover, text) if spelled else text
    found = [
        place for window in _windows(text) for place in _Reader(_tokens(text, *window)).found()
    ]
    yield from sorted(spelled + found)


def _windows(text: str) -> list[tuple[int, int]]:
    """Where to read: some words around each that is in the lists."""
    windows: list[tuple[int, int]] = []
    for found in _CANDIDATE.finditer(text):
        if _listed(found[0].lower()):
            start, end = max(0, found.start() - _AROUND), min(len(text), found.end() + _AROUND)
            if windows and start <= windows[-1][1]:
                windows[-1] = windows[-1][0], end
            else:
                windows.append((start, end))
    return [_whole_words(text, *window) for window in windows]


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """No word is cut by the edge; beyond `_LONGEST` letters it is noise."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    return start, end


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    """The tokens of a window; where the text goes on, a word that means nothing stands."""
    before = [_Token("", start, start)] if start else []
    after = [_Token("", end, end)] if end < len(text) else []
    return [*before, *_tokenize(text, start, end), *after]


@lru_cache(maxsize=20_000)
def _listed(word: str) -> bool:
    """Whether the word is in the lists, in any spelling: most texts hold none."""
    return any(token.kind or token.word in _words().phrases for token in _read(word, 0, len(word)))


def _is_spelled(found: re.Match[str]) -> bool:
    """A word with every letter apart: "b a b i", "g.o.b.l.o.k"; not a heading "B A B I"."""
    letters = "".join(filter(str.isalpha, found[0]))
    kind, _ = _kind(letters.lower())
    return kind not in ("", "ringan") and letters not in ("BABI", "Babi")


def _cover(found: re.Match[str]) -> str:
    return found[0][0] + "*" * (len(found[0]) - 1) if _is_spelled(found) else found[0]


def _tokenize(text: str, first: int, last: int) -> Iterator[_Token]:
    for found in _WORD.finditer(text, first, last):
        start, end = found.span()
        if found.lastgroup != "word":
            kind = "masked" if found.lastgroup == "masked" else "stop"
            yield _Token(found[0], start, end, kind)
            continue
        yield from _read(found[0], start, end)


def _read(written: str, start: int, end: int) -> Iterator[_Token]:
    token = _token(written, start, end)
    if token.kind or written.isalnum():
        yield token
    else:
        yield from _pieces(written, start)


def _pieces(written: str, start: int) -> Iterator[_Token]:
    """Two words with a mark between them and no space: "lama!anjing"."""
    for part in _PLAIN.finditer(written):
        if part.lastgroup == "stop":
            yield _Token(part[0], start + part.start(), start + part.end(), "stop")
        else:
            yield _token(part[0], start + part.start(), start + part.end())


def _token(written: str, start: int, end: int) -> _Token:
    word = written.lower()
    return _Token(word, start, end, *_sort(word))


@lru_cache(maxsize=20_000)
def _sort(word: str) -> tuple[str, bool, str]:
    """Kind of a word in small letters, whether it is disguised, and its ending that addresses."""
    kind, meant = _kind(word)
    if kind or len(word) > _LONGEST:
        return kind, False, meant
    letters = sum(map(str.isalpha, word))
    if letters < len(word) and 2 * letters >= len(word) > 3 and word not in _NOT_LEET:
        kind, meant = _kind(word.translate(_LEET))
    elif _RUN.search(word):
        kind, meant = _calmed(word)
    return kind, letters < len(word) and bool(kind), meant


def _kind(word: str) -> tuple[str, str]:
    """Which list the word stands in, also with an ending; and that ending."""
    kinds = _words().kinds
    if word in kinds:
        return kinds[word], ""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and stem in kinds and (len(ending) > 1 or len(stem) > 4):
            kind = kinds[stem]
            if kind in ("cabul", "hina") or ending in ("lu", "lo", "loe", "kau"):
                return kind, ending
    return "", ""


def _calmed(word: str) -> tuple[str, str]:
    """With repeated letters taken out: three in a row, or two at the end of a long word."""
    three = max(len(run[0]) for run in _RUN.finditer(word)) > 2
    if not three and (len(word) < 6 or word[-1] != word[-2]):
        return "", ""
    calm = _RUN.sub(r"\1", word)
    return _kind(_words().calm.get(calm, calm))


class _Reader:
    """Tokens side by side, read once.

    Which words are insults by their spelling is settled first, so that what is masked later shows
    nothing in another light: a text that is masked again stays as it is.
    """

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.lists = _words()
        self.phrases = {at: last for at in range(len(tokens)) if (last := self._phrase(at))}
        for at, last in self.phrases.items():
            for token in tokens[at : last + 1]:
                token.kind = token.kind or "hina"

    def found(self) -> Iterator[tuple[int, int]]:
        done = 0
        for at, token in enumerate(self.tokens):
            if at < done or not token.kind:
                continue
            last = self.phrases.get(at) or (at if self._insults(at) else None)
            if last is not None and not self._told(at, last):
                done = last + 1
                yield token.start, self.tokens[last].end

    def _phrase(self, at: int) -> int | None:
        """The last token of a whole expression that begins here."""
        for words in self.lists.phrases.get(self.tokens[at].word, ()):
            if tuple(self._word(at + n) for n in range(len(words))) == words:
                return at + len(words) - 1
        return None

    def _insults(self, at: int) -> bool:
        token = self.tokens[at]
        if (token.word, self._word(at + 1)) in self.lists.harmless:
            return False
        if (self._word(at - 1), token.word) in self.lists.harmless:
            return False
        return _RULES[token.kind](self, at) if token.kind in _RULES else False

    def _always(self, at: int) -> bool:
        return True

    def _thing(self, at: int) -> bool:
        return self.tokens[at].disguised or self._hurled(at) or self._cried(at)

    def _mild(self, at: int) -> bool:
        before, after = self._word(at - 1), self._word(at + 1)
        return (
            before in ("dasar", "dsr", "you", "ur")
            or self._is("orang", at - 1)
            or (self._addresses(at + 1) and not self._thing_follows(at + 2, after))
        )

    def _thing_follows(self, at: int, addressed: str) -> bool:
        """ "bodoh kalau kalian percaya": more is said of it than a name called."""
        return self._is("kalian", at - 1) and not self._ends(at) and addressed not in _ENGLISH

    def _hurled(self, at: int) -> bool:
        """At somebody: "dasar anjing", "petugas babi", "anjing kau", "babi kalian semua"."""
        if self.tokens[at].meant in ("lu", "lo", "loe", "kau"):
            return True
        if self._is("sebelum", at - 1) and not self._is("biasa", at + 1):
            return True
        opens = self._opens(at)
        if self._is("kau", at + 1):
            return opens or self._ends(at + 2)
        if self._is("kalian", at + 1):
            return opens and self._ends(at + 2)
        someone = self._is("orang", at - 1) or self._is("kau", at - 1)
        return someone and self._ends(at + 1)

    def _cried(self, at: int) -> bool:
        """By itself: "Anjing!", "Anjing, lama sekali", "lama banget anjing"."""
        first, last = self._clause(at)
        if self._cries_at_the_end(first, at, last):
            return True
        inside = self.tokens[first:last]
        if not all(t.kind or self.lists.has("seru", t.word) for t in inside):
            return False
        if self._ordinary(first - 2) or self._ordinary(last + 1):
            return False
        if sum(bool(t.kind) for t in inside) > 1:
            return True
        return self._cry_by_marks(first, last)

    def _cry_by_marks(self, first: int, last: int) -> bool:
        before, after = self._word(first - 1), self._word(last)
        if "!" in after:
            return True
        if "," in after and (not before or _SENTENCE & {*before}):
            return bool(self._word(last + 1)) and not self._is("mohon", last + 1)
        ends = not after or bool(_SENTENCE & {*after})
        return "," in before and ends and self._clause(first - 2)[0] < first - 2

    def _cries_at_the_end(self, first: int, at: int, last: int) -> bool:
        if at != last - 1 or at - first < 2 or not self._is("akhir", at - 1):
            return False
        return not any(
            self.lists.has("biasa", t.word) for t in self.tokens[max(first, at - 8) : at]
        )

    def _ordinary(self, at: int) -> bool:
        """Another animal: then this is a list of animals."""
        if not 0 <= at < len(self.tokens):
            return False
        return self._is("biasa", at) or self.tokens[at].kind in ("kasar", "masked")

    def _told(self, first: int, last: int) -> bool:
        """Somebody tells that this was said: not for words that are obscene in any sentence."""
        if self.tokens[first].kind == "cabul":
            return False
        after = last + 1
        while after < len(self.tokens) and self.tokens[after].kind == "stop":
            after += 1
        if after > last + 1 and after - last <= 2 and self._is("sesudah", after):
            return True
        return self._announced(first)

    def _announced(self, first: int) -> bool:
        """A word of telling stands before it, in the same clause or before a colon or quotation."""
        quoted = False
        for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
            token = self.tokens[at]
            quoted = quoted or bool(_QUOTING & {*token.word})
            if (token.kind == "stop" and not quoted) or _SENTENCE & {*token.word}:
                return False
            if self.lists.has("laporan", token.word):
                return True
        return False

    def _word(self, at: int) -> str:
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def _is(self, name: str, at: int) -> bool:
        return self.lists.has(name, self._word(at))

    def _addresses(self, at: int) -> bool:
        return self._is("kau", at) or self._is("kalian", at)

    def _opens(self, at: int) -> bool:
        """Only cries and insults stand before it in its clause."""
        before = self._word(at - 1)
        if at == 0 or self.tokens[at - 1].kind:
            return True
        return self.lists.has("seru", before)

    def _ends(self, at: int) -> bool:
        """The clause ends here, or goes on with a pointing word, an insult, or who is meant."""
        if at >= len(self.tokens) or self.tokens[at].kind:
            return True
        return self._is("tunjuk", at) or self._addresses(at)

    def _clause(self, at: int) -> tuple[int, int]:
        """First and last (exclusive) token of the clause, no further than can matter."""
        first = last = at
        while first > 0 and at - first < 12 and self.tokens[first - 1].kind != "stop":
            first -= 1
        while last < len(self.tokens) and last - at < 12 and self.tokens[last].kind != "stop":
            last += 1
        return first, last


_ENGLISH = frozenset({"officer", "officers", "staff", "people", "clerk", "clerks", "guy"})
_RULES = {
    "cabul": _Reader._always,
    "hina": _Reader._always,
    "kasar": _Reader._thing,
    "ringan": _Reader._mild,
}
