"""The mood of an Indonesian text by its words: negation, strength, contrast, abstention.

An honest small instrument: it knows a few hundred words, says which of them decided, and abstains
when it knows too little. Pure; nothing but the word lists is needed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from nlp.lexicon import BREAK, Hit, lexicon
from nlp.negation import denied_after
from nlp.reading import Label, Sentiment
from nlp.tokens import Tokens, tokenize

# How far before a word (in tokens) a negation still turns it round, a strengthener is heard.
_REACH = 3
# A negated good word is nearly as bad as a bad one ("tidak ramah"); a negated bad word is only
# mildly good ("tidak lama"); "kurang" is milder than "tidak".
_TURNED_GOOD, _TURNED_BAD, _LITTLE = -0.9, -0.6, -0.7
_STRONGER, _WEAKER = 1.4, 0.7
# Contrast: "X tapi Y" is mostly Y; "meskipun X, Y" is mostly Y.
_BEFORE_CONTRAST, _AFTER_CONTRAST, _CONCESSION = 0.5, 1.3, 0.4
# Logits of the three labels from the good and the bad sum; a neutral reading starts ahead.
# Chosen by hand on training data, then left alone; not calibrated.
_NEUTRAL_AHEAD, _STEEPNESS = 0.9, 1.1
# Below this probability of the best label the reader abstains.
_ENOUGH = 0.5
# Nothing found: certainty that a question or a plain statement is neutral.
_NO_MOOD_QUESTION, _NO_MOOD = 0.7, 0.45


class Mood(NamedTuple):
    """One word's contribution: the tokens it stands on, negation included, and its value."""

    start: int
    end: int
    value: float


def moods(tokens: Tokens) -> list[Mood]:
    """Every word with a mood, from left to right, its value turned and weighed in its place."""
    words = tokens.words
    spared = {at for hit in lexicon().not_negations.find(words) for at in range(hit.start, hit.end)}
    found: list[Mood] = []
    previous: Hit | None = None
    carried = (0, 0.0)  # a negation that "dan" passes on: its place and factor
    for hit in lexicon().moods.find(words):
        floor = max(previous.end if previous else 0, hit.start - _REACH)
        value = float(hit.keys[0])
        place, turn = _negation(words, floor, hit.start, value, spared)
        if not turn and previous and _continues(words, previous, hit):
            place, turn = carried
            place = hit.start
        if not turn and value < 0 and denied_after(words, hit.end):
            turn = _TURNED_BAD
        carried = (place, turn)
        previous = hit
        strength = _strength(words, floor, hit)
        found.append(Mood(place if turn else hit.start, hit.end, value * strength * (turn or 1.0)))
    return found


def _negation(
    words: Sequence[str], floor: int, start: int, value: float, spared: set[int]
) -> tuple[int, float]:
    """Place and factor of the negation before `start`; (start, 0.0) when there is none."""
    grammar = lexicon().grammar
    half = 1.0
    for at in range(start - 1, floor - 1, -1):
        word = words[at]
        if word == BREAK:
            break
        if word in grammar["softener"]:
            half = 0.6
        if word in grammar["negation"] and at not in spared:
            return at, half * (_TURNED_GOOD if value > 0 else _TURNED_BAD)
        if word in grammar["little"] and value > 0:
            return at, half * _LITTLE
    return start, 0.0


def _continues(words: Sequence[str], previous: Hit, hit: Hit) -> bool:
    """Whether this word and a like one stand together, or "dan" or "atau" joins them."""
    same = (float(previous.keys[0]) > 0) == (float(hit.keys[0]) > 0)
    between = words[previous.end : hit.start]
    return same and (not between or (len(between) == 1 and between[0] in lexicon().grammar["and"]))


def _strength(words: Sequence[str], floor: int, hit: Hit) -> float:
    grammar = lexicon().grammar
    strength = 1.0
    for word in (*words[max(floor, hit.start - 2) : hit.start], *words[hit.end : hit.end + 1]):
        if word in grammar["stronger"]:
            strength = _STRONGER
        elif word in grammar["weaker"]:
            strength = _WEAKER
    return strength


def weights(tokens: Tokens, clauses: Sequence[tuple[int, int]]) -> list[float]:
    """How much each clause counts, by the contrast and concession between them."""
    grammar = lexicon().grammar
    first = [tokens.words[start] for start, _ in clauses]
    turns = [at for at, word in enumerate(first) if word in grammar["contrast"]]
    last = turns[-1] if turns else 0
    factors = [_BEFORE_CONTRAST] * last + [_AFTER_CONTRAST if turns else 1.0] * (len(first) - last)
    for at, word in enumerate(first):
        if word in grammar["concession"]:
            factors[at] = _CONCESSION
    return factors


def probabilities(good: float, bad: float) -> tuple[float, float, float]:
    """P(positive), P(neutral), P(negative) from the sums of good and bad words (both >= 0)."""
    logits = (_STEEPNESS * (good - bad), _NEUTRAL_AHEAD, _STEEPNESS * (bad - good))
    raised = [math.exp(max(-30.0, min(30.0, logit))) for logit in logits]
    total = sum(raised)
    return raised[0] / total, raised[1] / total, raised[2] / total


def sentiment(text: str) -> Sentiment:
    """The mood of an Indonesian text."""
    return judge(tokenize(text))


def judge(tokens: Tokens) -> Sentiment:
    """The mood of a text already in tokens."""
    return weigh(tokens, moods(tokens))


def weigh(tokens: Tokens, found: Sequence[Mood]) -> Sentiment:
    """The mood of a text whose words with a mood are known."""
    if not found:
        return without_mood(tokens)
    clauses = list(tokens.clauses())
    factors = weights(tokens, clauses)
    values = []
    at = 0
    for mood in found:
        while at < len(clauses) - 1 and mood.start >= clauses[at][1]:
            at += 1
        values.append(mood.value * factors[at])
    words = (tokens.written(mood.start, mood.end) for mood in found)
    return decide(_shares(values), tuple(dict.fromkeys(words)))


def polarity(found: Sequence[Mood], start: int, end: int) -> float:
    """P(positive) - P(negative) of the words with a mood from `start` to `end` (exclusive)."""
    shares = _shares([mood.value for mood in found if start <= mood.start < end])
    return shares[0] - shares[2]


def _shares(values: Sequence[float]) -> tuple[float, float, float]:
    return probabilities(sum(v for v in values if v > 0), -sum(v for v in values if v < 0))


def decide(shares: tuple[float, float, float], words: tuple[str, ...]) -> Sentiment:
    """The label of the largest probability, or none when that is too small."""
    labels: tuple[Label, Label, Label] = ("positive", "neutral", "negative")
    best = max(shares)
    label = labels[shares.index(best)] if best >= _ENOUGH else None
    rounded = tuple(round(share, 4) for share in shares)
    return Sentiment(label, round(best, 4), words, *rounded)


def without_mood(tokens: Tokens) -> Sentiment:
    """A question without any mood is neutral; of anything else too little is known."""
    neutral = _NO_MOOD_QUESTION if asks(tokens) else _NO_MOOD
    rest = (1 - neutral) / 2
    return decide((rest, neutral, rest), ())


def asks(tokens: Tokens) -> bool:
    """Whether the text has a question mark or a word that asks (a reproach does not count)."""
    hits = lexicon().questions.find(tokens.words)
    return tokens.asks or any("question" in hit.keys for hit in hits)
