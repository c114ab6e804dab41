"""`/ekspor pengaduan`: an admin gets the complaints of a period as a workbook and as CSV."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers import lists, skm, summary
from handlers.message import Button, File, Text, When, button, rows
from handlers.summary_text import place_name
from handlers.turn import Turn, step
from models import entries, journal
from models.errors import Refused
from models.journal import Kind
from models.people import Role
from models.reports.complaint_export import bounds
from models.reports.scope import Place, Scope, place

WORDS = frozenset({"", "pengaduan", "complaints", "complaint"})
RATINGS = frozenset({"penilaian", "survei", "ratings", "rating", "survey"})
LONGEST = timedelta(days=366 * 3)
MAKERS = (
    ("export-workbook", "export-sheet-workbook"),
    ("export-cases", "export-sheet-cases"),
    ("export-events", "export-sheet-events"),
)


def command(turn: Turn) -> None:
    """`/ekspor pengaduan`, `/export complaints`; ratings are among the files of the survey."""
    if turn.input.text.strip().lower() in RATINGS:
        skm.command(turn)
        return
    if turn.input.text.strip().lower() not in WORDS:
        raise Refused("export-what")
    scopes = summary.scopes(turn, (Role.ADMIN,))
    if not scopes:
        raise Refused("not-for-you")
    if len(scopes) == 1:
        _periods(turn, scopes[0])
        return
    choose(turn)


def choose(turn: Turn) -> None:
    """The button `export-pick[:<page>]`: of which place."""
    turn.finish()
    buttons = lists.paged(
        summary.scopes(turn, (Role.ADMIN,)),
        lists.page_number(turn, 0),
        lambda scope: _choice(turn, scope),
        "export-pick",
    )
    turn.say("export-choose", edit=bool(turn.arguments), buttons=buttons)


def _choice(turn: Turn, scope: Scope) -> Button:
    return button(summary.label(turn, scope), "export", scope.code)


def periods(turn: Turn) -> None:
    """The button `export:<scope>`: of which time."""
    turn.finish()
    _periods(turn, _scope(turn.arguments[0], turn), edit=True)


def _periods(turn: Turn, scope: Scope, *, edit: bool = False) -> None:
    where = place(turn.tx, scope)
    offered = [
        button(
            Text(f"export-{name}"), "export-make", scope.code, f"{first:%Y%m%d}", f"{last:%Y%m%d}"
        )
        for name, (first, last) in spans(_today(turn, where)).items()
    ]
    offered.append(button(Text("export-other-days"), "export-days", scope.code))
    turn.say("export-period", edit=edit, place=place_name(where), buttons=rows(offered))


def spans(today: date) -> dict[str, tuple[date, date]]:
    """The first and the last day of each period that is offered."""
    month = today.replace(day=1)
    before = month - timedelta(days=1)
    quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    earlier = quarter - timedelta(days=1)
    return {
        "this-month": (month, today),
        "last-month": (before.replace(day=1), before),
        "this-quarter": (quarter, today),
        "last-quarter": (earlier.replace(month=earlier.month - 2, day=1), earlier),
        "this-year": (today.replace(month=1, day=1), today),
    }


def make(turn: Turn) -> None:
    """The button `export-make:<scope>:<first>:<last>`."""
    first, last = map(_day, turn.arguments[1:3])
    _make(turn, _scope(turn.arguments[0], turn), first, last)


def _day(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))


# --- typed days


def days(turn: Turn) -> None:
    """The button `export-days:<scope>`."""
    turn.ask("export.days", scope=_scope(turn.arguments[0], turn).code)


def _ask_days(turn: Turn) -> None:
    back = button(Text("button-back"), "export", turn.data["scope"])
    turn.say("export-ask-days", buttons=[[back]])


def _take_days(turn: Turn) -> None:
    scope = _scope(turn.data["scope"], turn)
    first, last = read_days(turn.input.text)
    turn.finish()
    _make(turn, scope, first, last)


def read_days(text: str) -> tuple[date, date]:
    """'1/10/2026 - 31/12/2026', 'sampai' or 'to' between them; one day alone is both."""
    words = text.lower().replace("sampai", " ").replace("s.d.", " ").replace(" to ", " ")
    parts = [word for word in words.replace("–", " ").split() if word not in {"-", "dari", "from"}]
    if not 1 <= len(parts) <= 2:
        raise Refused("export-days-unreadable")
    first, last = (entries.day(part) for part in (parts[0], parts[-1]))
    if last < first:
        raise Refused("days-backwards")
    return first, last


# --- what they share


def _make(turn: Turn, scope: Scope, first: date, last: date) -> None:
    """Promise the files and enter who took what."""
    where = place(turn.tx, scope)
    last = min(last, _today(turn, where))
    if last < first:
        raise Refused("export-in-future")
    if last - first > LONGEST:
        raise Refused("export-too-long", years=3)
    bounds(first, last, where.zone)
    asked = {
        "scope": scope.code,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "at": turn.at.isoformat(),
    }
    journal.write(
        turn.tx,
        Kind.EXPORTED,
        turn.at,
        actor_id=turn.person_id,
        unit_id=scope.unit_id,
        what="complaints",
        scope=scope.code,
        first=asked["first"],
        last=asked["last"],
    )
    for maker, what in MAKERS:
        turn.say(
            "export-file",
            file=File(maker, asked),
            what=Text(what),
            place=place_name(where),
            first=_shown(first, where.zone),
            last=_shown(last, where.zone),
        )


def _shown(day: date, zone: str) -> When:
    return When(datetime.combine(day, time(), ZoneInfo(zone)), zone, "date")


def _today(turn: Turn, where: Place) -> date:
    return turn.at.astimezone(ZoneInfo(where.zone)).date()


def _scope(code: str, turn: Turn) -> Scope:
    """The scope in a button; refused unless the person is its admin."""
    scope = Scope.of(code)
    if scope not in summary.scopes(turn, (Role.ADMIN,)):
        raise Refused("not-for-you")
    return scope


DAYS = step(_ask_days, _take_days)
