"""The weekly summary in words: short lines that read well on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from handlers.message import Lines, Listed, Minutes, Number, Text, When
from models.complaints.causes import CAP, Causes
from models.ratings.sums import Received
from models.ratings.tables import SCORES
from models.reports.attention import Attention
from models.reports.cases import Complaints
from models.reports.results import Result
from models.reports.scope import Place
from models.reports.serving import Serving
from models.reports.voices import AspectNamed
from models.reports.weekly import TREND, Mood, WeeklySummary
from models.statistics import MINIMUM, Change, Lengths, Mean, Part, Quantile, shares
from nlp import mask

Values = dict[str, Any]
MOST_SERVICES = 6  # told one by one
ENDS = 2  # elements shown from either end
RARER = (Result.REJECTED, Result.ARCHIVED, Result.NO_REPLY, Result.MERGED, Result.WITHDRAWN)


def values(summary: WeeklySummary, title: str = "summary-title") -> Values:
    """What the text `summary` needs."""
    found = summary.complaints
    return {
        "title": Text(title),
        "place": place_name(summary.place),
        "week": week(summary),
        "n": summary.n,
        "ratings": Lines(_ratings(summary)),
        "comments": summary.mood.n,
        "mood": mood(summary.mood),
        "cases": Lines(_cases(found)),
        **times(found),
        "handled": found.handling_n,
        "handling": mean(found.handling),
        "causes": causes(found.causes),
        "aspects": _aspects(summary.aspects),
        "elements": elements(summary.elements),
        "served": summary.serving.visits,
        "serving": served(summary.serving),
        "attention": attention(summary.attention),
        "undelivered": summary.undelivered,
    }


def times(found: Complaints) -> dict[str, Lines]:
    """The lengths of time; beside each the same without external causes, where there were any."""
    plain, less = found.times, found.without_causes
    told = {
        name: (getattr(plain, name), getattr(less, name))
        for name in ("verification", "first_answer", "resolution")
    }
    return {name: both(*pair, caused=found.causes.cases > 0) for name, pair in told.items()}


def both(found: Lengths, without: Lengths, *, caused: bool) -> Lines:
    """Lengths of time with and, if there were causes, without them."""
    if not caused or found.median is None:
        return lengths(found)
    if without == found:
        return Lines([*lengths(found).texts, Text("summary-without-same")])
    less = [Text("summary-without-causes"), *lengths(without).texts]
    return Lines([*lengths(found).texts, *less])


def causes(found: Causes) -> Lines:
    """How much is laid to external causes, and whether that is so much that it is flagged."""
    if not found.cases:
        return Lines([Text("summary-causes-none")])
    told = {
        "n": found.cases,
        "of": found.of_cases,
        "cases": Number(found.case_share * 100),
        "share": Number(found.time_share * 100),
        "cap": Number(CAP * 100),
    }
    lines = [Text("summary-causes", told)]
    return Lines([*lines, Text("summary-causes-flagged", told)] if found.flagged else lines)


def on_time(found: Complaints) -> list[Text]:
    """What part was answered in time, with and without external causes."""
    lines = [_part("summary-on-time", "summary-on-time-few", found.times.answered)]
    if not found.causes.cases:
        return lines
    if found.without_causes.answered == found.times.answered:
        return [*lines, Text("summary-without-same")]
    few = "summary-on-time-without-few"
    return [*lines, _part("summary-on-time-without", few, found.without_causes.answered)]


def resolution(found: Complaints) -> list[Text]:
    """Half of the complaints are solved within this time, with and without external causes."""
    median, less = found.times.resolution.median, found.without_causes.resolution.median
    lines = [] if median is None else [Text("chart-resolution", {"length": length(median)})]
    if not found.causes.cases or less is None:
        return lines
    if less == median:
        return [*lines, Text("summary-without-same")]
    return [*lines, Text("chart-resolution-without", {"length": length(less)})]


def _part(key: str, few: str, found: Part) -> Text:
    if found.share is None or found.low is None or found.high is None:
        return Text(few, {"k": found.k, "n": found.n})
    percent = {"share": found.share, "low": found.low, "high": found.high}
    return Text(key, {name: Number(value * 100) for name, value in percent.items()})


def _cases(found: Complaints) -> list[Text]:
    """The numbers; of the rarer ends only those that there were."""
    lines = [
        Text("summary-received", {"n": found.received}),
        Text("summary-answered", {"n": found.answered}),
        *(on_time(found) if found.times.answered.n else []),
        Text(
            "summary-solved",
            {
                "n": found.solved,
                "confirmed": found.ends(Result.CONFIRMED),
                "silent": found.ends(Result.SILENT),
            },
        ),
    ]
    for how in RARER:
        if found.ends(how):
            key = f"summary-ended-{how}".replace("_", "-")
            lines.append(Text(key, {"n": found.ends(how)}))
    again = found.reopened
    if again.n:
        lines.append(Text("summary-reopened", {"k": again.k, "n": again.n}))
    lines += [_late(found), Text("summary-open", {"n": found.open})]
    if found.check.supervisory is not None:
        lines.append(Text("summary-supervisory", {"n": found.check.supervisory}))
    return lines


def _late(found: Complaints) -> Text:
    n, less = found.times.late, found.without_causes.late
    if not n and not less:
        return Text("summary-late-none")
    return Text("summary-late", {"n": n, "open": found.open_late, "less": less})


def place_name(place: Place) -> Text | str:
    return place.name or Text("summary-all")


def week(summary: WeeklySummary) -> Text:
    """'16 Nov 2026 – 22 Nov 2026', and as of when if the week still runs."""
    zone = summary.place.zone
    days = {
        "first": When(summary.start, zone, "date"),
        "last": When(summary.end - timedelta(seconds=1), zone, "date"),
    }
    if summary.running:
        return Text("summary-week-running", days | {"until": When(summary.until, zone, "short")})
    return Text("summary-week", days)


def mean(found: Mean | None) -> Text:
    if found is None:
        return Text("summary-mean-few", {"least": MINIMUM})
    return Text(
        "summary-mean",
        {
            "mean": Number(found.mean, 2),
            "low": Number(found.low, 2),
            "high": Number(found.high, 2),
        },
    )


def change(summary: WeeklySummary) -> Text:
    moved, last = summary.change, summary.last
    if moved is None or last is None or summary.mean is None:
        return Text("summary-change-few", {"least": MINIMUM})
    return Text(
        f"summary-change-{_direction(moved)}",
        {
            "last": Number(last.mean, 2),
            # As the two means are shown, so that the reader's own subtraction agrees.
            "by": Number(abs(round(summary.mean.mean, 2) - round(last.mean, 2)), 2),
            "low": Number(moved.low, 2),
            "high": Number(moved.high, 2),
        },
    )


def trend(moved: Change | None) -> Text:
    """The last four weeks against the four before."""
    if moved is None:
        return Text("summary-trend-few", {"weeks": TREND})
    told = {
        "weeks": TREND,
        "by": Number(abs(moved.by), 2),
        "low": Number(moved.low, 2),
        "high": Number(moved.high, 2),
    }
    return Text(f"summary-trend-{_direction(moved)}", told)


def elements(found: Sequence[tuple[str, Mean]]) -> Lines:
    """The lowest and the highest of the survey's elements."""
    if not found:
        return Lines([Text("summary-elements-few", {"least": MINIMUM})])
    shown = found if len(found) <= 2 * ENDS else [*found[:ENDS], *found[-ENDS:]]
    return Lines([_element(key, one) for key, one in shown])


def _element(key: str, found: Mean) -> Text:
    told: Values = {"mean": Number(found.mean, 2), "low": Number(found.low, 2)}
    told |= {"high": Number(found.high, 2), "n": found.n}
    return Text("summary-element", {"element": Text(f"element-short-{key}"), **told})


def served(found: Serving) -> Lines:
    """Waiting, processing, promises kept; two services where they differ by more than chance."""
    if not found.visits:
        return Lines([Text("summary-served-none")])
    lines = [
        _minutes("summary-waited", "summary-waited-few", found.waited, found.waits),
        _minutes("summary-processed", "summary-processed-few", found.minutes, found.done),
    ]
    if found.minutes_by_clock is not None:
        by_clock = {"length": Minutes(found.minutes_by_clock), "n": found.done_by_clock}
        lines.append(Text("summary-processed-clock", by_clock))
    if found.within.n:
        lines.append(_part("summary-promised", "summary-promised-few", found.within))
    return Lines([*lines, *_promises(found), *_services(found)])


def _promises(found: Serving) -> list[Text]:
    """Of each service, in the order of names; too many of them are for the workbook."""
    if len(found.promises) > MOST_SERVICES:
        return []
    lines = []
    for one in found.promises:
        told = _part("summary-promised-part", "summary-promised-part-few", one.within)
        lines.append(Text("summary-promised-of", {"service": one.service, "told": told}))
    return lines


def _minutes(key: str, few: str, minutes: float | None, n: int) -> Text:
    if minutes is None:
        return Text(few, {"least": MINIMUM})
    return Text(key, {"length": Minutes(minutes), "n": n})


def _services(found: Serving) -> list[Text]:
    if found.best is None or found.worst is None:
        return [Text("summary-services-alike")] if found.rated > 1 else []
    return [
        Text(key, {"service": one.name, "mean": Number(one.mean.mean, 2), "n": one.mean.n})
        for key, one in (("summary-best", found.best), ("summary-worst", found.worst))
    ]


def attention(found: Sequence[Attention]) -> Lines:
    """Three lines; the buttons below open their cases."""
    if not found:
        return Lines([Text("summary-attention-none")])
    return Lines([_attention(place, one) for place, one in enumerate(found, 1)])


def _attention(place: int, one: Attention) -> Text:
    told: Values = {"place": place, "n": one.n}
    told["tickets"] = Listed([ticket for _, ticket in one.cases])
    if one.subject:
        told["subject"] = Text(f"category-{one.subject}")
    return Text(f"summary-attention-{one.look}", told)


def _direction(moved: Change) -> str:
    if moved.within_chance:
        return "chance"
    return "up" if moved.by > 0 else "down"


def mood(found: Mood) -> Text:
    parts = shares((found.positive, found.neutral, found.negative, found.unclear))
    if parts is None:
        return Text("summary-mood-none")
    names = ("positive", "neutral", "negative", "unclear")
    percent = {name: Number(part * 100) for name, part in zip(names, parts, strict=True)}
    return Text("summary-mood", percent)


def lengths(found: Lengths) -> Lines:
    """Median and 90th percentile, each on its line, with n and what still runs."""
    if not found.n:
        return Lines([Text("summary-lengths-none")])
    if found.median is None:
        return Lines([Text("summary-lengths-few", {"n": found.n, "least": MINIMUM})])
    lines = [Text("summary-median", {"length": length(found.median), "n": found.n})]
    if found.p90 is not None:
        lines.append(Text("summary-p90", {"length": length(found.p90)}))
    if found.unfinished:
        lines.append(Text("summary-unfinished", {"n": found.unfinished}))
    return Lines(lines)


def length(found: Quantile) -> Text:
    key = "summary-length-at-least" if found.at_least else "summary-length"
    return Text(key, {"length": Minutes(found.minutes)})


def _ratings(summary: WeeklySummary) -> list[Text]:
    """Mean, change, the scores from the best on, and how people were asked."""
    if not summary.n:
        none = [Text("summary-no-ratings")]
        return [*none, received(summary.received)] if summary.received.received else none
    numbers = dict(zip(SCORES, summary.counts, strict=True))
    scores = [
        Text("summary-score", {"score": Text(f"score-{score}"), "n": numbers[score]})
        for score in reversed(SCORES)
    ]
    asked = [Text(f"summary-asked-{how}", {"n": n}) for how, n in summary.asked]
    known = [mean(summary.mean), change(summary), trend(summary.trend)]
    return [
        *known,
        Text("summary-scores", {"scores": Listed(scores)}),
        Text("summary-asked", {"ways": Listed(asked)}),
        *responses(summary),
        received(summary.received),
    ]


def responses(summary: WeeklySummary) -> list[Text]:
    """How many answered of those who could: of the visits, and of those drawn by chance."""
    invited, answered = summary.invited
    rates = (
        ("summary-response-visits", summary.by_visit, summary.serving.visits),
        ("summary-response-invited", answered, invited),
    )
    return [Text(key, {"k": k, "n": n}) for key, k, n in rates if n]


def received(found: Received) -> Text:
    """Nothing is left out in silence."""
    told = {"n": found.received, "counted": found.counted}
    told |= {"excluded": found.excluded, "withdrawn": found.withdrawn}
    return Text("summary-received-ratings", told)


def _aspects(named: tuple[AspectNamed, ...]) -> Lines:
    if not named:
        return Lines([Text("summary-aspects-none")])
    return Lines([_aspect(place, one) for place, one in enumerate(named, 1)])


def _aspect(place: int, one: AspectNamed) -> Text:
    told = {"place": place, "aspect": Text(f"category-{one.key}"), "n": one.n}
    if not one.quote:
        return Text("summary-aspect", told)
    return Text("summary-aspect-quoted", told | {"quote": quotation(one)})


def quotation(one: AspectNamed) -> str:
    """The citizen's words as others may read them, also where they were kept unmasked."""
    return mask(one.quote).text
