"""Whether a phrase is denied: "tidak pernah ada pungli", "bebas calo", "pungli sudah tidak ada"."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.lexicon import BREAK, Hit, lexicon

_REACH = 5  # tokens before or after the phrase in which a denial may stand


def denied(words: Sequence[str], hit: Hit) -> bool:
    """Whether the phrase is denied: "tidak (pernah) ada …", "bebas …", "… tidak ada."."""
    return denied_before(words, hit.start) or denied_after(words, hit.end)


def denied_before(words: Sequence[str], start: int) -> bool:
    """ "Tidak pernah ada pungli" denies; "kalau tidak ada amplop" does not."""
    grammar = lexicon().grammar
    for at in range(start - 1, max(start - 1 - _REACH, -1), -1):
        word = words[at]
        if word in grammar["negation"] or word in grammar["denial"]:
            before = words[max(at - 2, 0) : at]
            conditional = any(earlier in grammar["condition"] for earlier in before)
            return not conditional and word not in grammar["forbids"]
        if word not in grammar["denial_link"] and word not in grammar["and"]:
            return False
    return False


def denied_after(words: Sequence[str], end: int) -> bool:
    """ "Pungli sudah tidak ada." denies; "diminta uang, tidak ada kuitansi" does not."""
    grammar = lexicon().grammar
    rest = list(words[end : end + _REACH])
    if BREAK in rest:
        rest = rest[: rest.index(BREAK)]
    elif end + _REACH < len(words):
        return False
    while rest and (rest[-1] in grammar["denial_link"] or rest[-1] in grammar["place"]):
        rest.pop()
    return 0 < len(rest) <= 2 and rest[-1] in grammar["negation"]
