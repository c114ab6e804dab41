"""docs/indicators.md tells of the catalogue as it is."""

from __future__ import annotations

from pathlib import Path

from models.appraisal.feedback.tables import Value
from models.appraisal.indicators import CATALOGUE, Indicator
from models.binomial import tails

GUIDE = Path(__file__).parents[3] / "docs" / "indicators.md"


def row(known: Indicator) -> str:
    hands = "no: the unit's" if known.of_unit else "yes" if known.controlled else "no"
    cells = (
        f"`{known.key}`",
        known.measure,
        known.better,
        known.minimum,
        hands,
        ", ".join(known.values),
    )
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def test_the_guide_holds_the_catalogue() -> None:
    lines = GUIDE.read_text("utf-8").splitlines()
    told = [line for line in lines if line.startswith("| `")]
    assert told == [row(known) for known in CATALOGUE.values()]
    assert {known.formula for known in CATALOGUE.values()} == {1}


def test_values_are_those_that_citizens_can_witness() -> None:
    witnessed = {value for known in CATALOGUE.values() for value in known.values}
    assert witnessed == {Value.SERVICE, Value.ACCOUNTABLE, Value.COMPETENT}


def test_how_many_records_it_takes_to_be_clearly_above_nine_of_ten() -> None:
    told = [n for n in range(5, 60) if tails(n, n, 0.9)[1] <= 0.025]
    assert told[0] == 29
