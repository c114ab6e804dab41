"""`/halaman`: the link in the chat, who is signed in, and ending it from there."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import CookieJar
from aiohttp.test_utils import TestClient, TestServer
from sqlmodel import select

from bot.web import server
from models import page_sessions
from models.appraisal.terms_tables import AppraisalPeriod
from models.outbox import OutboxMessage
from models.page_sessions import PageLink
from tests.town import Actor, Town

HOST = "https://suara.example"


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    opened = await Town.open(sqlite_url, public_url=HOST)
    yield opened
    await opened.close()


def link(actor: Actor) -> str:
    """Where the button of the last message leads."""
    url: str = actor.last.rows[0][0]["url"]
    assert url.startswith(f"{HOST}/s/in/")
    return url.removeprefix(f"{HOST}/s/in/")


async def signs_in(town: Town, actor: Actor, device: str = "Chrome, Android") -> str:
    token, at = link(actor), town.clock.now()
    key, _ = await town.write(lambda tx: page_sessions.open_session(tx, token, device, at))
    return key


async def test_the_command_sends_a_link_that_is_kept_nowhere(town: Town) -> None:
    sari = await town.officer(await town.unit())
    await sari.sends("/halaman")
    assert sari.sees("berlaku 10 menit, satu kali")
    token = link(sari)
    kept = town.read(lambda tx: repr(tx.session.exec(select(OutboxMessage)).all()))
    assert token not in kept
    assert await signs_in(town, sari)


async def test_it_lists_who_is_signed_in_and_ends_all(town: Town) -> None:
    sari = await town.officer(await town.unit())
    await sari.sends("/halaman")
    key = await signs_in(town, sari)
    await town.passes(timedelta(minutes=5))
    await sari.sends("/halaman")
    assert sari.sees("Chrome, Android, sejak Sen 23 Nov 09.00 WIB")
    waiting = link(sari)
    await sari.taps("Akhiri semua")
    assert sari.sees("Semua sudah keluar (1)")
    at = town.clock.now()
    assert town.read(lambda tx: page_sessions.signed_in(tx, key, at)) is None
    assert town.read(lambda tx: tx.session.exec(select(PageLink)).all()) == [], waiting
    await sari.taps("Tautan baru")
    assert await signs_in(town, sari)


async def test_an_unknown_device_is_told_as_such(town: Town) -> None:
    sari = await town.officer(await town.unit(), language="en")
    await sari.sends("/pages")
    await signs_in(town, sari, "")
    await sari.sends("/pages")
    assert sari.sees("Unknown device, since")


async def test_a_citizen_has_no_pages(town: Town) -> None:
    budi = await town.consenting("Budi")
    await budi.sends("/halaman")
    assert budi.sees("bukan untuk Anda")


async def test_the_periods_of_the_office_are_there_before_the_page_reads_them(town: Town) -> None:
    sari = await town.officer(await town.unit())
    await sari.sends("/halaman")
    periods = town.read(lambda tx: [one.kind for one in tx.session.exec(select(AppraisalPeriod))])
    assert sorted(periods) == ["quarter", "year"]


async def test_without_an_address_the_person_is_told_whom_to_ask(sqlite_url: str) -> None:
    town = await Town.open(sqlite_url)
    sari = await town.officer(await town.unit())
    await sari.sends("/halaman")
    assert sari.sees("PUBLIC_URL")
    assert sari.sees("operator")
    assert town.read(lambda tx: tx.session.exec(select(PageLink)).all()) == []
    await town.close()


async def test_the_link_opens_the_pages_that_the_service_serves(sqlite_url: str) -> None:
    """From the command to the first page by the whole web side, and from a form into a chat."""
    town = await Town.open(sqlite_url, public_url="http://127.0.0.1:8001")
    unit = await town.unit()
    sari, hadi = await town.officer(unit), await town.head(unit)
    await sari.sends("/halaman")
    path = sari.last.rows[0][0]["url"].removeprefix("http://127.0.0.1:8001")
    own = {"Origin": "http://127.0.0.1:8001", "Sec-Fetch-Site": "same-origin"}
    app = town.app
    site = server.application(
        intake=app.intake,
        secret="s",
        database=app.database,
        dispatcher=app.dispatcher,
        clock=town.clock,
        signing="k" * 32,
        bot_name="bot",
        public_url=app.settings.public_address,
    )
    async with TestClient(TestServer(site), cookie_jar=CookieJar(unsafe=True)) as client:
        home = await (await client.post(path, headers=own)).text()
        assert "Sari" in home
        found = re.search(r'name="token" value="(\w+)"', home)
        plan = re.search(r'href="(/s/plan/\d+/2026)"', home)
        assert found is not None
        assert plan is not None
        form = {"token": found[1], "act": "make"}
        answer = await client.post(plan[1], data=form, headers=own)
        assert "Rencana hasil kerja 1" in await answer.text()
        fields = {
            "r0-text": "Warga terlayani dengan ramah",
            "r0-i0-text": "Warga yang dilayani",
            "r0-i0-target": "400",
            "r0-i0-measure": "orang",
            "stamp": re.findall(r'name="stamp" value="([^"]+)"', await answer.text())[0],
        }
        await client.post(f"{plan[1]}/edit", data=form | fields | {"act": "save"}, headers=own)
        await client.post(plan[1], data=form | {"act": "propose"}, headers=own)
    await town.settle()
    assert hadi.sees("Sari")
    assert "SKP" in hadi.last.text
    await town.close()
