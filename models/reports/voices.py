"""What citizens name in their comments and complaints, and one of them in its own words.

Only redacted text is quoted, and never where money, favours or abuse are reported: those who read
the summary may be the ones reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from models.complaints.history import CaseAt
from models.complaints.limits import CaseClass
from models.complaints.tables import Case, Category
from models.database import Transaction
from models.reports.cases import Span

NAMED = 3  # aspects shown
QUOTE = 120  # characters of a quotation at most
LEAST = 8  # characters below which a clause says nothing


@dataclass(frozen=True, slots=True)
class AspectNamed:
    """In how many comments and complaints an aspect is named, and one of them in its own words."""

    key: str
    n: int
    quote: str = ""  # redacted; empty if none may be quoted


@dataclass(frozen=True, slots=True)
class Voice:
    """The aspects one complaint names, each with the words that may be quoted."""

    aspects: tuple[tuple[str, str], ...]


def named(
    comments: Mapping[str, int], complaints: Iterable[Voice], quotes: Callable[[str], list[str]]
) -> tuple[AspectNamed, ...]:
    """The aspects named most, each counted once per comment or complaint.

    comments: in how many each is named; quotes: what they say about one.
    """
    numbers, worded = Counter[str](comments), dict[str, list[str]]()
    for voice in complaints:
        for key, quote in dict(voice.aspects).items():
            numbers[key] += 1
            worded.setdefault(key, []).append(quote)
    ordered = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    told: list[AspectNamed] = []
    for key, n in ordered[:NAMED]:
        used = {aspect.quote for aspect in told}
        known = [*quotes(key), *worded.get(key, [])]
        told.append(AspectNamed(key, n, _best([q for q in known if q not in used])))
    return tuple(told)


def complaints(tx: Transaction, cases: Iterable[CaseAt], span: Span) -> list[Voice]:
    """Complaints sent in the span. Each names the category its citizen chose, which stays when the
    words are erased; what the reader thinks of them is only used to find the words."""
    sent = [
        case
        for case in cases
        if not case.supervisory
        and span.holds(case.received_at)
        and span.concerns(case.events[0].unit_id or 0)
        and case.category != Category.LAINNYA
    ]
    readings = _readings(tx, [case.case_id for case in sent])
    return [_of_case(case, readings.get(case.case_id) or {}) for case in sent]


def _readings(tx: Transaction, case_ids: Sequence[int]) -> dict[int | None, Any]:
    """Of the cases that may be quoted: not of one that is confidential, or the inspectorate's by
    now."""
    statement = select(Case.id, Case.reading).where(
        col(Case.id).in_(case_ids),
        col(Case.supervisory).is_(False),
        col(Case.confidential).is_(False),
    )
    return {row[0]: row[1] for row in tx.session.exec(statement)}


def _of_case(case: CaseAt, reading: dict[str, Any] | None) -> Voice:
    secret = case.case_class is CaseClass.SUPERVISORY or case.category == Category.PUNGLI
    if reading is None or secret or reading.get("corruption") or reading.get("abuse"):
        return Voice(((case.category, ""),))
    clauses = {one["key"]: one.get("clause", "") for one in reading.get("aspects", ())}
    return Voice(((case.category, clauses.get(case.category) or reading.get("redacted", "")),))


def _best(quotes: Sequence[str]) -> str:
    """The fullest one that needs no cut; else the first, cut at a word."""
    clean = [text for quote in quotes if len(text := " ".join(quote.split())) >= LEAST]
    whole = [text for text in clean if len(text) <= QUOTE]
    if whole:
        return max(whole, key=len)
    return f"{clean[0][:QUOTE].rsplit(' ', 1)[0]}…" if clean else ""
