"""The index of citizens' satisfaction (IKM) as PermenPANRB 14/2017 computes it.

    NRR of an element = sum of its scores / people who answered it    (1 to 4)
    index             = sum of NRR x weight, weight = 1 / number of elements
    IKM               = index x 25, rounded half-up to two decimals, then given its letter

Exact fractions up to that one rounding. Pure: standard library only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from fractions import Fraction
from math import floor

from models.statistics import Moments

LOWEST, HIGHEST = 1, 4
UNIT = 60  # a score of one point in the whole numbers of `Moments`
MOST_QUESTIONS = 6  # of one element: the mean of up to six scores is a whole number of sixtieths
TO_IKM = 25

# Sarana stands before pengaduan, as questionnaires have it; see `Numbering`.
ELEMENTS = (
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "sarana",
    "pengaduan",
)
_PLACES = {key: place for place, key in enumerate(ELEMENTS)}


class Numbering(StrEnum):
    """Which element is U8: questionnaires and reports differ, so a number alone says nothing."""

    QUESTIONNAIRE = "questionnaire"  # U8 sarana, U9 pengaduan
    REPORT = "report"  # U8 pengaduan, U9 sarana

    @property
    def order(self) -> tuple[str, ...]:
        """All nine elements, U1 first."""
        if self is Numbering.QUESTIONNAIRE:
            return ELEMENTS
        return (*ELEMENTS[:-2], ELEMENTS[-1], ELEMENTS[-2])

    def number(self, element: str) -> int:
        """1 to 9, also in an instrument of fewer elements."""
        return self.order.index(element) + 1


class Weighting(StrEnum):
    """How the weight 1/x of x elements is printed; for nine 1/9, 0.111 or 0.11.

    Sources disagree, and the largest possible IKM of nine elements is 100.00, 99.90 or 99.00. A
    weight that was rounded up (0.17 of six elements) can lead above 100.
    """

    EXACT = "exact"
    THREE = "0.111"
    TWO = "0.11"

    @property
    def decimals(self) -> int | None:
        """To which the weight is rounded; None: not at all."""
        return {Weighting.EXACT: None, Weighting.THREE: 3, Weighting.TWO: 2}[self]

    def weight(self, elements: int) -> Fraction:
        """The weight of each of so many elements."""
        exact = Fraction(1, elements)
        return exact if self.decimals is None else Fraction(rounded(exact, self.decimals))


class Quality(Enum):
    """The letter of an IKM. `least`: the smallest IKM of two decimals that earns it.

    D takes all that is left: with a weight of 0.11 nothing but ones give 24.75. The bounds of
    KEP/25/M.PAN/2/2004 (62.51 a B, 81.26 an A) are no longer in force and stand nowhere here.
    """

    A = Decimal("88.31")
    B = Decimal("76.61")
    C = Decimal("65.00")
    D = Decimal("25.00")

    @property
    def least(self) -> Decimal:
        return self.value

    @property
    def meaning(self) -> str:
        """Key of the text: Sangat baik, Baik, Kurang baik, Tidak baik."""
        return f"quality-{self.name.lower()}"


@dataclass(frozen=True, slots=True)
class ElementResult:
    """One row of the report's table. Points and NRR are exact; round them to print them."""

    key: str
    n: int  # people who answered this element
    total: Fraction  # points
    nrr: Fraction  # 1 to 4
    weighted: Fraction  # NRR x weight


@dataclass(frozen=True, slots=True)
class Index:
    """The result of a survey; `elements` in the order of `ELEMENTS`."""

    elements: tuple[ElementResult, ...]
    weighting: Weighting
    weight: Fraction  # of each element
    index: Fraction  # the sum of the weighted NRR
    ikm: Decimal  # two decimals
    letter: Quality


def element_of(question: str) -> str:
    """'waktu' of 'waktu' and of 'waktu.2'."""
    return question.partition(".")[0]


def element_score(scores: Sequence[int]) -> int:
    """One person's mean score of the questions of one element, in sixtieths (60 to 240).

    scores: those the person answered, 1 to 6 of them, each from 1 to 4. Else ValueError.
    """
    if not 1 <= len(scores) <= MOST_QUESTIONS:
        raise ValueError(f"an element has 1 to {MOST_QUESTIONS} questions, not {len(scores)}")
    if illegal := [score for score in scores if score not in range(LOWEST, HIGHEST + 1)]:
        raise ValueError(f"no scores from {LOWEST} to {HIGHEST}: {illegal}")
    return sum(scores) * UNIT // len(scores)


def element_scores(answers: Mapping[str, int]) -> dict[str, int]:
    """One questionnaire, by question ('waktu', then 'waktu.2'), as element scores in sixtieths.

    An element whose questions were all left blank is missing.
    """
    given: dict[str, list[int]] = {}
    for question, score in answers.items():
        given.setdefault(element_of(question), []).append(score)
    return {element: element_score(scores) for element, scores in given.items()}


def moments(elements: Iterable[str], answers: Iterable[Mapping[str, int]]) -> dict[str, Moments]:
    """The sums of each of the instrument's elements over questionnaires, each by question."""
    given: dict[str, list[int]] = {element: [] for element in elements}
    for one in answers:
        for element, score in element_scores(one).items():
            given[element].append(score)
    return {element: Moments.of(scores) for element, scores in given.items()}


def index(sums: Mapping[str, Moments], weighting: Weighting = Weighting.EXACT) -> Index | None:
    """The index of an instrument with these elements; None if one of them has no answer at all.

    An element that a person left blank counts neither in its sum nor in its number: NRR is the sum
    over those who answered that element. How few people are too few to be told is the caller's
    rule (`statistics.MINIMUM`). ValueError for an element that is not one of the nine, and for sums
    that no scores from 1 to 4 give.
    """
    if unknown := sums.keys() - _PLACES.keys():
        raise ValueError(f"no elements of the survey: {sorted(unknown)}")
    if not sums or not all(one.n for one in sums.values()):
        return None
    weight, keys = weighting.weight(len(sums)), sorted(sums, key=_PLACES.__getitem__)
    results = tuple(_result(key, sums[key], weight) for key in keys)
    value = sum((one.weighted for one in results), Fraction())
    ikm = rounded(value * TO_IKM)
    return Index(results, weighting, weight, value, ikm, quality(ikm))


def quality(ikm: Decimal | Fraction) -> Quality:
    """The letter, read off the IKM rounded to two decimals: the table has no value in between."""
    shown = rounded(ikm)
    return next((one for one in Quality if shown >= one.least), Quality.D)


def rounded(value: Decimal | Fraction, places: int = 2) -> Decimal:
    """Half-up (a half goes away from zero), from the exact value, once."""
    exact = Fraction(value)
    size = floor(abs(exact) * 10**places + Fraction(1, 2))
    return Decimal(size if exact >= 0 else -size).scaleb(-places)


def _result(key: str, sums: Moments, weight: Fraction) -> ElementResult:
    total = Fraction(sums.total, UNIT)
    nrr = total / sums.n
    if not LOWEST <= nrr <= HIGHEST:
        raise ValueError(f"{key}: no scores from {LOWEST} to {HIGHEST} give {sums}")
    return ElementResult(key, sums.n, total, nrr, nrr * weight)
