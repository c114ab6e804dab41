"""What to look at this week: three lines, each with its cases.

Pure. In a fixed order, first what hurts citizens longest: late and still open, reopened, handled
badly in the eyes of those who complained, and the subject named most often. A supervisory case is
in none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.complaints.history import CaseAt
from models.complaints.states import Event
from models.complaints.tables import Category
from models.reports.cases import Complaints, Line, Span
from models.reports.results import Result

LINES = 3
CASES = 3  # named in each
UNHAPPY = 2  # a score for the handling up to here
SEVERAL = 2  # complaints about a subject before it is worth a line


class Look(StrEnum):
    LATE = "late"  # past a limit, and still open
    REOPENED = "reopened"  # in the span
    UNHAPPY = "unhappy"  # the handling was rated 1 or 2 in the span
    SUBJECT = "subject"  # what most complaints of the span are about


@dataclass(frozen=True, slots=True)
class Attention:
    """One line: why, how many cases, and those to open first."""

    look: Look
    n: int
    cases: tuple[tuple[int, str], ...]  # id and ticket, the longest waiting first
    subject: str = ""  # a category, for `Look.SUBJECT`


def attention(stood: Iterable[CaseAt], found: Complaints, span: Span) -> tuple[Attention, ...]:
    """At most `LINES`, those with cases."""
    lines = {line.case_id: line for line in found.lines}
    known = [case for case in stood if case.case_id in lines and not case.supervisory]
    subject = _subject(known, span)
    chosen = {
        Look.LATE: [line for line in found.lines if _late(line)],
        Look.REOPENED: [lines[c.case_id] for c in known if _happened(c, Event.REOPENED, span)],
        Look.UNHAPPY: [lines[c.case_id] for c in known if _unhappy(c, span)],
        Look.SUBJECT: [lines[c.case_id] for c in known if c.category == subject and _sent(c, span)],
    }
    told = [_line(look, cases, subject) for look, cases in chosen.items() if cases]
    return tuple(told[:LINES])


def _line(look: Look, cases: Sequence[Line], subject: str) -> Attention:
    first = sorted(cases, key=lambda line: (line.received_at, line.case_id))[:CASES]
    return Attention(
        look,
        len(cases),
        tuple((line.case_id, line.ticket) for line in first),
        subject if look is Look.SUBJECT else "",
    )


def _late(line: Line) -> bool:
    lengths = (line.timed.verification, line.timed.first_answer, line.timed.resolution)
    return line.result is Result.OPEN and any(one is not None and one.unfinished for one in lengths)


def _happened(case: CaseAt, event: Event, span: Span) -> bool:
    return any(one.event is event and span.holds(one.at) for one in case.events)


def _unhappy(case: CaseAt, span: Span) -> bool:
    return any(
        one.event is Event.HANDLING_RATED
        and span.holds(one.at)
        and one.score is not None
        and one.score <= UNHAPPY
        for one in case.events
    )


def _subject(cases: Iterable[CaseAt], span: Span) -> str:
    """What most complaints sent in the span are about; empty if none comes up again."""
    sent = [case.category for case in cases if _sent(case, span)]
    named = Counter(category for category in sent if category != Category.LAINNYA)
    ordered = sorted(named.items(), key=lambda item: (-item[1], item[0]))
    return ordered[0][0] if ordered and ordered[0][1] >= SEVERAL else ""


def _sent(case: CaseAt, span: Span) -> bool:
    return span.holds(case.received_at) and span.concerns(case.events[0].unit_id or 0)
