"""The table of rights is true: everybody presses every button of the performance record, opens
every page and sends every form, with the numbers of a record that is there.

Who is refused reads the same words as for a record that is not there, and nothing is written.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot import tables
from bot.record_rights import PARTS, PLAN_ACTS, rules
from bot.record_tables import BUTTONS, COMMANDS
from bot.rights_rule import Rule, Who, by_role, route_of
from bot.web.pages.plan import _ACTS as PLAN_BUTTONS
from bot.web.pages.routes import ROUTES
from bot.web.pages.sheet import _ACTS as SHEET_BUTTONS
from models.errors import Refused
from models.people import CONSENT_VERSION
from tests.pages_town import LATER, Site, served
from tests.rights_endpoints import ARGUMENTS, BEFORE, NOT_NOW
from tests.rights_town import Answered, Presses, RightsTown, presses, rights_template, rows

__all__ = ["presses", "rights_template"]

ACCOUNTS = {
    Who.OWN: "own",
    Who.PEER: "peer",
    Who.ELSEWHERE: "stranger",
    Who.LEADER: "leader",
    Who.SUPERIOR: "superior",
    Who.OTHER_HEAD: "other_leader",
    Who.ADMIN: "admin",
    Who.OTHER_ADMIN: "other_admin",
    Who.INSPECTOR: "inspector",
    Who.CITIZEN: "citizen",
}
OUTSIDE = (Who.PEER, Who.ELSEWHERE, Who.OTHER_HEAD, Who.OTHER_ADMIN, Who.INSPECTOR, Who.CITIZEN)
ABSENT = 987_654
# What is public, or says nothing of a person: that there is none may be told.
NO_SECRET = {"forum-unknown", "period-unknown", "training-unknown", "feedback-nobody-led"}
PLACES = ("office", "unit")
FORMS = {
    "/plan/{}/{year}": tuple(PLAN_ACTS),
    "/plan/{}/{year}/edit": ("save",),
    "/sheet/{}/{}": tuple(SHEET_BUTTONS),
    "/sheet/{}/{}/confirm": ("confirm",),
}
ADDRESSES = {
    "/": "/",
    "/plan/{}/{year}": "/plan/{own}/2026",
    "/plan/{}/{year}/edit": "/plan/{own}/2027/edit",
    "/record/{}/{}": "/record/{own}/{last}",
    "/record/{}/{}/voices": "/record/{own}/{last}/voices",
    "/record/{}/{}/voices/{}": "/record/{own}/{last}/voices/1",
    "/record/{}/{}/case/{}": "/record/{own}/{last}/case/{case}",
    "/figure/{}/{}/{word}": "/figure/{own}/{last}/satisfaction",
    "/sheet/{}/{}": "/sheet/{own}/{last}",
    "/sheet/{}/{}/confirm": "/sheet/{own}/{last}/confirm",
    "/unit": "/unit",
    "/unit/{}": "/unit/{leader}",
}
NOT_YET = {
    ("/plan/{}/{year}/edit", Who.LEADER),  # it is the officer's turn
    ("/sheet/{}/{}/confirm", Who.LEADER),  # nothing was rated
}
WORDS = "Kata-kata yang cukup panjang untuk sebuah alasan."


# --- the table is whole


def test_every_button_command_page_and_form_has_one_rule() -> None:
    said = Counter(name for rule in rules() for name in rule.through)
    forms = {f"{path} {act}" for path, acts in FORMS.items() for act in acts}
    wanted = {*BUTTONS, *(f"/{name}" for name in COMMANDS), *(one.path for one in ROUTES), *forms}
    assert set(said) == wanted
    assert max(said.values()) == 1
    assert set(PLAN_ACTS) == {*PLAN_BUTTONS, "template"}


def test_the_rules_and_the_roles_of_the_tables_agree() -> None:
    for rule in rules():
        open_to = [by_role(route.roles) for route in rule.routes]
        if rule.by is None:
            assert len(set(open_to)) == 1, rule.what
        else:
            assert all(rule.by <= found for found in open_to), rule.what


def test_every_button_says_what_it_carries() -> None:
    assert set(ARGUMENTS) == set(BUTTONS)


# --- the chat


def pressed(town: RightsTown, name: str, ids: dict[str, object]) -> str:
    if name.startswith("/"):
        return name
    return f"{name}:{ARGUMENTS[name].format(**ids)}".rstrip(":")


def in_chat(part: str) -> Iterator[tuple[Rule, str]]:
    for rule in PARTS[part]:
        yield from ((rule, name) for name in rule.through if route_of(name) is not None)


@pytest.mark.parametrize("part", PARTS)
async def test_everybody_may_do_in_the_chat_what_the_table_says(
    presses: Presses, part: str
) -> None:
    wrong: list[str] = []
    for rule, name in in_chat(part):
        done = []
        for who in Who:
            answer = await press(presses, name, who)
            problem = allowed(answer) if who in rule.allowed else denied(answer)
            wrong += [f"{name} by {who}: {problem}"] if problem else []
            done += [who] if who in rule.allowed and not answer.refusal else []
        now = done or name in NEVER_NOW
        wrong += [] if now else [f"{name}: nobody could"]
    assert wrong == []


NEVER_NOW = {
    "skp-back",
    "skp-tell",
    "feedback-take-back",
    "appraisal-reopen",
    "training-mark",
    "training-picture",
    "forum-out",
}
"""Whose state the town does not have: the tests of their parts press them in it."""


async def press(presses: Presses, name: str, who: Who, **ids: object) -> Answered:
    town = presses.town
    before = BEFORE[name](town) if name in BEFORE else None
    return await presses.press(ACCOUNTS[who], pressed(town, name, {**town.ids, **ids}), before)


def allowed(answer: Answered) -> str:
    """What is wrong with what somebody was told who has the right; empty: nothing."""
    if answer.parked:
        return "failed"
    if answer.refusal and answer.refusal not in NOT_NOW:
        return f"refused: {answer.refusal}"
    return "" if answer.refusal or answer.said or answer.alert else "no answer"


def denied(answer: Answered) -> str:
    if not answer.refusal:
        return f"not refused: {[one['key'] for one in answer.said]}"
    return f"written: {set(answer.written)}" if answer.written else ""


@pytest.mark.parametrize("part", PARTS)
async def test_outsiders_do_not_learn_what_there_is(presses: Presses, part: str) -> None:
    """The same answer for Sari's record as for none at all."""
    town, told = presses.town, []
    absent = {name: ABSENT for name in town.ids if name not in PLACES}
    for rule, name in in_chat(part):
        if rule.by is None or name in BEFORE or "{" not in ARGUMENTS.get(name, ""):
            continue
        for who in OUTSIDE:
            if who in rule.allowed:
                continue
            there, nowhere = (
                await press(presses, name, who),
                await press(presses, name, who, **absent),
            )
            if nowhere.refusal not in NO_SECRET and there.alert != nowhere.alert:
                told.append((name, who, there.refusal, nowhere.refusal))
    assert told == []


async def test_without_consent_nothing_that_needs_it_is_done(presses: Presses) -> None:
    """Every command and button of the whole bot that needs it."""
    before = f"UPDATE people SET consent_version = {CONSENT_VERSION - 1}"
    routes = {**tables.BUTTONS, **{f"/{name}": one for name, one in tables.COMMANDS.items()}}
    needing = [name for name, route in routes.items() if route.consent]
    assert len(needing) > 20
    for name in needing:
        answer = await presses.press(
            "citizen",
            name if name.startswith("/") else f"{name}:1:1",
            lambda tx: tx.connection.exec_driver_sql(before),
        )
        assert [one["key"] for one in answer.said] == ["consent-notice"], name
        assert answer.written == frozenset(), name


# --- pages


@pytest.fixture
async def site(
    rights_template: tuple[Path, RightsTown], tmp_path: Path
) -> AsyncIterator[tuple[Site, RightsTown]]:
    file, town = rights_template
    shutil.copy(file, tmp_path / "pages.db")
    async with served(f"sqlite:///{tmp_path / 'pages.db'}", town.pages, at=LATER) as found:
        yield found, town


def of_pages(*, forms: bool) -> Iterator[tuple[Rule, str]]:
    for rule in rules():
        for name in rule.through:
            if route_of(name) is None and (" " in name) == forms:
                yield rule, name


async def test_a_citizen_gets_no_session(site: tuple[Site, RightsTown]) -> None:
    pages, _ = site
    with pytest.raises(Refused):
        await pages.signed_in("citizen")


@pytest.mark.parametrize("who", [who for who in Who if who is not Who.CITIZEN])
async def test_everybody_may_do_on_pages_what_the_table_says(
    site: tuple[Site, RightsTown], who: Who
) -> None:
    pages, town = site
    browser, wrong = await pages.signed_in(ACCOUNTS[who]), []
    for rule, path in of_pages(forms=False):
        answer = await browser.client.get(f"/s{ADDRESSES[path].format(**town.ids)}")
        may = who in rule.allowed and (path, who) not in NOT_YET
        if answer.status != (200 if may else 404):
            wrong.append((path, answer.status))
    before = pages.read(rows)
    for rule, name in of_pages(forms=True):
        path, act = name.split(" ")
        if who in rule.allowed:
            continue  # done, as what they are for, by the tests of the pages
        fields = {"act": act, "words": WORDS, "work_note": WORDS, "behaviour_note": WORDS}
        ratings = {"work": "above", "behaviour": "above"}
        address = ADDRESSES[path].format(**town.ids)
        answer = await browser.sends(address, {**fields, **ratings})
        insider = who in (Who.OWN, Who.LEADER, Who.SUPERIOR)
        if answer.status not in ((404, 422) if insider else (404,)):
            wrong.append((name, answer.status))
    after = pages.read(rows)
    assert wrong == []
    assert {name for name in after if after[name] != before[name]} <= {"page_sessions"}
