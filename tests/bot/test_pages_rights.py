"""Every page and every form, for everybody: the officer, who leads, peers, strangers, admins.

Generated over the table of routes: a page added later fails here until it says who may see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from sqlmodel import select

from bot.web.pages.plan import _ACTS as PLAN_ACTS
from bot.web.pages.routes import ROUTES
from bot.web.pages.sheet import _ACTS as SHEET_ACTS
from models.appraisal.deciding.tables import Appraisal, AppraisalStep, Objection
from models.appraisal.evidence.tables import Snapshot
from models.appraisal.skp.tables import PerformancePlan, PlanStep
from models.database import Transaction
from tests.pages_town import Site, lived, lived_template

__all__ = ["lived", "lived_template"]

EVERYBODY = ("own", "leader", "superior", "peer", "stranger", "other_leader", "admin")
RECORD = frozenset({"own", "leader", "superior"})
PLAN = RECORD | {"admin"}  # a plan says nothing about a person
LEADING = frozenset({"leader", "superior", "other_leader"})
# Sari's pages: route -> its address, and who may see it.
PAGES: Mapping[str, tuple[str, frozenset[str]]] = {
    "/": ("/", frozenset(EVERYBODY)),
    "/plan/{}/{year}": ("/plan/{own}/2026", PLAN),
    "/plan/{}/{year}/edit": ("/plan/{peer}/2027/edit", frozenset({"leader"})),
    "/record/{}/{}": ("/record/{own}/{last_quarter}", RECORD),
    "/record/{}/{}/voices": ("/record/{own}/{last_quarter}/voices", RECORD),
    "/record/{}/{}/voices/{}": ("/record/{own}/{last_quarter}/voices/1", RECORD),
    "/record/{}/{}/case/{}": ("/record/{own}/{last_quarter}/case/1", RECORD),
    "/figure/{}/{}/{word}": ("/figure/{own}/{last_quarter}/satisfaction", RECORD),
    "/sheet/{}/{}": ("/sheet/{own}/{last_quarter}", RECORD),
    "/sheet/{}/{}/confirm": ("/sheet/{own}/{last_quarter}/confirm", frozenset()),
    "/unit": ("/unit", LEADING),
    "/unit/{}": ("/unit/{leader}", frozenset({"leader", "superior"})),
}
FORGED = ("/999999999", "/0", "/-1", "/abc", "/1e3", "/9999999999", "/1%2f2", "/%00", "/²")


@pytest.fixture(scope="module")
def addresses() -> set[str]:
    return {route.path for route in ROUTES}


def address(site: Site, path: str) -> str:
    town = site.town
    return path.format(**town.officers, quarter=town.quarter, last_quarter=town.last_quarter)


def decided(tx: Transaction) -> str:
    """Everything that forms could change."""
    kept = (Appraisal, AppraisalStep, Objection, Snapshot, PerformancePlan, PlanStep)
    return repr([tx.session.exec(select(one)).all() for one in kept])


def test_every_route_says_who_may_see_it(addresses: set[str]) -> None:
    assert set(PAGES) == addresses


@pytest.mark.parametrize("who", EVERYBODY)
async def test_everybody_sees_what_is_theirs_and_nothing_else(lived: Site, who: str) -> None:
    browser, wrong = await lived.signed_in(who), []
    for path, (shown, allowed) in PAGES.items():
        answer = await browser.client.get(f"/s{address(lived, shown)}")
        if answer.status != (200 if who in allowed else 404):
            wrong.append((path, answer.status))
    assert wrong == []


async def test_what_is_not_there_and_what_is_not_yours_look_alike(lived: Site) -> None:
    browser = await lived.signed_in("stranger")
    hidden = await browser.get(address(lived, "/record/{own}/{last_quarter}"), 404)
    absent = await browser.get("/record/999/999", 404)
    unknown = await browser.get("/nowhere", 404)
    assert hidden == absent == unknown


@pytest.mark.parametrize("who", ["own", "leader"])
async def test_forged_addresses_are_answered_politely(lived: Site, who: str) -> None:
    browser, wrong = await lived.signed_in(who), []
    for path, _ in PAGES.values():
        for made in forged(address(lived, path)):
            answer = await browser.client.get(f"/s{made}")
            if answer.status not in (400, 404):
                wrong.append((made, answer.status))
    assert wrong == []


def forged(filled: str) -> Iterator[str]:
    """The address with junk in the place of each of its numbers."""
    for found in re.finditer(r"/\d+", filled):
        for junk in FORGED:
            yield filled[: found.start()] + junk + filled[found.end() :]


async def test_an_officer_of_another_office_period_is_not_shown(lived: Site) -> None:
    """A period's number that belongs to another office opens nothing."""
    browser = await lived.signed_in("own")
    await browser.get(f"/record/{lived.town.officers['own']}/{lived.town.quarter}")
    await browser.get(f"/record/{lived.town.officers['own']}/9999", 404)
    await browser.get(f"/figure/{lived.town.officers['own']}/{lived.town.quarter}/nothing", 404)


@pytest.mark.parametrize("who", EVERYBODY)
async def test_forms_of_others_change_nothing(lived: Site, who: str) -> None:
    """Every button of every form, pressed by everybody whom it is not for."""
    browser, before = await lived.signed_in(who), lived.read(decided)
    fields = {
        "work": "above",
        "behaviour": "above",
        "work_note": "Catatan yang cukup panjang sekali.",
        "behaviour_note": "Catatan yang cukup panjang sekali.",
        "words": "Kata-kata yang cukup panjang sekali.",
        "r0-text": "Hasil kerja palsu",
    }
    sheet, confirm = (
        address(lived, f"/sheet/{{own}}/{{last_quarter}}{end}") for end in ("", "/confirm")
    )
    tried = [(sheet, act) for act in SHEET_ACTS if (who, act) not in ALLOWED]
    tried += [(confirm, "confirm")]
    tried += [
        (address(lived, "/plan/{peer}/2027"), act) for act in PLAN_ACTS if (who, act) not in ALLOWED
    ]
    if who != "leader":
        tried.append((address(lived, "/plan/{peer}/2027/edit"), "save"))
    for path, act in tried:
        answer = await browser.sends(path, {**fields, "act": act})
        assert answer.status in (404, 422), (path, act, answer.status)
        expected = {404} if who in ("stranger", "other_leader", "admin") else {404, 422}
        assert answer.status in expected, (path, act)
    assert lived.read(decided) == before


ALLOWED = frozenset(
    {
        ("leader", "rate"),
        ("leader", "amend"),
        ("superior", "amend"),
        ("leader", "agree"),
        ("leader", "ask-change"),
        ("leader", "drop"),
        ("peer", "take-back"),
    }
)
"""Who may press what, of Sari's appraisal and Joko's proposed plan."""


async def test_an_unknown_button_does_nothing(lived: Site) -> None:
    browser = await lived.signed_in("leader")
    for path in ("/sheet/{own}/{last_quarter}", "/plan/{own}/2026"):
        for act in ("", "nothing", "template:²", "template:999", "__class__"):
            answer = await browser.sends(address(lived, path), {"act": act})
            assert answer.status == 404, act


async def test_a_page_without_a_form_takes_none(lived: Site) -> None:
    browser = await lived.signed_in("own")
    for path in ("/record/{own}/{last_quarter}", "/unit", "/"):
        assert (await browser.sends(address(lived, path))).status == 404
