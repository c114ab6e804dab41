"""The font of everything that is printed: DejaVu Sans, which matplotlib brings along."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fpdf import FPDF

STYLES = {"": "DejaVuSans.ttf", "B": "DejaVuSans-Bold.ttf"}


def add(pdf: FPDF, family: str) -> None:
    """Make the font known to a PDF under this name, upright and bold."""
    for style, file in STYLES.items():
        pdf.add_font(family, style, _folder() / file)


def _folder() -> Path:
    """Found without importing matplotlib, which takes a second."""
    spec = importlib.util.find_spec("matplotlib")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("matplotlib, which brings the font, is not installed")
    return Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf"
