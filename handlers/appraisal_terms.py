"""`/periode`: how an office appraises: its periods, and its terms with their source. For admins of
the office; who leads whom, and the organisation's predicate, are in `appraisal_office`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from handlers import offices
from handlers.lists import page_number, paged
from handlers.message import Button, Lines, Rows, Text, When, button, rows
from handlers.turn import Kind, Turn, step
from models import entries
from models.appraisal import terms
from models.appraisal.terms import DAYS, KINDS
from models.appraisal.terms_tables import CUSTOM, AppraisalPeriod
from models.errors import Refused
from models.local_days import local_day
from models.offices import Office
from models.ratings.periods import PeriodKind

STOP, USUAL = "stop", "usual"
PERIODS = 6  # on the page, newest first
RECAPS = 2  # buttons; a year's and its last part's
SOURCE_LIMIT = 200


# --- the page of an office


def command(turn: Turn) -> None:
    """`/periode`: straight to the only office, or a list of them."""
    turn.finish()
    found = offices.managed(turn)
    if len(found) == 1:
        show_office(turn, found[0].id or 0)
        return
    made = paged(
        found, page_number(turn, 0), lambda one: button(one.name, "terms", one.id), "terms-offices"
    )
    turn.say("terms-offices", edit=True, buttons=made)


def show(turn: Turn) -> None:
    """The button `terms:<office>`."""
    turn.finish()
    show_office(turn, turn.integer(0))


def show_office(turn: Turn, office_id: int, *, edit: bool = True) -> None:
    office = offices.my_office(turn, office_id)
    now = terms.setting_of(turn.tx, office_id)
    days = [_days(office_id, name, getattr(now, name)) for name in DAYS]
    turn.say(
        "terms-page",
        edit=edit,
        office=office.name,
        kind=Text(f"terms-kind-{now.kind}"),
        yearly=_yearly(turn, office_id, yearly=now.yearly),
        freeze=now.freeze_after,
        objection=now.objection_days,
        counted=Text("terms-working" if now.objection_working else "terms-calendar"),
        source=now.source or terms.DEFAULT_SOURCE,
        rate=now.rate_within,
        explain=now.explain_within,
        decide=now.decide_within,
        periods=Lines(_periods(turn, office)),
        buttons=[
            [button(Text("button-terms-leaders"), "leaders", office_id)],
            [button(Text("button-terms-organisation"), "organisation", office_id)],
            *_recaps(turn, office),
            [button(Text("button-terms-kind"), "terms-kinds", office_id)],
            [button(Text("button-terms-period"), "period-new", office_id)],
            [_toggle("yearly", office_id, now.yearly)],
            *rows(days, 2),
            [_toggle("working", office_id, now.objection_working)],
            *_others(turn),
        ],
    )


def _others(turn: Turn) -> Rows:
    """Back to the list, for who sets the terms of several offices."""
    several = len(offices.managed(turn)) > 1
    return [[button(Text("button-back"), "terms-offices", 0)]] if several else []


def _yearly(turn: Turn, office_id: int, *, yearly: bool) -> Text:
    """Whether the year is appraised too; one that has begun is, although no further one will be."""
    if yearly:
        return Text("terms-yearly")
    years = [one for one in terms.of_office(turn.tx, office_id) if one.kind == PeriodKind.YEAR]
    begun = any(one.frozen_at is None for one in years)
    return Text("terms-not-yearly-from-next" if begun else "terms-not-yearly")


def _recaps(turn: Turn, office: Office) -> Iterator[list[Button]]:
    """The recaps of the newest periods that are over."""
    today = local_day(office.zone, turn.at)
    over = [one for one in terms.of_office(turn.tx, office.id or 0) if one.last_day < today]
    for period in over[:RECAPS]:
        label = Text("button-terms-recap", {"period": Text(*terms.label(period))})
        yield [button(label, "recap-xlsx", period.id)]


def _days(office_id: int, name: str, now: int) -> Button:
    label = Text(f"button-terms-{name}".replace("_", "-"), {"n": now})
    return button(label, "terms-days", office_id, name)


def _toggle(what: str, office_id: int, now: bool) -> Button:
    """What pressing it would do."""
    key = f"button-terms-not-{what}" if now else f"button-terms-{what}"
    return button(Text(key), "terms-turn", office_id, what)


def _periods(turn: Turn, office: Office) -> list[Text]:
    found = terms.of_office(turn.tx, office.id or 0)[:PERIODS]
    return [_period(one, office.zone) for one in found] or [Text("terms-no-periods")]


def _period(one: AppraisalPeriod, zone: str) -> Text:
    days = [
        When(datetime.combine(day, time(12), ZoneInfo(zone)), zone, "date")
        for day in (one.first_day, one.last_day)
    ]
    key = "terms-period-frozen" if one.frozen_at else "terms-period"
    values = {"name": Text(*terms.label(one)), "first": days[0], "last": days[1]}
    return Text(key, values)


# --- terms


def kinds(turn: Turn) -> None:
    """The button `terms-kinds:<office>`."""
    office = offices.my_office(turn, turn.integer(0))
    choices = [
        [button(Text(f"terms-kind-{kind}"), "terms-kind", office.id, str(kind))] for kind in KINDS
    ]
    turn.say(
        "terms-kinds",
        edit=True,
        office=office.name,
        buttons=[*choices, [button(Text("button-back"), "terms", office.id)]],
    )


def kind(turn: Turn) -> None:
    """The button `terms-kind:<office>:<kind>`."""
    office_id, chosen = turn.integer(0), turn.arguments[1]
    terms.change(turn.tx, office_id, turn.at, turn.person_id, kind=chosen)
    terms.running(turn.tx, office_id, _today(turn, office_id), turn.at)
    show_office(turn, office_id)


def turn_over(turn: Turn) -> None:
    """The button `terms-turn:<office>:<yearly or working>`. How days are counted has a source."""
    office_id, what = turn.integer(0), turn.arguments[1]
    offices.my_office(turn, office_id)
    now = terms.setting_of(turn.tx, office_id)
    if what == "working":
        changes = {"objection_working": not now.objection_working}
        turn.ask("terms.source", office=office_id, changes=changes)
        return
    if what != "yearly":
        raise Refused("button-old")
    terms.change(turn.tx, office_id, turn.at, turn.person_id, yearly=not now.yearly)
    terms.running(turn.tx, office_id, _today(turn, office_id), turn.at)
    show_office(turn, office_id)


def days(turn: Turn) -> None:
    """The button `terms-days:<office>:<name>`."""
    office_id, name = turn.integer(0), turn.arguments[1]
    offices.my_office(turn, office_id)
    if name not in DAYS:
        raise Refused("button-old")
    turn.ask("terms.days", office=office_id, name=name)


def _ask_days(turn: Turn) -> None:
    name = turn.data["name"]
    allowed = DAYS[name]
    key = f"terms-ask-{name}".replace("_", "-")
    turn.say(key, first=allowed[0], last=allowed[-1], buttons=[leave(turn)])


def _take_days(turn: Turn) -> None:
    if left(turn):
        return
    name, text = turn.data["name"], turn.input.text.strip()
    allowed = DAYS[name]
    if not (text.isascii() and text.isdigit() and len(text) <= 3 and int(text) in allowed):
        raise Refused("terms-days-out-of-range", first=allowed[0], last=allowed[-1])
    if name == "objection_days":
        turn.ask("terms.source", office=turn.data["office"], changes={name: int(text)})
        return
    _changed(turn, {name: int(text)})


def _ask_source(turn: Turn) -> None:
    usual = turn.choice(terms.DEFAULT_SOURCE, USUAL)
    turn.say("terms-ask-source", buttons=[[usual], leave(turn)])


def _take_source(turn: Turn) -> None:
    """The rule that the term of objection, or how it is counted, comes from."""
    if left(turn):
        return
    pressed = turn.input.kind is Kind.BUTTON
    if pressed and turn.input.data != USUAL:
        raise Refused("button-old")
    source = terms.DEFAULT_SOURCE if pressed else _source(turn.input.text)
    _changed(turn, dict(turn.data["changes"]) | {"source": source})


def _source(text: str) -> str:
    clean = entries.note(text, SOURCE_LIMIT)
    if len(clean) < 3:
        raise Refused("terms-source-needed")
    return clean


def _changed(turn: Turn, changes: dict[str, object]) -> None:
    office_id = turn.data["office"]
    terms.change(turn.tx, office_id, turn.at, turn.person_id, **changes)
    turn.finish()
    show_office(turn, office_id, edit=False)


# --- a period of the office's own


def period_new(turn: Turn) -> None:
    """The button `period-new:<office>`: its days, then its name."""
    office = offices.my_office(turn, turn.integer(0))
    turn.ask("period.days", office=office.id)


def _ask_period(turn: Turn) -> None:
    turn.say("period-ask-days", buttons=[leave(turn)])


def _take_period(turn: Turn) -> None:
    if left(turn):
        return
    first, last = entries.two_days(turn.input.text)
    turn.ask("period.name", **turn.data, first=first.isoformat(), last=last.isoformat())


def _ask_name(turn: Turn) -> None:
    turn.say("period-ask-name", buttons=[leave(turn)])


def _take_name(turn: Turn) -> None:
    if left(turn):
        return
    first, last = (entries.day(turn.data[end]) for end in ("first", "last"))
    office_id = turn.data["office"]
    given = office_id, first, last, turn.input.text, turn.at, turn.person_id
    terms.make_custom(turn.tx, *given)
    turn.finish()
    if terms.setting_of(turn.tx, office_id).kind != CUSTOM:
        turn.say("period-made-beside")
    show_office(turn, office_id, edit=False)


# --- what they share


def _today(turn: Turn, office_id: int) -> date:
    zone = offices.my_office(turn, office_id).zone
    return local_day(zone, turn.at)


def leave(turn: Turn) -> list[Button]:
    """The way out of a question of an office."""
    return [turn.choice(Text("button-stop"), STOP)]


def left(turn: Turn) -> bool:
    """Whether it was taken; then the office's page is shown again."""
    if turn.input.kind is not Kind.BUTTON or turn.input.data != STOP:
        return False
    office_id = turn.data["office"]
    turn.finish()
    show_office(turn, office_id)
    return True


DAYS_STEP = step(_ask_days, _take_days)
SOURCE = step(_ask_source, _take_source)
PERIOD = step(_ask_period, _take_period)
NAME = step(_ask_name, _take_name)
