"""Which language a message is in, by its small words; undetermined rather than wrong."""

from __future__ import annotations

from nlp.lexicon import BREAK, lexicon
from nlp.tokens import Tokens

UNDETERMINED = "und"
# Two languages closer together than this stay undetermined.
_LEAST_SHARE = 0.6


def guess(tokens: Tokens) -> tuple[str, float]:
    """Code and confidence (0..1): "id", "en", or "und" when there are too few words to tell."""
    known, moods = lexicon().languages, lexicon().moods.words
    counts = {"id": 0, "en": 0}
    for word, written in zip(tokens.words, tokens.written_words, strict=True):
        if word == BREAK:
            continue
        code = known.get(written) or known.get(word)
        if code is None and word in moods and word.isalpha():
            code = "id"
        if code:
            counts[code] += 1
    best = max(counts, key=lambda code: counts[code])
    total = sum(counts.values())
    if not total or counts[best] / total < _LEAST_SHARE:
        return UNDETERMINED, 0.0
    return best, round(counts[best] / (total + 1), 4)
