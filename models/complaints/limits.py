"""The classes of a case and the limits of each step, with where they come from.

The values here are the defaults; an office or a unit may have its own, set by an admin with a
source and a date (`limit_rules`). A limit holds for cases received while it is valid.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any

from models.worktime import Duration, Unit


class CaseClass(StrEnum):
    """The classes of PermenPANRB 62/2018 by which a limit is set."""

    MINOR = "ringan"
    NORMATIVE = "normatif"
    ORDINARY = "tidak_berkadar"  # tidak berkadar pengawasan
    SUPERVISORY = "berkadar"  # berkadar pengawasan: bribes, abuse, violence, harassment
    REQUEST = "permintaan"  # permintaan informasi
    WISH = "aspirasi"


class Step(StrEnum):
    """What a limit is set for."""

    VERIFY = "verify"
    FIRST_ANSWER = "first_answer"
    NEXT_ANSWER = "next_answer"
    RESOLUTION = "resolution"
    NUDGE = "nudge"  # the citizen who has the word is reminded
    SILENCE = "silence"  # and the case ends by itself
    CAUSE = "cause"  # a claimed external cause is decided


@dataclass(frozen=True)
class Limit:
    """A limit and where it comes from; the source is printed beside figures that used it."""

    duration: Duration
    source: str


def _working_days(days: int, source: str) -> Limit:
    return Limit(Duration(days, Unit.WORKING_DAYS), source)


_LAW = "PermenPANRB 62/2018 (diganti PermenPANRB 5/2025); Perpres 76/2013"
_PRACTICE = "praktik SP4N-LAPOR!"
Key = tuple[Step, CaseClass | None]  # None: every class
DEFAULTS: Mapping[Key, Limit] = {
    (Step.VERIFY, None): _working_days(3, _LAW),
    (Step.FIRST_ANSWER, None): _working_days(5, _PRACTICE),
    (Step.NEXT_ANSWER, None): _working_days(5, "seperti jawaban pertama"),
    (Step.RESOLUTION, CaseClass.MINOR): _working_days(2, _LAW),
    (Step.RESOLUTION, CaseClass.NORMATIVE): _working_days(5, _LAW),
    (Step.RESOLUTION, CaseClass.ORDINARY): _working_days(14, _LAW),
    (Step.RESOLUTION, CaseClass.SUPERVISORY): _working_days(60, _LAW),
    (Step.RESOLUTION, CaseClass.REQUEST): _working_days(5, _PRACTICE),
    (Step.RESOLUTION, CaseClass.WISH): _working_days(5, _PRACTICE),
    (Step.NUDGE, None): _working_days(3, _PRACTICE),
    (Step.SILENCE, None): _working_days(10, _PRACTICE),
    (Step.CAUSE, None): _working_days(5, "aturan aplikasi ini"),
}
REOPEN_WITHIN = timedelta(days=30)  # calendar days after the end, as for filing (Perpres 76/2013)


@dataclass(frozen=True)
class Limits:
    """The limits that hold for one unit at one instant; `own` overrules the defaults."""

    own: Mapping[Key, Limit] = field(default_factory=dict)

    def of(self, step: Step, case_class: CaseClass) -> Limit:
        """Own before default, and within each the class's before that of every class."""
        keys: tuple[Key, Key] = ((step, case_class), (step, None))
        found = (table[key] for table in (self.own, DEFAULTS) for key in keys if key in table)
        return next(found)


# A proposal: whoever verifies a case may choose another class.
PROPOSED: dict[str, CaseClass] = {
    "persyaratan": CaseClass.NORMATIVE,
    "prosedur": CaseClass.NORMATIVE,
    "waktu": CaseClass.NORMATIVE,
    "biaya": CaseClass.NORMATIVE,
    "produk": CaseClass.NORMATIVE,
    "kompetensi": CaseClass.ORDINARY,
    "perilaku": CaseClass.ORDINARY,
    "sarana": CaseClass.ORDINARY,
    "pengaduan": CaseClass.ORDINARY,
    "pungli": CaseClass.SUPERVISORY,
    "keterlambatan": CaseClass.NORMATIVE,
    "informasi": CaseClass.REQUEST,
    "lainnya": CaseClass.ORDINARY,
}


def proposed_class(category: str, reading: Mapping[str, Any] | None = None) -> CaseClass:
    """From the citizen's category and what the reader (`nlp.Reading.to_json`) found in the words:
    a report of money, violence or harassment is for the inspectorate, whatever it was filed as."""
    if reading and (reading.get("corruption") or reading.get("abuse")):
        return CaseClass.SUPERVISORY
    if reading and reading.get("kind") == "wish":
        return CaseClass.WISH
    return PROPOSED.get(category, CaseClass.ORDINARY)
