"""Why a case is late, in the few lines a head reads: how long it ran, who had it, what paused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from handlers.message import Lines, Listed, Minutes, Text, When
from models.complaints.holding import HeldBy
from models.complaints.reminders import Told, Why
from models.complaints.sla import Clock

HOLDERS = 4  # named; of more the latest
A_MINUTE = timedelta(minutes=1)


def line(told: Told) -> Text:
    """A late case with its explanation."""
    return Text(
        "late-line",
        {
            "ticket": told.ticket,
            "category": Text(f"category-{told.category}"),
            "unit": told.unit_name,
            "clock": clock_name(told.clock),
            "due": When(told.clock.due, told.zone, "short"),
            "why": reason(told.clock, told.why, told.zone) if told.why else "",
        },
    )


def clock_name(clock: Clock) -> Text:
    return Text(f"clock-{clock.name}".replace("_", "-"))


def reason(clock: Clock, why: Why, zone: str) -> Lines:
    """'Dihitung 45 jam sejak Sen 23 Nov; dijeda 8 jam. Dipegang: Sari 30 jam, unit 15 jam.'"""
    paused = sum((pause.worked for pause in why.course.paused), timedelta())
    values = {
        "total": Minutes(why.course.total / A_MINUTE),
        "limit": Minutes(clock.elapsed / clock.share if clock.share else 0),
        "since": When(clock.started_at, zone, "short"),
    }
    counted = (
        Text("late-counted-paused", values | {"paused": Minutes(paused / A_MINUTE)})
        if paused
        else Text("late-counted", values)
    )
    return Lines([counted, holders(why.holders)])


def holders(held: Sequence[HeldBy]) -> Text:
    """Each holder's own time: 'Sari 2 jam, belum dipegang (Loket KTP) 30 menit'."""
    shown = held[-HOLDERS:]
    listed = [
        Text("late-holder", {"name": _name(one), "time": Minutes(one.minutes)})
        for one in shown
        if one.minutes >= 1 or one is shown[-1]
    ]
    return Text("late-holders", {"holders": Listed(listed)})


def _name(held: HeldBy) -> Text | str:
    return held.name or Text("late-holder-unit", {"unit": held.unit_name})
