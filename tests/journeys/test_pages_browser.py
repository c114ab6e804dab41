"""The pages as officer, head and superior see them on a phone, in both languages, without scripts;
and what axe finds, which must be nothing serious."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, expect

from models import people
from tests.browser import PHONE, SCREENSHOTS, WIDE, browser
from tests.pages_town import Site, lived, lived_template

__all__ = ["browser", "lived", "lived_template"]
pytestmark = pytest.mark.browser

SMALL: ViewportSize = {"width": 360, "height": 720}
GRAVE = {"serious", "critical"}
OFFICER = (
    "/", "/plan/{own}/2026", "/record/{own}/{last}", "/figure/{own}/{last}/answered_in_a_day",
    "/figure/{own}/{last}/satisfaction", "/record/{own}/{last}/voices",
    "/record/{own}/{last}/case/1", "/sheet/{own}/{last}",
)  # fmt: skip
LEADER = ("/", "/unit", "/plan/{peer}/2027", "/plan/{peer}/2027/edit", "/sheet/{own}/{last}", "/x")
SUPERIOR = ("/", "/unit", "/unit/{leader}", "/sheet/{own}/{last}")
PAGES: Mapping[str, tuple[str, ...]] = {"own": OFFICER, "leader": LEADER, "superior": SUPERIOR}
NOTE = "Sesuai dengan bukti dan pembicaraan kita."


@cache
def axe() -> str:
    return files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf8")


async def grave(page: Page) -> list[tuple[str, Any]]:
    """What axe finds that keeps somebody from using the page. It is handed in by the debugger: the
    pages let no script run."""
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


def url(site: Site, path: str) -> str:
    filled = path.format(**site.town.officers, last=site.town.last_quarter)
    return f"http://{site.server.host}:{site.server.port}/s{filled}"


async def signs_in(site: Site, context: BrowserContext, who: str) -> Page:
    """By the link and its button, as a person does."""
    page = await context.new_page()
    await page.goto(url(site, f"/in/{await site.link(who)}"))
    await page.get_by_role("main").get_by_role("button").click()
    await expect(page.get_by_role("heading", level=1)).not_to_be_empty()
    assert page.url == url(site, "/")
    return page


async def speaks(site: Site, who: str, language: str) -> None:
    person = site.town.people[who]
    await site.write(lambda tx: people.set_language(tx, person, language))


@pytest.mark.parametrize(
    ("who", "language"),
    [("own", "id"), ("leader", "en"), ("superior", "id")],
)
async def test_every_page_can_be_used_by_everybody_on_a_phone(
    browser: Browser, lived: Site, who: str, language: str
) -> None:
    await speaks(lived, who, language)
    scheme = "dark" if language == "en" else "light"
    context = await browser.new_context(viewport=PHONE, color_scheme=scheme)
    page = await signs_in(lived, context, who)
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(PAGES[who]):
        await page.goto(url(lived, path))
        assert await grave(page) == [], path
        name = f"pages-{who}-{language}-{number}.png"
        await page.screenshot(path=SCREENSHOTS / name, full_page=True)
        for screen in (PHONE, SMALL):
            await page.set_viewport_size(screen)
            assert await overflow(page) == 0, (path, screen)
        await page.set_viewport_size(PHONE)
    await context.close()


@pytest.fixture
async def phones(browser: Browser) -> AsyncIterator[Mapping[str, BrowserContext]]:
    """A phone without scripts for each of the three."""
    made = {
        who: await browser.new_context(viewport=PHONE, java_script_enabled=False, locale="id-ID")
        for who in PAGES
    }
    yield made
    for context in made.values():
        await context.close()


async def test_an_appraisal_is_given_objected_to_and_decided_without_scripts(
    phones: Mapping[str, BrowserContext], lived: Site
) -> None:
    leader = await signs_in(lived, phones["leader"], "leader")
    await leader.get_by_role("link", name="Beri rating Sari Dewi").click()
    work = leader.get_by_role("group", name="Rating hasil kerja")
    behaviour = leader.get_by_role("group", name="Rating perilaku kerja")
    assert await leader.get_by_role("radio", checked=True).count() == 0
    await work.get_by_label("Sesuai ekspektasi").check()
    await behaviour.get_by_label("Di atas ekspektasi").check()
    await leader.get_by_label("Catatan untuk hasil kerja").fill(NOTE)
    await leader.get_by_label("Catatan untuk perilaku kerja").fill("baik")
    await leader.get_by_role("button", name="Lanjut ke pemeriksaan").click()
    await expect(leader.get_by_role("alert")).to_be_visible()
    await expect(behaviour.get_by_label("Di atas ekspektasi")).to_be_checked()
    await leader.get_by_label("Catatan untuk perilaku kerja").fill(NOTE)
    await leader.get_by_role("button", name="Lanjut ke pemeriksaan").click()
    await expect(leader.get_by_text("bernama: Baik")).to_be_visible()
    await leader.get_by_role("button", name="Tetapkan dan sampaikan").click()
    await expect(leader.get_by_role("status")).to_be_visible()

    officer = await signs_in(lived, phones["own"], "own")
    await officer.get_by_role("link", name="Baca penilaian Anda").click()
    await officer.get_by_text("Ajukan keberatan").click()
    words = "Target bulan Februari belum dihitung seluruhnya."
    await officer.get_by_label("Apa yang tidak sesuai").fill(words)
    await officer.get_by_role("button", name="Kirim keberatan").click()
    await expect(officer.get_by_role("status")).to_have_text("Keberatan sudah dikirim.")

    await leader.reload()
    await leader.get_by_label("Penjelasan Anda").fill("Angka Februari sudah termasuk di dalamnya.")
    await leader.get_by_role("button", name="Kirim penjelasan").click()

    superior = await signs_in(lived, phones["superior"], "superior")
    await superior.get_by_role("link", name="Putuskan keberatan Sari Dewi").click()
    await expect(superior.get_by_text(words)).to_be_visible()
    await superior.get_by_text("Putuskan: rating tetap").click()
    await superior.get_by_label("Alasan keputusan").first.fill(NOTE)
    await superior.get_by_role("button", name="Putuskan, rating tetap").click()
    await officer.reload()
    await expect(officer.get_by_text("Final", exact=True)).to_be_visible()


async def test_a_whole_plan_is_written_without_scripts(
    phones: Mapping[str, BrowserContext], lived: Site
) -> None:
    page = await signs_in(lived, phones["own"], "own")
    await page.get_by_role("link", name="SKP 2027").click()
    await page.get_by_role("button", name="Mulai dari SKP tahun lalu").click()
    await page.get_by_role("button", name="Tambah hasil kerja tambahan").click()
    result = page.get_by_role("group", name="Rencana hasil kerja 3")
    await expect(result).to_be_in_viewport()  # the page opens where the row is
    await result.get_by_label("Rencana hasil kerja", exact=True).fill("Panduan loket diperbarui")
    await result.get_by_role("button", name="Tambah indikator").click()
    first = result.get_by_role("group", name="Indikator 1", exact=True)
    await first.get_by_label("Indikator kinerja individu").fill("Panduan disahkan")
    await first.get_by_label("Sumber realisasi").select_option("document")
    second = result.get_by_role("group", name="Indikator 2", exact=True)
    await second.get_by_label("Indikator kinerja individu").fill("Warga dilayani")
    await second.get_by_label("Sumber realisasi").select_option("system:visits_served")
    await second.get_by_label("Target", exact=True).fill("seribu")
    await second.get_by_label("Target", exact=True).press("Enter")  # saves, and removes nothing
    await expect(second.get_by_label("Target", exact=True)).to_have_value("seribu")
    await expect(second.locator(".error")).to_be_visible()
    await second.get_by_label("Target", exact=True).fill("1.000")
    await page.get_by_role("button", name="Simpan", exact=True).click()
    await expect(page.get_by_role("status")).to_have_text("Tersimpan.")
    await expect(page.get_by_text("paling sedikit 1.000 kunjungan")).to_be_visible()
    await page.get_by_role("button", name="Usulkan kepada atasan").click()
    await expect(page.get_by_text("Sekarang giliran atasan.")).to_be_visible()


async def test_from_a_figure_to_its_cases_and_back(
    phones: Mapping[str, BrowserContext], lived: Site
) -> None:
    page = await signs_in(lived, phones["own"], "own")
    await page.get_by_role("link", name=re.compile("Triwulan IV 2026")).click()
    await page.get_by_role("link", name="Dijawab dalam satu hari kerja").click()
    await expect(page.get_by_role("img", name=re.compile("58 %"))).to_be_visible()
    await page.get_by_role("link", name=re.compile("SW-26-")).first.click()
    await page.get_by_role("link", name="Dijawab dalam satu hari kerja").click()
    await expect(page.get_by_text("Sidik angka (SHA-256)")).to_be_visible()
    await page.get_by_role("button", name="Keluar").click()
    await page.go_back()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Silakan masuk dulu")


async def test_by_keyboard_ratings_are_within_reach_and_on_paper_forms_go(
    browser: Browser, lived: Site
) -> None:
    context = await browser.new_context(viewport=WIDE)
    page = await signs_in(lived, context, "leader")
    await page.goto(url(lived, "/sheet/{own}/{last}"))
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    group = page.get_by_role("group", name="Rating hasil kerja")
    await group.get_by_role("radio").first.focus()
    await page.keyboard.press("ArrowDown")
    await expect(group.get_by_label("Sesuai ekspektasi")).to_be_checked()
    assert await grave(page) == []
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    await page.screenshot(path=SCREENSHOTS / "pages-leader-wide.png", full_page=True)
    await page.emulate_media(media="print", color_scheme="light")
    await expect(page.get_by_role("button")).to_have_count(0)
    await expect(page.get_by_text("58 %").first).to_be_visible()
    await page.pdf(path=SCREENSHOTS / "pages-print.pdf", format="A4", print_background=True)
    await context.close()
