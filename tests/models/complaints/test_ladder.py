"""The ladder by itself: its order, what is left out, who stands above whom."""

from __future__ import annotations

from fractions import Fraction

import pytest

from models.complaints.ladder import DEFAULTS, FOR, OFF, Audience, Ladder, Rung, upwards


def test_the_default_goes_from_the_officer_to_the_citizen() -> None:
    climbed = [(mark.audience, mark.share) for mark in Ladder().marks()]
    assert climbed == [
        (Audience.OFFICER, Fraction(1, 2)),
        (Audience.OFFICER, Fraction(3, 4)),
        (Audience.OFFICER, Fraction(1)),
        (Audience.HEAD, Fraction(1)),
        (Audience.OFFICE, Fraction(5, 4)),
        (Audience.ADMIN, Fraction(3, 2)),
        (Audience.CITIZEN, Fraction(2)),
    ]


def test_of_a_limit_inside_the_office_the_citizen_hears_nothing() -> None:
    assert Audience.CITIZEN not in {mark.audience for mark in Ladder().marks(promised=False)}


def test_own_shares_change_the_order_and_zero_leaves_a_rung_out() -> None:
    own = Ladder({Rung.HEAD: 60, Rung.HALF: OFF})
    assert [mark.rung for mark in own.marks()][:2] == [Rung.HEAD, Rung.THREE_QUARTERS]
    assert own.percent(Rung.ADMIN) == DEFAULTS[Rung.ADMIN]


@pytest.mark.parametrize(
    ("audience", "instead"),
    [
        (Audience.OFFICER, [Audience.HEAD, Audience.OFFICE, Audience.ADMIN]),
        (Audience.OFFICE, [Audience.ADMIN]),
        (Audience.ADMIN, []),
        (Audience.CITIZEN, []),
    ],
)
def test_who_hears_when_there_is_nobody(audience: Audience, instead: list[Audience]) -> None:
    assert list(upwards(audience)) == [audience, *instead]


def test_every_rung_is_for_somebody() -> None:
    assert set(FOR) == set(DEFAULTS) == set(Rung)
