"""Why a clock shows what it shows, in sentences that a head of office accepts.

`worktime_explain` gives the facts without language; here they become lines, to be shown as a value
of a ticket's text or, by `message.said`, on the command line. They hold no markup, and however long
the clock they stay well below a message's 4,096 characters.

The reason of a pause is plain words, the key of a text, or a name that a text `pause-…` explains.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from handlers import explain_parts as parts
from handlers.durations import duration_text
from handlers.explain_parts import Words
from handlers.message import Lines, Listed, Text, When
from models.worktime import Duration, Unit
from models.worktime_explain import Explanation, LimitExplanation

A_MINUTE = timedelta(minutes=1)


def elapsed(told: Explanation, of: Duration | None = None) -> Lines:
    """Why so much time is counted: one sentence within a week, beyond it a line for each part.

    of: the limit this time is counted against; one in working days tells which day it is.
    """
    words = Words(told.zone, told.start, told.end)
    clauses = [
        _counted(words, told),
        *_begun_closed(words, told),
        *_day_number(told, of),
        *parts.pauses(words, told.paused),
        *_days_off(words, told),
        *parts.other_hours(words, told.other_hours),
    ]
    if words.within_a_week:
        return Lines([_sentence(*clauses), *_undecreed(told)])
    points = [Text("clock-line", {"part": clause}) for clause in clauses[1:]]
    return Lines([_sentence(clauses[0]), *points, *_undecreed(told)])


def limit(told: LimitExplanation) -> Lines:
    """Why a limit ends when it does: receipt, what counts, what is skipped, pauses, the end."""
    words = Words(told.zone, told.received, max(told.end, told.promised))
    return Lines(
        [
            _received(words, told),
            _COUNTS[told.duration.unit](words, told),
            *_skipped(words, told),
            *_moved(words, told),
            _ends(told),
            *_stands(told),
            *_undecreed(told.course),
        ]
    )


def _sentence(*clauses: Text) -> Text:
    return Text("clock-sentence", {"parts": Listed(clauses, "; ")})


def _undecreed(told: Explanation) -> Iterator[Text]:
    if told.undecreed:
        yield Text("clock-undecreed", {"year": str(told.decreed_until)})


# --- the time that has passed


def _counted(words: Words, told: Explanation) -> Text:
    if not told.counted:
        return Text("clock-counted-nothing")
    if told.total < A_MINUTE:
        return Text("clock-counted-hardly")
    days = parts.counted_days(words, told.counted)
    return Text("clock-counted", {"total": parts.minutes(told.total), "days": days})


def _begun_closed(words: Words, told: Explanation) -> Iterator[Text]:
    if told.counted and told.closed and told.closed[0].start == told.start:
        yield Text("clock-from-opening", {"opening": words.at(told.counted[0].start)})


def _day_number(told: Explanation, of: Duration | None) -> Iterator[Text]:
    """Which working day this is; with a pause it is the time that counts, not the day."""
    paused = any(pause.worked for pause in told.paused)
    if of is None or of.unit is not Unit.WORKING_DAYS or paused or not told.working_days:
        return
    n = len(told.working_days)
    key = "clock-day-number" if n <= of.value else "clock-day-over"
    yield Text(key, {"n": n, "limit": duration_text(str(of))})


def _days_off(words: Words, told: Explanation) -> Iterator[Text]:
    if told.days_off:
        named = any(off.reason.name for off in told.days_off)
        key = "clock-days-off-named" if named else "clock-days-off"
        yield Text(key, {"days": parts.days_off(words, told.days_off)})


# --- the limit


def _received(words: Words, told: LimitExplanation) -> Text:
    values = {
        "received": When(told.received, told.zone),
        "duration": duration_text(str(told.duration)),
    }
    closed, counted = told.course.closed, told.course.counted
    timed = told.duration.unit in (Unit.MINUTES, Unit.WORKING_HOURS)
    if timed and counted and closed and closed[0].start == told.received:
        opening = words.at(counted[0].start)
        return Text("clock-received-closed", {**values, "opening": opening})
    return Text("clock-received", values)


def _days_count(words: Words, told: LimitExplanation) -> Text:
    return Text("clock-limit-days", {"days": parts.day_list(words, told.days)})


def _time_counts(words: Words, told: LimitExplanation) -> Text:
    return Text("clock-limit-time", {"days": parts.counted_days(words, told.course.counted)})


_COUNTS: dict[Unit, Callable[[Words, LimitExplanation], Text]] = {
    Unit.MINUTES: _time_counts,
    Unit.WORKING_HOURS: _time_counts,
    Unit.WORKING_DAYS: _days_count,
    Unit.HOURS: lambda _words, _told: Text("clock-limit-hours"),
    Unit.DAYS: lambda _words, _told: Text("clock-limit-calendar-days"),
}


def _skipped(words: Words, told: LimitExplanation) -> Iterator[Text]:
    """Days off on the way, and days with other hours than the week's."""
    received = words.day_of(told.received)
    in_days = told.duration.unit is Unit.WORKING_DAYS  # these begin after the day of receipt
    if off := [one for one in told.course.days_off if not (in_days and one.day == received)]:
        yield Text("clock-limit-skipped", {"days": parts.days_off(words, off)})
    if others := parts.other_hours(words, told.course.other_hours):
        yield Text("clock-limit-other-hours", {"hours": Listed(others, "; ")})


def _moved(words: Words, told: LimitExplanation) -> Iterator[Text]:
    if not told.moved_by:
        return
    yield Text("clock-limit-promised", {"end": _end(told, told.promised)})
    round_the_clock = told.duration.unit in (Unit.HOURS, Unit.DAYS)
    key = "clock-limit-moved-round" if round_the_clock else "clock-limit-moved"
    moved = sum((pause.worked for pause in told.moved_by), parts.NOTHING)
    pauses = Listed(parts.pauses(words, told.moved_by), "; ")
    yield Text(key, {"total": parts.minutes(moved), "pauses": pauses})


def _ends(told: LimitExplanation) -> Text:
    in_days = told.duration.unit is Unit.WORKING_DAYS
    at_closing = in_days and told.end == told.recomputed
    key = "clock-limit-end-closing" if at_closing else "clock-limit-end"
    return Text(key, {"end": _end(told, told.end)})


def _end(told: LimitExplanation, at: datetime) -> When:
    return When(at, told.zone, "full-end")


def _stands(told: LimitExplanation) -> Iterator[Text]:
    if told.pausing:
        yield Text("clock-limit-pausing")
    if told.promised != told.recomputed:
        yield Text("clock-limit-kept", {"recomputed": _end(told, told.recomputed)})
