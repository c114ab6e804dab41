"""`/skm`: the survey of a unit and a period in a few lines, its files, and how they are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import NoReturn
from zoneinfo import ZoneInfo

from handlers import lists, offices, plans, skm_poster, skm_words
from handlers.message import Button, File, Lines, Listed, Number, Text, button, rows
from handlers.turn import Kind, Turn, step
from models import journal
from models import offices as places
from models.errors import Refused
from models.offices import Unit
from models.people import Role
from models.ratings import survey_settings
from models.ratings.ikm import Numbering, Weighting
from models.ratings.periods import Period, PeriodKind
from models.ratings.survey_settings import Setting
from models.reports import skm

ROLES = (Role.HEAD, Role.ADMIN)
EARLIEST = 2020  # the first year that is offered
_NUMBER = re.compile(r"\d{1,9}|\d{1,3}(?:[., \u00a0]\d{3}){1,2}", re.ASCII)
FILES = {
    "pdf": ("skm-pdf", "skm-pdf-caption"),
    "xlsx": ("skm-xlsx", "skm-xlsx-caption"),
    "csv": ("skm-csv", "skm-csv-caption"),
    "ratings": ("skm-ratings", "skm-ratings-csv-caption"),
}
"""By what stands in the button: the maker of the table FILES, and what the file is called."""


# --- the report


def command(turn: Turn) -> None:
    """`/skm`: of the only unit, or of which?"""
    mine = _units(turn)
    if not mine:
        _refuse()
    if len(mine) == 1:
        _show(turn, mine[0], _this(turn, mine[0], PeriodKind.QUARTER))
        return
    choose(turn)


def choose(turn: Turn) -> None:
    """The button `skm-pick[:<page>]`."""
    turn.finish()
    turn.say(
        "skm-choose",
        edit=turn.input.kind is Kind.BUTTON,
        buttons=lists.paged(
            _units(turn),
            lists.page_number(turn, 0),
            lambda unit: button(unit.name, "skm", unit.id),
            "skm-pick",
        ),
    )


def show(turn: Turn) -> None:
    """The button `skm:<unit>[:<period>]`."""
    turn.finish()
    unit = _unit(turn)
    if len(turn.arguments) < 2:
        _show(turn, unit, _this(turn, unit, PeriodKind.QUARTER))
    else:
        _show(turn, unit, _period(turn, unit, 1))


def file(turn: Turn) -> None:
    """The button `skm-file:<what>:<unit>:<period>`: promise a file, and enter who took it."""
    maker, caption = FILES.get(turn.arguments[0]) or _refuse()
    unit = offices.my_unit(turn, turn.integer(1), *ROLES)
    period = _period(turn, unit, 2)
    journal.write(
        turn.tx,
        journal.Kind.EXPORTED,
        turn.at,
        actor_id=turn.person_id,
        unit_id=unit.id,
        what=maker,
        period=period.code,
    )
    asked = {"unit": unit.id, "period": period.code, "at": turn.at.isoformat()}
    turn.say(
        "skm-file",
        file=File(maker, asked),
        what=Text(caption),
        unit=unit.name,
        period=skm_words.period(period),
    )


def _show(turn: Turn, unit: Unit, period: Period) -> None:
    report = skm.report(turn.tx, unit.id or 0, period, turn.at)
    turn.say(
        "skm",
        edit=turn.input.kind is Kind.BUTTON,
        unit=unit.name,
        period=skm_words.period(period),
        lines=Listed([Lines(part) for part in skm_words.parts(report)], "\n\n"),
        buttons=_buttons(turn, unit, period),
    )


def _buttons(turn: Turn, unit: Unit, period: Period) -> list[list[Button]]:
    here = (unit.id, period.code)
    files = [button(Text(f"button-skm-{what}"), "skm-file", what, *here) for what in FILES]
    last = [button(Text("button-skm-settings"), "skm-settings", *here)]
    if len(_units(turn)) > 1:
        last.append(button(Text("button-other-place"), "skm-pick"))
    return [
        *rows(files, 2),
        [skm_poster.entrance(unit.id or 0, period), plans.entrance(unit.id or 0, period)],
        _beside(turn, unit, period),
        _kinds(turn, unit, period),
        last,
    ]


def _beside(turn: Turn, unit: Unit, period: Period) -> list[Button]:
    """To the period before, and after as far as it has begun."""
    today = _today(turn, unit)
    near = [one for one in (period.before(), period.after()) if _offered(one, today)]
    return [_to(unit, one, skm_words.period(one)) for one in near]


def _kinds(turn: Turn, unit: Unit, period: Period) -> list[Button]:
    """The same time as a month, a quarter, a half-year or a year."""
    day = min(period.last, _today(turn, unit))
    return [
        _to(unit, Period.containing(day, kind), Text(f"skm-length-{kind}"))
        for kind in PeriodKind
        if kind is not period.kind
    ]


def _to(unit: Unit, period: Period, label: Text) -> Button:
    return button(label, "skm", unit.id, period.code)


# --- how it is made


def settings(turn: Turn) -> None:
    """The button `skm-settings:<unit>:<period>`."""
    turn.finish()
    unit = _unit(turn)
    _settings(turn, unit, _period(turn, unit, 1))


def choose_weighting(turn: Turn) -> None:
    """The button `skm-weight:<unit>:<period>:<weighting>`; of admins."""
    _choose(turn, lambda now, value: replace(now, weighting=Weighting(value)))


def choose_numbering(turn: Turn) -> None:
    """The button `skm-number:<unit>:<period>:<numbering>`; of admins."""
    _choose(turn, lambda now, value: replace(now, numbering=Numbering(value)))


def _choose(turn: Turn, changed: Callable[[Setting, str], Setting]) -> None:
    unit = _unit(turn)
    period = _period(turn, unit, 1)
    wanted = changed(survey_settings.of(turn.tx, unit.id or 0), turn.arguments[2])
    survey_settings.choose(turn.tx, unit.id or 0, wanted, turn.at, turn.person_id)
    _settings(turn, unit, period)


def _settings(turn: Turn, unit: Unit, period: Period) -> None:
    now = survey_settings.of(turn.tx, unit.id or 0)
    known = survey_settings.population(turn.tx, unit.id or 0, period)
    here = (unit.id, period.code)
    admin = turn.authority.over_unit(Role.ADMIN, unit.id or 0, unit.office_id)
    choices = _choices(now, here) if admin else []
    turn.say(
        "skm-settings" if admin else "skm-settings-head",
        edit=turn.input.kind is Kind.BUTTON,
        unit=unit.name,
        weighting=Text(skm_words.WEIGHTINGS[now.weighting]),
        numbering=Text(skm_words.NUMBERINGS[now.numbering]),
        period=skm_words.period(period),
        population=Number(known.served) if known else Text("skm-population-none"),
        buttons=[
            *choices,
            [button(Text("button-skm-population"), "skm-population", *here)],
            [button(Text("button-skm-report"), "skm", *here)],
        ],
    )


def _choices(now: Setting, here: Sequence[object]) -> list[list[Button]]:
    """What is not chosen now."""
    weights = [
        button(Text(f"button-{text}"), "skm-weight", *here, weighting.value)
        for weighting, text in skm_words.WEIGHTINGS.items()
        if weighting is not now.weighting
    ]
    numbers = [
        button(Text(f"button-{text}"), "skm-number", *here, numbering.value)
        for numbering, text in skm_words.NUMBERINGS.items()
        if numbering is not now.numbering
    ]
    return rows([*weights, *numbers])


def population(turn: Turn) -> None:
    """The button `skm-population:<unit>:<period>`."""
    unit = _unit(turn)
    turn.ask("skm.population", unit=unit.id, period=_period(turn, unit, 1).code)


def _ask_population(turn: Turn) -> None:
    unit, period = _asked(turn)
    turn.say(
        "skm-population-ask",
        unit=unit.name,
        period=skm_words.period(period),
        buttons=[[button(Text("button-back"), "skm-settings", unit.id, period.code)]],
    )


def _take_population(turn: Turn) -> None:
    unit, period = _asked(turn)
    served = served_of(turn.input.text)
    turn.finish()
    survey_settings.enter_population(turn.tx, unit.id or 0, period, served, turn.at, turn.person_id)
    _settings(turn, unit, period)


def served_of(text: str) -> int:
    """A whole number as people type it: 1250, 1.250, 1 250."""
    typed = text.strip()
    if not _NUMBER.fullmatch(typed):
        raise Refused("skm-population-unreadable")
    return int(re.sub(r"\D", "", typed))


def _asked(turn: Turn) -> tuple[Unit, Period]:
    unit = offices.my_unit(turn, turn.data["unit"], *ROLES)
    return unit, Period.of(turn.data["period"])


POPULATION = step(_ask_population, _take_population)


# --- what they share


def _units(turn: Turn) -> list[Unit]:
    """The units the person leads or administers."""
    return [
        unit
        for unit in places.units(turn.tx)
        if any(turn.authority.over_unit(role, unit.id or 0, unit.office_id) for role in ROLES)
    ]


def _unit(turn: Turn) -> Unit:
    return offices.my_unit(turn, turn.integer(0), *ROLES)


def _period(turn: Turn, unit: Unit, place: int) -> Period:
    """The period in the button; refused unless it is one that is offered."""
    try:
        period = Period.of(turn.arguments[place])
    except ValueError:
        _refuse()
    return period if _offered(period, _today(turn, unit)) else _refuse()


def _refuse() -> NoReturn:
    raise Refused("not-for-you")


def _offered(period: Period, today: date) -> bool:
    return period.year >= EARLIEST and period.first <= today


def _this(turn: Turn, unit: Unit, kind: PeriodKind) -> Period:
    return Period.containing(_today(turn, unit), kind)


def _today(turn: Turn, unit: Unit) -> date:
    return turn.at.astimezone(ZoneInfo(unit.zone)).date()
