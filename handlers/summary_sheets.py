"""The workbook of the weekly summary: figures, ratings by day, complaints, definitions.

Nothing in it tells who rated or complained. Text is written as text: what begins with '=' stays
words and never becomes a formula.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from handlers import summary_text
from handlers.message import Listed, Number, Text
from handlers.workbook import Book, Row
from models.complaints.causes import CAP, Causes
from models.database import Transaction
from models.ratings import flag_queries
from models.ratings import queries as ratings
from models.ratings.queries import Cell
from models.ratings.tables import SCORES
from models.reports.cases import Complaints, Line, Times
from models.reports.results import Check, Result
from models.reports.scope import Scope, place
from models.reports.serving import Serving
from models.reports.weekly import WeeklySummary
from models.statistics import MINIMUM, Change, Length, Part, Quantile

SOLVED_HOW = (Result.CONFIRMED, Result.SILENT)
DEFINED = (
    "week", "n", "mean", "change", "trend", "element", "visits", "waited", "processed",
    "promised", "mood", "check", "received", "answered", "solved", "result",
    "reopened", "late", "in-time", "verification", "first-answer", "resolution", "without",
    "causes", "handling", "aspect", "undelivered",
)  # fmt: skip
_NAMED = {"element": "term-elements"}


def write(tx: Transaction, summary: WeeklySummary, language: str) -> bytes:
    """The XLSX file."""
    book = Book(language, summary.place.zone)
    cells = ratings.rated_between(tx, summary.start, summary.until, summary.place.unit_ids)
    names = _unit_names(tx, summary, cells)
    columns = ("column-figure", "column-value", "column-low", "column-high", "column-n")
    book.sheet(
        Text("sheet-summary"),
        _columns(*columns, "column-note"),
        _figures(tx, summary),
        (44, 24, 12, 12, 8, 60),
    )
    scores = [f"score-{score}" for score in SCORES]
    book.sheet(
        Text("sheet-days"),
        _columns("column-day", "column-unit", "column-asked", *scores, "column-total"),
        _days(cells, names),
        (12, 30, 18, 12, 12, 12, 12, 10),
    )
    widths = (18, 28, 22, 18, 22, 18)
    book.sheet(Text("sheet-cases"), _columns(*_CASE_COLUMNS), _cases(summary, names), widths)
    defined = _columns("column-figure", "column-note")
    book.sheet(Text("sheet-definitions"), defined, _definitions(summary), (40, 100))
    return book.finish()


def _columns(*keys: str) -> list[Text]:
    return [Text(key) for key in keys]


def _figures(tx: Transaction, summary: WeeklySummary) -> Iterable[Row]:
    """Figure, value, lower and upper bound, n, note."""
    found, mood = summary.complaints, summary.mood
    yield Text("term-place"), summary_text.place_name(summary.place)
    yield Text("term-week"), summary_text.week(summary)
    yield Text("term-until"), summary.until
    yield Text("term-n"), summary.n
    for score, n in zip(SCORES, summary.counts, strict=True):
        yield Text(f"score-{score}"), n
    for how, n in summary.asked:
        yield Text(f"asked-{how}"), n
    yield from _received(tx, summary)
    yield _mean(summary)
    yield _change(summary)
    yield _trend(summary.trend)
    for key, mean in summary.elements:
        element = Text("term-element", {"element": Text(f"category-{key}")})
        yield element, mean.mean, mean.low, mean.high, mean.n
    yield from _serving(summary.serving)
    for name in ("positive", "neutral", "negative", "unclear"):
        yield Text(f"term-mood-{name}"), getattr(mood, name), None, None, mood.n
    yield check_row(found.check)
    yield Text("term-received"), found.received
    yield Text("term-answered"), found.answered
    yield Text("term-solved"), found.solved
    for how in (*SOLVED_HOW, *summary_text.RARER):
        yield Text(f"result-{how}".replace("_", "-")), found.ends(how)
    for why, n in found.reasons:
        yield Text("term-reason", {"reason": Text(f"outcome-{why}")}), n
    yield Text("term-open"), found.open
    yield Text("term-open-late"), found.open_late
    yield _part("term-reopened", found.reopened)
    yield from _timed(found.times, "")
    yield from _timed(found.without_causes, "-without")
    yield from _causes(found.causes)
    yield _handling(found)
    for one in summary.aspects:
        yield (
            Text(f"category-{one.key}"),
            one.n,
            None,
            None,
            None,
            summary_text.quotation(one) or None,
        )
    yield Text("term-undelivered"), summary.undelivered


def _received(tx: Transaction, summary: WeeklySummary) -> Iterable[Row]:
    """received = counted + excluded + withdrawn; those excluded by now with reason and ids."""
    found, (invited, answered) = summary.received, summary.invited
    yield Text("term-ratings-received"), found.received
    for name in ("counted", "excluded", "withdrawn"):
        yield Text(f"term-ratings-{name}"), getattr(found, name)
    last = summary.week + timedelta(days=6)
    reasons = flag_queries.excluded_by_reason(tx, summary.place.unit_ids, summary.week, last)
    for reason, ids in reasons.items():
        told = Text(f"skm-reason-{reason}".replace("_", "-"))
        term = Text("term-ratings-reason", {"reason": told})
        yield term, len(ids), None, None, None, " ".join(map(str, ids))
    yield Text("term-response-visits"), summary.by_visit, None, None, summary.serving.visits
    yield Text("term-response-invited"), answered, None, None, invited


def _trend(moved: Change | None) -> Row:
    if moved is None:
        return Text("term-trend"), None, None, None, None, Text("note-few", {"least": MINIMUM})
    note = Text("note-chance" if moved.within_chance else "note-real")
    return Text("term-trend"), moved.by, moved.low, moved.high, None, note


def _serving(found: Serving) -> Iterable[Row]:
    yield Text("term-visits"), found.visits
    yield Text("term-waited"), found.waited, None, None, found.waits
    yield Text("term-processed"), found.minutes, None, None, found.done
    if found.done_by_clock:
        n = found.done_by_clock
        yield Text("term-processed-clock"), found.minutes_by_clock, None, None, n
    yield _part("term-promised", found.within)
    for one in found.promises:
        _, *figures = _part("term-promised", one.within)
        yield Text("term-promised-of", {"service": one.service}), *figures


def check_row(check: Check) -> Row:
    """received = counted + excluded by reason + withdrawn + supervisory, and whether it is so."""
    parts = [Text("check-counted", {"n": check.counted})]
    parts += [Text(f"check-{how}", {"n": n}) for how, n in check.excluded]
    parts.append(Text("check-withdrawn", {"n": check.withdrawn}))
    if check.supervisory is not None:
        parts.append(Text("check-supervisory", {"n": check.supervisory}))
    told = Text("check-line", {"received": check.received, "parts": Listed(parts, " + ")})
    return Text("term-check"), told, None, None, None, Text(_CHECKED[check.adds_up])


_CHECKED = {True: "check-true", False: "check-false"}


def _timed(times: Times, suffix: str) -> Iterable[Row]:
    """suffix: of the terms, "-without" for the figures without external causes."""
    yield Text(_term("late", suffix)), times.late
    yield _part(_term("answered-in-time", suffix), times.answered)
    yield _part(_term("resolved-in-time", suffix), times.resolved)
    for name, lengths in (
        ("verification", times.verification),
        ("first-answer", times.first_answer),
        ("resolution", times.resolution),
    ):
        yield _quantile(_term(f"{name}-median", suffix), lengths.median, lengths.n)
        yield _quantile(_term(f"{name}-p90", suffix), lengths.p90, lengths.n)


def _term(name: str, suffix: str) -> str:
    return f"term-{name}{suffix}"


def _part(term: str, found: Part) -> Row:
    """A share in percent with its interval; how many of how many stands beside it."""
    note = Text("note-part", {"k": found.k, "n": found.n})
    figures = (found.share, found.low, found.high)
    return Text(term), *(None if one is None else one * 100 for one in figures), found.n, note


def _causes(found: Causes) -> Iterable[Row]:
    note = Text("note-flagged", {"cap": Number(CAP * 100)}) if found.flagged else None
    yield Text("term-causes-cases"), found.cases, None, None, found.of_cases, note
    share = found.time_share * 100
    yield Text("term-causes-time"), float(share), None, None, found.of_cases, note


def _handling(found: Complaints) -> Row:
    if found.handling is None:
        few = Text("note-few", {"least": MINIMUM})
        return Text("term-handling"), None, None, None, found.handling_n, few
    mean = found.handling
    return Text("term-handling"), mean.mean, mean.low, mean.high, mean.n


def _mean(summary: WeeklySummary) -> Row:
    found = summary.mean
    if found is None:
        few = Text("note-few", {"least": MINIMUM})
        return Text("term-mean"), None, None, None, summary.n, few
    return Text("term-mean"), found.mean, found.low, found.high, found.n


def _change(summary: WeeklySummary) -> Row:
    moved = summary.change
    if moved is None:
        few = Text("note-few", {"least": MINIMUM})
        return Text("term-change"), None, None, None, None, few
    note = Text("note-chance" if moved.within_chance else "note-real")
    return Text("term-change"), moved.by, moved.low, moved.high, None, note


def _quantile(term: str, found: Quantile | None, n: int) -> Row:
    if found is None:
        return Text(term), None, None, None, n, Text("note-few", {"least": MINIMUM})
    note = Text("note-at-least") if found.at_least else None
    return Text(term), round(found.minutes, 3), None, None, n, note


def _days(cells: Iterable[Cell], names: dict[int, str]) -> Iterable[Row]:
    numbers: dict[tuple[date, str, str], Counter[int]] = {}
    for cell in cells:
        key = (cell.day, names[cell.unit_id], cell.asked)
        numbers.setdefault(key, Counter())[cell.score] += cell.n
    for (day, unit, asked), by_score in sorted(numbers.items()):
        scores = [by_score[score] for score in SCORES]
        yield day, unit, Text(f"asked-{asked}"), *scores, sum(scores)


_CASE_COLUMNS = (
    "column-ticket", "column-unit", "column-category", "column-class", "column-state",
    "column-result", "column-received", "column-answer-due", "column-answered",
    "column-answer-minutes", "column-answer-minutes-without", "column-resolution-due",
    "column-ended", "column-resolution-minutes", "column-resolution-minutes-without",
    "column-late", "column-late-without", "column-cause", "column-running",
)  # fmt: skip


def _cases(summary: WeeklySummary, names: dict[int, str]) -> Iterable[Row]:
    for line in summary.complaints.lines:
        yield (
            line.ticket,
            names[line.unit_id],
            Text(f"category-{line.category}"),
            Text(f"class-{line.case_class}".replace("_", "-")),
            Text(f"state-{line.state}"),
            Text(f"result-{line.result}".replace("_", "-")),
            line.received_at,
            line.first_answer_due,
            line.first_answered_at,
            _minutes(line.timed.first_answer),
            _minutes(line.without_causes.first_answer),
            line.resolution_due,
            line.ended_at,
            _minutes(line.timed.resolution),
            _minutes(line.without_causes.resolution),
            line.timed.late,
            line.without_causes.late,
            line.caused,
            _running(line),
        )


def _minutes(length: Length | None) -> float | None:
    return None if length is None else float(length.minutes)


def _running(line: Line) -> bool:
    """Whether a length in this line is only what it is so far."""
    lengths = (line.timed.first_answer, line.timed.resolution)
    return any(length is not None and length.unfinished for length in lengths)


def _definitions(summary: WeeklySummary) -> Iterable[Row]:
    values = {"least": MINIMUM, "zone": summary.place.zone, "cap": Number(CAP * 100)}
    used = {
        "week": {"zone"},
        "mean": {"least"},
        "element": {"least"},
        "waited": {"least"},
        "processed": {"least"},
        "in-time": {"least"},
        "first-answer": {"least"},
        "handling": {"least"},
        "causes": {"cap"},
    }
    for name in DEFINED:
        needed = {key: values[key] for key in used.get(name, ())}
        yield Text(_NAMED.get(name, f"term-{name}")), Text(f"definition-{name}", needed)


def _unit_names(tx: Transaction, summary: WeeklySummary, cells: Iterable[Cell]) -> dict[int, str]:
    """Names of the units in the sheets, also of those that closed since."""
    ids = {cell.unit_id for cell in cells}
    ids |= {line.unit_id for line in summary.complaints.lines}
    return {unit_id: place(tx, Scope(unit_id=unit_id)).name for unit_id in sorted(ids)}
