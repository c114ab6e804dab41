"""The IKM to the last digit: the published cases, the bounds of the letters, and what never moves
it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import chain
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ratings.ikm import (
    ELEMENTS,
    UNIT,
    Index,
    Moments,
    Numbering,
    Quality,
    Weighting,
    element_score,
    element_scores,
    index,
    moments,
    quality,
    rounded,
)

TOTALS = (138, 139, 150, 177, 159, 163, 161, 143, 159)  # of 49 people, in the order of `ELEMENTS`

scores = st.integers(1, 4)
questionnaires = st.lists(
    st.fixed_dictionaries({}, optional=dict.fromkeys(ELEMENTS, scores)), max_size=12
)
complete = st.lists(st.fixed_dictionaries(dict.fromkeys(ELEMENTS, scores)), min_size=1, max_size=12)
weightings = st.sampled_from(Weighting)
element_sums = st.lists(st.integers(60, 240), max_size=20).map(Moments.of)


def totals(n: int, points: dict[str, int]) -> dict[str, Moments]:
    """Sums as a published report gives them; squares play no part in the index."""
    return {key: Moments(n, total * UNIT, 0) for key, total in points.items()}


def found(sums: dict[str, Moments], weighting: Weighting = Weighting.EXACT) -> Index:
    result = index(sums, weighting)
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("weighting", "ikm"),
    [(Weighting.EXACT, "78.74"), (Weighting.THREE, "78.66"), (Weighting.TWO, "77.95")],
)
def test_nine_elements_of_49_people(weighting: Weighting, ikm: str) -> None:
    result = found(totals(49, dict(zip(ELEMENTS, TOTALS, strict=True))), weighting)
    assert (str(result.ikm), result.letter) == (ikm, Quality.B)


@pytest.mark.parametrize(
    ("weighting", "weight", "ikm"),
    [
        (Weighting.EXACT, Fraction(1, 3), "87.50"),
        (Weighting.THREE, Fraction(333, 1000), "87.41"),
        (Weighting.TWO, Fraction(33, 100), "86.63"),  # as published
    ],
)
def test_three_elements_of_20_people(weighting: Weighting, weight: Fraction, ikm: str) -> None:
    result = found(totals(20, {"waktu": 74, "biaya": 76, "perilaku": 60}), weighting)
    assert (result.weight, str(result.ikm), result.letter) == (weight, ikm, Quality.B)


@pytest.mark.parametrize(
    ("weighting", "ikm", "letter"),
    [
        (Weighting.EXACT, ("100.00", "25.00"), Quality.A),
        (Weighting.THREE, ("99.90", "24.98"), Quality.A),
        (Weighting.TWO, ("99.00", "24.75"), Quality.A),
    ],
)
def test_the_largest_and_smallest_of_each_weight(
    weighting: Weighting, ikm: tuple[str, str], letter: Quality
) -> None:
    best = found(totals(7, dict.fromkeys(ELEMENTS, 28)), weighting)
    worst = found(totals(7, dict.fromkeys(ELEMENTS, 7)), weighting)
    assert (str(best.ikm), str(worst.ikm)) == ikm
    assert (best.letter, worst.letter) == (letter, Quality.D)


def test_a_row_of_the_reports_table() -> None:
    row = found(totals(49, dict(zip(ELEMENTS, TOTALS, strict=True)))).elements[0]
    assert (row.key, row.n, row.total) == ("persyaratan", 49, 138)
    assert (str(rounded(row.nrr, 3)), str(rounded(row.weighted, 3))) == ("2.816", "0.313")


@pytest.mark.parametrize(
    ("ikm", "letter"),
    [
        ("25.00", "D"),
        ("62.51", "D"),  # a B by the older table of KEP/25/M.PAN/2/2004
        ("64.99", "D"),
        ("64.994", "D"),
        ("64.995", "C"),
        ("65.00", "C"),
        ("76.60", "C"),
        ("76.604", "C"),
        ("76.605", "B"),
        ("76.61", "B"),
        ("81.26", "B"),  # an A by the older table
        ("88.30", "B"),
        ("88.305", "A"),
        ("88.31", "A"),
        ("100.00", "A"),
    ],
)
def test_the_bounds_of_the_letters(ikm: str, letter: str) -> None:
    assert quality(Decimal(ikm)).name == letter
    assert quality(Fraction(ikm)).name == letter


@pytest.mark.parametrize(
    ("total", "n", "ikm", "letter"),
    [
        (12_998, 5_000, "64.99", "D"),
        (129_988, 50_000, "64.99", "D"),  # 64.994
        (12_999, 5_000, "65.00", "C"),  # 64.995: half-up, then the letter
        (13_000, 5_000, "65.00", "C"),
        (15_320, 5_000, "76.60", "C"),
        (15_322, 5_000, "76.61", "B"),
        (17_660, 5_000, "88.30", "B"),
        (17_662, 5_000, "88.31", "A"),
    ],
)
def test_the_bounds_from_answers(total: int, n: int, ikm: str, letter: str) -> None:
    result = found(totals(n, {"waktu": total}))
    assert (str(result.ikm), result.letter.name) == (ikm, letter)


def test_rounding_is_half_up_from_the_exact_value() -> None:
    assert str(rounded(Fraction(1, 200))) == "0.01"
    assert str(rounded(Fraction(-1, 200))) == "-0.01"
    assert str(rounded(Decimal("2.675"))) == "2.68"
    assert str(rounded(Fraction(1, 3), 3)) == "0.333"
    assert str(rounded(Fraction(3), 0)) == "3"


def test_several_questions_are_averaged_inside_their_element() -> None:
    """Sixtieths: the mean of 3, 4, 4 is 220/60; an unanswered second question changes nothing."""
    assert element_score([3, 4, 4]) == 220
    answers = [{"waktu": 3, "waktu.2": 4, "waktu.3": 4, "biaya": 4}, {"waktu.2": 2, "biaya": 1}]
    assert element_scores(answers[0]) == {"waktu": 220, "biaya": 240}
    result = found(moments(("waktu", "biaya"), answers))
    assert [row.nrr for row in result.elements] == [Fraction(340, 120), Fraction(5, 2)]


@pytest.mark.parametrize("given_", [[], [0], [5], [3, 4, 5], [1] * 7])
def test_no_element_score_of_illegal_answers(given_: list[int]) -> None:
    with pytest.raises(ValueError, match="1 to"):
        element_score(given_)


def test_a_blank_is_neither_in_the_sum_nor_in_the_number() -> None:
    result = found(moments(("waktu", "biaya"), [{"waktu": 4, "biaya": 2}, {"waktu": 2}]))
    assert [(row.n, row.nrr) for row in result.elements] == [(2, 3), (1, 2)]
    assert str(result.ikm) == "62.50"


def test_no_index_without_answers_to_every_element() -> None:
    assert index({}) is None
    assert index({"waktu": Moments(), "biaya": Moments.of([240])}) is None


def test_sums_no_scores_give_are_refused() -> None:
    with pytest.raises(ValueError, match="waktu"):
        index({"waktu": Moments(2, 481, 0)})
    with pytest.raises(ValueError, match="keramahan"):
        index({"keramahan": Moments.of([240])})


def test_the_two_numberings_differ_in_the_last_two() -> None:
    assert len(ELEMENTS) == 9
    assert [Numbering.QUESTIONNAIRE.number(key) for key in ("sarana", "pengaduan")] == [8, 9]
    assert [Numbering.REPORT.number(key) for key in ("sarana", "pengaduan")] == [9, 8]
    assert Numbering.REPORT.order[:7] == Numbering.QUESTIONNAIRE.order[:7] == ELEMENTS[:7]


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_letters_never_fall_as_the_ikm_rises(a: int, b: int) -> None:
    low, high = sorted((Decimal(a) / 100, Decimal(b) / 100))
    assert quality(low).name >= quality(high).name


@given(complete, weightings, st.randoms(use_true_random=False))
def test_the_order_of_people_and_elements_plays_no_part(
    rows: list[dict[str, int]], weighting: Weighting, chance: Random
) -> None:
    mixed = [dict(chance.sample(list(row.items()), len(row))) for row in rows]
    chance.shuffle(mixed)
    keys = chance.sample(ELEMENTS, len(ELEMENTS))
    assert index(moments(keys, mixed), weighting) == index(moments(ELEMENTS, rows), weighting)


@given(complete)
def test_the_exact_ikm_is_the_mean_of_all_scores_times_25(rows: list[dict[str, int]]) -> None:
    result = found(moments(ELEMENTS, rows))
    every = list(chain.from_iterable(row.values() for row in rows))
    assert 25 <= result.ikm <= 100
    assert result.ikm == rounded(Fraction(25 * sum(every), len(every)))
    assert sum(row.weighted for row in result.elements) == result.index


@given(complete, st.sampled_from(ELEMENTS), weightings)
def test_a_better_answer_never_lowers_the_ikm(
    rows: list[dict[str, int]], element: str, weighting: Weighting
) -> None:
    better = [{**rows[0], element: min(4, rows[0][element] + 1)}, *rows[1:]]
    before, after = (found(moments(ELEMENTS, each), weighting) for each in (rows, better))
    assert after.ikm >= before.ikm
    assert after.letter.name <= before.letter.name


@given(element_sums, element_sums)
def test_what_is_added_can_be_taken_away(one: Moments, other: Moments) -> None:
    assert one + other - other == one
    assert one + other == other + one


@given(questionnaires, questionnaires)
def test_sums_of_two_heaps_are_the_sums_of_both(
    a: list[dict[str, int]], b: list[dict[str, int]]
) -> None:
    first, second, both = (moments(ELEMENTS, heap) for heap in (a, b, a + b))
    assert {key: first[key] + second[key] for key in ELEMENTS} == both
