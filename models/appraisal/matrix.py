"""The matrix of PermenPANRB 6/2022: two ratings that people give, and the predicate they make.

Pure. Nothing here, nor anywhere else, proposes a rating: the appraiser gives both, and the matrix
only says what their pair is called.

| work result \\ behaviour | below                | as expected     | above           |
|---|---|---|---|
| above                    | Kurang (misconduct)  | Baik            | Sangat Baik     |
| as expected              | Kurang (misconduct)  | Baik            | Baik            |
| below                    | Sangat Kurang        | Butuh Perbaikan | Butuh Perbaikan |
"""

from __future__ import annotations

from enum import StrEnum


class Expectation(StrEnum):
    """A rating against what was expected (ekspektasi)."""

    BELOW = "below"
    AS_EXPECTED = "as_expected"
    ABOVE = "above"


class Predicate(StrEnum):
    """Best first. "Istimewa" exists for organisations only, never for a person."""

    VERY_GOOD = "sangat_baik"
    GOOD = "baik"
    NEEDS_IMPROVEMENT = "butuh_perbaikan"
    POOR = "kurang"
    VERY_POOR = "sangat_kurang"


class OrganisationPredicate(StrEnum):
    """Of a unit or office, decided outside this application and entered as context."""

    EXCELLENT = "istimewa"
    GOOD = "baik"
    NEEDS_IMPROVEMENT = "butuh_perbaikan"
    POOR = "kurang"
    VERY_POOR = "sangat_kurang"


_BELOW, _AS, _ABOVE = Expectation
MATRIX: dict[tuple[Expectation, Expectation], Predicate] = {
    # (work, behaviour)
    (_ABOVE, _BELOW): Predicate.POOR,
    (_ABOVE, _AS): Predicate.GOOD,
    (_ABOVE, _ABOVE): Predicate.VERY_GOOD,
    (_AS, _BELOW): Predicate.POOR,
    (_AS, _AS): Predicate.GOOD,
    (_AS, _ABOVE): Predicate.GOOD,
    (_BELOW, _BELOW): Predicate.VERY_POOR,
    (_BELOW, _AS): Predicate.NEEDS_IMPROVEMENT,
    (_BELOW, _ABOVE): Predicate.NEEDS_IMPROVEMENT,
}


def predicate(work: Expectation, behaviour: Expectation) -> Predicate:
    """What the pair of ratings is called."""
    return MATRIX[work, behaviour]
