"""`/qr`: the printable poster of a unit or counter, and its QR code alone.

The poster is A4, black on white, to be read from two metres: the name stands in 30 points or more,
the code is 120 mm wide, with error correction M or better (15 % of it may be dirty).
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from handlers import fonts, offices, texts
from handlers.files import MadeFile, file_name
from handlers.links import deep_link
from handlers.lists import page_number, paged
from handlers.message import File, Text, button
from handlers.turn import Turn
from models import offices as places
from models.database import Transaction
from models.errors import Refused
from models.people import Role

if TYPE_CHECKING:
    from fpdf import FPDF
    from segno import QRCode

WHO = (Role.ADMIN, Role.HEAD)
PAGE_MM = (210, 297)  # A4
QR_MM = 120.0
MARGIN_MM = 18.0
NAME_POINTS = (44, 40, 36, 32, 28, 24)  # the largest in which the name takes at most two lines
PIXELS_PER_MODULE = 24
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)  # the same poster is the same file


# --- choosing


def choose(turn: Turn) -> None:
    """`/qr`: of which unit?"""
    turn.finish()
    mine = [
        unit
        for unit in places.units(turn.tx)
        if any(turn.authority.over_unit(role, unit.id or 0, unit.office_id) for role in WHO)
    ]
    if len(mine) == 1:
        _of_unit(turn, mine[0].id or 0, 0)
        return
    rows = paged(
        mine, page_number(turn, 0), lambda unit: button(unit.name, "qr-unit", unit.id), "qr"
    )
    turn.say("qr-unit" if mine else "qr-none", edit=True, buttons=[*rows, offices.menu_row()])


def of_unit(turn: Turn) -> None:
    turn.finish()
    _of_unit(turn, turn.integer(0), page_number(turn, 1))


def _of_unit(turn: Turn, unit_id: int, page: int) -> None:
    """The whole unit, or one of its counters; without counters there is nothing to choose."""
    found = offices.my_unit(turn, unit_id, *WHO)
    counters = places.counters(turn.tx, unit_id)
    if not counters:
        _send(turn, f"u{unit_id}", found.office_id, found.name, "")
        return
    rows = paged(
        counters, page, lambda one: button(one.name, "qr-make", "c", one.id), "qr-unit", unit_id
    )
    turn.say(
        "qr-counter",
        edit=True,
        unit=found.name,
        buttons=[
            [button(Text("button-whole-unit"), "qr-make", "u", unit_id)],
            *rows,
            [button(Text("button-back"), "qr")],
        ],
    )


def make(turn: Turn) -> None:
    """The last button: 'u' and a unit's id, or 'c' and a counter's."""
    what, item = turn.arguments[0], turn.integer(1)
    if what == "u":
        unit = offices.my_unit(turn, item, *WHO)
        _send(turn, f"u{item}", unit.office_id, unit.name, "")
    elif what == "c":
        counter, unit = offices.my_counter(turn, item, *WHO)
        _send(turn, f"c{item}", unit.office_id, unit.name, counter.name)
    else:
        raise Refused("not-for-you")


def _send(turn: Turn, payload: str, office_id: int, unit: str, counter: str) -> None:
    office = places.office(turn.tx, office_id)
    link = deep_link(turn.bot_name, payload)
    arguments = {"link": link, "unit": unit, "counter": counter, "office": office.name}
    name = f"{unit}, {counter}" if counter else unit
    turn.say("qr-poster", name=name, link=link, file=File("poster", arguments))
    turn.say(
        "qr-code",
        name=name,
        link=link,
        file=File("qr", arguments, as_photo=True),
        buttons=[[button(Text("button-another-poster"), "qr")], offices.menu_row()],
    )


# --- making


def make_poster(_tx: Transaction, _language: str, arguments: dict[str, Any]) -> MadeFile:
    """The poster as PDF; always in Indonesian with a line of English, whoever asked for it."""
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.set_title(arguments["unit"])
    pdf.set_creation_date(UNDATED)
    pdf.set_auto_page_break(False)
    fonts.add(pdf, "poster")
    pdf.add_page()
    pdf.set_margin(MARGIN_MM)
    pdf.set_y(MARGIN_MM)
    _line(pdf, arguments["office"], 18)
    pdf.ln(3)
    _name(pdf, arguments["unit"], arguments["counter"])
    top = max(pdf.get_y() + 6, 84)
    _line_at(pdf, top, _words("id", "poster-call"), 26, "B")
    _line(pdf, _words("en", "poster-call"), 14)
    _draw(pdf, code(arguments["link"]), pdf.get_y() + 6)
    pdf.set_y(pdf.get_y() + 6)
    _line(pdf, _words("id", "poster-hint"), 17)
    _line(pdf, _words("en", "poster-hint"), 11)
    _line_at(pdf, PAGE_MM[1] - MARGIN_MM - 6, arguments["link"], 12)
    return MadeFile(
        file_name("poster", arguments["unit"], arguments["counter"], ending="pdf"),
        bytes(pdf.output()),
    )


def make_qr(_tx: Transaction, _language: str, arguments: dict[str, Any]) -> MadeFile:
    """The QR code alone as PNG, for an office's own design."""
    picture = io.BytesIO()
    code(arguments["link"]).save(picture, kind="png", scale=PIXELS_PER_MODULE, border=4)
    return MadeFile(
        file_name("qr", arguments["unit"], arguments["counter"], ending="png"), picture.getvalue()
    )


def code(link: str) -> QRCode:
    """The QR code of a link; error correction M, higher where it costs no room."""
    import segno

    return segno.make(link, error="m", boost_error=True, micro=False)


def _name(pdf: FPDF, unit: str, counter: str) -> None:
    """The unit's name as large as two lines allow, the counter below it."""
    width = PAGE_MM[0] - 2 * MARGIN_MM
    for size in NAME_POINTS:
        pdf.set_font("poster", "B", size)
        lines = pdf.multi_cell(width, text=unit, align="C", dry_run=True, output="LINES")
        if isinstance(lines, list) and len(lines) <= 2:
            break
    pdf.multi_cell(width, size * 0.45, unit, align="C", new_x="LMARGIN", new_y="NEXT")
    if counter:
        _line(pdf, counter, 28)


def _draw(pdf: FPDF, qr: QRCode, top: float) -> None:
    """The code as filled squares, so that it stays sharp at any size; leaves y below it."""
    modules = [list(row) for row in qr.matrix]
    side = QR_MM / len(modules)
    left = (PAGE_MM[0] - QR_MM) / 2
    pdf.set_fill_color(0)
    for y, row in enumerate(modules):
        for start, length in _runs(row):
            pdf.rect(left + start * side, top + y * side, length * side, side, style="F")
    pdf.set_y(top + QR_MM)


def _runs(row: list[int]) -> list[tuple[int, int]]:
    """Dark modules side by side: where each run starts, and how long it is."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs


def _line(pdf: FPDF, text: str, points: int, style: str = "") -> None:
    pdf.set_font("poster", style, points)
    width = PAGE_MM[0] - 2 * MARGIN_MM
    pdf.multi_cell(width, points * 0.48, text, align="C", new_x="LMARGIN", new_y="NEXT")


def _line_at(pdf: FPDF, top: float, text: str, points: int, style: str = "") -> None:
    pdf.set_y(top)
    _line(pdf, text, points, style)


def _words(language: str, key: str) -> str:
    return texts.render(language, key, {}, escape=False)
