"""*Mengapa batas ini?*: why a limit ends when it does, in sentences a head of office accepts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handlers import case_lines, explain
from handlers.message import Button, Lines, Text, When, button
from handlers.turn import Turn
from models.complaints import queries, sla, tracking
from models.complaints.limits import Step
from models.complaints.queries import CaseView
from models.complaints.sla import Clock, ClockName
from models.complaints.states import WITH_CITIZEN, Event
from models.worktime import Pause
from models.worktime_explain import explain as measured
from models.worktime_explain import explain_limit

_STEPS = {
    ClockName.VERIFICATION: Step.VERIFY,
    ClockName.FIRST_ANSWER: Step.FIRST_ANSWER,
    ClockName.NEXT_ANSWER: Step.NEXT_ANSWER,
    ClockName.RESOLUTION: Step.RESOLUTION,
}
_CLOCKS: dict[ClockName, Callable[[CaseView], Clock | None]] = {
    ClockName.RESOLUTION: lambda case: case.clocks.resolution,
    ClockName.FIRST_ANSWER: lambda case: case.clocks.first_answer,
    ClockName.NEXT_ANSWER: lambda case: next(reversed(case.clocks.next_answers), None),
    ClockName.VERIFICATION: lambda case: case.clocks.verification,
}
MOVES_TOLD = 4  # the latest decisions that moved a limit


def show(turn: Turn) -> None:
    """`case-why:<id>:<clock>`; without a clock, that of the resolution."""
    case = queries.for_officer(turn.tx, turn.integer(0), turn.person_id, turn.at)
    _show(turn, case, "case")


def for_citizen(turn: Turn) -> None:
    """`track-why:<id>:<clock>`: the same for who sent the case or follows it."""
    _show(turn, tracking.of(turn.tx, turn.integer(0), turn.person_id, turn.at).case, "track")


def _show(turn: Turn, case: CaseView, way: str) -> None:
    """way: the button that leads back to the case."""
    asked = turn.arguments[1] if len(turn.arguments) > 1 else ClockName.RESOLUTION
    name = ClockName(asked) if asked in set(ClockName) else ClockName.RESOLUTION
    clock = _CLOCKS[name](case) or case.clocks.resolution
    turn.say(
        "case-why",
        edit=len(turn.arguments) > 1,
        ticket=case.ticket,
        clock=_named(clock.name),
        lines=Lines(list(_lines(turn, case, clock))),
        buttons=[
            *_others(case, clock, f"{way}-why"),
            [button(Text(f"button-{way}"), way, case.case_id)],
        ],
    )


def _others(case: CaseView, shown: Clock, action: str) -> Iterator[list[Button]]:
    """The other clocks, two in a row."""
    there = [name for name, find in _CLOCKS.items() if find(case) and name is not shown.name]
    buttons = [button(_named(name), action, case.case_id, name.value) for name in there]
    yield from (buttons[place : place + 2] for place in range(0, len(buttons), 2))


def _named(name: ClockName) -> Text:
    return Text(f"button-why-{name}".replace("_", "-"))


def _lines(turn: Turn, case: CaseView, clock: Clock) -> Iterator[Text]:
    calendar, limits = case.measure.calendar, case.measure.limits
    limit = limits.of(_STEPS[clock.name], case.case_class)
    pauses = _pauses(case, clock)
    told = explain_limit(
        calendar,
        clock.started_at,
        limit.duration,
        pauses,
        now=turn.at,
        promised=clock.promised,
    )
    yield from explain.limit(told).texts
    yield Text("why-source", {"source": limit.source})
    yield from _moves(case, clock)
    until = clock.ended_at or max(turn.at, clock.started_at)
    used = measured(calendar, clock.started_at, until, pauses)
    yield from explain.elapsed(used, limit.duration).texts
    yield from case_lines.causes(case)


def _pauses(case: CaseView, clock: Clock) -> list[Pause]:
    """Those of the clock, with the one that runs now."""
    pauses = list(clock.pauses)
    _, stopped_at, state, _ = sla.standstills(case.events)
    paused = clock.name is ClockName.RESOLUTION and state in WITH_CITIZEN
    if paused and stopped_at is not None:
        pauses.append(Pause(stopped_at, None, state.value))
    return pauses


def _moves(case: CaseView, clock: Clock) -> Iterator[Text]:
    """What set the limit anew: a decision on the class, or an admin's recalculation."""
    if clock.name is not ClockName.RESOLUTION:
        return
    moved = [h for h in case.events if h.event in sla.SETS_DUES and h.resolution_due is not None]
    for happened in moved[-MOVES_TOLD:]:
        values = {
            "at": When(happened.at, case.zone, "short"),
            "due": When(happened.resolution_due or clock.promised, case.zone),
        }
        if happened.event is Event.RECALCULATED:
            yield Text("why-recalculated", values)
        elif happened.case_class is not None:
            yield Text("why-class", values | {"name": case_lines.class_text(happened.case_class)})
