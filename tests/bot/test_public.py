"""The public pages as HTTP: languages, headers, keeping, what is not there, what is never said."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from bot.clock import FixedClock
from bot.web.public import Addresses, Public, _takes_gzip
from models.database import Database, Transaction
from models.offices import Office, Unit
from tests.public_town import NOW, PRANK, PublicTown, public_template
from tests.town import Town, settings

__all__ = ["public_template"]

Client = TestClient[web.Request, web.Application]
WHOLE = 100_000  # bytes a page may weigh
VOID = {"meta", "link", "img", "input", "rect", "path", "circle", "polyline", "br"}
TABLES = ("history-table", "elements-table", "spread-table", "times-table", "services-table")


class Page(HTMLParser):
    """A page as a list of elements; what is open and never closed is a defect."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.extend(data.split())

    @property
    def text(self) -> str:
        return " ".join(self.words)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def links(self) -> list[str]:
        return [one["href"] for one in self.all("a")]


@dataclass
class Site:
    """The pages of the town, asked for over HTTP."""

    client: Client
    database: Database
    town: PublicTown
    clock: FixedClock

    async def page(self, path: str, status: int = 200) -> Page:
        answer = await self.client.get(path)
        assert answer.status == status
        assert answer.content_type == "text/html"
        return Page(await answer.text())


@pytest.fixture
async def site(public_template: tuple[Path, PublicTown]) -> AsyncIterator[Site]:
    file, town = public_template
    async for one in _served(Database(f"sqlite:///{file}"), town):
        yield one


async def _served(database: Database, town: PublicTown, base: str = "") -> AsyncIterator[Site]:
    clock, app = FixedClock(NOW), web.Application()
    Public(database, clock, bot_name="SuaraWargaBot", base=base).add_to(app)
    async with TestClient(TestServer(app)) as client:
        yield Site(client, database, town, clock)
    database.close()


# --- what stands where


async def test_the_list_leads_to_every_open_unit(site: Site) -> None:
    page = await site.page("/")
    assert f"/u/{site.town.rich}" in page.links
    assert f"/u/{site.town.poor}" in page.links
    assert f"/u/{site.town.closed}" not in page.links


async def test_a_search_forgives_typing_errors_and_needs_no_script(site: Site) -> None:
    page = await site.page("/?q=poly umun")
    found = [link for link in page.links if link.startswith("/u/")]
    assert found[0] == f"/u/{site.town.poor}"
    assert page.all("form")[0] == {
        "class": "search",
        "role": "search",
        "method": "get",
        "action": "/",
    }
    assert page.all("script") == []
    assert "Tidak ada yang cocok" in (await site.page("/?q=xyzzyqwv")).text


async def test_what_was_searched_for_is_words_not_markup(site: Site) -> None:
    page = await site.page('/?q="><script>alert(1)</script>')
    assert page.all("script") == []
    assert page.all("input")[0]["value"] == '"><script>alert(1)</script>'


async def test_a_unit_tells_everything_with_n(site: Site) -> None:
    page = await site.page(f"/u/{site.town.rich}")
    for words in (
        "Loket KTP-el dan KK",
        "83,33",  # the worked case of the rules, 9 points more in every total
        "Triwulan III 2026",
        "Belum memenuhi sampel minimal",
        "perlu 291 dari 1.200",
        "63 penilaian",
        "Token adalah kode sekali pakai",
        "Dengan token kunjungan",
        "Undangan acak",
        "Tanpa token (poster, tautan, pencarian)",
        "20 dari 70",
        "6 dari 12",
        "Jawaban pertama",
        "13 dari 14",
        "Cetak KTP-el 24 jam",
        "terlalu banyak dalam waktu singkat: 2",
        "66 = 63 + 2 + 1",
    ):
        assert words in page.text.replace("\xa0", " "), words
    assert "https://t.me/SuaraWargaBot?start=u1" in page.links


async def test_english_says_the_same_in_english(site: Site) -> None:
    page = await site.page(f"/en/u/{site.town.rich}")
    assert page.all("html") == [{"lang": "en"}]
    for words in (
        "83.33",
        "Below the minimum sample",
        "291 needed of 1,200",
        "Good",
        "22 Nov 2026",
    ):
        assert words in page.text, words
    assert "Belum" not in page.text
    assert all(link.startswith(("/en", "#", "https://t.me/")) or link == f"/u/{site.town.rich}"
               for link in page.links)  # fmt: skip


@pytest.mark.parametrize("path", ["/", "/how", "/u/1", "/o/1"])
async def test_each_language_leads_to_the_other(site: Site, path: str) -> None:
    here, there = await site.page(path), await site.page(f"/en{path}")
    alternates = {
        (one["hreflang"], one["href"]) for one in here.all("link") if one["rel"] == "alternate"
    }
    assert alternates == {("id", path), ("en", f"/en{path}"), ("x-default", path)}
    assert f"/en{path}" in here.links
    assert path in there.links
    assert here.all("html") == [{"lang": "id"}]


async def test_english_without_a_slash_leads_to_the_list(site: Site) -> None:
    answer = await site.client.get("/en", allow_redirects=False)
    assert (answer.status, answer.headers["Location"]) == (301, "/en/")


@pytest.mark.parametrize(
    "path", ["/u/999", "/u/0", "/u/abc", "/u/99999999999999999999", "/u/1/other", "/o/77"]
)
async def test_what_is_not_there_is_told_kindly_in_the_language(site: Site, path: str) -> None:
    assert "Halaman tidak ditemukan" in (await site.page(path, 404)).text
    page = await site.page(f"/en{path}", 404)
    assert "Page not found" in page.text
    assert page.all("input")[0]["name"] == "q"
    assert (await site.client.get(path)).headers["Cache-Control"] == "no-store"


async def test_a_closed_unit_says_so_and_invites_nobody(site: Site) -> None:
    page = await site.page(f"/u/{site.town.closed}")
    assert "sudah tutup sejak 30 Jun 2026" in page.text
    assert not any("t.me" in link for link in page.links)


async def test_names_are_words_wherever_they_stand(site: Site) -> None:
    for path in ("/", f"/u/{site.town.prank}", "/?q=prank loket script"):
        page = await site.page(path)
        assert page.all("script") == []
    assert PRANK in (await site.page("/")).text
    rows = await _csv(site, site.town.prank)
    assert rows[1][1] == PRANK
    assert {row[1] for row in rows if row[0] == "services"} == {"'=1+1"}  # no formula


async def test_too_few_people_give_no_figure(site: Site) -> None:
    """Three ratings; the fourth is of today, so not even its number is told."""
    page = await site.page(f"/u/{site.town.poor}")
    assert "Belum cukup data: baru 3 penilaian" in page.text
    assert not re.search(r"\d,\d\d", page.text)
    figures = [row for row in await _csv(site, site.town.poor) if row[0] == "ratings"]
    assert all(row[4:7] == ["", "", ""] for row in figures)


async def test_nothing_is_told_of_people(site: Site) -> None:
    for path in ("/", "/u/1", "/u/1/data.csv", "/en/u/1"):
        body = await (await site.client.get(path)).text()
        for secret in ("Sari Rahasia", "1" * 18, "Antrean panjang", "citizen 10", "pungli,"):
            assert secret not in body, (path, secret)


# --- CSV


async def _csv(site: Site, unit_id: int) -> list[list[str]]:
    answer = await site.client.get(f"/u/{unit_id}/data.csv")
    assert answer.status == 200
    assert answer.content_type == "text/csv"
    assert "attachment" in answer.headers["Content-Disposition"]
    return list(csv.reader(StringIO((await answer.read()).decode("utf-8-sig"))))


async def test_the_data_hold_what_the_page_says(site: Site) -> None:
    head, *rows = await _csv(site, site.town.rich)
    assert head == [
        "section", "item", "period", "measure", "value", "low", "high", "n", "note",
    ]  # fmt: skip
    told = {(row[0], row[1], row[2], row[3]): row for row in rows}
    assert len(told) == len(rows)
    days = "2026-08-24/2026-11-22"
    assert told["survey", "ikm", "2026-Q3", "ikm"][4:] == ["83.33", "80.80", "85.87", "49", "B"]
    assert told["ratings", "all", days, "mean of 1 to 4"][7] == "63"
    assert told["complaints", "first answer", days, "in time, share"][4] == "0.9286"
    received, *parts = (
        int(told["received", "ratings", days, one][4])
        for one in ("received", "counted", "excluded", "withdrawn")
    )
    assert received == sum(parts) == 66


# --- HTTP


async def test_nothing_may_run_and_nothing_is_kept_by_cookies(site: Site) -> None:
    for path in ("/", "/u/1", "/how", "/u/99"):
        answer = await site.client.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in answer.headers
        page = Page(await answer.text())
        assert not [one for _, one in page.elements if any(name.startswith("on") for name in one)]
        assert not [one for _, one in page.elements if "style" in one]
        fetched = [one["src"] for one in page.all("img")]
        assert fetched == ["/icon.svg"]


async def test_a_page_is_kept_for_five_minutes_and_not_sent_twice(site: Site) -> None:
    first = await site.client.get("/u/1")
    assert first.headers["Cache-Control"] == "public, max-age=300"
    tag = first.headers["ETag"]
    for asked in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
        again = await site.client.get("/u/1", headers={"If-None-Match": asked})
        assert (again.status, await again.read()) == (304, b"")
        assert again.headers["ETag"] == tag
    changed = await site.client.get("/u/1", headers={"If-None-Match": '"other"'})
    assert changed.status == 200
    assert (await site.client.head("/u/1")).status == 200


async def test_zipped_only_for_those_who_take_it(site: Site) -> None:
    async with ClientSession(auto_decompress=False) as session:
        url = site.client.make_url("/u/1")
        async with session.get(url, headers={"Accept-Encoding": "br, gzip"}) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Vary"] == "Accept-Encoding"
            zipped = await answer.read()
        async with session.get(url, headers={"Accept-Encoding": "identity"}) as answer:
            assert "Content-Encoding" not in answer.headers
            assert gzip.decompress(zipped) == await answer.read()


@pytest.mark.parametrize(
    ("accepted", "takes"),
    [("gzip", True), ("br;q=1.0, gzip;q=0.8", True), ("", False), ("gzip;q=0", False),
     ("gzip;q=0.0", False), ("br", False)],
)  # fmt: skip
def test_who_takes_gzip(accepted: str, takes: bool) -> None:
    assert _takes_gzip(accepted) is takes


async def test_a_page_weighs_less_than_100_kb(site: Site) -> None:
    for path in ("/", "/u/1", "/en/u/1", "/how", "/en/how"):
        body = await (await site.client.get(path)).read()
        assert len(body) < WHOLE, path


async def test_every_table_has_a_caption_and_every_heading_cell_a_scope(site: Site) -> None:
    page = await site.page("/u/1")
    assert len(page.all("caption")) == len(page.all("table")) >= len(TABLES)
    assert {one["id"] for one in page.all("caption")} >= set(TABLES)
    assert all(one.get("scope") in ("col", "row") for one in page.all("th"))
    assert page.links[0] == "#content"
    assert [one["id"] for one in page.all("main")] == ["content"]
    drawn = [one for one in page.all("svg") if one.get("aria-hidden") != "true"]
    assert all(one["role"] == "img" for one in drawn)
    assert len(drawn) == 2


async def test_a_made_page_is_answered_again_for_a_minute(sqlite_url: str) -> None:
    database = Database(sqlite_url)

    def build(tx: Transaction) -> PublicTown:
        town = PublicTown(tx)
        office = town.put(Office(name="Kantor"))
        town.poor = town.unit(office, "Loket satu")
        return town

    town = await database.writer.run(build)

    def rename(tx: Transaction) -> None:
        tx.session.get_one(Unit, town.poor).name = "Loket dua"

    async for site in _served(database, town):
        assert "Loket satu" in (await site.page("/")).text
        await database.writer.run(rename)
        site.clock.move(timedelta(seconds=59))
        assert "Loket satu" in (await site.page("/")).text
        site.clock.move(timedelta(seconds=1))
        assert "Loket dua" in (await site.page("/")).text


async def test_many_units_are_listed_office_by_office(sqlite_url: str) -> None:
    database = Database(sqlite_url)

    def build(tx: Transaction) -> PublicTown:
        town = PublicTown(tx)
        for number in range(6):
            office = town.put(Office(name=f"Dinas {number}"))
            for each in range(50):
                tx.session.add(Unit(office_id=office, name=f"Loket {number}-{each}"))
        return town

    town = await database.writer.run(build)
    async for site in _served(database, town):
        page = await site.page("/")
        assert [link for link in page.links if link.startswith("/u/")] == []
        assert "/o/1" in page.links
        office = await site.page("/o/1")
        assert len([link for link in office.links if link.startswith("/u/")]) == 50


# --- addresses


async def test_links_keep_to_the_path_that_citizens_see(
    public_template: tuple[Path, PublicTown],
) -> None:
    file, town = public_template
    async for site in _served(
        Database(f"sqlite:///{file}"), town, base="https://kota.example/suara"
    ):
        page = await site.page(f"/u/{town.rich}")
        inside = [link for link in page.links if not link.startswith(("#", "https://t.me"))]
        assert all(link.startswith("/suara/") for link in inside)
        canonical = next(one for one in page.all("link") if one["rel"] == "canonical")
        assert canonical["href"] == "https://kota.example/suara/u/1"


def test_addresses() -> None:
    bare = Addresses()
    assert (bare.path("id", "/"), bare.path("en", "/u/7")) == ("/", "/en/u/7")
    assert bare.full("en", "/u/7") == "/en/u/7"
    host = Addresses("https://suara.example")
    assert host.full("id", "/how") == "https://suara.example/how"


# --- from the chat


@pytest.mark.parametrize(
    ("base", "language", "link"),
    [
        ("https://suara.example", "id", "https://suara.example/u/1"),
        ("https://suara.example", "en", "https://suara.example/en/u/1"),
        ("", "id", None),
    ],
)
async def test_the_figures_in_the_chat_lead_to_the_page(
    sqlite_url: str, base: str, language: str, link: str | None
) -> None:
    town = await Town.open(sqlite_url, public_url=base)
    unit = await town.unit()
    citizen = town.citizen(language=language)
    await citizen.sends("/unit")
    await citizen.sends(unit.name)
    urls = [button["url"] for row in citizen.last.rows for button in row if "url" in button]
    assert urls == ([link] if link else [])
    await town.close()


def test_the_address_is_that_of_the_webhook_where_there_is_none() -> None:
    known = settings("sqlite://", webhook_url="https://bot.example/")
    assert known.public_address == "https://bot.example"
    other = settings(
        "sqlite://", webhook_url="https://bot.example", public_url="https://kota.id/s/"
    )
    assert other.public_address == "https://kota.id/s"
    with pytest.raises(ValueError, match="https"):
        settings("sqlite://", public_url="ftp://kota.id")


@pytest.mark.parametrize("query", ["%ED%A0%80", "%00", "%FF%FE", "a" * 5000, "%27%3B--", ""])
async def test_any_query_is_answered(site: Site, query: str) -> None:
    answer = await site.client.get(URL(f"/?q={query}", encoded=True))
    assert answer.status == 200
    assert len(Page(await answer.text()).all("input")[0]["value"]) <= 60
