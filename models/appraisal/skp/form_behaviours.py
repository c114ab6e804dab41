"""The second part of the SKP form: what the leader expects of the seven behaviours, read back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from models.appraisal.skp.sheets import Cell
from models.appraisal.values import Value

TITLE = "PERILAKU KERJA"
HEADINGS = ("No", "Perilaku Kerja", "Ekspektasi Khusus Pimpinan")
VALUES = {
    Value.SERVICE: "Berorientasi Pelayanan",
    Value.ACCOUNTABLE: "Akuntabel",
    Value.COMPETENT: "Kompeten",
    Value.HARMONIOUS: "Harmonis",
    Value.LOYAL: "Loyal",
    Value.ADAPTIVE: "Adaptif",
    Value.COLLABORATIVE: "Kolaboratif",
}
BEGINS = re.compile(r"(?:ii\.?\s*|b\.?\s*)?(?:perilaku kerja|behaviou?r)\b.*", re.I)
_NAMED = {name.casefold(): value for value, name in VALUES.items()}
_NUMBER = re.compile(r"^\(?\d\s*[.)]?\s*")
_EXPECTS = re.compile(r"ekspektasi\s+(?:khusus\s+)?pimpinan\s*:?\s*(.*)", re.I)


@dataclass
class Behaviours:
    """What is read so far, and the row each expectation stands in.

    An expectation stands in the column that is headed so; or, as in the form of the ministry, in a
    cell below the value's name that begins with those words.
    """

    expectations: dict[Value, str] = field(default_factory=dict)
    rows: dict[Value, int] = field(default_factory=dict)
    _column: int | None = None
    _last: Value | None = None

    def row(self, number: int, cells: tuple[Cell, ...]) -> None:
        for place, cell in enumerate(cells):
            words = "" if place == self._column else cell.words
            named = _NAMED.get(_NUMBER.sub("", words).rstrip(": ").casefold())
            found = _EXPECTS.fullmatch(words)
            if named is not None:
                self._last = named
                if self._column is not None and self._column < len(cells):
                    self._keep(number, cells[self._column].words)
            elif found is not None and found[1]:
                self._keep(number, found[1])
            elif found is not None and self._last is None:
                self._column = place

    def _keep(self, number: int, words: str) -> None:
        if self._last is not None and words not in ("", "-"):
            self.expectations[self._last] = words
            self.rows[self._last] = number
