"""Paper questionnaires typed into a spreadsheet: a row per person, a column per question.

Only reads; nothing is stored or printed here. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from models.csv_table import Row, Sheet, read_sheet
from models.errors import Refused
from models.ratings.ikm import ELEMENTS, MOST_QUESTIONS, Numbering, element_of

# The names of PermenPANRB 14/2017, and their common short forms, in lower case.
NAMES = {
    "persyaratan": ("persyaratan",),
    "prosedur": (
        "prosedur",
        "sistem, mekanisme, dan prosedur",
        "sistem, mekanisme dan prosedur",
        "sistem mekanisme dan prosedur",
    ),
    "waktu": ("waktu", "waktu penyelesaian"),
    "biaya": ("biaya", "biaya/tarif", "biaya / tarif", "tarif"),
    "produk": ("produk", "produk spesifikasi jenis pelayanan"),
    "kompetensi": ("kompetensi", "kompetensi pelaksana"),
    "perilaku": ("perilaku", "perilaku pelaksana"),
    "sarana": ("sarana", "sarana dan prasarana"),
    "pengaduan": (
        "pengaduan",
        "penanganan pengaduan",
        "penanganan pengaduan, saran, dan masukan",
        "penanganan pengaduan, saran dan masukan",
        "penanganan pengaduan saran dan masukan",
    ),
}
SCORES = {"1": 1, "2": 2, "3": 3, "4": 4}
_NUMBERED = re.compile(r"(u ?\d+|[a-z,/ ]+?)(?: ?[. ] ?\d+)?", re.ASCII)
_U = re.compile(r"u ?\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One person's questionnaire."""

    line: int  # as a spreadsheet numbers its rows: the header's is usually 1
    scores: Mapping[str, int]  # by question: "waktu", then "waktu.2" where an element has several


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be taken: a key of the texts, with its values."""

    line: int
    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """What a file holds. With `faults` it is to be refused as a whole."""

    questions: tuple[str, ...]  # in the file's order
    ignored: tuple[str, ...]  # columns nobody reads, by their own names
    rows: tuple[PaperRow, ...]  # those with an answer
    blank: tuple[int, ...]  # lines that hold something, but no answer
    faults: tuple[Fault, ...]

    @property
    def elements(self) -> tuple[str, ...]:
        """Those with a column, in the order of `ELEMENTS`."""
        found = {element_of(question) for question in self.questions}
        return tuple(element for element in ELEMENTS if element in found)


def read(content: bytes, numbering: Numbering) -> PaperSheet:
    """Read a CSV file. Columns: an element by key, official name or number (U1 to U9, in the order
    of `numbering`); several questions of an element as "waktu.1", "waktu.2".

    An empty cell is a question left blank. Refused if there is no element, no person, a column
    twice, a number of an element or question that does not exist, or no table at all. Scores that
    are not 1, 2, 3 or 4 are told in `faults`, all of them.
    """
    sheet = read_sheet(content, _aliases(numbering))
    _check_header(sheet)
    rows, blank, faults = [], [], []
    for row in sheet.rows:
        wrong = _faults(row, sheet)
        scores = {name: SCORES[row.get(name)] for name in sheet.columns if row.get(name) in SCORES}
        faults += wrong
        if scores:
            rows.append(PaperRow(row.number, scores))
        elif not wrong:
            blank.append(row.number)
    if not rows and not faults:
        raise Refused("paper-no-people")
    return PaperSheet(tuple(sheet.columns), sheet.unknown, tuple(rows), tuple(blank), tuple(faults))


def _aliases(numbering: Numbering) -> dict[str, str]:
    """What may stand in the header -> the question."""
    found = {}
    for element, names in NAMES.items():
        number = numbering.number(element)
        for name in (*names, f"u{number}", f"u {number}"):
            found[name] = element
            for place in range(1, MOST_QUESTIONS + 1):
                question = element if place == 1 else f"{element}.{place}"
                found |= {f"{name}{between}{place}": question for between in (".", " ", ". ")}
    return found


def _check_header(sheet: Sheet) -> None:
    for column in sheet.unknown:
        if _meant(column):
            raise Refused("paper-no-such-question", column=column, most=MOST_QUESTIONS)
    if not sheet.columns:
        raise Refused("paper-no-element", found=", ".join(sheet.unknown))


def _meant(column: str) -> bool:
    """Whether a column nobody reads looks as if it held scores: U10, waktu.7."""
    found = _NUMBERED.fullmatch(column.lower())
    if found is None:
        return False
    name = found[1].strip()
    return bool(_U.fullmatch(name)) or any(name in names for names in NAMES.values())


def _faults(row: Row, sheet: Sheet) -> list[Fault]:
    found = [
        Fault(row.number, "paper-no-score", {"column": title, "found": row.get(column)})
        for column, title in sheet.columns.items()
        if row.get(column) and row.get(column) not in SCORES
    ]
    if row.surplus:
        found.append(Fault(row.number, "paper-row-long"))
    return found
