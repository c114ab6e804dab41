"""Periods of the survey: their days, codes and order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ratings.periods import Period, PeriodKind, latest

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2200, 12, 31))
KINDS = st.sampled_from(PeriodKind)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-S2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_code_names_the_first_and_the_last_day(code: str, first: date, last: date) -> None:
    period = Period.of(code)
    assert (period.code, period.first, period.last) == (code, first, last)


@pytest.mark.parametrize(
    "code", ["", "26", "2026-", "2026-00", "2026-13", "2026-Q0", "2026-Q5", "2026-S3", "2026-q1",
             "2026-1", "0026", "2026-Q4 ", "２０２６"],
)  # fmt: skip
def test_anything_else_is_no_period(code: str) -> None:
    with pytest.raises(ValueError, match="period"):
        Period.of(code)


@given(DAYS, KINDS)
def test_periods_of_a_kind_lie_side_by_side_and_their_codes_lead_back(
    day: date, kind: PeriodKind
) -> None:
    period = Period.containing(day, kind)
    assert period.first <= day <= period.last
    assert Period.of(period.code) == period
    assert period.before().last + timedelta(days=1) == period.first
    assert period.after().before() == period


def test_the_latest_end_with_the_period_itself() -> None:
    codes = [period.code for period in latest(Period.of("2027-Q1"), 4)]
    assert codes == ["2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1"]


def test_the_label_tells_the_number_as_it_is_printed() -> None:
    assert Period.of("2026-Q4").label == (
        "period-quarter", {"number": 4, "roman": "IV", "year": "2026"},
    )  # fmt: skip
    assert Period.of("2026-11").label[1]["number"] == 11
