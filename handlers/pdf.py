"""A report on A4: chapters, paragraphs, pictures, tables whose rows are never cut in two.

fpdf2 takes half a second to import: import this module where a report is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import zip_longest

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, TableBordersLayout, TableCellFillMode
from fpdf.fonts import FontFace

from handlers import fonts, texts

FONT = "report"
MARGIN, FOOT = 18.0, 20.0  # mm
WIDTH, HEIGHT = 210 - 2 * MARGIN, 297.0
INK, GREY, PALE, WHITE = (31, 41, 55), (107, 114, 128), (243, 244, 246), (255, 255, 255)
ACCENT, LINE = (30, 64, 175), (209, 213, 219)
BODY, SMALL, HEADING = 10, 8.5, 14  # points
PADDING = (1, 1.2)  # mm above and below what stands in a cell, and beside it
TABLE_HEAD = 25  # mm of a page that the heading of a table may take
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)  # the same report is the same file


@dataclass(frozen=True, slots=True)
class Column:
    """width: its part of the page, in relation to the other columns."""

    heading: str
    width: float
    right: bool = False  # numbers stand to the right


class Document(FPDF):
    """What is written goes from the top to the bottom, and on to the next page. wide: the page lies
    on its side."""

    def __init__(self, language: str, title: str, foot: str, *, wide: bool = False) -> None:
        super().__init__("landscape" if wide else "portrait", format="A4")
        self.room = self.w - 2 * MARGIN  # mm between the margins
        self.language = language
        self.foot = foot
        self.chapters = 0
        self.set_title(title)
        self.set_lang(language)
        self.set_creation_date(UNDATED)
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(True, FOOT)
        fonts.add(self, FONT)
        self.set_font(FONT, "", BODY)
        self.set_text_color(*INK)

    def footer(self) -> None:
        """What the report is, and the page; nothing on the cover."""
        if self.page_no() == 1:
            return
        self.set_y(-14)
        self.set_font(FONT, "", 8)
        self.set_text_color(*GREY)
        values = {"page": str(self.page_no()), "pages": "{nb}"}
        page = texts.render(self.language, "pdf-page", values, escape=False)
        self.cell(self.room * 0.75, 5, self._fitting(self.foot, self.room * 0.75))
        self.cell(0, 5, page, align="R")
        self.set_text_color(*INK)

    def _fitting(self, words: str, width: float) -> str:
        """As much of the words as a line has room for."""
        if self.get_string_width(words) <= width:
            return words
        while words and self.get_string_width(f"{words}…") > width:
            words = words[:-1]
        return f"{words}…"

    # --- words

    def chapter(self, title: str, room: float = 45) -> None:
        """A numbered heading; on the next page if less than `room` mm are left below it."""
        self.chapters += 1
        if self.will_page_break(room):
            self.add_page()
        elif self.get_y() > MARGIN + 1:
            self.ln(6)
        self.set_text_color(*ACCENT)
        self.line_of(f"{self.chapters}. {title}", HEADING, bold=True)
        self.set_text_color(*INK)
        self.ln(1.5)

    def heading(self, title: str, room: float = 30) -> None:
        """A small heading inside a chapter."""
        if self.will_page_break(room):
            self.add_page()
        else:
            self.ln(2)
        self.line_of(title, BODY, bold=True)
        self.ln(0.5)

    def say(
        self, words: str, *, size: float = BODY, bold: bool = False, grey: bool = False
    ) -> None:
        """A paragraph."""
        self.set_text_color(*(GREY if grey else INK))
        self.line_of(words, size, bold=bold)
        self.set_text_color(*INK)
        self.ln(1.5)

    def line_of(self, words: str, size: float, *, bold: bool = False, align: str = "L") -> None:
        self.set_font(FONT, "B" if bold else "", size)
        self.multi_cell(0, size * 0.5, words, align=align, new_x="LMARGIN", new_y="NEXT")
        self.set_font(FONT, "", BODY)

    # --- tables and pictures

    def grid(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        *,
        bold: Sequence[int] = (),
        size: float = SMALL,
        whole: bool = True,
    ) -> None:
        """A table. bold: numbers of rows; whole: on one page, if it fits on one.

        The heading stands again on every page, and no row is cut in two but one that is higher than
        a page.
        """
        if not rows:
            return
        pieces = [list(self._pieces(columns, row, size)) for row in rows]
        bold = [place for place, number in enumerate(_numbers(pieces)) if number in bold]
        rows = [piece for row in pieces for piece in row]
        if whole or len(rows) <= 3:
            self._make_room(columns, rows, bold, size)
        self._table(columns, rows, bold, size)
        self.ln(3)

    def _pieces(
        self, columns: Sequence[Column], row: Sequence[str], size: float
    ) -> Iterator[Sequence[str]]:
        """A row as one or more, each of them not higher than a page."""
        most = int((self.h - MARGIN - FOOT - TABLE_HEAD) / (size * 0.5))
        whole = sum(column.width for column in columns)
        widths = [column.width / whole * self.room - 2 * PADDING[1] for column in columns]
        self.set_font(FONT, "B", size)  # as wide as it may become
        cells = [self._lines(text, width, most) for text, width in zip(row, widths, strict=True)]
        self.set_font(FONT, "", BODY)
        if all(len(lines) <= most for lines in cells):
            yield row
            return
        parts = [
            ["\n".join(lines[place : place + most]) for place in range(0, len(lines), most)]
            for lines in cells
        ]
        yield from zip_longest(*parts, fillvalue="")

    def _lines(self, text: str, width: float, most: int) -> list[str]:
        """The lines of a text in a cell; one, unbroken, where they are few at first sight."""
        if text.count("\n") + self.get_string_width(text) / width < most / 3:
            return [text]
        margin, self.c_margin = self.c_margin, 0.0
        lines = self.multi_cell(width, text=text, dry_run=True, output=MethodReturnValue.LINES)
        self.c_margin = margin
        return lines if isinstance(lines, list) else [text]

    def _make_room(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        bold: Sequence[int],
        size: float,
    ) -> None:
        with self.offset_rendering() as trial:
            trial._table(columns, rows, bold, size)
        if trial.page_break_triggered and self.get_y() > MARGIN + 25:
            self.add_page()

    def _table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        bold: Sequence[int],
        size: float,
    ) -> None:
        self.set_font(FONT, "", size)
        self.set_draw_color(*LINE)
        head = FontFace(emphasis="BOLD", fill_color=PALE, color=INK)
        plain, strong = FontFace(fill_color=WHITE), FontFace(emphasis="BOLD", fill_color=WHITE)
        with self.table(
            col_widths=tuple(column.width for column in columns),
            text_align=tuple("RIGHT" if column.right else "LEFT" for column in columns),
            headings_style=head,
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            cell_fill_mode=TableCellFillMode.NONE,
            line_height=size * 0.5,
            padding=PADDING,
            v_align="TOP",
            width=self.room,
        ) as table:
            table.row([column.heading for column in columns])
            for place, cells in enumerate(rows):
                table.row(list(cells), style=strong if place in bold else plain)
        self.set_font(FONT, "", BODY)

    def picture(self, png: bytes, height: float) -> None:
        """As wide as the page."""
        if self.will_page_break(height):
            self.add_page()
        self.image(BytesIO(png), x=MARGIN, w=self.room, h=height)
        self.ln(3)

    def made(self) -> bytes:
        return bytes(self.output())


def _numbers(pieces: Sequence[Sequence[object]]) -> Iterator[int]:
    """Of which row each piece is."""
    for number, row in enumerate(pieces):
        yield from [number] * len(row)
