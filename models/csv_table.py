"""A CSV file as a table: whatever a spreadsheet in Indonesia writes.

`;`, `,` or tab between the cells; UTF-8 with or without a byte order mark, UTF-16 or cp1252; any
line ends; `sep=;` on the first line. Pure.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.errors import Refused

DELIMITERS = ";,\t"
CELL_LIMIT = 10_000  # characters


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file."""

    line: int  # of the file; the header's is usually 1
    cells: Mapping[str, str]  # by the column's own name, stripped
    surplus: bool  # more cells than the header has columns
    number: int  # as a spreadsheet numbers its rows: a cell of several lines is in one of them

    def get(self, column: str) -> str:
        """The cell; empty when it or its column is missing."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    columns: dict[str, str]  # our name of a column -> the file's
    unknown: tuple[str, ...]  # columns that nobody reads
    rows: tuple[Row, ...]


def read_sheet(content: bytes, aliases: Mapping[str, str]) -> Sheet:
    """Read a file whose header cells are known by `aliases` (lower case -> our name).

    Refuses an empty file, one that is no text, a column named twice, and broken quotes.
    """
    text = _decoded(content)
    lines = [
        (number, line, cells) for number, (line, cells) in enumerate(_lines(text), 1) if any(cells)
    ]
    if not lines:
        raise Refused("csv-empty")
    header = lines[0][2]
    names = [aliases.get(_plain(cell)) for cell in header]
    columns: dict[str, str] = {}
    for name, cell in zip(names, header, strict=True):
        if name in columns:
            raise Refused("csv-column-twice", column=cell)
        if name is not None:
            columns[name] = cell
    unknown = tuple(cell for name, cell in zip(names, header, strict=True) if not name and cell)
    return Sheet(columns, unknown, tuple(_row(*line, names) for line in lines[1:]))


def write_sheet(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as a file that Excel in Indonesia opens with a double click, formulas disarmed."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([f"'{cell}" if cell[:1] in tuple("=+-@\t\r") else cell for cell in row])
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _row(number: int, line: int, cells: list[str], names: list[str | None]) -> Row:
    known = {name: cell for name, cell in zip(names, cells, strict=False) if name}
    return Row(line, known, any(cells[len(names) :]), number)


def _decoded(content: bytes) -> str:
    encodings = ["utf-8-sig", "cp1252"]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused("csv-not-text")


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    delimiter, skipped = _delimiter(text)
    body = text.split("\n", 1)[1] if skipped else text
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    start = 1 + skipped
    try:
        for cells in reader:
            if any(len(cell) > CELL_LIMIT for cell in cells):
                raise Refused("csv-broken", line=start)
            yield start, [cell.strip() for cell in cells]
            start = reader.line_num + 1 + skipped
    except csv.Error:
        raise Refused("csv-broken", line=start) from None


def _delimiter(text: str) -> tuple[str, int]:
    """The sign between cells, and how many lines (0 or 1) only say so."""
    first = text.split("\n", 1)[0].strip(" \r")
    if first.lower().startswith("sep=") and len(first) == len("sep=;"):
        return first[-1], 1
    header = next((line for line in text.splitlines() if line.strip()), "")
    if ";" in header or "\t" in header:  # then a comma before a space is one of a heading's own
        header = header.replace(", ", " ")
    return max(DELIMITERS, key=header.count), 0


def _plain(header: str) -> str:
    """A header cell without case, underscores, stars and what stands in brackets."""
    return " ".join(header.partition("(")[0].replace("_", " ").replace("*", " ").lower().split())
