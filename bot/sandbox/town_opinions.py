"""What the people of the town think of a service: score, words, and what lies behind a low one."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import nlp
from bot.sandbox.town_comments import BAD, GOOD, SHORT_BAD, SHORT_GOOD
from bot.sandbox.town_places import UnitSpec
from models.appraisal import operations as appraisal
from models.ratings import operations as ratings
from models.ratings.operations import LOW, Given
from models.ratings.tables import SCORES

if TYPE_CHECKING:
    from bot.sandbox.town import Town

COMMENTED = 0.3  # share of the ratings with a comment
EXPLAINED = 0.7  # share of the low ones whose reason was told
WHYS = ("waktu", "perilaku", "prosedur", "informasi", "persyaratan", "keterlambatan", "lainnya")
WEAK = {"ktp": "waktu", "puskesmas": "sarana", "teluk": "pengaduan"}
"""The element that is worst in a unit."""
TWICE, ANEW = 2, timedelta(days=16)  # so often in so long the same words
THINKING, CHOOSING = timedelta(seconds=40), timedelta(seconds=55)  # after the tap on a score


@dataclass(frozen=True, slots=True)
class Opinion:
    """`why`: asked of a low score only; empty: skipped."""

    score: int
    words: str = ""
    why: str = ""


def drawn(
    town: Town, draw: random.Random, spec: UnitSpec, at: datetime, within: bool | None = None
) -> Opinion:
    """Somebody's opinion; `within`: whether the promise was kept, where there is a visit."""
    score = draw.choices(SCORES, _weights(spec, (town.now - at).days, within))[0]
    words = _words(town, draw, spec.key, score, at) if draw.random() < COMMENTED else ""
    if score > LOW or draw.random() > EXPLAINED:
        return Opinion(score, words)
    weak = WEAK.get(spec.key)
    return Opinion(score, words, draw.choice(WHYS if weak is None else (weak, weak, weak, *WHYS)))


def _words(town: Town, draw: random.Random, unit: str, score: int, at: datetime) -> str:
    """A comment; what only one person would say is not said by three in two weeks, or the bot
    rightly doubts it."""
    words = draw.choice((GOOD if score > LOW else BAD)[unit])
    before = town.said.setdefault((unit, words), [])
    if sum(abs(at - one) < ANEW for one in before) < TWICE:
        before.append(at)
        return words
    return draw.choice(SHORT_GOOD if score > LOW else SHORT_BAD)


def _weights(spec: UnitSpec, days_ago: int, within: bool | None) -> tuple[int, ...]:
    """The Puskesmas gets better, the KTP counter worse: a summary should have news."""
    one, two, three, four = spec.scores
    if within is False:
        one, two, four = one + 6, two + 14, four // 2
    if spec.key == "puskesmas" and days_ago < 14:
        return one // 2, two // 2, three, four + 10
    if spec.key == "ktp" and days_ago < 10:
        return one + 8, two + 10, three, four // 2
    return one, two, three, four


def told(
    town: Town,
    rater: str,
    person_id: int | None,
    unit_id: int,
    given: Given,
    opinion: Opinion,
    at: datetime,
) -> None:
    """What follows a score: the evidence of who served, words, and a reason."""
    if given.officer_id is not None:
        appraisal.rated(town.tx, given.rating_id, given.officer_id, unit_id, at, given.unit_zone)
    if opinion.words:
        ratings.comment(
            town.tx,
            rater,
            given.rating_id,
            opinion.words,
            _reading(opinion.words),
            at + THINKING,
            person_id,
        )
    if opinion.why:
        ratings.explain(town.tx, rater, given.rating_id, opinion.why, at + CHOOSING, person_id)


@cache
def _reading(words: str) -> dict[str, Any]:
    return nlp.read(words).to_json()
