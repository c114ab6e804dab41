"""The PDF of the survey's report in one language: its document, and how it says things."""

from __future__ import annotations

from typing import Any

from handlers import skm_words as words
from handlers import texts
from handlers.message import Text, said
from handlers.pdf import Column, Document
from models.reports.skm_figures import SkmReport
from models.statistics import Change


class Page:
    """Where the chapters are written."""

    def __init__(self, report: SkmReport, language: str) -> None:
        self.report, self.language = report, language
        foot = self.said(
            "skm-foot", unit=report.unit, period=self.text(words.period(report.period))
        )
        self.pdf = Document(language, f"{self.said('skm-title')}: {foot}", foot)

    def said(self, key: str, **values: Any) -> str:
        return said(self.language, Text(key, values))

    def text(self, value: Any) -> str:
        """Any value of a text; nothing is a dash, for it is not zero."""
        return self.said("skm-no-figure") if value is None else said(self.language, value)

    def number(self, value: Any, places: int = 2) -> str:
        return self.text(None if value is None else words.number(value, places))

    def day(self, at: Any) -> str:
        return texts.when(self.language, at, self.report.zone, "date")

    def span(self, low: float | None, high: float | None) -> str:
        if low is None or high is None:
            return self.text(None)
        return self.said("skm-quality-range", low=words.number(low), high=words.number(high))

    def moved(self, change: Change | None) -> str:
        """A change; with an asterisk when it is more than chance."""
        if change is None:
            return self.text(None)
        return self.text(words.signed(change.by)) + ("" if change.within_chance else " *")

    def columns(self, *wanted: tuple[str, float, bool]) -> list[Column]:
        return [
            Column(self.said(f"skm-column-{name}"), width, right) for name, width, right in wanted
        ]
