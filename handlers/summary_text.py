"""The weekly summary in words: short lines that read well on a phone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from handlers.message import Lines, Minutes, Number, Text, When
from models.ratings.tables import SCORES
from models.reports.scope import Place
from models.reports.voices import AspectNamed
from models.reports.weekly import Mood, WeeklySummary
from models.statistics import MINIMUM, Change, Lengths, Mean, Quantile, shares
from nlp import mask

Values = dict[str, Any]


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
        "received": found.received,
        "answered": found.answered,
        "solved": found.solved,
        "late": found.late,
        "open_late": found.open_late,
        "open": found.open,
        "first_answer": lengths(found.first_answer),
        "resolution": lengths(found.resolution),
        "aspects": _aspects(summary.aspects),
        "undelivered": summary.undelivered,
    }


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
        return [Text("summary-no-ratings")]
    numbers = dict(zip(SCORES, summary.counts, strict=True))
    scores = [
        Text("summary-score", {"score": Text(f"score-{score}"), "n": numbers[score]})
        for score in reversed(SCORES)
    ]
    asked = [Text(f"summary-asked-{how}", {"n": n}) for how, n in summary.asked]
    return [mean(summary.mean), change(summary), *scores, Text("summary-asked"), *asked]


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
