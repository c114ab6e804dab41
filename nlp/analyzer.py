# mypy: allow-subclassing-any
# TextBlob carries no types, so its base classes are Any to a type checker.
"""The two analysers behind TextBlob's interface: `TextBlob(text, analyzer=...).sentiment`.

Importing this module imports TextBlob and NLTK (most of a second and about 55 MB). `nlp.read`
takes the Indonesian path without it and comes here when the first English text arrives.

`blob.polarity` and `blob.subjectivity` are never used: TextBlob wires them to English whatever
analyser was given.
"""

from __future__ import annotations

import threading

from textblob import TextBlob
from textblob.base import CONTINUOUS, DISCRETE, BaseSentimentAnalyzer
from textblob.en.sentiments import PatternAnalyzer

from nlp.indonesian import decide, probabilities, sentiment, without_mood
from nlp.reading import Sentiment
from nlp.tokens import tokenize

# TextBlob's polarity runs from -1 to 1, but a plain "rude" is already -0.3: this many points of
# the word sums in `probabilities` make one point of polarity.
_POINTS = 5.0
# The pattern word list loads itself on first use and is not safe against two threads doing so.
_ONE_AT_A_TIME = threading.Lock()


class IndonesianAnalyzer(BaseSentimentAnalyzer):
    """Our word lists as a TextBlob analyser; `.sentiment` is an `nlp.Sentiment`."""

    kind = DISCRETE

    def analyze(self, text: str) -> Sentiment:
        """The mood of an Indonesian text."""
        return sentiment(text)


class EnglishAnalyzer(BaseSentimentAnalyzer):
    """TextBlob's PatternAnalyzer, with the words it went by; no NLTK corpus is needed."""

    kind = CONTINUOUS

    def analyze(self, text: str) -> Sentiment:
        """The mood of an English text; abstains when no word of it is known."""
        with _ONE_AT_A_TIME:
            answer = PatternAnalyzer().analyze(text, keep_assessments=True)
        words = tuple(
            dict.fromkeys(" ".join(chunk) for chunk, polarity, *_ in answer.assessments if polarity)
        )
        if not words:
            return without_mood(tokenize(text))
        points = _POINTS * float(answer.polarity)
        return decide(probabilities(max(points, 0.0), max(-points, 0.0)), words)


def english(text: str) -> Sentiment:
    """The mood of an English text, asked through TextBlob."""
    found: Sentiment = TextBlob(text, analyzer=EnglishAnalyzer()).sentiment
    return found
