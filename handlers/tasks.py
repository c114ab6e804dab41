"""`/tugas`: the open cases of one's units by urgency, with the working time that is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers import case_lines, lists
from handlers.message import Button, Lines, Text, When, button, rows
from handlers.turn import Turn
from models.complaints import desks, tasks
from models.complaints.desks import Desk
from models.complaints.tasks import Counts, Group, Task

FEW = 5  # units whose cases stand in one list
ALL, MINE = "all", "mine"


def command(turn: Turn) -> None:
    _show(turn, ALL, 0)


def page(turn: Turn) -> None:
    """`tasks:<all, mine, u<unit> or units>:<page>`."""
    scope = turn.arguments[0] if turn.arguments else ALL
    _show(turn, scope, lists.page_number(turn, 1), edit=bool(turn.arguments))


def _show(turn: Turn, scope: str, number: int, *, edit: bool = False) -> None:
    desk = desks.desk_of(turn.tx, turn.person_id, turn.authority)
    if scope.startswith("u") and scope[1:].isdecimal():
        _list(turn, desk.of(int(scope[1:])), scope, number, edit=edit)
    elif scope == MINE or len(desk.every) <= FEW:
        _list(turn, desk, MINE if scope == MINE else ALL, number, edit=edit)
    else:
        _units(turn, desk, number, edit=edit)


# --- the list


def _list(turn: Turn, desk: Desk, scope: str, number: int, *, edit: bool) -> None:
    mine = scope == MINE
    counts = tasks.counts(turn.tx, desk, turn.at, mine=mine)
    last = max(0, (counts.total - 1) // lists.PAGE)
    number = min(max(number, 0), last)
    first = number * lists.PAGE
    shown = tasks.page(turn.tx, desk, turn.at, first, lists.PAGE, mine=mine)
    turn.say(
        "tasks-held-by-me" if mine else "tasks",
        edit=edit,
        n=counts.total,
        mine=counts.mine,
        free=counts.unassigned,
        late=counts.by_group.get(Group.LATE, 0),
        lines=Lines(list(_lines(shown, counts, len(desk.every) > 1)) or [Text("tasks-none")]),
        buttons=[
            *rows((button(task.ticket, "case", task.case_id) for task in shown), 2),
            *lists.turning(number, last, "tasks", scope),
            *_elsewhere(desk, scope),
        ],
    )


def _lines(shown: Sequence[Task], counts: Counts, units: bool) -> Iterator[Text]:
    """The cases under the headings of their groups. units: name each case's unit."""
    group: Group | None = None
    for task in shown:
        if task.group is not group:
            if group is not None:
                yield Text("empty-line")
            group = task.group
            yield Text(f"tasks-group-{group}", {"n": counts.by_group.get(group, 0)})
        yield _line(task, units)


def _line(task: Task, unit: bool) -> Text:
    return Text(
        "tasks-line",
        {
            "ticket": task.ticket,
            "what": _what(task),
            "unit": Text("tasks-unit", {"unit": task.unit_name}) if unit else "",
            "held": _held(task),
            "due": left(task),
            "note": Text("tasks-movable") if task.movable else "",
        },
    )


def _what(task: Task) -> Text:
    """What it is about; of a supervisory case only that it is one."""
    if task.supervisory:
        return case_lines.class_text(task.case_class)
    return Text(f"category-{task.category}")


def _held(task: Task) -> Text:
    if task.mine:
        return Text("tasks-held-mine")
    if task.holder_name:
        return Text("tasks-held", {"holder": case_lines.name(task.holder_name)})
    return Text("tasks-held-nobody")


def left(task: Task) -> Text:
    """The end that comes first, and the working time until then."""
    if task.due is None or task.clock is None:
        return Text("tasks-due-citizen")
    what = Text(f"tasks-clock-{task.clock}".replace("_", "-"))
    due = When(task.due, task.zone, "short")
    if task.group is Group.LATE:
        return Text("tasks-due-late", {"what": what, "due": due})
    time = case_lines.left_text(task.minutes_left, task.days_left)
    return Text("tasks-due", {"what": what, "due": due, "left": time})


def _elsewhere(desk: Desk, scope: str) -> list[list[Button]]:
    everything = button(Text("button-tasks-all"), "tasks", ALL, 0)
    if scope == ALL:
        everything = button(Text("button-tasks-mine"), "tasks", MINE, 0)
    return [[everything, button(Text("button-search"), "search")]]


# --- the units, for who has many


def _units(turn: Turn, desk: Desk, number: int, *, edit: bool) -> None:
    """Those with late cases first; each leads to its list."""
    late = tasks.late_by_unit(turn.tx, desk, turn.at)
    units = sorted(desk.every.values(), key=lambda unit: (-late.get(unit.id or 0, 0), unit.name))
    turn.say(
        "tasks-units",
        edit=edit,
        n=len(units),
        late=sum(late.values()),
        buttons=[
            *lists.paged(
                units,
                number,
                lambda unit: button(
                    Text(
                        "tasks-unit-button", {"unit": unit.name, "late": late.get(unit.id or 0, 0)}
                    ),
                    "tasks",
                    f"u{unit.id}",
                    0,
                ),
                "tasks",
                ALL,
            ),
            *_elsewhere(desk, ALL),
        ],
    )
