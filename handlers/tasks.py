"""`/tugas`: the open cases of one's units, the nearest end first, with the working time left."""

from __future__ import annotations

from handlers import lists
from handlers.message import Button, Lines, Minutes, Text, When, button
from handlers.turn import Turn
from models.complaints import queries
from models.complaints.queries import Task

SCOPES = ("all", "mine")


def command(turn: Turn) -> None:
    _show(turn, "all")


def page(turn: Turn) -> None:
    """The button `tasks:<all or mine>:<page>`."""
    scope = turn.arguments[0] if turn.arguments else "all"
    _show(turn, scope if scope in SCOPES else "all", edit=bool(turn.arguments))


def _show(turn: Turn, scope: str, *, edit: bool = False) -> None:
    every = queries.tasks(turn.tx, turn.person_id, turn.at)
    tasks = [task for task in every if scope == "all" or task.mine]
    number = lists.page_number(turn, 1)
    first = min(max(number, 0), max(0, (len(tasks) - 1) // lists.PAGE)) * lists.PAGE
    seen = [_line(task) for task in tasks[first : first + lists.PAGE]]
    turn.say(
        "tasks",
        edit=edit,
        n=len(every),
        mine=sum(task.mine for task in every),
        late=sum(task.clock is not None and task.clock.overdue for task in every),
        lines=Lines(seen or [Text("tasks-none")]),
        buttons=[
            *lists.paged(tasks, number, _button, "tasks", scope),
            [_other(scope)],
        ],
    )


def _button(task: Task) -> Button:
    return button(task.ticket, "case", task.case_id)


def _other(scope: str) -> Button:
    if scope == "mine":
        return button(Text("button-tasks-all"), "tasks", "all", 0)
    return button(Text("button-tasks-mine"), "tasks", "mine", 0)


def _line(task: Task) -> Text:
    return Text(
        "tasks-line",
        {
            "ticket": task.ticket,
            "unit": task.unit_name,
            "category": Text(f"category-{task.category}"),
            "state": Text(f"state-{task.state}"),
            "holder": _holder(task),
            "due": left(task),
        },
    )


def _holder(task: Task) -> Text | str:
    if task.mine:
        return Text("tasks-held", {"holder": Text("tasks-mine")})
    return Text("tasks-held", {"holder": task.holder_name}) if task.holder_name else ""


def left(task: Task) -> Text:
    """The end that comes first, and the working time until then."""
    if task.clock is None:
        return Text("tasks-due-citizen")
    due = When(task.clock.due, task.zone, "short")
    if task.clock.overdue:
        return Text("tasks-due-late", {"due": due})
    if task.days_left >= 2:
        return Text("tasks-due-days", {"due": due, "days": task.days_left})
    return Text("tasks-due", {"due": due, "left": Minutes(task.minutes_left)})
