"""How a figure of the performance record reads: in the chat, on pages, in files alike.

Always with n and its interval; "not enough data yet" below the minimum; and, where external causes
or accepted contests were left out, the second figure beside the first.
"""

from __future__ import annotations

from handlers.message import Lines, Minutes, Number, Text
from models.appraisal.indicators import CATALOGUE, Indicator, Measure, Result

PLACES = {Measure.COUNT: 0, Measure.SHARE: 0, Measure.SCORE: 2}


def name(key: str) -> Text:
    return Text(f"indicator-{key}")


def amount(measure: Measure, value: float) -> Text:
    """A value of the measure with its unit: 82 %, 3 jam 20 menit, 3,45, 17."""
    if measure is Measure.MINUTES:
        return Text("figure-minutes", {"value": Minutes(value)})
    shown = value * 100 if measure is Measure.SHARE else value
    return Text(f"figure-{measure}", {"value": Number(shown, PLACES[measure])})


def figure(key: str, result: Result | None) -> Text:
    """The figure with n and interval, in one line."""
    known = CATALOGUE[key]
    if result is None:
        return Text("figure-none")
    if known.of_unit:
        return _of_unit(known, result)
    if result.value is None:
        return Text("figure-few", {"n": result.n, "least": known.minimum})
    values = {"value": amount(known.measure, result.value), "n": result.n}
    if result.low is None:
        return Text("figure-counted", values)
    values["low"] = amount(known.measure, result.low)
    if result.high is None:
        return Text("figure-open", values)
    values["high"] = amount(known.measure, result.high)
    return Text("figure-at-least" if result.at_least else "figure-known", values)


def _of_unit(known: Indicator, result: Result) -> Text:
    """The unit's figure, which is no person's."""
    if result.unit_value is None:
        return Text("figure-few", {"n": result.unit_n, "least": known.minimum})
    values = {"value": amount(known.measure, result.unit_value), "n": result.unit_n}
    return Text("figure-of-unit", values)


def slow(key: str, result: Result | None) -> Text | None:
    """The 90th percentile of a length of time; None of other figures, or without data."""
    known = CATALOGUE[key]
    if result is None or result.p90 is None:
        return None
    return Text("figure-p90", {"value": amount(known.measure, result.p90)})


def without(key: str, result: Result | None) -> Text | None:
    """The second figure, where causes or accepted contests were left out."""
    if result is None or result.without is None:
        return None
    return Text("figure-without", {"figure": figure(key, result.without)})


def beside(key: str, result: Result | None) -> list[Text]:
    """What stands beside a figure: the second one without causes, the unit's others, and the value
    drawn towards theirs."""
    if result is None:
        return []
    found = [slow(key, result), without(key, result)]
    if result.unit_value is not None and not CATALOGUE[key].of_unit:
        measure = CATALOGUE[key].measure
        unit = {"value": amount(measure, result.unit_value), "n": result.unit_n}
        found.append(Text("figure-others", unit))
        if result.shrunk is not None:
            found.append(Text("figure-shrunk", {"value": amount(measure, result.shrunk)}))
    return [one for one in found if one is not None]


def whole(key: str, result: Result | None) -> Lines:
    """The figure and all that stands beside it."""
    return Lines([figure(key, result), *beside(key, result)])
