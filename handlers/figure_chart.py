"""The picture of an officer's figures: each over the periods, with its interval and its target.

Small charts side by side, one hue; a period without enough data leaves a gap, for it is not zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from math import ceil
from textwrap import wrap
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from handlers import figure_words, texts
from handlers.message import Text, said
from models.appraisal.indicators import CATALOGUE, Measure, Result
from models.appraisal.pack import Trend

BESIDE = 3  # charts in a row
ROW = 2.3  # inches
WIDTH = 10.2
DPI = 150
INK, PALE, LINE, BAND = "#1f2937", "#9ca3af", "#1e40af", "#93c5fd"
LABEL, TITLE = 11, 34  # characters beside each other
HOUR = 60
MEASURED = {Measure.SHARE: 100.0, Measure.MINUTES: 1 / HOUR}  # in percent, in hours


def height(trends: Sequence[Trend]) -> float:
    """Of the picture, as a part of its width."""
    return ceil(len(trends) / BESIDE) * ROW / WIDTH


def draw(trends: Sequence[Trend], language: str) -> bytes:
    """PNG."""
    rows = ceil(len(trends) / BESIDE)
    figure = Figure(figsize=(WIDTH, ROW * rows), dpi=DPI, facecolor="white", layout="constrained")
    FigureCanvasAgg(figure)
    places = figure.subplots(rows, BESIDE, squeeze=False).flat
    for axes, trend in zip(places, trends, strict=False):
        _chart(axes, trend, language)
    for axes in list(figure.axes)[len(trends) :]:
        axes.set_visible(False)
    stream = BytesIO()
    figure.savefig(stream, format="png", metadata={"Software": None})
    return stream.getvalue()


def _chart(axes: Any, trend: Trend, language: str) -> None:
    measure = CATALOGUE[trend.key].measure
    unit = said(language, Text(f"figure-axis-{measure}"))
    name = said(language, figure_words.name(trend.key))
    axes.set_title(
        "\n".join(wrap(f"{name} ({unit})", TITLE)), fontsize=8, color=INK, parse_math=False
    )
    factor = MEASURED.get(measure, 1.0)
    for place, (_, result) in enumerate(trend.points):
        _point(axes, place, result, factor)
    if trend.target is not None:
        axes.axhline(trend.target * factor, color=PALE, linestyle="--", linewidth=1, zorder=0)
    labels = [said(language, Text(*name)) for name, _ in trend.points]
    broken = ["\n".join(wrap(label, LABEL)) for label in labels]
    axes.set_xticks(range(len(labels)), broken, fontsize=7)
    axes.set_xlim(-0.5, len(labels) - 0.5)
    axes.tick_params(axis="y", labelsize=7)
    axes.yaxis.set_major_formatter(lambda value, _: texts.number(language, value, 1))
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _point(axes: Any, place: int, result: Result | None, factor: float) -> None:
    if result is None or result.value is None:
        return
    if result.low is not None and result.high is not None:
        axes.vlines(
            place, result.low * factor, result.high * factor, color=BAND, linewidth=5, zorder=1
        )
    axes.plot([place], [result.value * factor], marker="o", markersize=5, color=LINE, zorder=3)
