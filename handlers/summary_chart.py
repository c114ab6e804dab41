"""The chart of the weekly summary: tall and plain, to be read on a phone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from math import nan
from textwrap import wrap
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from handlers import summary_text, texts
from handlers.message import Text, said
from models.ratings.tables import SCORES
from models.reports.weekly import WeeklySummary
from models.statistics import Mean

SIZE = (5.0, 8.0)  # inches; 900 by 1440 pixels
DPI = 180
LINE = 42  # characters beside each other below a chart
INK, PALE = "#1f2937", "#e5e7eb"
# One hue from dark to light and back: no red and green, which not everybody can tell apart.
SCORE_COLOURS = ("#b45309", "#f59e0b", "#60a5fa", "#1d4ed8")
RECEIVED, ANSWERED = "#b45309", "#1d4ed8"


def draw(summary: WeeklySummary, language: str) -> bytes:
    """PNG of 900 by 1440 pixels."""
    figure = Figure(figsize=SIZE, dpi=DPI, facecolor="white", layout="constrained")
    FigureCanvasAgg(figure)
    figure.suptitle(
        _title(summary, language), fontsize=12, fontweight="bold", color=INK, parse_math=False
    )
    scores, means, cases = figure.subplots(3, 1, height_ratios=(1.0, 1.1, 1.1))
    _scores(scores, summary, language)
    _means(means, summary, language)
    _cases(cases, summary, language)
    stream = BytesIO()
    figure.savefig(stream, format="png", metadata={"Software": None})
    return stream.getvalue()


def _title(summary: WeeklySummary, language: str) -> str:
    name = said(language, summary_text.place_name(summary.place))
    short = name if len(name) <= 36 else f"{name[:35]}…"
    week = said(language, summary_text.week(summary)).replace(", ", ",\n")
    return f"{short}\n{week}"


def _scores(axes: Any, summary: WeeklySummary, language: str) -> None:
    _heading(axes, language, "chart-scores", n=summary.n)
    names = [said(language, Text(f"score-{score}")) for score in SCORES]
    bars = axes.barh(names, summary.counts, color=SCORE_COLOURS, height=0.7)
    axes.bar_label(bars, padding=4, fontsize=11, color=INK)
    axes.set_xlim(0, max(*summary.counts, 1) * 1.15)
    axes.xaxis.set_visible(False)
    axes.tick_params(axis="y", length=0, labelsize=11)
    _bare(axes, "bottom")


def _means(axes: Any, summary: WeeklySummary, language: str) -> None:
    _heading(axes, language, "chart-means")
    axes.set_ylim(0.9, 4.1)
    axes.set_yticks(SCORES)
    means = [point.mean for point in summary.history]
    if any(means):
        axes.errorbar(
            range(len(means)), _heights(means, lambda m: m.mean),
            yerr=(
                _heights(means, lambda m: m.mean - m.low),
                _heights(means, lambda m: m.high - m.mean),
            ),
            color=ANSWERED, marker="o", markersize=6, linewidth=1.5,
            elinewidth=2.5, ecolor="#93c5fd", capsize=4,
        )  # fmt: skip
    else:
        _nothing(axes, language)
    if (last := means[-1]) is not None:
        axes.annotate(
            texts.number(language, last.mean, 2), (len(means) - 1, last.low), (0, -16),
            textcoords="offset points", ha="center", fontsize=11, fontweight="bold", color=INK,
        )  # fmt: skip
    _weeks(axes, summary)


def _cases(axes: Any, summary: WeeklySummary, language: str) -> None:
    _heading(axes, language, "chart-cases")
    places = range(len(summary.history))
    for shift, key, colour, numbers in (
        (-0.2, "chart-received", RECEIVED, [point.received for point in summary.history]),
        (0.2, "chart-answered", ANSWERED, [point.answered for point in summary.history]),
    ):
        bars = axes.bar(
            [place + shift for place in places], numbers, 0.38, color=colour,
            label=said(language, Text(key)),
        )  # fmt: skip
        axes.bar_label(bars, [str(n) if n else "" for n in numbers], fontsize=9, color=INK)
    highest = max([1, *(max(point.received, point.answered) for point in summary.history)])
    axes.set_ylim(0, highest * 1.35)
    axes.yaxis.set_visible(False)
    axes.legend(loc="upper left", ncols=2, frameon=False, fontsize=10)
    axes.set_xlabel(_in_time(summary, language), loc="left", fontsize=11, color=INK, labelpad=8)
    _weeks(axes, summary)
    _bare(axes, "left")


def _in_time(summary: WeeklySummary, language: str) -> str:
    """What was answered in time this week and how long the solution took, both figures of each."""
    found = summary.complaints
    lines = [*summary_text.on_time(found), *summary_text.resolution(found)]
    return "\n".join(
        row for line in lines for row in wrap(said(language, line), LINE, subsequent_indent="   ")
    )


def _heights(means: Sequence[Mean | None], figure: Callable[[Mean], float]) -> list[float]:
    """A week without a figure leaves a gap in the line; it is not zero."""
    return [nan if mean is None else figure(mean) for mean in means]


def _weeks(axes: Any, summary: WeeklySummary) -> None:
    """Each week by the day and month of its Monday."""
    labels = [f"{point.week.day}/{point.week.month}" for point in summary.history]
    axes.set_xticks(range(len(labels)), labels, fontsize=10)
    axes.set_xlim(-0.6, len(labels) - 0.4)
    axes.tick_params(axis="y", labelsize=10)
    axes.grid(axis="y", color=PALE)
    axes.set_axisbelow(True)
    _bare(axes)


def _heading(axes: Any, language: str, key: str, **values: Any) -> None:
    words = texts.render(language, key, values, escape=False)
    axes.set_title(words, loc="left", fontsize=12, color=INK, pad=10)


def _nothing(axes: Any, language: str) -> None:
    words = said(language, Text("chart-no-ratings"))
    axes.text(0.5, 0.5, words, transform=axes.transAxes, ha="center", color="#6b7280", fontsize=11)


def _bare(axes: Any, *more: str) -> None:
    for side in ("top", "right", *more):
        axes.spines[side].set_visible(False)
