"""The picture of what a training did: before and after, with intervals, for who came and who did
not. Made like the chart of the weekly summary, to be read on a phone."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from textwrap import wrap
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from handlers import figure_words, texts, training_words
from handlers.message import Text, said
from handlers.summary_chart import DPI, INK, PALE
from models.appraisal.coaching.effect_rules import Level, Moved
from models.appraisal.coaching.effects import Effect
from models.appraisal.indicators import CATALOGUE, Measure

SIZE = (5.0, 5.6)  # inches; 900 by 1008 pixels
TRAINED, OTHERS = "#1d4ed8", "#b45309"
SHIFT = 0.06  # the two groups stand beside each other, so that both intervals can be seen
APART = 0.11  # of the height: labels that are nearer to each other are moved apart
TITLE = 44  # characters in a line
ENDS = {Measure.SHARE: (0.0, 1.04), Measure.SCORE: (1.0, 4.05)}  # lengths: from nought
TICKS = {Measure.SHARE: (0.0, 0.2, 0.4, 0.6, 0.8, 1.0), Measure.SCORE: (1.0, 2.0, 3.0, 4.0)}
STEPS = (5, 10, 15, 30, 60, 120, 180, 300, 600, 1200, 2400, 4800)  # minutes between two ticks
MOST_STEPS = 6


def draw(found: Effect, language: str) -> bytes:
    """PNG of 900 by 1008 pixels."""
    figure = Figure(figsize=SIZE, dpi=DPI, facecolor="white", layout="constrained")
    FigureCanvasAgg(figure)
    title = "\n".join(wrap(found.event.name, TITLE)[:2])
    figure.suptitle(title, fontsize=12, fontweight="bold", color=INK, parse_math=False)
    axes = figure.subplots()
    groups = _groups(found)
    for moved, colour, shift, key, marker in groups:
        label = said(language, Text(key, {"n": moved.officers}))
        _line(axes, moved, colour, shift, marker, label)
    _frame(axes, found, language)
    for place in (0, 1):
        _labels(axes, found, language, place, groups)
    stream = BytesIO()
    figure.savefig(stream, format="png", metadata={"Software": None})
    return stream.getvalue()


_Group = tuple[Moved, str, float, str, str]


def _groups(found: Effect) -> list[_Group]:
    """Each with its colour, shift, text and mark."""
    groups: list[_Group] = []
    if found.trained is not None:
        groups.append((found.trained, TRAINED, -SHIFT, "training-chart-trained", "o"))
    if found.others is not None:
        groups.append((found.others, OTHERS, SHIFT, "training-chart-others", "s"))
    return groups


def _levels(moved: Moved) -> tuple[Level, Level]:
    return moved.before, moved.after


def _line(axes: Any, moved: Moved, colour: str, shift: float, marker: str, label: str) -> None:
    levels = _levels(moved)
    axes.errorbar(
        [place + shift for place in (0, 1)], [level.value for level in levels],
        yerr=(
            [level.value - level.low for level in levels],
            [level.high - level.value for level in levels],
        ),
        color=colour, marker=marker, markersize=7, linewidth=1.8, elinewidth=2, capsize=5,
        label=label,
    )  # fmt: skip


def _labels(axes: Any, found: Effect, language: str, place: int, groups: list[_Group]) -> None:
    """The figures outside the lines: left of what was before, right of what is after."""
    low, high = axes.get_ylim()
    known = sorted(
        ((_levels(moved)[place], colour) for moved, colour, *_ in groups),
        key=lambda one: one[0].value,
    )
    heights = [level.value for level, _ in known]
    least = APART * (high - low)
    if len(heights) == 2 and heights[1] - heights[0] < least:
        middle = min(max(sum(heights) / 2, low + least), high - least)
        heights = [middle - least / 2, middle + least / 2]
    for (level, colour), height in zip(known, heights, strict=True):
        axes.text(
            place + (0.16 if place else -0.16), height, _told(found, level, language),
            ha="left" if place else "right", va="center", fontsize=9.5, color=colour,
        )  # fmt: skip


def _told(found: Effect, level: Level, language: str) -> str:
    return f"{_amount(found, level.value, language)}\n(n = {texts.number(language, level.n)})"


def _amount(found: Effect, value: float, language: str) -> str:
    return said(language, figure_words.amount(CATALOGUE[found.event.topic].measure, value))


def _frame(axes: Any, found: Effect, language: str) -> None:
    name = said(language, figure_words.name(found.event.topic))
    axes.set_title(name, loc="left", fontsize=11, color=INK, pad=10)
    windows = (("training-chart-before", found.before), ("training-chart-after", found.after))
    places = [_window(found, language, key, window) for key, window in windows]
    axes.set_xticks((0, 1), places, fontsize=10)
    axes.set_xlim(-1.05, 2.05)
    measure = CATALOGUE[found.event.topic].measure
    axes.set_ylim(*ENDS.get(measure, (0.0, axes.get_ylim()[1])))
    ticks = TICKS.get(measure) or _minutes(axes.get_ylim()[1])
    axes.set_yticks(ticks, [_amount(found, value, language) for value in ticks], fontsize=9)
    axes.grid(axis="y", color=PALE)
    axes.set_axisbelow(True)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), frameon=False, fontsize=10)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _minutes(most: float) -> list[float]:
    """Ticks of a length of time: whole hours where there are many."""
    step = next((one for one in STEPS if most / one <= MOST_STEPS), STEPS[-1])
    return [float(value) for value in range(0, int(most) + 1, step)]


def _window(found: Effect, language: str, key: str, window: tuple[date, date]) -> str:
    first, last = (
        said(language, training_words.plain_day(one, found.event.zone)) for one in window
    )
    return f"{said(language, Text(key))}\n{first} –\n{last}"
