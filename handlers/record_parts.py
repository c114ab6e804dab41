"""One figure of a record: what it is, how it is counted, what would change it, and every record
behind it; and from a rating or case back to the figures it feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from math import fsum
from typing import Any
from zoneinfo import ZoneInfo

from handlers import clipping, figure_words, lists, record
from handlers.indicator_words import explained
from handlers.message import Button, Lines, Listed, Minutes, Number, Rows, Text, When, button, rows
from handlers.period_words import period_text
from handlers.turn import Turn
from models.appraisal.evidence import trail
from models.appraisal.evidence.figures import Computed
from models.appraisal.evidence.trail import Given, Place, Weeks
from models.appraisal.indicator_records import UNIT
from models.appraisal.indicators import CATALOGUE, Better, Measure, Record, RecordKind
from models.appraisal.leaders import Standing
from models.appraisal.terms_tables import AppraisalPeriod
from models.errors import Refused
from models.people import Officer
from models.small_numbers import SMALLEST

WEEKS, COMMENT = 14, 120  # weeks on a screen; code units of a comment
NAMES = {"c": RecordKind.CASE, "r": RecordKind.RATING}  # as they stand in buttons


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose record of which period is looked at, and what the reader is to it."""

    officer_id: int
    standing: Standing
    where: Place
    period: AppraisalPeriod

    @property
    def arguments(self) -> tuple[object, ...]:
        return self.officer_id, trail.code(self.period)


def _asked(turn: Turn) -> _Asked:
    officer_id, standing = record.whose(turn)
    where = trail.place(turn.tx, officer_id, turn.at)
    period = trail.coded(turn.tx, where, turn.arguments[1], turn.at)
    return _Asked(officer_id, standing, where, period)


def one(turn: Turn) -> None:
    """The button `record-one:<officer>:<period>:<figure>[:<page>]`."""
    asked, key = _asked(turn), turn.arguments[2]
    found = trail.figure(turn.tx, asked.officer_id, asked.period, key, turn.at)
    turn.say(
        "record-one",
        edit=True,
        name=figure_words.name(key),
        officer=_of(turn, asked),
        period=period_text(asked.period),
        figure=figure_words.whole(key, found.result),
        changes=Lines(list(_changes(found))),
        behind=Lines(_behind(turn, asked, found)),
        explained=explained(key),
        buttons=[*_sources(turn, asked, found), [_back(asked)]],
    )


def _of(turn: Turn, asked: _Asked) -> Text:
    """Whose it is; to who leads also whom the words below speak to."""
    name = turn.tx.session.get_one(Officer, asked.officer_id).name
    own = asked.standing is Standing.OWN
    return Text("record-of" if own else "record-of-led", {"name": name})


def _back(asked: _Asked) -> Button:
    return button(Text("button-record-back"), "record", *asked.arguments)


# --- what would change it


def _changes(found: Computed) -> Iterator[Text]:
    """As concrete as it can be said, and what changes it in general."""
    known, result = CATALOGUE[found.key], found.result
    late = sum(one.running for one in found.inputs.records)
    if late:
        yield Text("record-change-open", {"n": late})
    if known.of_unit or known.measure is Measure.COUNT:
        pass
    elif result.value is None:
        more = known.minimum - result.n
        yield Text("record-change-few", {"n": result.n, "least": known.minimum, "more": more})
    elif known.measure is Measure.SHARE:
        yield _next_share(found)
    yield Text("record-change-line", {"text": Text(f"indicator-{found.key}-change")})


def _next_share(found: Computed) -> Text:
    """What one more record that goes well makes of a share."""
    better = CATALOGUE[found.key].better is Better.HIGHER
    scores = [one.score for one in found.inputs.records if one.score is not None]
    after = (fsum(scores) + better) / (len(scores) + 1)
    before = fsum(scores) / len(scores)
    shown = {name: Number(value * 100, 1) for name, value in (("now", before), ("then", after))}
    return Text("record-change-next", shown)


# --- what it is made of


def _behind(turn: Turn, asked: _Asked, found: Computed) -> list[Text]:
    kind, records = CATALOGUE[found.key].kind, found.inputs.records
    if not records:
        return [Text("record-behind-nothing")]
    if kind is RecordKind.CASE:
        return [Text("record-behind-cases", {"n": len(records)})]
    least = 1 if kind is RecordKind.VISIT else SMALLEST
    weeks = trail.weekly(turn.tx, records, least)
    if not weeks:
        return [Text("record-few", {"least": SMALLEST})]
    more = [Text("record-weeks-earlier", {"n": len(weeks) - WEEKS})] if len(weeks) > WEEKS else []
    return [*more, *(_week(kind, one, asked.where) for one in weeks[-WEEKS:])]


def _week(kind: RecordKind, weeks: Weeks, where: Place) -> Text:
    values: dict[str, Any] = {"span": span(weeks, where), "n": weeks.n}
    if kind is RecordKind.RATING:
        told = [
            Text("record-scored", {"score": Text(f"score-{int(score)}"), "n": n})
            for score, n in sorted(weeks.scores.items(), reverse=True)
        ]
        return Text("record-week-ratings", values | {"scores": Listed(told)})
    if kind is RecordKind.ANSWER:
        mean = fsum(one.score or 0 for one in weeks.records) / UNIT / weeks.n
        return Text("record-week-answers", values | {"mean": Number(mean, 2)})
    return Text("record-week-visits", values)


def span(weeks: Weeks, where: Place) -> Text:
    """From Monday to Sunday; the year stands in the period above it."""
    noons = (datetime.combine(day, time(12), ZoneInfo(where.zone)) for day in _ends(weeks))
    first, last = (When(noon, where.zone, "short-date") for noon in noons)
    return Text("record-span", {"first": first, "last": last})


def _ends(weeks: Weeks) -> tuple[date, date]:
    return weeks.first, weeks.last


def _sources(turn: Turn, asked: _Asked, found: Computed) -> Rows:
    """Each case by its ticket; ratings, where there are enough, one by one."""
    key = found.key
    if key == "satisfaction" and len(found.inputs.records) >= SMALLEST:
        return [[button(Text("button-record-ratings"), "record-ratings", *asked.arguments)]]
    if CATALOGUE[key].kind is not RecordKind.CASE:
        return []
    tickets = trail.tickets(turn.tx, found.inputs.records)
    known = [one for one in reversed(found.inputs.records) if one.id in tickets]
    return lists.paged(
        known,
        lists.page_number(turn, 3),
        lambda one: _case(asked, one, tickets[one.id][0]),
        "record-one",
        *asked.arguments,
        key,
    )


def _case(asked: _Asked, one: Record, ticket: str) -> Button:
    label = Text("record-case", {"ticket": ticket, "value": _value(one)})
    return button(label, "record-fact", *asked.arguments, "c", one.id)


def _value(one: Record) -> Text:
    """What a case is in a figure: a length of time, or a share of being in time."""
    if one.set_aside:
        return Text("record-aside")
    if one.minutes is not None:
        value = {"value": Minutes(one.minutes)}
        return Text("record-case-running" if one.running else "record-case-took", value)
    if one.score is None:
        return Text("record-case-silent")
    return Text("record-case-share", {"value": Number(one.score * 100)})


# --- ratings one by one


def ratings(turn: Turn) -> None:
    """The button `record-ratings:<officer>:<period>[:<page>]`: by whole weeks, nothing of who."""
    asked = _asked(turn)
    dated = _dated(turn, asked)
    page = min(max(lists.page_number(turn, 2), 0), (len(dated) - 1) // lists.PAGE)
    first = page * lists.PAGE
    part = dict(dated[first : first + lists.PAGE])
    shown = list(enumerate(trail.given(turn.tx, list(part)), first + 1))
    turn.say(
        "record-ratings",
        edit=True,
        period=period_text(asked.period),
        n=len(dated),
        list=Lines([line for n, one in shown for line in _given(n, one, part, asked)]),
        buttons=[
            *rows((_opening(asked, n, one) for n, one in shown), 4),
            *lists.turning(
                page, (len(dated) - 1) // lists.PAGE, "record-ratings", *asked.arguments
            ),
            [button(Text("button-back"), "record-one", *asked.arguments, "satisfaction")],
        ],
    )


def _dated(turn: Turn, asked: _Asked) -> list[tuple[int, Weeks]]:
    """Each rating behind the figure with the weeks it is told by, the newest weeks first."""
    found = trail.figure(turn.tx, asked.officer_id, asked.period, "satisfaction", turn.at)
    weeks = trail.weekly(turn.tx, found.inputs.records)
    if not weeks:
        raise Refused("record-few", least=SMALLEST)
    return [(one.id, each) for each in reversed(weeks) for one in each.records]


def _given(n: int, one: Given, weeks: dict[int, Weeks], asked: _Asked) -> Iterator[Text]:
    when = span(weeks[one.rating_id], asked.where)
    values = {"n": n, "score": Text(f"score-{one.score}"), "span": when}
    yield Text("record-rating", values)
    yield from _said(one)


def _said(one: Given) -> Iterator[Text]:
    if one.why:
        yield Text("record-rating-why", {"why": Text(f"why-{one.why}")})
    if one.words:
        yield Text("record-rating-words", {"words": clipping.clip(one.words, COMMENT)})


def _opening(asked: _Asked, n: int, one: Given) -> Button:
    return button(str(n), "record-fact", *asked.arguments, "r", one.rating_id)


# --- from a rating or case to the figures it feeds


def fact(turn: Turn) -> None:
    """The button `record-fact:<officer>:<period>:<c or r>:<id>`."""
    asked, kind, id_ = _asked(turn), NAMES[turn.arguments[2]], turn.integer(3)
    fed = trail.fed(turn.tx, asked.officer_id, asked.period, kind, id_, turn.at)
    if not fed:
        raise Refused("record-fact-unknown")
    shown = _case_shown(turn, id_) if kind is RecordKind.CASE else _rating_shown(turn, asked, id_)
    standing = record.contested(turn, asked.officer_id, kind, id_)
    turn.say(
        "record-fact",
        edit=True,
        shown=Lines([*shown, *([standing] if standing else [])]),
        period=period_text(asked.period),
        figures=Lines([_fed(known, one) for known, one in fed]),
        buttons=_fact_buttons(asked, kind, id_, contested=standing is not None),
    )


def _case_shown(turn: Turn, case_id: int) -> list[Text]:
    found = trail.tickets(turn.tx, [Record(RecordKind.CASE, case_id)])
    if case_id not in found:  # for the inspectorate since
        raise Refused("record-fact-unknown")
    ticket, category = found[case_id]
    values = {"ticket": ticket, "category": Text(f"category-{category}")}
    return [Text("record-fact-case", values)]


def _rating_shown(turn: Turn, asked: _Asked, rating_id: int) -> list[Text]:
    weeks = dict(_dated(turn, asked))
    (one,) = trail.given(turn.tx, [rating_id])
    when = span(weeks[rating_id], asked.where)
    head = Text("record-fact-rating", {"score": Text(f"score-{one.score}"), "span": when})
    return [head, *_said(one)]


def _fed(known: Computed, one: Record) -> Text:
    values = {"name": figure_words.name(known.key), "value": _told(known.key, one)}
    return Text("record-fed", values)


def _told(key: str, one: Record) -> Text:
    if one.set_aside or CATALOGUE[key].kind is RecordKind.CASE:
        return _value(one)
    points = (one.score or 0) / (UNIT if one.kind is RecordKind.ANSWER else 1)
    return Text("figure-score", {"value": Number(points, 2)})


def _fact_buttons(asked: _Asked, kind: RecordKind, id_: int, *, contested: bool) -> Rows:
    name = next(name for name, known in NAMES.items() if known is kind)
    own = asked.standing is Standing.OWN
    acts = []
    if own and not contested:
        acts.append([button(Text("button-contest"), "contest-new", name, id_)])
    if own and kind is RecordKind.RATING:
        acts.append([button(Text("button-flags-mine"), "flag-raise", id_)])
    if kind is RecordKind.CASE:
        acts.append([button(Text("button-case"), "case", id_)])
    return [*acts, [_back(asked)]]
