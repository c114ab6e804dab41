"""Signing in on the pages over HTTP: the link, the cookie, forms from elsewhere, headers."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import ClientResponse
from sqlmodel import select

from bot.web.pages.devices import device
from bot.web.pages.signing import Jar, Signing
from bot.web.pages.tries import ADDRESSES, BURST, EACH, Tries
from models import page_sessions, people
from models.page_sessions import IDLE, LINK_VALID, LONGEST, PageSession
from tests.pages_town import SECRET, TOKEN, Site, served

PHONE = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 "
    "Mobile Safari/537.36"
)


@pytest.fixture
async def site(sqlite_url: str) -> AsyncIterator[Site]:
    async with served(sqlite_url) as one:
        yield one


def flags(answer: ClientResponse) -> dict[str, str]:
    """The attributes of the cookie that an answer sets, and its value under `value`."""
    parts = answer.headers["Set-Cookie"].split("; ")
    name, value = parts[0].split("=", 1)
    found = {"name": name, "value": value}
    for part in parts[1:]:
        key, _, told = part.partition("=")
        found[key] = told
    return found


# --- the link


async def test_fetching_a_link_for_a_preview_does_not_use_it(site: Site) -> None:
    token = await site.link("own")
    preview, person = await site.browser(), await site.browser()
    for _ in range(3):
        page = await preview.get(f"/in/{token}")
        assert "Sari" not in page  # a link that was passed on does not say whose it is
    answer = await preview.client.head(f"/s/in/{token}")
    assert answer.status == 200
    assert (await person.posts(f"/in/{token}")).status == 303
    assert "Sari Dewi" in await person.get("/")
    assert (await preview.posts(f"/in/{token}")).status == 404
    await preview.get(f"/in/{token}", 404)


async def test_a_link_leads_to_its_page_and_ends_after_ten_minutes(site: Site) -> None:
    token, browser = await site.link("own", "/unit"), await site.browser()
    site.clock.move(LINK_VALID)
    await browser.get(f"/in/{token}", 404)
    assert (await browser.posts(f"/in/{token}")).status == 404
    site.clock.move(-timedelta(seconds=1))
    answer = await browser.posts(f"/in/{token}")
    assert (answer.status, answer.headers["Location"]) == (303, "/s/unit")


async def test_a_link_is_in_the_language_of_its_person(site: Site) -> None:
    await site.write(lambda tx: people.set_language(tx, site.town.people["own"], "en"))
    token, browser = await site.link("own"), await site.browser()
    assert '<html lang="en">' in await browser.get(f"/in/{token}")
    assert '<html lang="id">' in await browser.get("/in/" + "x" * 43, 404)


async def test_another_site_cannot_sign_somebody_in(site: Site) -> None:
    token, browser = await site.link("own"), await site.browser()
    for headers in (
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "none"},
    ):
        assert (await browser.posts(f"/in/{token}", **headers)).status == 403
    assert (await browser.client.post(f"/s/in/{token}")).status == 403  # says nothing of itself
    assert (await browser.posts(f"/in/{token}")).status == 303


async def test_many_bad_links_must_wait_and_good_ones_never(site: Site) -> None:
    browser, token = await site.browser(), await site.link("own")
    for number in range(BURST):
        await browser.get(f"/in/{number:043d}", 404)
    await browser.get("/in/" + "x" * 43, 429)
    assert (await browser.posts("/in/" + "x" * 43)).status == 429
    assert (await browser.posts(f"/in/{token}")).status == 303
    site.clock.move(timedelta(seconds=EACH))
    await browser.get("/in/" + "x" * 43, 404)


def test_a_bucket_fills_again_and_no_flood_of_addresses_fills_the_memory() -> None:
    now = [0.0]
    tries = Tries(lambda: now[0])
    assert [tries.wait("a") for _ in range(BURST)] == [0] * BURST
    assert tries.wait("a") == EACH
    assert tries.wait("b") == 0
    now[0] += BURST * EACH
    assert [tries.wait("a") for _ in range(BURST)] == [0] * BURST
    for number in range(2 * ADDRESSES):
        tries.wait(str(number))
    assert len(tries._free) <= ADDRESSES


# --- the cookie


async def test_the_cookie_is_for_our_pages_alone(site: Site) -> None:
    browser = await site.browser()
    told = flags(await browser.posts(f"/in/{await site.link('own')}"))
    assert told["name"] == "suara-warga"
    assert told["Path"] == "/s"
    assert told["SameSite"] == "Strict"
    assert "HttpOnly" in told
    assert "Secure" not in told  # the demo's address is not https
    assert "Domain" not in told
    assert "Max-Age" not in told  # closing the browser ends it there


@pytest.mark.parametrize(
    ("base", "name", "path"),
    [
        ("https://suara.example", "__Host-suara-warga", "/"),
        ("https://kota.example/suara", "__Secure-suara-warga", "/suara/s"),
    ],
)
async def test_on_https_the_cookie_is_secure(
    sqlite_url: str, base: str, name: str, path: str
) -> None:
    async with served(sqlite_url, base=base) as site:
        browser = await site.browser()
        origin = {"Origin": base.removesuffix("/suara")}
        answer = await browser.posts(f"/in/{await site.link('own')}", **origin)
        told = flags(answer)
        assert (told["name"], told["Path"]) == (name, path)
        assert {"Secure", "HttpOnly"} <= told.keys()
        assert answer.headers["Location"] == f"{base.partition('.example')[2]}/s/"


def test_a_jar_knows_where_pages_are() -> None:
    assert Jar.of("") == Jar("suara-warga", "/s", secure=False)
    assert Jar.of("http://127.0.0.1:8001") == Jar("suara-warga", "/s", secure=False)


async def test_a_forged_cookie_opens_nothing(site: Site) -> None:
    browser = await site.browser()
    good = flags(await browser.posts(f"/in/{await site.link('own')}"))["value"]
    key, _, tag = good.rpartition(".")
    other = await site.browser()
    wrong = "1" if tag[0] == "0" else "0"
    for forged in (key, f"{key}.", f"{key}.{wrong}{tag[1:]}", f"x{key}.{tag}", f".{tag}", "\xff"):
        headers = {"Cookie": f"suara-warga={forged}"}
        await other.get("/", 401, **headers)
    await other.get("/", 200, Cookie=f"suara-warga={good}")


def test_a_signature_is_of_one_secret_and_one_use() -> None:
    one, other = Signing(SECRET), Signing(SECRET + "x")
    assert one.key(one.cookie("key")) == "key"
    assert other.key(one.cookie("key")) == ""
    assert one.cookie("key") != f"key.{one.form_token('key')}"
    assert one.is_form_token(one.form_token("key"), "key")
    assert not one.is_form_token(one.form_token("key"), "other")
    assert not one.is_form_token("", "key")


# --- sessions


async def test_who_is_not_signed_in_learns_nothing(site: Site) -> None:
    browser = await site.browser()
    told = {await browser.get(path, 401) for path in ("/x", "/y")}
    assert len({page.replace("/s/x", "").replace("/s/y", "") for page in told}) == 1
    assert "/halaman" in told.pop()


async def test_signing_out_ends_the_session_and_takes_the_cookie_back(site: Site) -> None:
    browser, second = await site.signed_in("own"), await site.signed_in("own")
    cookie = {one.key: one.value for one in browser.client.session.cookie_jar}
    answer = await browser.sends("/out")
    assert answer.status == 200
    assert flags(answer)["Max-Age"] == "0"
    await browser.get("/", 401)
    kept = "; ".join(f"{name}={value}" for name, value in cookie.items())
    await (await site.browser()).get("/", 401, Cookie=kept)
    await second.get("/")  # another device stays


async def test_signing_in_again_leaves_one_session_in_a_browser(site: Site) -> None:
    browser, other = await site.signed_in("own"), await site.signed_in("own")
    await browser.posts(f"/in/{await site.link('own')}")
    person, at = site.town.people["own"], site.clock.now()
    assert len(site.read(lambda tx: page_sessions.open_sessions(tx, person, at))) == 2
    await browser.get("/")
    await other.get("/")


async def test_ended_from_the_chat_the_page_is_closed_at_once(site: Site) -> None:
    browser, at = await site.signed_in("own"), site.clock.now()
    await site.write(lambda tx: page_sessions.end(tx, site.town.people["own"], at))
    await browser.get("/", 401)


async def test_who_is_dismissed_is_out_at_once(site: Site) -> None:
    browser, at = await site.signed_in("own"), site.clock.now()
    officer = site.town.officers["own"]
    held = site.read(lambda tx: people.appointments_of(tx, officer, at))
    await site.write(lambda tx: people.dismiss(tx, held[0].id or 0, at, None))
    await browser.get("/", 401)


async def test_use_keeps_the_session_open_until_half_a_day(site: Site) -> None:
    browser = await site.signed_in("own")
    for _ in range(LONGEST // IDLE * 2 - 1):
        site.clock.move(IDLE / 2)
        await browser.get("/")
    site.clock.move(IDLE / 2)
    await browser.get("/", 401)


async def test_an_hour_without_use_ends_it_and_gives_back_what_was_written(site: Site) -> None:
    browser = await site.signed_in("own")
    found = TOKEN.search(await browser.get("/"))
    assert found is not None
    site.clock.move(IDLE)
    written = "Saya melayani <b>212</b> warga"
    answer = await browser.posts("/out", {"token": found[1], "words": written})
    page = await answer.text()
    assert answer.status == 401
    assert "Saya melayani &lt;b&gt;212&lt;/b&gt; warga" in page
    assert found[1] not in page


async def test_a_session_says_on_which_device_it_is(site: Site) -> None:
    await site.signed_in("own", **{"User-Agent": PHONE})
    told = site.read(lambda tx: [one.device for one in tx.session.exec(select(PageSession))])
    assert told == ["Chrome, Android"]
    assert device("curl/8.0") == ""
    assert device("Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko Firefox/130.0") == (
        "Firefox, Windows"
    )


# --- forms from elsewhere


async def test_a_form_without_the_token_of_its_session_is_refused(site: Site) -> None:
    browser, other = await site.signed_in("own"), await site.signed_in("leader")
    stolen = TOKEN.search(await other.get("/"))
    assert stolen is not None
    for fields in ({}, {"token": ""}, {"token": "0" * 64}, {"token": stolen[1]}):
        assert (await browser.posts("/out", fields)).status == 403
    await browser.get("/")


async def test_a_form_from_another_origin_is_refused(site: Site) -> None:
    browser = await site.signed_in("own")
    for headers in ({"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "same-site"}):
        assert (await browser.sends("/out", **headers)).status == 403
    await browser.get("/")


async def test_only_plain_forms_of_a_bearable_size_are_read(site: Site) -> None:
    browser = await site.signed_in("own")
    assert (await browser.sends("/out", {"x": "y" * 2_000_000})).status == 413
    answer = await browser.posts("/out", **{"Content-Type": "text/plain"})
    assert answer.status == 415


# --- headers


async def test_every_answer_forbids_scripts_frames_and_copies(site: Site) -> None:
    browser = await site.signed_in("own")
    stranger = await site.browser()
    answers = [
        await browser.client.get("/s/"),
        await browser.client.get("/s/nothing"),
        await stranger.client.get("/s/"),
        await stranger.client.get(f"/s/in/{await site.link('peer')}"),
        await stranger.client.get("/s/in/" + "x" * 43),
        await browser.posts("/out"),
        await browser.sends("/out"),
        await stranger.client.get("/s", allow_redirects=False),
    ]
    for answer in answers:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "form-action 'self'" in policy
        assert "script" not in policy
        assert "unsafe" not in policy
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        page = await answer.text()
        assert not re.search(r"<script|\son\w+=|style=\"", page)


async def test_without_a_change_nothing_is_written_for_each_look(site: Site) -> None:
    browser = await site.signed_in("own")
    before = site.database.writer.pieces
    for _ in range(3):
        await browser.get("/")
    assert site.database.writer.pieces == before
