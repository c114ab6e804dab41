"""The workbook of a performance plan, in the columns of the SKP form of PermenPANRB 6/2022.

Its headings are those of the form in every language, and `models.appraisal.skp.form` reads it back.
xlsxwriter takes a while to import: import this where one is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import xlsxwriter

from handlers.message import Text, said
from handlers.workbook import SAFE
from models.appraisal.skp import form_behaviours
from models.appraisal.skp.content import OF_A_PERSON, Content, IndicatorContent
from models.appraisal.skp.form import ASPECTS, BLOCKS, DIRECTIONS, HEADINGS, SOURCES
from models.appraisal.skp.plans import Plan
from models.appraisal.skp.tables import Block
from models.appraisal.values import Value
from models.people import Officer

OFFICIAL = "id"  # the language of the form
WIDTHS = (5, 34, 38, 12, 34, 10, 14, 16, 16, 30)
LINE = 15  # height of a row, in points
SPARE = 40  # rows below the last one in which the lists to choose from are offered
PLACES = {name: place for place, name in enumerate(HEADINGS)}


@dataclass(frozen=True, slots=True)
class Head:
    """Whose plan it is: what stands above the table."""

    plan: Plan
    officer: Officer
    leader: Officer
    unit: str


def book(language: str, content: Content, head: Head | None = None) -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, SAFE) as file:
        file.set_properties({"title": "Sasaran Kinerja Pegawai"})
        written = _Sheet(file)
        written.head(head)
        written.table(content)
        _guide(file, language)
    return stream.getvalue()


class _Sheet:
    def __init__(self, file: Any) -> None:
        self._sheet = file.add_worksheet("SKP")
        box = {"border": 1, "valign": "top", "text_wrap": True}
        self._title = file.add_format({"bold": True, "font_size": 13})
        self._bold = file.add_format({"bold": True, "bg_color": "#e5e7eb", **box})
        self._wrap = file.add_format(box)
        self._whole = file.add_format({"num_format": "#,##0", **box})
        self._number = file.add_format({"num_format": "#,##0.00", **box})
        self._row = 0
        for place, width in enumerate(WIDTHS):
            self._sheet.set_column(place, place, width)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)

    def head(self, head: Head | None) -> None:
        self._sheet.write_string(0, 0, "SASARAN KINERJA PEGAWAI", self._title)
        self._row = 2
        if head is None:
            return
        state = said(OFFICIAL, Text(f"skp-form-state-{head.plan.state}"))
        of_plan = f"Tahun {head.plan.year}, versi {head.plan.version} ({state})"
        self._sheet.write_string(1, 0, of_plan)
        self._two("PEGAWAI YANG DINILAI", head.officer, "PEJABAT PENILAI KINERJA", head.leader)
        self._sheet.write_string(self._row, 1, "Unit kerja")
        self._sheet.write_string(self._row, 2, head.unit)
        self._row += 2

    def _two(self, left: str, officer: Officer, right: str, leader: Officer) -> None:
        """The two who agree, side by side; a NIP is text."""
        both = ((1, left, officer), (4, right, leader))
        for column, title, who in both:
            lines = (("Nama", who.name), ("NIP", who.nip), ("Jabatan", who.position))
            self._sheet.write_string(self._row, column, title, self._bold)
            for below, (label, value) in enumerate(lines, self._row + 1):
                self._sheet.write_string(below, column, label)
                self._sheet.write_string(below, column + 1, value)
        self._row += 4

    def table(self, content: Content) -> None:
        for name, place in PLACES.items():
            self._sheet.write_string(self._row, place, HEADINGS[name], self._bold)
        self._sheet.set_row(self._row, 2 * LINE)
        self._sheet.repeat_rows(self._row)
        self._sheet.freeze_panes(self._row + 1, 0)
        first, number = self._row + 1, 0
        for block in Block:
            self._row += 1
            last = len(HEADINGS) - 1
            self._sheet.merge_range(self._row, 0, self._row, last, BLOCKS[block], self._bold)
            for result in content.results:
                if result.block is block:
                    number += 1
                    self._result(number, result.leader_result, result.text, result.indicators)
        self._offer(first, self._row + SPARE)
        self._behaviours(content.expectations)

    def _result(
        self,
        number: int,
        leader_result: str,
        text: str,
        indicators: Sequence[IndicatorContent],
    ) -> None:
        """The result stands in the first row of its indicators; below it is left out."""
        for place, one in enumerate(indicators or [None]):
            self._row += 1
            said_once = (leader_result, text) if place == 0 else ("", "")
            self._sheet.write(self._row, 0, number if place == 0 else "", self._wrap)
            self._words({"leader_result": said_once[0], "result": said_once[1]})
            if one is not None:
                self._indicator(one)

    def _indicator(self, one: IndicatorContent) -> None:
        named = said(OFFICIAL, Text(f"indicator-{one.indicator}")) if one.indicator else ""
        shown = self._whole if one.target == int(one.target) else self._number
        self._sheet.write_number(self._row, PLACES["target"], one.target, shown)
        self._words(
            {
                "aspect": ASPECTS[one.aspect],
                "text": one.text,
                "measure": one.measure,
                "direction": DIRECTIONS[one.direction],
                "source": SOURCES[one.source],
                "indicator": named,
            }
        )

    def _words(self, cells: dict[str, str]) -> None:
        for name, words in cells.items():
            self._sheet.write_string(self._row, PLACES[name], words, self._wrap)

    def _behaviours(self, expectations: Mapping[Value, str]) -> None:
        """The second part of the form; rows may be put in above it."""
        self._row += 2
        last = len(HEADINGS) - 1
        self._sheet.merge_range(self._row, 0, self._row, last, form_behaviours.TITLE, self._bold)
        self._row += 1
        for place, heading in enumerate(form_behaviours.HEADINGS):
            self._sheet.write_string(self._row, place, heading, self._bold)
        for number, (value, name) in enumerate(form_behaviours.VALUES.items(), 1):
            self._row += 1
            self._sheet.write_number(self._row, 0, number, self._wrap)
            self._sheet.write_string(self._row, 1, name, self._wrap)
            self._sheet.write_string(self._row, 2, expectations.get(value, ""), self._wrap)

    def _offer(self, first: int, last: int) -> None:
        """What there is to choose from, in the cells themselves."""
        offered: dict[str, Any] = {
            "aspect": list(ASPECTS.values()),
            "direction": list(DIRECTIONS.values()),
            "source": list(SOURCES.values()),
            "indicator": f"=Petunjuk!$A$2:$A${len(OF_A_PERSON) + 1}",
        }
        for name, source in offered.items():
            rule = {"validate": "list", "source": source, "error_type": "information"}
            self._sheet.data_validation(first, PLACES[name], last, PLACES[name], rule)


def _guide(file: Any, language: str) -> None:
    """What the system counts, what it means, and how the table is filled in."""
    sheet = file.add_worksheet("Petunjuk")
    bold = file.add_format({"bold": True, "text_wrap": True})
    wrap = file.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, HEADINGS["indicator"], bold)
    sheet.write_string(0, 1, said(language, Text("skp-guide-means")), bold)
    for row, key in enumerate(OF_A_PERSON, 1):
        sheet.write_string(row, 0, said(OFFICIAL, Text(f"indicator-{key}")), wrap)
        sheet.write_string(row, 1, said(language, Text(f"indicator-{key}-means")), wrap)
    lines = said(language, Text("skp-guide")).splitlines()
    for row, line in enumerate(lines, len(OF_A_PERSON) + 3):
        sheet.write_string(row, 1, line, wrap)
