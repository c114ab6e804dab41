"""`/ringkasan`: the week of a unit, an office or all, with a chart and a spreadsheet on request."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from handlers import lists, summary_text
from handlers.message import Button, File, Text, When, button, rows
from handlers.turn import Kind, Turn
from models import offices
from models.errors import Refused
from models.people import Authority, Role
from models.reports.scope import WEEK, Place, Scope, bounds, monday, place
from models.reports.weekly import WeeklySummary, weekly

ROLES = (Role.HEAD, Role.ADMIN)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def show(turn: Turn) -> None:
    """The command, and the button `summary[:<scope>[:<Monday>]]`."""
    found = None if turn.arguments else scopes(turn)
    if found is not None and len(found) != 1:
        choose(turn)
        return
    scope = found[0] if found else _scope(turn)
    where = place(turn.tx, scope)
    admin = administers(turn.authority, scope)
    _tell(turn, weekly(turn.tx, scope, _week(turn, where), turn.at, admin=admin))


def choose(turn: Turn) -> None:
    """The button `summary-pick[:<page>]`: every place whose summary the person may see."""
    found = scopes(turn)
    if not found:
        raise Refused("summary-no-place")
    turn.say(
        "summary-choose",
        edit=turn.input.kind is Kind.BUTTON,
        buttons=lists.paged(
            found, lists.page_number(turn, 0), lambda s: _choice(turn, s), "summary-pick"
        ),
    )


def chart(turn: Turn) -> None:
    """The button `summary-chart:<scope>:<Monday>:<instant>`."""
    _send(turn, "summary-chart", "summary-chart-caption", as_photo=True)


def workbook(turn: Turn) -> None:
    """The button `summary-xlsx:<scope>:<Monday>:<instant>`."""
    _send(turn, "summary-xlsx", "summary-xlsx-caption", as_photo=False)


def buttons(summary: WeeklySummary) -> list[list[Button]]:
    """The cases to look at; then the files of just these figures: they carry the instant the text
    was made."""
    instant = (summary.as_of - EPOCH) // timedelta.resolution  # microseconds
    what = (summary.place.scope.code, f"{summary.week:%Y%m%d}", instant)
    return [
        *_cases(summary),
        [
            button(Text("button-chart"), "summary-chart", *what),
            button(Text("button-xlsx"), "summary-xlsx", *what),
        ],
    ]


def _tell(turn: Turn, summary: WeeklySummary) -> None:
    turn.say(
        "summary",
        edit=turn.input.kind is Kind.BUTTON and bool(turn.arguments),
        buttons=[*buttons(summary), _weeks(turn, summary), *_elsewhere(turn)],
        **summary_text.values(summary),
    )


def _cases(summary: WeeklySummary) -> list[list[Button]]:
    """The cases of the lines above; a phone has room for two numbers beside each other."""
    return [
        row
        for one in summary.attention
        for row in rows([button(ticket, "case", case_id) for case_id, ticket in one.cases], 2)
    ]


def _weeks(turn: Turn, summary: WeeklySummary) -> list[Button]:
    """To the week before, and back towards this one."""
    code, week = summary.place.scope.code, summary.week
    before = button(
        Text("button-week-before", {"day": _day(summary, week - WEEK)}),
        "summary", code, f"{week - WEEK:%Y%m%d}",
    )  # fmt: skip
    this = monday(turn.at, summary.place.zone)
    if week >= this:
        return [before]
    if week + WEEK == this:
        return [before, button(Text("button-week-this"), "summary", code)]
    after = button(
        Text("button-week-after", {"day": _day(summary, week + WEEK)}),
        "summary", code, f"{week + WEEK:%Y%m%d}",
    )  # fmt: skip
    return [before, after]


def _day(summary: WeeklySummary, week: date) -> When:
    return When(bounds(week, summary.place.zone)[0], summary.place.zone, "date")


def _elsewhere(turn: Turn) -> list[list[Button]]:
    if len(scopes(turn)) < 2:
        return []
    return [[button(Text("button-other-place"), "summary-pick")]]


def _send(turn: Turn, maker: str, caption: str, *, as_photo: bool) -> None:
    scope = _scope(turn)
    where = place(turn.tx, scope)
    week = _week(turn, where)
    start, end = bounds(week, where.zone)
    at = min(EPOCH + turn.integer(2) * timedelta.resolution, turn.at)
    arguments = {
        "scope": scope.code,
        "week": week.isoformat(),
        "at": at.isoformat(),
        "admin": administers(turn.authority, scope),
    }
    turn.say(
        caption,
        file=File(maker, arguments, as_photo=as_photo),
        place=summary_text.place_name(where),
        first=When(start, where.zone, "date"),
        last=When(end - WEEK / 7, where.zone, "date"),
    )


def _week(turn: Turn, where: Place) -> date:
    """The Monday in the button's arguments; this week's without one. Never one to come."""
    this = monday(turn.at, where.zone)
    if len(turn.arguments) < 2:
        return this
    day = turn.arguments[1]
    asked = date(int(day[:4]), int(day[4:6]), int(day[6:]))
    return min(asked, this)


def _scope(turn: Turn) -> Scope:
    """The scope in the button; refused unless the person leads it."""
    scope = Scope.of(turn.arguments[0])
    if not may_see(turn, scope):
        raise Refused("not-for-you")
    return scope


def may_see(turn: Turn, scope: Scope) -> bool:
    """Whether the person is head or admin of this unit, of its office, or of everything."""
    authority = turn.authority
    if scope.unit_id is None:
        return any(authority.over_office(role, scope.office_id) for role in ROLES)
    unit = offices.unit(turn.tx, scope.unit_id)
    return any(authority.over_unit(role, scope.unit_id, unit.office_id) for role in ROLES)


def administers(authority: Authority, scope: Scope) -> bool:
    """Whether the person is an admin of the whole office, or of all: who may know how many
    supervisory complaints there are."""
    return scope.unit_id is None and authority.over_office(Role.ADMIN, scope.office_id)


def scopes(turn: Turn, roles: Sequence[Role] = ROLES) -> list[Scope]:
    """Every place the person has one of the roles over: all, then each office, then each unit."""
    authority = turn.authority
    homes = offices.offices(turn.tx)
    found = [Scope()] if _leads(authority, None, roles) else []
    found += [Scope(office_id=home.id) for home in homes if _leads(authority, home.id, roles)]
    return found + [
        Scope(unit_id=unit.id)
        for home in homes
        for unit in offices.units(turn.tx, home.id)
        if any(authority.over_unit(role, unit.id or 0, unit.office_id) for role in roles)
    ]


def _leads(authority: Authority, office_id: int | None, roles: Sequence[Role]) -> bool:
    return any(authority.over_office(role, office_id) for role in roles)


def _choice(turn: Turn, scope: Scope) -> Button:
    return button(label(turn, scope), "summary", scope.code)


def label(turn: Turn, scope: Scope) -> Text | str:
    """The name of a place on a button."""
    where = place(turn.tx, scope)
    if scope.unit_id is not None:
        return where.name
    if scope.office_id is not None:
        return Text("button-whole-office", {"office": where.name})
    return Text("summary-all")
