"""What stands on an officer's screen about a case: facts, words and limits, each a line.

However long the names, words and histories are, the lines stay within one message.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from handlers import clipping
from handlers.durations import duration_text
from handlers.message import Listed, Minutes, Text, When
from models.complaints import tasks
from models.complaints.limits import CaseClass, Limits, Step
from models.complaints.queries import CaseView
from models.complaints.sla import Clock, ClockName, Held
from models.complaints.states import ENDED, Event

PLACE = 120  # code units of the place in words
NAME = 60  # of a person's or a unit's name
TICKETS = 3  # merged cases named
HOLDERS = 4  # holders named
CLASSES = tuple(CaseClass)


def class_text(case_class: CaseClass) -> Text:
    return Text(f"class-{case_class}".replace("_", "-"))


def limit_text(limits: Limits, case_class: CaseClass) -> Text | None:
    """'14 hari kerja'."""
    return duration_text(str(limits.of(Step.RESOLUTION, case_class).duration))


def name(text: str) -> str:
    return clipping.clip(text, NAME)


# --- facts


def facts(case: CaseView) -> list[Text]:
    return [*_head(case), *_people(case), *_links(case)]


def _head(case: CaseView) -> Iterator[Text]:
    category = Text(f"category-{case.category}")
    yield Text("view-unit", {"unit": name(case.unit_name), "category": category})
    key = "view-class" if case.verified else "view-class-proposed"
    limit = limit_text(case.measure.limits, case.case_class)
    yield Text(key, {"name": class_text(case.case_class), "limit": limit})
    yield Text("view-state", {"state": Text(f"state-{case.state}")})
    if case.reopened:
        yield Text("view-reopened", {"n": case.reopened})


def _people(case: CaseView) -> Iterator[Text]:
    holder = name(case.holder_name) if case.holder_name else Text("case-held-by-nobody")
    yield Text("view-holder", {"holder": holder})
    yield _sender(case)
    if case.confidential:
        yield Text("view-confidential")
    if case.followers:
        yield Text("view-followers", {"n": case.followers})
    if case.place or case.latitude is not None:
        place = clipping.clip(case.place, PLACE) if case.place else Text("complain-place-point")
        yield Text("view-place", {"where": place})


def _sender(case: CaseView) -> Text:
    """By name only who chose it; of the others whether it is the same person again."""
    if case.sender_name:
        return Text("view-sender", {"name": name(case.sender_name)})
    pseudonym = case.pseudonym
    if pseudonym is None:
        return Text("view-sender-unnamed")
    if pseudonym.nth is not None and pseudonym.nth > 1:
        return Text("view-sender-again", {"code": pseudonym.code, "n": pseudonym.nth})
    return Text("view-sender-anonymous", {"code": pseudonym.code})


def _links(case: CaseView) -> Iterator[Text]:
    if case.previous:
        yield Text("view-previous", {"ticket": case.previous})
    if case.merged_into:
        yield Text("view-merged-into", {"ticket": case.merged_into})
    if case.merged:
        tickets = Listed(case.merged[:TICKETS])
        yield Text("view-merged", {"n": len(case.merged), "tickets": tickets})
    if case.masked:
        yield Text("view-masked")


def said(case: CaseView, room: int) -> str:
    return clipping.clip(case.text, room)


# --- limits


def dues(case: CaseView, now: datetime) -> list[Text]:
    return [*_dues(case, now), *causes(case), *_held(case)]


def _dues(case: CaseView, now: datetime) -> Iterator[Text]:
    """The limit that ends first, then that of the whole case if it is another."""
    clock = case.clocks.next_due
    if clock is None:
        yield Text("due-ended" if case.state in ENDED else "due-citizen")
    else:
        yield _due(case, clock, now)
        if clock.name is not ClockName.RESOLUTION and case.state not in ENDED:
            yield _due(case, case.clocks.resolution, now)
    if case.movable and case.state not in ENDED:
        yield Text("due-movable")


def _due(case: CaseView, clock: Clock, now: datetime) -> Text:
    key = f"due-{clock.name}{'-late' if clock.overdue else ''}".replace("_", "-")
    due = When(clock.due, case.zone)
    left = "" if clock.overdue else left_text(*tasks.left(case.measure.calendar, now, clock.due))
    return Text(key, {"due": due, "left": left})


def left_text(minutes: float, days: int) -> Text:
    """The working time that is left: '2 hari kerja', or in hours when it is less."""
    if days >= 2:
        return Text("left-days", {"days": days})
    return Text("left-time", {"left": Minutes(minutes)})


def causes(case: CaseView) -> Iterator[Text]:
    """External causes: how many wait for a decision, and the other figure where one is accepted."""
    claimed = {h.cause_id for h in case.events if h.event is Event.CAUSE_CLAIMED}
    decided = {h.cause_id for h in case.events if h.event is Event.CAUSE_DECIDED}
    if claimed - decided:
        yield Text("view-causes-waiting", {"n": len(claimed - decided)})
    with_, without = case.clocks.resolution, case.without_causes.resolution
    if without.due != with_.due or without.elapsed != with_.elapsed:
        yield Text(
            "view-causes",
            {
                "used": Minutes(with_.elapsed),
                "without": Minutes(without.elapsed),
                "due": When(without.due, case.zone),
            },
        )


def _held(case: CaseView) -> Iterator[Text]:
    """Each holder's own time, once there was more than one."""
    if len({(one.unit_id, one.officer_id) for one in case.held}) < 2:
        return
    shown = case.held[-HOLDERS:]
    listed = [_holder(case, one) for one in shown]
    key = "view-held" if len(shown) == len(case.held) else "view-held-latest"
    yield Text(key, {"held": Listed(listed, "; ")})


def _holder(case: CaseView, held: Held) -> Text:
    who = case.officer_names.get(held.officer_id or 0) or case.unit_names.get(held.unit_id, "")
    return Text("view-held-by", {"name": name(who), "time": Minutes(held.minutes)})
