"""The public pages as people see them: on phones and wide screens, by day and night, by keyboard,
without scripts, on paper; and what axe finds, which must be nothing serious."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import pytest
from aiohttp import web
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, expect
from pypdf import PdfReader

from bot.clock import FixedClock
from bot.web.public import Public
from handlers import texts
from models.database import Database
from tests.browser import PHONE, SCREENSHOTS, WIDE, browser
from tests.journeys.demo_process import Demo
from tests.public_town import NOW, PublicTown, public_template

__all__ = ["browser", "public_template"]
pytestmark = pytest.mark.browser

SMALL: ViewportSize = {"width": 320, "height": 640}
PAGES = ("/", "/?q=ktp", "/how", "/u/{rich}", "/u/{poor}", "/u/{closed}", "/u/{prank}", "/u/999")
LOOKS = ("/", "/en/how", "/u/1", "/en/u/1", "/u/999")  # those that look different
GRAVE = {"serious", "critical"}
WHOLE = 100_000  # bytes
Scheme = Literal["light", "dark"]


@pytest.fixture
async def address(public_template: tuple[Path, PublicTown]) -> AsyncIterator[str]:
    """Where the pages of the town are served."""
    file, _ = public_template
    database, app = Database(f"sqlite:///{file}"), web.Application()
    Public(database, FixedClock(NOW), bot_name="SuaraWargaBot").add_to(app)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()
    database.close()


@pytest.fixture
def paths(public_template: tuple[Path, PublicTown]) -> list[str]:
    """Every kind of page, in both languages."""
    _, town = public_template
    named = {name: getattr(town, name) for name in ("rich", "poor", "closed", "prank")}
    shown = [page.format(**named) for page in PAGES]
    return [*shown, *(f"/en{page}" for page in shown)]


@cache
def axe() -> str:
    return files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf8")


async def grave(page: Page) -> list[tuple[str, Any]]:
    """What axe finds that keeps somebody from reading the page."""
    await page.evaluate(axe())
    found = await page.evaluate("axe.run()")
    return [
        (one["id"], [node["target"] for node in one["nodes"]])
        for one in found["violations"]
        if one["impact"] in GRAVE
    ]


async def overflow(page: Page) -> int:
    """Pixels by which the page is wider than the screen."""
    width: int = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return width


def _name(path: str) -> str:
    return path.strip("/").replace("/", "-").replace("?", "") or "list"


@pytest.mark.parametrize(
    ("screen", "scheme", "every"),
    [(PHONE, "light", True), (PHONE, "dark", False), (WIDE, "light", False), (WIDE, "dark", False)],
    ids=["390-light", "390-dark", "1440-light", "1440-dark"],
)
async def test_every_page_can_be_read_by_everybody(
    browser: Browser,
    address: str,
    paths: list[str],
    screen: ViewportSize,
    scheme: Scheme,
    every: bool,
) -> None:
    """every: the kinds that only differ in their words too. axe is handed in by the debugger: the
    pages themselves let no script run."""
    context = await browser.new_context(viewport=screen, color_scheme=scheme)
    page = await context.new_page()
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for path in paths if every else LOOKS:
        await page.goto(address + path)
        assert await grave(page) == [], path
        assert await overflow(page) == 0, path
        name = f"public-{screen['width']}-{scheme}-{_name(path)}.png"
        await page.screenshot(path=SCREENSHOTS / name, full_page=True)
    await context.close()


async def test_axe_would_find_what_is_wrong(browser: Browser, address: str) -> None:
    page = await browser.new_page()
    await page.goto(f"{address}/u/1")
    await page.evaluate("document.querySelector('h1').style.color = '#eee'")
    await page.evaluate("document.documentElement.removeAttribute('lang')")
    assert {name for name, _ in await grave(page)} == {"color-contrast", "html-has-lang"}
    await page.close()


async def test_nothing_is_cut_off_on_the_smallest_phones(
    browser: Browser, address: str, paths: list[str]
) -> None:
    context = await browser.new_context(viewport=SMALL)
    page = await context.new_page()
    for path in paths:
        await page.goto(address + path)
        assert await overflow(page) == 0, path
        inner = await page.evaluate(
            "[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth)"
            ".map(e => e.getAttribute('aria-labelledby'))"
        )
        assert inner == [], path  # tables fold rather than scroll
    await context.close()


async def test_a_figure_that_is_withheld_leaves_the_others_in_sight(
    browser: Browser, address: str, paths: list[str]
) -> None:
    """Why it is not shown is a sentence; it must fold in its narrow column."""
    page = await browser.new_page(viewport=PHONE)
    rich = next(path for path in paths if path.startswith("/u/"))
    await page.goto(address + rich)
    wider = await page.evaluate(
        """words => {
            const table = document.querySelector("[aria-labelledby=ways-table]")
            const cells = [...table.querySelectorAll("tbody td.n:nth-child(2)")]
            cells.at(-1).innerHTML = `<span class="few">${words}</span>`
            return [cells.length, table.scrollWidth - table.clientWidth]
        }""",
        texts.render("id", "public-withheld", {}),
    )
    assert wider[0] == 3
    assert wider[1] <= 0
    await page.close()


@pytest.fixture
async def bare(browser: Browser) -> AsyncIterator[BrowserContext]:
    """A phone whose browser runs no scripts."""
    context = await browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield context
    await context.close()


async def test_without_scripts_a_citizen_searches_reads_and_downloads(
    bare: BrowserContext, address: str
) -> None:
    page = await bare.new_page()
    weights: dict[str, int] = {}
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(address)
    await page.get_by_label("Cari unit atau layanan").fill("ktp rusak")
    await page.get_by_role("button", name="Cari").click()
    await page.get_by_role("link", name="Loket KTP-el dan KK").first.click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Loket KTP-el dan KK")
    weights["page"] = len((await page.content()).encode())
    await expect(page.get_by_text("Belum memenuhi sampel minimal")).to_be_visible()
    await page.get_by_role("link", name="English").click()
    await expect(page.get_by_text("Below the minimum sample")).to_be_visible()
    async with page.expect_download() as download:
        await page.get_by_role("link", name="Download data (CSV)").click()
    assert (await (await download.value).path()).read_bytes().startswith(b"\xef\xbb\xbfsection")
    await page.get_by_role("link", name="How the figures are made").click()
    await expect(page.get_by_role("table", name="What each quality means")).to_be_visible()
    assert weights["page"] < WHOLE
    assert all(url.startswith(address) for url in asked)
    assert await bare.cookies() == []


async def test_by_keyboard_the_content_is_two_keys_away(browser: Browser, address: str) -> None:
    page = await browser.new_page(viewport=PHONE)
    await page.goto(f"{address}/u/1")
    await page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Langsung ke isi")
    await expect(skip).to_be_focused()
    await expect(skip).to_be_in_viewport()
    await page.keyboard.press("Enter")
    await expect(page.locator("main")).to_be_focused()
    await page.close()


async def test_on_paper_the_figures_stay_and_the_buttons_go(browser: Browser, address: str) -> None:
    page = await browser.new_page()
    await page.goto(f"{address}/u/1")
    await page.emulate_media(media="print", color_scheme="light")
    await expect(page.get_by_role("link", name="Nilai atau sampaikan")).to_be_hidden()
    await expect(page.get_by_text("83,33").first).to_be_visible()
    await expect(page.get_by_text("/u/1", exact=True)).to_be_visible()
    pdf = await page.pdf(format="A4", print_background=True)
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    (SCREENSHOTS / "public-print.pdf").write_bytes(pdf)
    assert len(PdfReader(BytesIO(pdf)).pages) <= 3
    await page.close()


@pytest.mark.processes
async def test_the_demo_shows_the_pages_of_its_town(
    browser: Browser, founded: Path, tmp_path: Path
) -> None:
    shutil.copytree(founded, tmp_path / "demo")
    demo = await Demo.start(tmp_path / "demo")
    page = await browser.new_page(viewport=WIDE)
    await page.goto(demo.url)
    await page.wait_for_selector("body[data-ready]")
    async with page.expect_popup() as opened:
        await page.get_by_role("link", name="Halaman publik unit").click()
    public = await opened.value
    await public.get_by_role("link", name="Loket KTP-el dan KK").click()
    await expect(public.get_by_role("table", name="Nilai yang diberikan warga")).to_be_visible()
    assert await grave(public) == []
    await public.screenshot(path=SCREENSHOTS / "public-1440-demo.png", full_page=True)
    await page.close()
    assert (await demo.interrupt())[0] == 0
