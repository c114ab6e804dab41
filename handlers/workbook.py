"""A workbook of figures: numbers as number cells, words as words, never a formula.

What begins with '=' stays words. xlsxwriter takes a while to import: import this where one is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import xlsxwriter

from handlers.message import Text, said

Row = Sequence[Any]
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
A4 = 9  # as Excel numbers paper
_YES_NO = {True: Text("value-yes"), False: Text("value-no")}


def _for_paper(sheet: Any) -> None:
    """Printed on A4, lying on its side, with all columns beside each other."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


@dataclass
class Book:
    """In one language, instants in the zone. `decimals`: of a float; a Decimal has two."""

    language: str
    zone: str
    decimals: int = 2
    stream: BytesIO = field(default_factory=BytesIO)

    def __post_init__(self) -> None:
        self.file = xlsxwriter.Workbook(self.stream, SAFE)
        self.bold = self.file.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.title = self.file.add_format({"bold": True})
        self.wrap = self.file.add_format({"text_wrap": True, "valign": "top"})
        self.day = self._format("yyyy-mm-dd")
        self.instant = self._format("yyyy-mm-dd hh:mm")
        self.whole = self._format("#,##0")
        self.two = self._format("0.00")
        self.float = self._format(f"0.{'0' * self.decimals}")

    def sheet(
        self,
        name: Text,
        columns: Row,
        rows: Iterable[Row],
        widths: Sequence[int],
        above: Sequence[Any] = (),
    ) -> None:
        """Columns and words are texts or plain words; the last width holds for all that follow.

        above: what stands over the table, a line each, with an empty line below them.
        """
        made = self.file.add_worksheet(self._words(name))
        _for_paper(made)
        for line, words in enumerate(above):
            made.write_string(line, 0, self._words(words), self.title)
        top = len(above) + 1 if above else 0
        for place, column in enumerate(columns):
            made.set_column(place, place, widths[min(place, len(widths) - 1)])
            made.write_string(top, place, self._words(column), self.bold)
        made.freeze_panes(top + 1, 0)
        for number, row in enumerate(rows, top + 1):
            for place, value in enumerate(row):
                self._cell(made, number, place, value)

    def finish(self) -> bytes:
        self.file.close()
        return self.stream.getvalue()

    def _format(self, numbers: str) -> Any:
        return self.file.add_format({"num_format": numbers, "valign": "top"})

    def _words(self, value: Any) -> str:
        return value if isinstance(value, str) else said(self.language, value)

    def _cell(self, sheet: Any, row: int, column: int, value: Any) -> None:
        if value is None:
            return
        if isinstance(value, datetime):
            local = value.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
            sheet.write_datetime(row, column, local, self.instant)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, self.day)
        elif isinstance(value, bool):
            sheet.write_string(row, column, self._words(_YES_NO[value]), self.wrap)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self.whole)
        elif isinstance(value, Decimal):
            sheet.write_number(row, column, float(value), self.two)
        elif isinstance(value, (float, Fraction)):
            sheet.write_number(row, column, float(value), self.float)
        else:
            sheet.write_string(row, column, self._words(value), self.wrap)
