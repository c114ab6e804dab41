"""The picture of what a training did: before and after, with intervals, for who came and who did
not. Made like the chart of the weekly summary, to be read on a phone."""

from __future__ import annotations

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
TITLE = 44  # characters in a line


def draw(found: Effect, language: str) -> bytes:
    """PNG of 900 by 1008 pixels."""
    figure = Figure(figsize=SIZE, dpi=DPI, facecolor="white", layout="constrained")
    FigureCanvasAgg(figure)
    title = "\n".join(wrap(found.event.name, TITLE)[:2])
    figure.suptitle(title, fontsize=12, fontweight="bold", color=INK, parse_math=False)
    axes = figure.subplots()
    _groups(axes, found, language)
    _frame(axes, found, language)
    stream = BytesIO()
    figure.savefig(stream, format="png", metadata={"Software": None})
    return stream.getvalue()


def _groups(axes: Any, found: Effect, language: str) -> None:
    for moved, colour, shift, key, marker in (
        (found.trained, TRAINED, -SHIFT, "training-chart-trained", "o"),
        (found.others, OTHERS, SHIFT, "training-chart-others", "s"),
    ):
        if moved is not None:
            label = said(language, Text(key, {"n": moved.officers}))
            _group(axes, found, moved, language, (colour, shift, label, marker))


def _group(
    axes: Any, found: Effect, moved: Moved, language: str, style: tuple[str, float, str, str]
) -> None:
    colour, shift, label, marker = style
    levels = (moved.before, moved.after)
    middle = [_height(found, level.value) for level in levels]
    axes.errorbar(
        [place + shift for place in (0, 1)], middle,
        yerr=(
            [y - _height(found, level.low) for y, level in zip(middle, levels, strict=True)],
            [_height(found, level.high) - y for y, level in zip(middle, levels, strict=True)],
        ),
        color=colour, marker=marker, markersize=7, linewidth=1.8, elinewidth=2, capsize=5,
        label=label,
    )  # fmt: skip
    for place, level, height in zip((0, 1), levels, middle, strict=True):
        left = shift < 0
        axes.annotate(
            _told(found, level, language), (place + shift, height), (-9 if left else 9, 0),
            textcoords="offset points", ha="right" if left else "left", va="center",
            fontsize=9, color=colour,
        )  # fmt: skip


def _height(found: Effect, value: float) -> float:
    """Where a value stands: lengths of time in minutes, shares in percent."""
    return value * 100 if CATALOGUE[found.event.topic].measure is Measure.SHARE else value


def _told(found: Effect, level: Level, language: str) -> str:
    measure = CATALOGUE[found.event.topic].measure
    amount = said(language, figure_words.amount(measure, level.value))
    return f"{amount}\n(n = {texts.number(language, level.n)})"


def _frame(axes: Any, found: Effect, language: str) -> None:
    name = said(language, figure_words.name(found.event.topic))
    axes.set_title(name, loc="left", fontsize=11, color=INK, pad=10)
    places = [
        _window(found, language, key, window)
        for key, window in (
            ("training-chart-before", found.before),
            ("training-chart-after", found.after),
        )
    ]
    axes.set_xticks((0, 1), places, fontsize=10)
    axes.set_xlim(-0.6, 1.6)
    if CATALOGUE[found.event.topic].measure is Measure.SHARE:
        axes.set_ylim(0, 104)
    axes.grid(axis="y", color=PALE)
    axes.set_axisbelow(True)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.16), frameon=False, fontsize=10)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _window(found: Effect, language: str, key: str, window: tuple[Any, Any]) -> str:
    first, last = (
        said(language, training_words.plain_day(one, found.event.zone)) for one in window
    )
    return f"{said(language, Text(key))}\n{first} – {last}"
