"""Days off and days with special hours that an office decreed itself, and Ramadan."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers import offices
from handlers.lists import page_number, paged
from handlers.message import Button, Lines, Text, When, button
from handlers.turn import Kind, Turn, step
from models import days_off, entries, holidays_id, opening_hours
from models import offices as places
from models.errors import Refused
from models.offices import ZONES, OwnDay

NATIONAL_AHEAD = timedelta(days=60)  # how far ahead the national days off are shown
NOTHING = "none"


def listed(turn: Turn) -> None:
    """The coming own days of an office (0: of all offices) and the next national ones."""
    turn.finish()
    office_id = turn.integer(0)
    zone, name = _place(turn, office_id)
    today = turn.at.astimezone(ZoneInfo(zone)).date()
    days = places.own_days(turn.tx, office_id or None, since=today)
    rows = paged(
        days,
        page_number(turn, 1),
        lambda own: button(
            Text("day-label", {"day": _shown(own.day, zone), "name": own.name}), "day", own.id
        ),
        "days",
        office_id,
    )
    rows.append([button(Text("button-add-day"), "day-new", office_id)])
    if office_id:
        rows.append([button(Text("button-ramadan"), "write", "ramadan", office_id)])
    rows.append([button(Text("button-recalculate"), "recalculate", office_id)])
    turn.say(
        "days-list",
        edit=True,
        name=name,
        ramadan=_ramadan(turn, office_id, today, zone),
        national=_national(today, zone),
        buttons=[*rows, _back(office_id)],
    )


def day(turn: Turn) -> None:
    """One own day, and the way to take it back."""
    turn.finish()
    own = turn.tx.session.get(OwnDay, turn.integer(0))
    if own is None:
        raise Refused("own-day-unknown")
    zone, place = _place(turn, own.office_id or 0)
    turn.say(
        "day-page",
        edit=True,
        day=_shown(own.day, zone, "day"),
        name=own.name,
        where=place,
        hours=offices.hours_words(own.intervals),
        decree=own.decree or Text("not-filled"),
        buttons=[
            [button(Text("button-remove-day"), "day-remove", own.id)],
            [button(Text("button-back"), "days", own.office_id or 0)],
        ],
    )


def remove(turn: Turn) -> None:
    own = days_off.remove_own_day(turn.tx, turn.integer(0), at=turn.at, by=turn.person_id)
    back = [button(Text("button-back"), "days", own.office_id or 0)]
    turn.say("day-removed", edit=True, name=own.name, buttons=[back])


# --- adding one: date, name, decree, hours


def new(turn: Turn) -> None:
    _place(turn, turn.integer(0))
    turn.ask("day.date", office=turn.integer(0))


def _ask_date(turn: Turn) -> None:
    turn.say("day-ask-date", buttons=[_leave(turn)])


def _take_date(turn: Turn) -> None:
    chosen = entries.day(turn.input.text)
    turn.ask("day.name", **turn.data, day=chosen.isoformat())


def _ask_name(turn: Turn) -> None:
    chosen = date.fromisoformat(turn.data["day"])
    official = holidays_id.official_days([chosen.year]).get(chosen)
    note = Text("day-is-official", {"name": official}) if official else ""
    turn.say("day-ask-name", day=_shown(chosen, ZONES[0], "day"), note=note, buttons=[_leave(turn)])


def _take_name(turn: Turn) -> None:
    turn.ask("day.decree", **turn.data, name=entries.name(turn.input.text))


def _ask_decree(turn: Turn) -> None:
    turn.say(
        "day-ask-decree",
        buttons=[[turn.choice(Text("button-no-decree"), NOTHING)], _leave(turn)],
    )


def _take_decree(turn: Turn) -> None:
    written = "" if turn.input.kind is Kind.BUTTON else turn.input.text
    turn.ask("day.hours", **turn.data, decree=entries.note(written, days_off.DECREE_LIMIT))


def _ask_hours(turn: Turn) -> None:
    turn.say(
        "day-ask-hours",
        buttons=[[turn.choice(Text("button-day-closed"), NOTHING)], _leave(turn)],
    )


def _take_hours(turn: Turn) -> None:
    closed = turn.input.kind is Kind.BUTTON
    hours = () if closed else opening_hours.read_hours(turn.input.text)
    data = turn.data
    chosen = date.fromisoformat(data["day"])
    days_off.set_own_day(
        turn.tx,
        data["office"] or None,
        chosen,
        data["name"],
        data["decree"],
        hours,
        at=turn.at,
        by=turn.person_id,
    )
    turn.finish()
    turn.say(
        "day-saved",
        day=_shown(chosen, ZONES[0], "day"),
        name=data["name"],
        hours=offices.hours_words(hours),
        buttons=[
            [button(Text("button-recalculate"), "recalculate", data["office"])],
            [button(Text("button-add-day"), "day-new", data["office"])],
            [button(Text("button-back"), "days", data["office"])],
        ],
    )


DATE = step(_ask_date, _take_date)
NAME = step(_ask_name, _take_name)
DECREE = step(_ask_decree, _take_decree)
HOURS = step(_ask_hours, _take_hours)


# --- what they share


def _place(turn: Turn, office_id: int) -> tuple[str, str | Text]:
    """Zone and name of the office, or of all offices together."""
    if office_id:
        found = offices.my_office(turn, office_id)
        return found.zone, found.name
    if not offices.everywhere(turn):
        raise Refused("not-for-you")
    return ZONES[0], Text("summary-all")


def _ramadan(turn: Turn, office_id: int, today: date, zone: str) -> Text:
    if not office_id:
        return Text("ramadan-by-office")
    seasons = places.office(turn.tx, office_id).seasons
    for season in seasons:
        first, last = date.fromisoformat(season["first"]), date.fromisoformat(season["last"])
        if last >= today:
            return Text("ramadan-set", {"first": _shown(first, zone), "last": _shown(last, zone)})
    return Text("ramadan-not-set")


def _national(today: date, zone: str) -> Lines | Text:
    end = today + NATIONAL_AHEAD
    found = [
        Text("national-day", {"day": _shown(off, zone), "name": name})
        for off, name in holidays_id.official_days({today.year, end.year}).items()
        if today <= off <= end
    ]
    return Lines(found) if found else Text("national-none")


def _shown(chosen: date, zone: str, style: str = "date") -> When:
    return When(datetime.combine(chosen, time(12), ZoneInfo(zone)), zone, style)


def _leave(turn: Turn) -> list[Button]:
    return [button(Text("button-back"), "days", turn.data["office"])]


def _back(office_id: int) -> list[Button]:
    if office_id:
        return [button(Text("button-back"), "office-admin", office_id)]
    return [button(Text("button-back"), "offices")]
