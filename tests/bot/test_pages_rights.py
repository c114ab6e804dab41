"""Addresses and forms that nobody made: junk, what is not there, buttons that are none.

Who may see and send what is proven for everybody, page by page, in `test_rights`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.pages_town import Site, lived, lived_template

__all__ = ["lived", "lived_template"]

PAGES = (
    "/",
    "/plan/{own}/2026",
    "/plan/{peer}/2027/edit",
    "/record/{own}/{last_quarter}",
    "/record/{own}/{last_quarter}/voices/1",
    "/record/{own}/{last_quarter}/case/1",
    "/figure/{own}/{last_quarter}/satisfaction",
    "/sheet/{own}/{last_quarter}",
    "/sheet/{own}/{last_quarter}/confirm",
    "/unit/{leader}",
)
FORGED = ("/999999999", "/0", "/-1", "/abc", "/1e3", "/9999999999", "/1%2f2", "/%00", "/²")


def address(site: Site, path: str) -> str:
    town = site.town
    return path.format(**town.officers, quarter=town.quarter, last_quarter=town.last_quarter)


async def test_what_is_not_there_and_what_is_not_yours_look_alike(lived: Site) -> None:
    browser = await lived.signed_in("stranger")
    hidden = await browser.get(address(lived, "/record/{own}/{last_quarter}"), 404)
    absent = await browser.get("/record/999/999", 404)
    unknown = await browser.get("/nowhere", 404)
    assert hidden == absent == unknown


@pytest.mark.parametrize("who", ["own", "leader"])
async def test_forged_addresses_are_answered_politely(lived: Site, who: str) -> None:
    browser, wrong = await lived.signed_in(who), []
    for path in PAGES:
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
