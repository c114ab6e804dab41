"""The report of the survey in words: the same sentences for the chat, the PDF and the workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from handlers.message import Listed, Number, Text, When
from models.ratings import ikm, periods
from models.ratings.ikm import Numbering, Weighting
from models.ratings.periods import Period
from models.reports.skm_figures import (
    ElementLine,
    Group,
    IndexLine,
    PlanLine,
    Received,
    Sample,
    SkmReport,
)
from models.statistics import MINIMUM, Change, Mean, Part

WEIGHTINGS = {
    Weighting.EXACT: "skm-weighting-exact",
    Weighting.THREE: "skm-weighting-three",
    Weighting.TWO: "skm-weighting-two",
}
NUMBERINGS = {
    Numbering.QUESTIONNAIRE: "skm-numbering-questionnaire",
    Numbering.REPORT: "skm-numbering-report",
}
NRR_PLACES, WEIGHT_PLACES = 3, 4
HIGHEST = 3  # elements named in the summary
HOW = 7  # paragraphs on how the figures are made
IDS = 150  # numbers of rows in one cell


# --- pieces


def period(of: Period) -> Text:
    """'Triwulan IV 2026'."""
    key, values = of.label
    return Text(key, values)


def due(quarter: str) -> Text:
    return period(periods.Period.of(quarter))


def number(value: Fraction | Decimal | float, places: int = 2) -> Number:
    """Exact values are rounded half up, once."""
    exact = Fraction(value) if isinstance(value, float) else value
    return Number(float(ikm.rounded(exact, places)), places)


def points(total: Fraction) -> Number:
    """A sum of scores: whole, or with decimals where an element has several questions."""
    return number(total, 0 if total.denominator == 1 else 2)


def signed(value: float, places: int = 2) -> Listed:
    """With its sign, also above zero."""
    shown = number(abs(value), places)
    sign = "+" if value > 0 else "−"
    return Listed([sign if shown.value else "", shown], "")


def element(key: str) -> Text:
    return Text(f"element-{key}")


def short(key: str) -> Text:
    return Text(f"element-short-{key}")


def meaning(index: IndexLine) -> Text:
    return Text(index.quality.meaning)


def day(of: date, zone: str) -> When:
    return When(datetime.combine(of, time(), ZoneInfo(zone)), zone, "date")


def reason(code: str) -> Text:
    """Why something was excluded."""
    return Text(f"skm-reason-{code.replace('_', '-')}" if code else "skm-reason-unknown")


def group(profile: str, one: Group) -> Text | str:
    """A group of respondents."""
    if not one.key:
        return Text("skm-no-answer")
    if profile == "service":
        return one.name or Text("skm-service-gone", {"id": one.key})
    return Text(f"profile-{profile}-{one.key}")


def asked(channel: str) -> Text:
    return Text("skm-asked-paper" if channel == "paper" else f"asked-{channel}")


def _range(mean: Mean | Change, places: int = 2) -> dict[str, Any]:
    return {"low": number(mean.low, places), "high": number(mean.high, places)}


# --- sentences


def summary(report: SkmReport) -> list[Text]:
    """What the first chapter says."""
    return [line for part in parts(report) for line in part]


def parts(report: SkmReport) -> list[list[Text]]:
    """The same for the chat: the index, its questionnaires, the elements, the ratings."""
    found = [
        [
            *([Text("skm-running")] if report.running else []),
            *index_lines(report),
            *change_lines(report),
        ],
        [
            questionnaires(report),
            check("skm-check-questionnaires", report.questionnaires),
            sample(report.sample),
        ],
        [*_elements(report)],
        [
            ratings(report),
            check("skm-check-ratings", report.ratings),
            *rates(report),
        ],
    ]
    return [part for part in found if part]


def index_lines(report: SkmReport) -> Iterator[Text]:
    index = report.index
    if index is None:
        yield Text("skm-no-index", {"least": MINIMUM})
        untold = [line for line in report.untold if report.questionnaires.counted]
        if untold:
            yield Text("skm-missing", {"elements": Listed([short(one.key) for one in untold])})
        return
    yield Text("skm-index", index_values(index))
    yield index_range(index)


def index_values(index: IndexLine) -> dict[str, Any]:
    return {
        "ikm": number(index.ikm),
        "letter": index.quality.name,
        "meaning": meaning(index),
    }


def index_range(index: IndexLine) -> Text:
    if index.low is None or index.high is None:
        return Text("skm-index-no-range", {"least": MINIMUM})
    return Text("skm-index-range", {"low": number(index.low), "high": number(index.high)})


def change_lines(report: SkmReport) -> Iterator[Text]:
    """Against the period before, if there was an index then."""
    if report.index is None or report.index_before is None:
        return
    before = period(report.period.before())
    if report.change is None:
        yield Text("skm-change-none", {"before": before})
        return
    moved = report.change
    yield Text(
        "skm-change",
        {
            "before": before,
            "by": signed(moved.by),
            "low": signed(moved.low),
            "high": signed(moved.high),
            "verdict": verdict(moved),
        },
    )


def verdict(moved: Change) -> Text:
    return Text("skm-change-chance" if moved.within_chance else "skm-change-real")


def questionnaires(report: SkmReport) -> Text:
    counted = report.questionnaires.counted
    return Text("skm-questionnaires", {"n": counted, "complete": report.complete})


def check(key: str, found: Received) -> Text:
    """received = counted + excluded + withdrawn."""
    return Text(
        key,
        {
            "received": found.received,
            "counted": found.counted,
            "excluded": found.left_out,
            "withdrawn": found.withdrawn,
        },
    )


def sample(found: Sample) -> Text:
    if found.enough is None:
        values = {"n": found.n} if found.source == "too-small" else {}
        return Text(f"skm-sample-{found.source}", values)
    return Text(
        "skm-sample-enough" if found.enough else "skm-sample-short",
        {"n": found.n, "needed": found.needed, "population": found.population},
    )


def _elements(report: SkmReport) -> Iterator[Text]:
    told = [line for line in report.elements if line.nrr is not None]
    if not told:
        return
    best = sorted(told, key=lambda line: (-(line.nrr or 0), line.number))[:HIGHEST]
    yield Text("skm-highest", {"elements": Listed([_value(line) for line in best])})
    yield Text("skm-lowest", {"elements": Listed([_value(line) for line in report.lowest])})


def _value(line: ElementLine) -> Text:
    nrr = number(line.nrr or Fraction(0))
    return Text("skm-element-value", {"element": short(line.key), "nrr": nrr})


def ratings(report: SkmReport) -> Text:
    whole = report.channels[0]
    if whole.mean is None:
        return Text("skm-ratings-few", {"n": whole.n, "least": MINIMUM})
    return Text(
        "skm-ratings", {"n": whole.n, "mean": number(whole.mean.mean), **_range(whole.mean)}
    )


def rates(report: SkmReport) -> Iterator[Text]:
    yield _rate("visits", report.rates.visits)
    yield _rate("invited", report.rates.invited)


def _rate(what: str, found: Part | None) -> Text:
    if found is None:
        return Text(f"skm-rate-{what}-unknown")
    return Text(f"skm-rate-{what}", {"k": found.k, "n": found.n, "share": _share(found)})


def _share(found: Part) -> Text | str:
    if found.share is None or found.low is None or found.high is None:
        return ""
    shown = {name: number(getattr(found, name) * 100, 1) for name in ("share", "low", "high")}
    return Text("skm-rate-share", shown)


def how() -> list[Text]:
    """How the figures are made, and by which rules."""
    values = {3: {"least": MINIMUM}}
    return [Text(f"skm-how-{place}", values.get(place, {})) for place in range(1, HOW + 1)]


def ids(found: Iterable[int]) -> str:
    return ", ".join(map(str, found))


def ids_in_parts(found: Sequence[int]) -> list[str]:
    """Numbers of rows, not too many for one cell of a page."""
    return [ids(found[start : start + IDS]) for start in range(0, len(found), IDS)]


def outcome(plan: PlanLine) -> Text:
    """What became of a plan."""
    state = Text(f"skm-plan-{plan.state}")
    if not plan.outcome:
        return state
    return Text("skm-plan-outcome", {"state": state, "outcome": plan.outcome})


def plan_moved(plan: PlanLine) -> Text:
    """Whether the element rose since the period of the plan; an interval, no bare difference."""
    moved = plan.change
    if moved is None:
        return Text("skm-plan-unknown")
    span = {"low": signed(moved.low), "high": signed(moved.high)}
    if moved.within_chance:
        return Text("skm-plan-same", {"by": signed(moved.by), **span})
    key = "skm-plan-rose" if moved.by > 0 else "skm-plan-fell"
    return Text(key, {"by": number(abs(moved.by)), **span})
