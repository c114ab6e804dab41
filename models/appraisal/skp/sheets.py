"""The cells of a workbook somebody sent: read with bounds, whatever the file says of itself."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from models.errors import Refused

CONTENT_LIMIT = 1_000_000  # bytes of the file
UNPACKED_LIMIT = 8_000_000  # bytes of all that is in it: a small file can unpack to any size
PARTS_LIMIT = 200
SHEETS, ROWS, COLUMNS = 10, 500, 30  # looked at, at most


@dataclass(frozen=True, slots=True)
class Cell:
    value: Any
    percent: bool = False  # shown as a percentage

    @property
    def words(self) -> str:
        """What it says, on one line."""
        if self.value is None:
            return ""
        whole = isinstance(self.value, float) and self.value.is_integer()
        return " ".join(str(int(self.value) if whole else self.value).split())


NOTHING = Cell(None)
Rows = list[tuple[int, tuple[Cell, ...]]]  # each with its number, from 1


def sheets(content: bytes) -> list[Rows]:
    """The sheets of a workbook; refuses what is none, what is too large, packed or not."""
    if not content:
        raise Refused("csv-empty")
    if len(content) > CONTENT_LIMIT:
        raise Refused("csv-too-large", limit=CONTENT_LIMIT // 1000)
    try:
        _refuse_bomb(content)
        return list(_opened(content))
    except Refused:
        raise
    except Exception:  # the reader raises anything at all on a broken file
        raise Refused("skp-file-unreadable") from None


def _refuse_bomb(content: bytes) -> None:
    """What is unpacked is no more than the directory of the archive says, so that is looked at."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
    if len(parts) > PARTS_LIMIT or sum(one.file_size for one in parts) > UNPACKED_LIMIT:
        raise Refused("skp-file-bomb")


def _opened(content: bytes) -> Iterator[Rows]:
    import openpyxl  # takes a while to import, and most processes never read a workbook

    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets[:SHEETS]:
            rows = sheet.iter_rows(max_row=ROWS + 1, max_col=COLUMNS)
            found = [(number, tuple(map(_cell, row))) for number, row in enumerate(rows, 1)]
            if any(cell.words for _, cells in found[ROWS:] for cell in cells):
                raise Refused("csv-too-long", limit=ROWS, rows=f"> {ROWS}")
            yield found[:ROWS]
    finally:
        book.close()


def _cell(cell: Any) -> Cell:
    if cell.value is None:
        return NOTHING
    return Cell(cell.value, "%" in str(cell.number_format or ""))
