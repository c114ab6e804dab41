"""`/papan`: the unit's board for who leads it: who holds what, what is late and why."""

from __future__ import annotations

from handlers import late, lists
from handlers.message import Button, Lines, Listed, Text, When, button, rows
from handlers.turn import Turn
from models.complaints import board
from models.complaints.board import PAGE, Board, Desk, Line, Wanted

DESKS = 12  # told one by one
OFFICERS = 8  # with a button of their own
ALL, LATE, NOBODY = "a", "l", "n"  # in the button; anything else is an officer's id


def command(turn: Turn) -> None:
    """Straight to the only unit, or a choice of units: `board`, or `board:<page>`."""
    turn.finish()
    found = board.units_led(turn.tx, turn.person_id, turn.at)
    if len(found) == 1:
        _show(turn, found[0].id or 0, ALL, 0, edit=False)
        return
    listed = lists.paged(
        found,
        lists.page_number(turn, 0),
        lambda unit: button(unit.name, "board-of", unit.id, ALL, 0),
        "board",
    )
    key = "board-units" if found else "board-none"
    turn.say(key, edit=bool(turn.arguments), buttons=listed)


def show(turn: Turn) -> None:
    """`board-of:<unit>:<a, l, n or an officer's id>:<page>`."""
    _show(turn, turn.integer(0), turn.arguments[1], turn.integer(2), edit=True)


def _show(turn: Turn, unit_id: int, which: str, page: int, *, edit: bool) -> None:
    found = board.of_unit(turn.tx, unit_id, turn.person_id, turn.at, _wanted(which), page)
    turn.say(
        "board",
        edit=edit,
        unit=found.unit_name,
        n=sum(found.states.values()),
        late=found.late,
        states=Listed([Text("board-state", _counted(s, n)) for s, n in found.states.items()]),
        desks=Lines(_desks(found)),
        chosen=Text(_HEADINGS.get(which, "board-of-officer"), {"n": found.chosen}),
        lines=Lines([_line(found, line) for line in found.lines] or [Text("board-empty")]),
        buttons=[*_cases(found), *_pages(found, which, page), *_choices(found, which)],
    )


_HEADINGS = {ALL: "board-all", LATE: "board-late", NOBODY: "board-nobody"}


def _wanted(which: str) -> Wanted:
    if which in _HEADINGS:
        return Wanted(holder=0 if which == NOBODY else None, late=which == LATE)
    return Wanted(holder=int(which))


def _counted(state: str, n: int) -> dict[str, object]:
    return {"state": Text(f"state-{state}"), "n": n}


def _desks(found: Board) -> list[Text]:
    """Those nobody holds, then the fullest desks; who holds nothing in one line."""
    unheld, *others = found.desks
    holding = sorted((d for d in others if d.n), key=lambda desk: (-desk.late, -desk.n))
    lines = [_desk(found, desk) for desk in (unheld, *holding[:DESKS])]
    if len(holding) > DESKS:
        lines.append(Text("board-desks-more", {"n": len(holding) - DESKS}))
    idle = [desk for desk in others if not desk.n]
    if idle:
        names = Listed([_idle(desk) for desk in idle[:DESKS]])
        lines.append(Text("board-idle", {"names": names, "n": len(idle)}))
    return lines


def _idle(desk: Desk) -> Text | str:
    away = Text("board-idle-away", {"name": desk.name or ""})
    return away if desk.away else desk.name or ""


def _desk(found: Board, desk: Desk) -> Text:
    values: dict[str, object] = {
        "name": desk.name or Text("board-unheld"),
        "n": desk.n,
        "late": desk.late,
        "away": Text("board-away") if desk.away else "",
    }
    if desk.oldest is None:
        return Text("board-desk-empty", {"name": values["name"]})
    return Text("board-desk", values | {"oldest": When(desk.oldest, found.zone, "date")})


def _line(found: Board, line: Line) -> Text:
    values: dict[str, object] = {
        "ticket": line.ticket,
        "category": Text(f"category-{line.category}"),
        "state": Text(f"state-{line.state}"),
        "holder": line.holder_name or Text("board-unheld"),
    }
    if line.clock is None:
        return Text("board-line-waiting", values)
    values |= {
        "clock": late.clock_name(line.clock),
        "due": When(line.clock.due, found.zone, "short"),
    }
    if line.why is None:
        return Text("board-line", values)
    return Text("board-line-late", values | {"why": late.reason(line.clock, line.why, found.zone)})


def _cases(found: Board) -> list[list[Button]]:
    """Each case: look at it, or give it to somebody else."""
    give = Text("button-case-assign")
    return [
        [
            button(line.ticket, "case", line.case_id),
            button(give, "case-assign", line.case_id),
        ]
        for line in found.lines
    ]


def _pages(found: Board, which: str, page: int) -> list[list[Button]]:
    last = max(0, (found.chosen - 1) // PAGE)
    page = min(max(page, 0), last)
    turning = []
    if page > 0:
        turning.append(button(Text("button-earlier"), "board-of", found.unit_id, which, page - 1))
    if page < last:
        turning.append(button(Text("button-more"), "board-of", found.unit_id, which, page + 1))
    return [turning] if turning else []


def _choices(found: Board, which: str) -> list[list[Button]]:
    """Other cases to look at: all, those nobody holds, the late ones, an officer's."""
    holding = [one for one in found.desks if one.officer_id and one.n]
    holding.sort(key=lambda desk: (-desk.late, -desk.n))
    offered: list[tuple[str, Text | str]] = [
        (ALL, Text("button-board-all")),
        (NOBODY, Text("button-board-nobody")),
        (LATE, Text("button-board-late")),
        *((str(one.officer_id), one.name or "") for one in holding[:OFFICERS]),
    ]
    shown = [
        button(label, "board-of", found.unit_id, name, 0)
        for name, label in offered
        if name != which
    ]
    return rows(shown, 2)
