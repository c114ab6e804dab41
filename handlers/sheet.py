"""A sheet of paper to be drawn on in millimetres from its upper left corner, with matplotlib.

The same drawing is saved as PDF and as picture. Import it only where a sheet is wanted: matplotlib
takes a second to load.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.patches import FancyBboxPatch, Rectangle

A4 = (210.0, 297.0)  # mm
INCH = 25.4  # mm
POINT = INCH / 72  # mm
LEADING = 1.3  # from line to line, in sizes of the type
INK, GREY, PALE = "#111827", "#4b5563", "#d1d5db"
ELLIPSIS = "…"
SAMPLE = 100  # points in which lines are measured


class Sheet:
    """One page. Types are DejaVu Sans, which has all letters and signs of both languages."""

    def __init__(self, size: tuple[float, float] = A4) -> None:
        self.width, self.height = size
        self.figure = Figure(figsize=(self.width / INCH, self.height / INCH), facecolor="white")
        FigureCanvasAgg(self.figure)
        self._axes: Any = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set(xlim=(0, self.width), ylim=(self.height, 0))
        self._axes.axis("off")

    def text(
        self,
        x: float,
        y: float,
        words: str,
        points: float,
        *,
        bold: bool = False,
        colour: str = INK,
        align: str = "left",
    ) -> float:
        """One line whose baseline is at y; returns where the next one would be."""
        self._axes.text(
            x, y, words, fontproperties=_type(points, bold), color=colour, ha=align,
            va="baseline", parse_math=False,
        )  # fmt: skip
        return y + points * POINT * LEADING

    def lines(self, x: float, y: float, found: Sequence[str], points: float, **how: Any) -> float:
        """Several lines, the first one's baseline at y; returns where the next one would be."""
        for line in found:
            y = self.text(x, y, line, points, **how)
        return y

    def wide(self, words: str, points: float, *, bold: bool = False) -> float:
        """How wide a line is, in mm."""
        return _wide(words, bold) * points * POINT

    def wrapped(
        self, words: str, points: float, width: float, most: int, *, bold: bool = False
    ) -> list[str]:
        """At most so many lines no wider than `width`; what is left over ends in an ellipsis."""
        found, left = [""], words.split()
        while left:
            longer = f"{found[-1]} {left[0]}".strip()
            if self.wide(longer, points, bold=bold) <= width:
                found[-1] = longer
                left.pop(0)
            elif not found[-1]:  # one word wider than the line
                cut = self._cut(left[0], points, width, bold)
                found[-1], left[0] = cut, left[0][len(cut) :]
            elif len(found) == most:
                found[-1] = self.clipped(longer + ELLIPSIS, points, width, bold=bold)
                return found
            else:
                found.append("")
        return found

    def clipped(self, words: str, points: float, width: float, *, bold: bool = False) -> str:
        """As much of one line as fits, with an ellipsis where something is missing."""
        if self.wide(words, points, bold=bold) <= width:
            return words
        fitting = self._cut(words, points, width - self.wide(ELLIPSIS, points, bold=bold), bold)
        return fitting.rstrip(" ,") + ELLIPSIS

    def fitting(
        self, words: str, sizes: Sequence[float], width: float, most: int, *, bold: bool = False
    ) -> tuple[list[str], float]:
        """The lines in the largest of the sizes in which nothing is lost, and that size."""
        for points in sizes:
            found = self.wrapped(words, points, width, most, bold=bold)
            if whole(found, words):
                return found, points
        return found, points

    def _cut(self, words: str, points: float, width: float, bold: bool) -> str:
        """The longest beginning that is no wider than `width`; at least one letter."""
        low, high = 1, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.wide(words[:middle], points, bold=bold) <= width
            low, high = (middle, high) if fits else (low, middle - 1)
        return words[:low]

    def rule(self, x: float, y: float, width: float, colour: str = PALE, mm: float = 0.3) -> None:
        """A line across."""
        self.block(x, y, width, mm, colour)

    def block(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self._axes.add_patch(Rectangle((x, y), width, height, facecolor=colour, linewidth=0))

    def frame(
        self, x: float, y: float, width: float, height: float, colour: str, fill: str = "none"
    ) -> None:
        """A rectangle with round corners and a thin edge."""
        style = "round,pad=0,rounding_size=2.5"
        self._axes.add_patch(
            FancyBboxPatch(
                (x, y), width, height, boxstyle=style, edgecolor=colour, facecolor=fill, linewidth=1
            )
        )

    def code(self, matrix: Sequence[Sequence[int]], x: float, y: float, side: float) -> None:
        """A QR code as filled squares, sharp at any size."""
        module = side / len(matrix)
        for row, values in enumerate(matrix):
            for column, dark in enumerate(values):
                if dark:  # a little larger than its place, so that no hairline shows between two
                    self.block(
                        x + column * module, y + row * module, module * 1.02, module * 1.02, INK
                    )

    def pdf(self, title: str) -> bytes:
        """Without a date, so that the same sheet is the same file."""
        return self._saved(format="pdf", metadata={"Title": title, "CreationDate": None})

    def png(self, dpi: int = 200) -> bytes:
        """Letters stand where they do in the PDF, so that lines are as wide as measured."""
        with rc_context({"text.hinting": "no_hinting"}):
            return self._saved(format="png", dpi=dpi, metadata={"Software": None})

    def _saved(self, **how: Any) -> bytes:
        stream = BytesIO()
        self.figure.savefig(stream, **how)
        return stream.getvalue()


def whole(lines: Sequence[str], words: str) -> bool:
    """Whether the lines hold all of the words."""
    return " ".join(lines) == " ".join(words.split())


@lru_cache(maxsize=1024)
def _wide(words: str, bold: bool) -> float:
    """How wide a line is, in sizes of the type; with kerning, which widens some pairs."""
    font = get_font(findfont(_type(SAMPLE, bold)))
    font.set_size(SAMPLE, 72)
    font.set_text(words, 0.0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64 / SAMPLE


def _type(points: float, bold: bool) -> FontProperties:
    return FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal", size=points)
