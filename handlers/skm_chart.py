"""The chart of the survey's trend: the IKM of each period with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from textwrap import wrap
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from handlers import skm_words, texts
from handlers.message import said
from models.ratings.ikm import Quality
from models.reports.skm_figures import IndexLine, TrendPoint

SIZE = (7.0, 3.0)  # inches: as wide as the page
DPI = 180
INK, PALE, LINE, BAND = "#1f2937", "#d1d5db", "#1e40af", "#93c5fd"
LOWEST = 25  # the IKM of nothing but ones
LABEL = 11  # characters beside each other below a point
ROOM = 5  # points of IKM around what is drawn


def draw(trend: Sequence[TrendPoint], language: str) -> bytes:
    """PNG. A period without an index leaves a gap: it is not zero."""
    figure = Figure(figsize=SIZE, dpi=DPI, facecolor="white", layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    known = [(place, point.index) for place, point in enumerate(trend) if point.index]
    _bounds(axes, [index for _, index in known])
    _qualities(axes, len(trend))
    for place, index in known:
        _point(axes, place, index, language)
    _joined(axes, known)
    labels = [said(language, skm_words.period(point.period)) for point in trend]
    axes.set_xticks(range(len(labels)), [_broken(label) for label in labels], fontsize=8)
    axes.set_xlim(-0.5, len(labels) - 0.3)
    axes.tick_params(axis="y", labelsize=8)
    axes.yaxis.set_major_formatter(lambda value, _: texts.number(language, value, 1))
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    stream = BytesIO()
    figure.savefig(stream, format="png", metadata={"Software": None})
    return stream.getvalue()


def _broken(label: str) -> str:
    """'Triwulan IV 2026' on two lines."""
    return "\n".join(wrap(label, LABEL))


def _bounds(axes: Any, known: Sequence[IndexLine]) -> None:
    lows = [float(index.ikm) if index.low is None else index.low for index in known]
    highs = [float(index.ikm) if index.high is None else index.high for index in known]
    axes.set_ylim(max(LOWEST, min(lows) - ROOM), max(highs) + ROOM)


def _qualities(axes: Any, width: int) -> None:
    """A line where each quality begins, as far as it is in sight."""
    low, high = axes.get_ylim()
    for quality in Quality:
        least = float(quality.least)
        if low < least < high:
            axes.axhline(least, color=PALE, linewidth=1, zorder=0)
            axes.text(width - 0.35, least, quality.name, fontsize=9, color=INK, va="bottom")


def _point(axes: Any, place: int, index: IndexLine, language: str) -> None:
    value = float(index.ikm)
    if index.low is not None and index.high is not None:
        axes.vlines(place, index.low, index.high, color=BAND, linewidth=5, zorder=1)
    axes.plot([place], [value], marker="o", markersize=6, color=LINE, zorder=3)
    axes.annotate(
        texts.number(language, value, 2), (place, index.high or value), (0, 7),
        textcoords="offset points", ha="center", fontsize=8, color=INK,
    )  # fmt: skip


def _joined(axes: Any, known: Sequence[tuple[int, IndexLine]]) -> None:
    """A line only between periods side by side."""
    for (place, one), (next_, other) in pairwise(known):
        if next_ == place + 1:
            axes.plot([place, next_], [float(one.ikm), float(other.ikm)], color=LINE, linewidth=1.5,
                      zorder=2)  # fmt: skip
