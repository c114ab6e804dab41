"""`read`: one message in, one `Reading` out."""

from __future__ import annotations

from collections.abc import Callable

from nlp import indonesian, topics
from nlp.language import guess
from nlp.lexicon import lexicon
from nlp.negation import denied
from nlp.reading import Kind, Reading, Sentiment
from nlp.redaction import redact
from nlp.tokens import Tokens, tokenize

# The polarity of the tokens from the first to the second place (exclusive).
Polarity = Callable[[int, int], float]


def read(text: str) -> Reading:
    """Everything the reader says about a message, which may be any text at all, also empty.

    The text is redacted first; no other field holds what was taken out. The same text gives the
    same reading; nothing is kept, sent or read from disk (after the word lists were loaded).
    """
    redacted = redact(text)
    tokens = tokenize(redacted)
    language, confidence = guess(tokens)
    sentiment, polarity = (_english if language == "en" else _indonesian)(tokens)
    aspects = topics.aspects(tokens, polarity)
    urgency, urgency_words = topics.urgency(tokens)
    corruption = topics.corruption(tokens)
    abuse = topics.abuse(tokens)
    return Reading(
        language=language,
        language_confidence=confidence,
        sentiment=sentiment,
        kind=_kind(
            tokens,
            sentiment,
            grave=bool(urgency) or corruption.reported or bool(abuse),
            late=any(aspect.key == "keterlambatan" for aspect in aspects),
        ),
        aspects=aspects,
        urgency=urgency,
        urgency_words=urgency_words,
        corruption=corruption.reported,
        corruption_denied=corruption.denied,
        corruption_words=corruption.words,
        abuse=bool(abuse),
        abuse_words=abuse,
        redacted=redacted,
        version=lexicon().version,
    )


def _kind(tokens: Tokens, sentiment: Sentiment, *, grave: bool, late: bool) -> Kind:
    """What the message looks like, so that the right dialogue can be offered."""
    asks = indonesian.asks(tokens)
    bad = sentiment.label == "negative"
    marks = lexicon().complaints.find(tokens.words)
    complains = any(not denied(tokens.words, hit) for hit in marks)
    if grave or bad:
        return "complaint"
    if asks:
        return "question"
    if complains or late:
        return "complaint"
    return "praise" if sentiment.label == "positive" else "other"


def _indonesian(tokens: Tokens) -> tuple[Sentiment, Polarity]:
    found = indonesian.moods(tokens)
    return indonesian.weigh(tokens, found), lambda a, b: indonesian.polarity(found, a, b)


def _english(tokens: Tokens) -> tuple[Sentiment, Polarity]:
    from nlp.analyzer import english  # loads TextBlob: only when an English text is there

    return english(tokens.text), lambda a, b: english(tokens.passage(a, b)).polarity
