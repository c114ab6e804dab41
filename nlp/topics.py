"""What a message is about: aspects, danger, money or favours that are not due, and abuse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

from nlp.lexicon import Hit, lexicon
from nlp.negation import denied
from nlp.reading import Aspect, AspectKey, UrgencyReason
from nlp.tokens import Tokens


class Corruption(NamedTuple):
    """Whether it is reported, whether it is only denied, and the words."""

    reported: bool
    denied: bool
    words: tuple[str, ...]


def aspects(tokens: Tokens, polarity: Callable[[int, int], float]) -> tuple[Aspect, ...]:
    """The aspects found, in the order of the text; `polarity` judges the clause of each,
    given by its first and last (exclusive) token.

    An aspect named in several clauses is given with the first of them.
    """
    words: dict[str, list[str]] = {}
    places: dict[str, int] = {}
    for hit in lexicon().aspects.find(tokens.words):
        for key in hit.keys:
            words.setdefault(key, []).append(tokens.written(hit.start, hit.end))
            places.setdefault(key, hit.start)
    if not words:
        return ()
    clauses = _Clauses(tokens, polarity)
    return tuple(
        Aspect(cast(AspectKey, key), tuple(dict.fromkeys(found)), *clauses.at(places[key]))
        for key, found in words.items()
    )


class _Clauses:
    """The clause around a token and its polarity, judged once however often it is asked for."""

    def __init__(self, tokens: Tokens, polarity: Callable[[int, int], float]) -> None:
        self._tokens, self._polarity = tokens, polarity
        self._spans = tuple(tokens.clauses())
        self._known: dict[tuple[int, int], tuple[str, float]] = {}

    def at(self, place: int) -> tuple[str, float]:
        start, end = span = next(span for span in self._spans if place < span[1])
        if span not in self._known:
            self._known[span] = (
                self._tokens.passage(start, end),
                round(self._polarity(start, end), 4),
            )
        return self._known[span]


def urgency(tokens: Tokens) -> tuple[tuple[UrgencyReason, ...], tuple[str, ...]]:
    """The reasons why a message cannot wait, and the words; what is denied does not count."""
    hits = [hit for hit in lexicon().dangers.find(tokens.words) if not denied(tokens.words, hit)]
    reasons = dict.fromkeys(cast(UrgencyReason, key) for hit in hits for key in hit.keys)
    return tuple(reasons), _written(tokens, hits)


def corruption(tokens: Tokens) -> Corruption:
    """Reports and denials of bribes, levies and favours; one report outweighs every denial."""
    hits = lexicon().corruption.find(tokens.words)
    reports = [hit for hit in hits if not denied(tokens.words, hit)]
    return Corruption(bool(reports), bool(hits) and not reports, _written(tokens, reports or hits))


def abuse(tokens: Tokens) -> tuple[str, ...]:
    """The words of a report of violence, threats or harassment; what is denied does not count."""
    hits = [hit for hit in lexicon().abuse.find(tokens.words) if not denied(tokens.words, hit)]
    return _written(tokens, hits)


def _written(tokens: Tokens, hits: Sequence[Hit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tokens.written(hit.start, hit.end) for hit in hits))
