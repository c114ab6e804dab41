"""How needs of training and what a training did are told: always with n and interval, in one honest
sentence."""

from __future__ import annotations

from datetime import date

from handlers import figure_words
from handlers.message import Lines, Number, Text, When
from handlers.period_words import period_named
from models.appraisal.coaching.effect_rules import Moved, Shift, Verdict
from models.appraisal.coaching.effects import Effect, State
from models.appraisal.coaching.events import Event
from models.appraisal.coaching.hints import Hint
from models.appraisal.coaching.need_rules import Fact
from models.appraisal.coaching.needs import Need
from models.appraisal.coaching.tables import Origin
from models.appraisal.indicators import CATALOGUE, Measure, Result
from models.database import Transaction
from models.local_days import midnight


def day(on: date, zone: str) -> When:
    """'Senin 23 Nov 2026', whatever the reader's clock."""
    return When(midnight(on, zone), zone, "long-day")


def plain_day(on: date, zone: str) -> When:
    """'23 Nov 2026'."""
    return When(midnight(on, zone), zone, "date")


def days(event: Event) -> Text:
    first, last = day(event.first_day, event.zone), day(event.last_day, event.zone)
    if event.first_day == event.last_day:
        return Text("training-on", {"first": first})
    return Text("training-from-to", {"first": first, "last": last})


# --- needs


def reason(tx: Transaction, need: Need) -> Lines:
    """Why it was proposed: the figures of both periods, or the words of who proposed it."""
    if need.origin is Origin.EVIDENCE:
        facts = [_fact(tx, need.topic, one) for one in need.facts]
        return Lines([Text("training-need-evidence"), *facts])
    return Lines([Text(f"training-need-{need.origin}", {"words": need.words})])


def _fact(tx: Transaction, topic: str, fact: Fact) -> Text:
    figure = figure_words.figure(topic, Result(fact.n, fact.value, fact.low, fact.high))
    values = {
        "period": period_named(tx, fact.period_id),
        "figure": figure,
        "target": figure_words.amount(CATALOGUE[topic].measure, fact.target),
    }
    return Text("training-fact-unit" if fact.of_unit else "training-fact", values)


def decision(need: Need) -> Text:
    if need.accepted is None:
        return Text("training-need-waits")
    key = "training-need-accepted" if need.accepted else "training-need-declined"
    return Text(key, {"by": need.decided_by, "words": need.decision_words})


def hint(found: Hint) -> Text:
    means = [{"mean": Number(one.mean, 2), "n": one.n} for one in found.means]
    values = {
        "element": Text(f"element-{found.element}"),
        "first": Text(*found.periods[0].label),
        "second": Text(*found.periods[1].label),
        "low": means[0]["mean"],
        "lower": means[1]["mean"],
        "n": means[0]["n"],
        "m": means[1]["n"],
    }
    return Text("training-hint", values)


# --- effects


def effect(found: Effect) -> Lines:
    """The sentence, and what has to be known to read it."""
    if found.trained is None:
        return Lines([_without_figures(found)])
    lines = [_sentence(found, found.trained)]
    if found.selected:
        lines.append(Text("training-effect-selected"))
    if found.left_out:
        lines.append(Text("training-effect-left-out", {"n": found.left_out}))
    return Lines(lines)


def _without_figures(found: Effect) -> Text:
    if found.state is State.AHEAD:
        ready = day(found.ready_on, found.event.zone)
        return Text("training-effect-ahead", {"ready": ready, "weeks": found.event.weeks})
    return Text(f"training-effect-{found.state}")


def _sentence(found: Effect, trained: Moved) -> Text:
    measure = CATALOGUE[found.event.topic].measure
    up = trained.after.value > trained.before.value
    way = "up" if up else "down"
    key = "none" if trained.verdict is Verdict.NONE else f"{trained.verdict}-{way}"
    return Text(
        f"training-effect-{key}",
        {
            "what": figure_words.name(found.event.topic),
            "before": figure_words.amount(measure, trained.before.value),
            "after": figure_words.amount(measure, trained.after.value),
            "n": trained.before.n,
            "m": trained.after.n,
            "shift": shift(measure, trained.shift),
            "compared": _compared(found, measure),
        },
    )


def _compared(found: Effect, measure: Measure) -> Text:
    if found.others is None or found.more is None:
        return Text("training-compared-alone")
    more, verdict = found.more
    values = {"officers": found.others.officers, "shift": shift(measure, more)}
    return Text(f"training-compared-{verdict}", values)


def shift(measure: Measure, moved: Shift) -> Text:
    """'16 poin persen, kisaran 5 sampai 27'; of a length of time a ratio."""
    scale, places = _SHOWN[measure]
    shown = {
        "by": Number(moved.by * scale, places),
        "low": Number(moved.low * scale, places),
        "high": Number(moved.high * scale, places),
    }
    return Text(f"training-shift-{measure}", shown)


_SHOWN = {Measure.SHARE: (100, 0), Measure.SCORE: (1, 2), Measure.MINUTES: (1, 2)}
