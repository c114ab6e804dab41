"""A workbook in the columns of the SKP form, read back into a plan's content.

The form is that of PermenPANRB 6/2022: results in the blocks utama and tambahan, one row for each
indicator. What an office adds above and beside the table is passed over. Nothing is kept here:
everything that is wrong is told at once, each thing with its row and column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from models.appraisal.skp import amounts
from models.appraisal.skp.content import (
    DOCUMENT,
    OF_A_PERSON,
    PERCENT,
    Content,
    IndicatorContent,
    Problem,
    ResultContent,
    WrongContent,
    checked,
    direction_of,
    measure_of,
)
from models.appraisal.skp.form_behaviours import BEGINS, Behaviours
from models.appraisal.skp.form_behaviours import HEADINGS as BEHAVIOUR_HEADINGS
from models.appraisal.skp.sheets import NOTHING, Cell, Rows, sheets
from models.appraisal.skp.tables import Aspect, Block, Direction, Source
from models.appraisal.values import Value as Behaviour
from models.errors import Refused

Value = TypeVar("Value")

Columns = dict[str, tuple[int, str]]  # our name of a column -> its place, and the file's heading
HEADINGS = {  # of the form, by our name of the column; the order is that of the form
    "number": "No",
    "leader_result": "Rencana Hasil Kerja Pimpinan yang Diintervensi",
    "result": "Rencana Hasil Kerja",
    "aspect": "Aspek",
    "text": "Indikator Kinerja Individu",
    "target": "Target",
    "measure": "Satuan",
    "direction": "Arah",
    "source": "Sumber Realisasi",
    "indicator": "Indikator Sistem",
}
NEEDED = ("result", "aspect", "text", "target")
BLOCKS = {Block.MAIN: "A. UTAMA", Block.ADDITIONAL: "B. TAMBAHAN"}
ASPECTS = {
    Aspect.QUANTITY: "Kuantitas",
    Aspect.QUALITY: "Kualitas",
    Aspect.TIME: "Waktu",
    Aspect.COST: "Biaya",
}
DIRECTIONS = {Direction.AT_LEAST: "Paling sedikit", Direction.AT_MOST: "Paling banyak"}
SOURCES = {Source.SYSTEM: "Sistem", Source.REPORTED: "Laporan", Source.DOCUMENT: "Dokumen"}
_ALIASES = {heading.casefold(): name for name, heading in HEADINGS.items()} | {
    "nomor": "number",
    "rencana hasil kerja atasan yang diintervensi": "leader_result",
    "rencana hasil kerja pimpinan": "leader_result",
    "leader's planned result": "leader_result",
    "hasil kerja": "result",
    "planned result": "result",
    "aspect": "aspect",
    "indikator kinerja": "text",
    "indikator": "text",
    "indicator": "text",
    "unit of target": "measure",
    "direction": "direction",
    "sumber": "source",
    "source": "source",
    "system indicator": "indicator",
}
_ASPECTS = {words.casefold(): one for one, words in ASPECTS.items()} | {a.value: a for a in Aspect}
_SOURCES = (
    {words.casefold(): one for one, words in SOURCES.items()}
    | {one.value: one for one in Source}
    | {"dilaporkan": Source.REPORTED, "report": Source.REPORTED}
)
_BLOCK = re.compile(
    r"(?:[ab][.)]\s*)?(?:(?:hasil\s+)?(?:kerja|kinerja)\s+)?(utama|tambahan|main|additional)\b.{0,20}",
    re.I,
)
_OF_BLOCK = {
    "utama": Block.MAIN,
    "main": Block.MAIN,
    "tambahan": Block.ADDITIONAL,
    "additional": Block.ADDITIONAL,
}
_NUMBERED = re.compile(r"\(?\d{1,2}\)?")  # the form numbers its columns: (1) (2) ...
_ERROR = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)")


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One thing wrong. column: as the file calls it; empty: the whole row. row 0: the file."""

    row: int
    column: str
    key: str
    values: Mapping[str, Any]


class WrongForm(Refused):
    """A workbook that was not read: the first problem, and all of them by row."""

    def __init__(self, problems: Iterable[CellProblem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda one: one.row))
        first = self.problems[0]
        super().__init__(first.key, **first.values)


def read(content: bytes, names: Mapping[str, str]) -> Content:
    """What a workbook says. names: of the system's indicators, in lower case, to their keys.

    Refused where it is no workbook or without the form; WrongForm where something in it is wrong.
    """
    heading, columns, rows = _table(content)
    work = _Reading(columns, names, heading)
    behaviours = False
    for number, cells in rows:
        filled = [cell.words for cell in cells if cell.words]
        behaviours |= len(filled) in (1, 2) and BEGINS.fullmatch(filled[0]) is not None
        if behaviours:
            work.behaviours.row(number, cells)
        elif filled and not all(map(_NUMBERED.fullmatch, filled)):
            work.row(number, cells, filled)
    return work.content()


def _table(content: bytes) -> tuple[int, Columns, Rows]:
    """The row of the headings, our columns, and what is below."""
    for rows in sheets(content):
        for at, (number, cells) in enumerate(rows):
            columns = _columns(cells)
            if all(name in columns for name in NEEDED):
                return number, columns, rows[at + 1 :]
    raise Refused("skp-file-no-form", columns=", ".join(HEADINGS[name] for name in NEEDED))


def _columns(cells: tuple[Cell, ...]) -> Columns:
    found: Columns = {}
    for place, cell in enumerate(cells):
        name = _ALIASES.get(cell.words.rstrip("*: ").casefold())
        if name is not None:
            found.setdefault(name, (place, cell.words))
    return found


# --- row by row


class _CellError(Exception):
    def __init__(self, column: str, refused: Refused) -> None:
        super().__init__(column)
        self.column, self.refused = column, refused


@dataclass
class _Open:
    """A result that is being read, and where its parts stand."""

    block: Block
    text: str
    leader_result: str
    row: int
    indicators: list[IndicatorContent] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)


class _Reading:
    def __init__(self, columns: Columns, names: Mapping[str, str], heading: int) -> None:
        self._columns = columns
        self._names = names
        self._heading = heading
        self._block = Block.MAIN
        self._results: list[_Open] = []
        self.behaviours = Behaviours()
        self._problems: list[CellProblem] = []

    def row(self, number: int, cells: tuple[Cell, ...], filled: list[str]) -> None:
        block = _BLOCK.fullmatch(filled[0]) if len(filled) == 1 else None
        if block is not None:
            self._block = _OF_BLOCK[block[1].casefold()]
            return
        try:
            self._result(number, cells)
            self._indicator(number, cells)
        except _CellError as error:
            self._wrong(number, error.column, error.refused.key, error.refused.values)

    def content(self) -> Content:
        made = Content(
            tuple(
                ResultContent(one.block, one.text, one.leader_result, tuple(one.indicators))
                for one in self._results
            ),
            self.behaviours.expectations,
        )
        if not self._results and not self._problems:
            self._wrong(self._heading, "", "skp-file-no-rows", {})
        try:
            made = checked(made)
        except WrongContent as wrong:
            self._placed(wrong)
        if self._problems:
            raise WrongForm(self._problems)
        return made

    def _result(self, number: int, cells: tuple[Cell, ...]) -> None:
        """A row with other words of a result begins a new one; the cells below are often merged."""
        text = self._said(cells, "result")
        last = self._results[-1] if self._results else None
        if text and not (last and last.text == text and last.block is self._block):
            said = self._said(cells, "leader_result")
            self._results.append(_Open(self._block, text, said, number))
        elif last is None:
            raise _CellError("result", Refused("csv-cell-empty"))

    def _indicator(self, number: int, cells: tuple[Cell, ...]) -> None:
        if not any(self._said(cells, name) for name in ("text", "target", "aspect", "indicator")):
            return
        source, key = self._source(cells)
        target, measure, direction = self._amount(cells, source, key)
        result = self._results[-1]
        result.indicators.append(
            IndicatorContent(
                aspect=self._known(cells, "aspect", _ASPECTS, "skp-aspect-unknown"),
                text=self._required(cells, "text"),
                target=target,
                measure=measure,
                direction=direction,
                source=source,
                indicator=key,
            )
        )
        result.rows.append(number)

    def _source(self, cells: tuple[Cell, ...]) -> tuple[Source, str | None]:
        named = self._said(cells, "indicator")
        key = self._names.get(named.casefold(), named) if named else None
        if key is not None and key not in OF_A_PERSON:
            raise _CellError("indicator", Refused("skp-indicator-unknown"))
        if self._said(cells, "source"):
            return self._known(cells, "source", _SOURCES, "skp-source-unknown"), key
        return (Source.SYSTEM if key else Source.REPORTED), key

    def _amount(
        self, cells: tuple[Cell, ...], source: Source, key: str | None
    ) -> tuple[float, str, Direction]:
        """Target, measure and direction: in columns of their own, or in the words of the target."""
        measure, usual = self._said(cells, "measure"), Direction.AT_LEAST
        if source is Source.SYSTEM and key is not None:
            usual = direction_of(key)
            measure = self._read(cells, "measure", lambda said: measure_of(key, said))
        if source is Source.DOCUMENT:
            measure = measure or DOCUMENT
            if not self._said(cells, "target"):
                return 1.0, measure, usual
        said = self._target(cells)
        direction = said.direction
        if self._said(cells, "direction"):
            direction = self._read(cells, "direction", amounts.direction)
            if said.direction not in (None, direction):
                raise _CellError("direction", Refused("skp-direction-differs"))
        if source is Source.SYSTEM and key is not None:
            self._read(cells, "target", lambda _: measure_of(key, said.measure))
        elif said.measure and measure and said.measure.casefold() != measure.casefold():
            raise _CellError("measure", Refused("skp-measure-differs", measure=said.measure))
        return said.value, measure or said.measure, direction or usual

    def _target(self, cells: tuple[Cell, ...]) -> amounts.Amount:
        cell = self._cell(cells, "target")
        if isinstance(cell.value, (date, datetime, time, timedelta)):
            raise _CellError("target", Refused("skp-cell-date"))
        if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
            if cell.percent:
                return amounts.Amount(round(cell.value * 100, 6), PERCENT, None)
            return amounts.Amount(float(cell.value), "", None)
        self._required(cells, "target")
        return self._read(cells, "target", amounts.amount)

    # --- cells

    def _cell(self, cells: tuple[Cell, ...], name: str) -> Cell:
        if name not in self._columns:
            return NOTHING
        place = self._columns[name][0]
        return cells[place] if place < len(cells) else NOTHING

    def _said(self, cells: tuple[Cell, ...], name: str) -> str:
        words = self._cell(cells, name).words
        if _ERROR.fullmatch(words):
            raise _CellError(name, Refused("skp-cell-error", text=words))
        return "" if words == "-" else words

    def _required(self, cells: tuple[Cell, ...], name: str) -> str:
        words = self._said(cells, name)
        if not words:
            raise _CellError(name, Refused("csv-cell-empty"))
        return words

    def _read(self, cells: tuple[Cell, ...], name: str, read_: Callable[[str], Value]) -> Value:
        try:
            return read_(self._said(cells, name))
        except Refused as refused:
            raise _CellError(name, refused) from None

    def _known(
        self, cells: tuple[Cell, ...], name: str, known: Mapping[str, Value], key: str
    ) -> Value:
        words = self._required(cells, name)
        found = known.get(words.casefold())
        if found is None:
            raise _CellError(name, Refused(key, text=words[:40]))
        return found

    # --- what is wrong

    def _placed(self, wrong: WrongContent) -> None:
        """Problems of the content at the rows and columns they came from."""
        for one in wrong.problems:
            if not one.result:
                self._of_plan(one)
                continue
            result = self._results[one.result - 1]
            row = result.rows[one.indicator - 1] if one.indicator else result.row
            name = "result" if one.field == "text" and not one.indicator else one.field
            self._wrong(row, name, one.key, one.values)

    def _of_plan(self, one: Problem) -> None:
        """Of an expectation at its row; what is of the whole plan at the headings."""
        if one.field:
            row, column = self.behaviours.rows[Behaviour(one.field)], BEHAVIOUR_HEADINGS[-1]
            self._problems.append(CellProblem(row, column, one.key, one.values))
        else:
            self._wrong(self._heading, "", one.key, one.values)

    def _wrong(self, row: int, name: str, key: str, values: Mapping[str, Any]) -> None:
        heading = self._columns[name][1] if name in self._columns else HEADINGS.get(name, "")
        self._problems.append(CellProblem(row, heading, key, values))
