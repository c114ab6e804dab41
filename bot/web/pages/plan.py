"""The plan of a year (SKP): the table, the steps of the dialogue about it, and the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.web.pages import places, plan_form
from bot.web.pages.asked import Asked, Route, Shown
from bot.web.pages.places import Subject
from bot.web.pages.plan_form import SOURCES, Rows, Wrong
from handlers import texts
from models import seen
from models.appraisal import leaders
from models.appraisal.leaders import Standing
from models.appraisal.skp import dialogue, drafting, plans, templates
from models.appraisal.skp.plans import READERS, Plan
from models.appraisal.skp.tables import Aspect, Direction, PlanState, Side
from models.appraisal.skp.templates import Template
from models.appraisal.values import Value
from models.database import Transaction
from models.errors import Refused
from models.people import Officer

SIDES = {Standing.OWN: Side.OFFICER, Standing.LEADER: Side.LEADER}
CONFIRMABLE = (PlanState.DRAFT, PlanState.CHANGE_ASKED)
DATALIST = 40  # results of the leader's plan that are offered


@dataclass(frozen=True, slots=True)
class Situation:
    """A plan, who looks at it, and what may be done now; the operations ask again."""

    officer: Subject
    year: int
    plan: Plan | None
    may: frozenset[str]


# --- the table


def show(tx: Transaction, asked: Asked) -> Shown:
    here = _situation(tx, asked, _version(asked))
    return Shown(
        "plan",
        {
            "officer": here.officer,
            "year": here.year,
            "plan": here.plan,
            "values": tuple(Value),
            "may": here.may,
            "leader": _leader(tx, here, asked.at),
            "steps": plans.steps(tx, here.plan.id) if here.plan else [],
            "versions": plans.versions(tx, here.officer.id, here.year),
            "templates": _templates(tx, asked, here),
            "words": asked.form.get("words", ""),
            "read": seen.mark(here.plan.changed_at) if here.plan else 0,
            "address": f"/plan/{here.officer.id}/{here.year}",
        },
    )


def _version(asked: Asked) -> int | None:
    named = asked.query.get("version", "")
    return int(named) if named.isascii() and named.isdigit() and len(named) < 6 else None


def _situation(tx: Transaction, asked: Asked, version: int | None = None) -> Situation:
    officer = places.subject(tx, asked, asked.number(0), READERS)
    year = asked.number(1)
    newest = plans.newest(tx, officer.id, year)
    if version is not None and (newest is None or version != newest.version):
        return Situation(officer, year, _older(tx, officer.id, year, version), frozenset())
    may = frozenset(_possible(tx, officer, year, newest))
    return Situation(officer, year, newest, may)


def _older(tx: Transaction, officer_id: int, year: int, version: int) -> Plan:
    for row in plans.versions(tx, officer_id, year):
        if row.version == version:
            return plans.plan(tx, row.id or 0)
    raise Refused("not-for-you")


def _possible(tx: Transaction, officer: Subject, year: int, plan: Plan | None) -> list[str]:
    side = SIDES.get(officer.standing)
    if side is None:
        return []
    if plan is None:
        before = plans.holding(tx, officer.id, year - 1)
        return ["make", "last-year"] if before else ["make"]
    if plan.state == PlanState.AGREED:
        return ["new-version"]
    if plan.holder != side:
        proposed = plan.state == PlanState.PROPOSED
        begun = plan.state == PlanState.DRAFT and side is Side.OFFICER
        return ["take-back"] if proposed or begun else []
    answer = ["propose"] if plan.state in CONFIRMABLE else ["agree", "ask-change"]
    return [*answer, "edit", "drop"]


def _leader(tx: Transaction, here: Situation, at: datetime) -> str:
    if here.plan is not None:
        return tx.session.get_one(Officer, here.plan.leader_id).name
    leader = leaders.leader_of(tx, here.officer.id, at)
    return leader.name if leader else ""


def _templates(tx: Transaction, asked: Asked, here: Situation) -> list[Template]:
    return templates.fitting(tx, here.officer.id, asked.at) if "make" in here.may else []


# --- its steps


def act(tx: Transaction, asked: Asked) -> str | None:
    """The named button: `make`, `propose` and so on."""
    button, _, number = asked.form.get("act", "").partition(":")
    here = _situation(tx, asked)
    if button == "template" and number.isascii() and number.isdigit():
        _begin(tx, asked, here, int(number))
    elif button in _ACTS:
        _ACTS[button](tx, asked, here)
    else:
        raise Refused("not-for-you")
    page = f"/plan/{here.officer.id}/{here.year}"
    return f"{page}/edit" if button in _TO_FORM else f"{page}?done=plan-{button}"


_TO_FORM = frozenset({"make", "last-year", "template", "new-version"})


def _make(tx: Transaction, asked: Asked, here: Situation) -> None:
    dialogue.make(tx, here.officer.id, here.year, asked.person_id, asked.at)


def _last_year(tx: Transaction, asked: Asked, here: Situation) -> None:
    dialogue.from_last_year(tx, here.officer.id, here.year, asked.person_id, asked.at)


def _begin(tx: Transaction, asked: Asked, here: Situation, template_id: int) -> None:
    templates.begin(tx, here.officer.id, here.year, template_id, asked.person_id, asked.at)


def _by_id(operation: Callable[..., Any]) -> Callable[[Transaction, Asked, Situation], None]:
    def step(tx: Transaction, asked: Asked, here: Situation) -> None:
        operation(tx, _plan(here).id, asked.person_id, asked.at)

    return step


def _with_words(operation: Callable[..., Any]) -> Callable[[Transaction, Asked, Situation], None]:
    def step(tx: Transaction, asked: Asked, here: Situation) -> None:
        words = asked.form.get("words", "")
        operation(tx, _plan(here).id, words, asked.person_id, asked.at)

    return step


def _agree(tx: Transaction, asked: Asked, here: Situation) -> None:
    """`agree:<mark of what was read>`."""
    plan_id, read = _plan(here).id, asked.mark("act")
    dialogue.agree(tx, plan_id, asked.person_id, asked.at, read)


def _plan(here: Situation) -> Plan:
    if here.plan is None:
        raise Refused("not-for-you")
    return here.plan


_ACTS: dict[str, Callable[[Transaction, Asked, Situation], None]] = {
    "make": _make,
    "last-year": _last_year,
    "propose": _by_id(dialogue.propose),
    "agree": _agree,
    "take-back": _by_id(dialogue.take_back),
    "drop": _by_id(dialogue.drop),
    "ask-change": _with_words(dialogue.ask_change),
    "new-version": _with_words(dialogue.new_version),
}


# --- the form


def edit(tx: Transaction, asked: Asked) -> Shown:
    """The whole plan to be written; as it was sent, if it was, with what is wrong beside it."""
    here = _editable(tx, asked)
    plan = _plan(here)
    return Shown(
        "plan_edit",
        {
            "officer": here.officer,
            "year": here.year,
            "plan": plan,
            "rows": _rows(asked, plan),
            "values": tuple(Value),
            "expected": plan_form.expected_of(asked.form) if asked.form else plan.expectations,
            "fields": Wrong.of(asked.wrong).fields,
            "stamp": plan.changed_at.isoformat(),
            "sources": SOURCES,
            "aspects": tuple(Aspect),
            "directions": tuple(Direction),
            "above": _above(tx, plan),
            "address": f"/plan/{here.officer.id}/{here.year}",
        },
    )


def save(tx: Transaction, asked: Asked) -> str | None:
    """Keep what was written. A button that adds or takes away a row keeps nothing: the form only
    comes back."""
    here = _editable(tx, asked)
    plan, rows = _plan(here), plan_form.rows_of(asked.form)
    if plan_form.pressed(rows, asked.form.get("act", "")) is not None:
        return None
    if asked.form.get("stamp", "") != plan.changed_at.isoformat():
        raise Refused("pages-plan-changed")
    content = plan_form.content_of(rows, plan_form.expected_of(asked.form))
    dialogue.change(tx, plan.id, drafting.whole(content), asked.person_id, asked.at)
    return f"/plan/{here.officer.id}/{here.year}?done=plan-saved"


def _editable(tx: Transaction, asked: Asked) -> Situation:
    here = _situation(tx, asked)
    if "edit" not in here.may:
        raise Refused("not-for-you")
    return here


def _rows(asked: Asked, plan: Plan) -> Rows:
    if asked.form:
        sent = plan_form.rows_of(asked.form)
        changed = plan_form.pressed(sent, asked.form.get("act", ""))
        return sent if changed is None else changed
    kept = plan_form.rows_from(
        drafting.content_of(plan), lambda value: _number(asked.who.language, value)
    )
    return kept or (plan_form.blank("main"),)


def _number(language: str, value: float) -> str:
    decimals = next(n for n in (0, 1, 2) if n == 2 or round(value, n) == value)
    return texts.number(language, value, decimals)


def _above(tx: Transaction, plan: Plan) -> list[str]:
    """What the leader has planned, to be chosen from."""
    above = plans.holding(tx, plan.leader_id, plan.year)
    return [one.text for one in above.results][:DATALIST] if above else []


ROUTES = (Route("/plan/{}/{year}", show, act), Route("/plan/{}/{year}/edit", edit, save))
