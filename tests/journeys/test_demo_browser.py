"""The demo as a visitor meets it: started as a process, played in the page.

Citizen -> officer -> citizen -> admin, in three columns on a wide screen and the citizen's part
on a phone. Screenshots are kept as test output.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import openpyxl
import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.browser import PHONE, WIDE, browser, picture
from tests.journeys.demo_process import Demo

__all__ = ["browser"]
pytestmark = [pytest.mark.browser, pytest.mark.processes]

COMPLAINT = "Antre dua jam, loket kedua tidak dibuka padahal ada petugasnya."
ANSWER = "Mohon maaf. Mulai besok Loket 2 dibuka sampai pukul 12.00."


@pytest.fixture
async def demo(founded: Path, tmp_path: Path) -> AsyncIterator[Demo]:
    """A second start, which is quicker: each test has its own copy of the town."""
    shutil.copytree(founded, tmp_path / "demo")
    started = await Demo.start(tmp_path / "demo")
    yield started
    await started.interrupt()


@pytest.fixture
async def page(browser: Browser, demo: Demo) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport=WIDE, accept_downloads=True)
    opened = await context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    await opened.goto(demo.url)
    await opened.wait_for_selector("body[data-ready]")
    yield opened
    await context.close()
    assert problems == []


class Chat:
    """One person's column of the page."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name
        self.column = page.get_by_role("region", name=f"Obrolan {name}", exact=True)

    @classmethod
    async def open(cls, page: Page, name: str) -> Chat:
        await page.locator("#people-list").get_by_role("button", name=name).click()
        chat = cls(page, name)
        await expect(chat.column).to_be_visible()
        return chat

    async def taps(self, label: str) -> None:
        """The newest button with exactly this label."""
        keys = self.column.locator("button:not([data-role=send])")
        await keys.and_(self.page.get_by_role("button", name=label, exact=True)).last.click()

    async def writes(self, text: str) -> None:
        await self.column.get_by_role("textbox", name="Pesan").fill(text)
        await self.column.locator("button[data-role=send]").click()

    async def attaches(self, item: str) -> None:
        await self.column.get_by_role("button", name="Lampirkan").click()
        await self.column.get_by_role("menuitem", name=item).click()

    async def sends_place(self) -> None:
        await self.attaches("Lokasi")
        await self.page.get_by_role("dialog").get_by_role("button", name="Kirim").click()

    async def sees(self, text: str) -> None:
        await expect(self.column.get_by_text(text).last).to_be_in_viewport(timeout=10_000)

    @property
    def photos(self) -> Locator:
        return self.column.locator("[data-from=bot] .photo img")


async def test_citizen_officer_citizen_admin(page: Page) -> None:
    await picture(page, "demo-1440-1-welcome")
    admin = await Chat.open(page, "Anisa Rahmah")
    await _poster(admin)
    citizen = await _scans_and_rates(page, admin)
    ticket = await _complains(citizen)
    officer = await Chat.open(page, "Sari Melati")
    await _answers(page, officer, ticket)
    await _solves(citizen)
    await officer.sees("selesai")
    await picture(page, "demo-1440-5-solved")
    await _reads_the_week(page, admin)


async def _poster(admin: Chat) -> None:
    await admin.writes("/qr")
    await admin.taps("Loket KTP-el dan KK")
    await admin.taps("Loket 1")
    await expect(admin.photos.last).to_be_visible()


async def _scans_and_rates(page: Page, admin: Chat) -> Chat:
    await admin.column.get_by_role("button", name="Pindai sebagai…").last.click()
    await admin.column.get_by_role("menuitem", name="Wulan Pertiwi").click()
    citizen = Chat(page, "Wulan Pertiwi")
    await citizen.sees("Apakah Anda setuju?")
    await picture(page, "demo-1440-2-poster-and-consent")
    await citizen.taps("Setuju")
    await citizen.taps("Kurang baik")
    await citizen.writes("Petugasnya ramah, tetapi antreannya lama")
    await citizen.sees("sudah tersimpan")
    await citizen.taps("Waktu layanan")  # what needs to become better
    await citizen.sees("petugas wajib menanggapi")
    return citizen


async def _complains(citizen: Chat) -> str:
    """Sends a complaint with a photo and a place; returns its ticket."""
    await citizen.taps("Sampaikan pengaduan")
    await citizen.taps("Waktu layanan")
    await citizen.writes(COMPLAINT)
    await citizen.sees("Ada foto")
    await citizen.attaches("Foto contoh")
    await citizen.taps("Lanjut")
    await citizen.sees("Lokasi boleh dilewati")
    await citizen.sends_place()
    await citizen.sees("Sudah benar?")
    await citizen.taps("Kirim pengaduan")
    await citizen.sees("Nomornya")
    return await citizen.column.locator("strong", has_text="SW-").last.inner_text()


async def _answers(page: Page, officer: Chat, ticket: str) -> None:
    await officer.sees(COMPLAINT)
    assert "Wulan" not in await officer.column.inner_text()
    await picture(page, "demo-1440-3-ticket-and-notice")
    await officer.taps("Ambil")
    await officer.taps("Jawab")
    await officer.writes(ANSWER)
    await officer.taps("Kirim")
    await officer.sees("sudah dikirim kepada pelapor")


async def _solves(citizen: Chat) -> None:
    await citizen.sees(ANSWER)
    await picture(citizen.page, "demo-1440-4-answer")
    await citizen.taps("Ya, selesai")
    await citizen.sees("Bagaimana penanganannya?")
    await citizen.taps("Sangat baik")
    await citizen.sees("Terima kasih. Penilaian Anda")


async def _reads_the_week(page: Page, admin: Chat) -> None:
    await admin.writes("/ringkasan")
    await admin.taps("Semua kantor")
    await admin.sees("Pesan tidak sampai")
    before = await admin.photos.count()
    await admin.taps("Grafik")
    await expect(admin.photos).to_have_count(before + 1, timeout=20_000)
    await admin.taps("XLSX")
    link = admin.column.get_by_role("link", name=".xlsx").last
    await expect(link).to_be_visible(timeout=20_000)
    await picture(page, "demo-1440-6-summary")
    async with page.expect_download() as download:
        await link.click()
    book = openpyxl.load_workbook(io.BytesIO((await (await download.value).path()).read_bytes()))
    assert book.sheetnames[0] == "Ringkasan"


async def test_the_citizen_on_a_phone(page: Page) -> None:
    await page.set_viewport_size(PHONE)
    await picture(page, "demo-390-1-people")
    citizen = await Chat.open(page, "Wulan Pertiwi")
    await picture(page, "demo-390-2-first")
    await citizen.taps("MULAI")
    await citizen.sees("Apakah Anda setuju?")
    await picture(page, "demo-390-3-consent")
    await citizen.taps("Setuju")
    await citizen.sees("Apa yang ingin Anda lakukan?")
    await citizen.writes("petugas di puskesmas marah marah, obatnya juga kosong")
    await citizen.taps("Sampaikan ke unit")
    await citizen.writes("puskesmas rambay")
    await citizen.taps("Sikap petugas")
    await citizen.sees("Ada foto")
    await picture(page, "demo-390-4-complaint")
    await citizen.attaches("Foto contoh")
    await citizen.taps("Lanjut")
    await citizen.sees("Lokasi boleh dilewati")
    await expect(citizen.column.locator("button.busy")).to_have_count(0)
    await citizen.writes("Ruang tunggu anak")
    await citizen.sees("Sudah benar?")
    await picture(page, "demo-390-5-preview")
    await citizen.taps("Kirim pengaduan")
    await citizen.sees("Nomornya")
    await citizen.writes("/status")
    await citizen.sees("Punya nomornya?")
    await picture(page, "demo-390-6-status")


async def test_the_inspectorate_a_head_and_a_citizen_find_what_has_happened(page: Page) -> None:
    citizen = await Chat.open(page, "Darma Sinuraya")
    await citizen.writes("/status")
    await citizen.sees("Yang Anda ikuti")
    inspector = await Chat.open(page, "Teguh Prasetyo")
    await inspector.writes("/pengawasan")
    await inspector.sees("Anda akan ditanya alasannya")
    await inspector.column.get_by_role("button", name="SW-").last.click()
    await inspector.taps("Menanganinya")
    await inspector.sees("berkadar pengawasan (60 hari kerja)")
    head = await Chat.open(page, "Lestari Handayani")
    await head.writes("/papan")
    await head.taps("Puskesmas Rambai Hulu")
    await head.sees("Rini Astuti")
    await picture(page, "demo-1440-8-roles")


async def test_the_moved_clock_brings_reminders_and_the_summary_of_monday(page: Page) -> None:
    head = await Chat.open(page, "Hartono Wiryawan")
    late = head.column.get_by_text("Pengaduan terlambat", exact=True)
    await expect(late.last).to_be_attached()
    before = await late.count()
    await _moves_clock(page, "Senin 07.00")
    await expect(head.column.get_by_text("Ringkasan minggu lalu").last).to_be_attached()
    await _moves_clock(page, "+1 minggu")
    assert await late.count() > before
    await picture(page, "demo-1440-7-clock")


async def _moves_clock(page: Page, label: str) -> None:
    panel = page.locator("#panel")
    if not await panel.is_visible():
        await page.get_by_role("button", name="Gangguan & waktu").click()
    async with page.expect_response("**/sandbox/api/clock", timeout=60_000):
        await panel.get_by_role("button", name=label).click()
    await expect(page.locator("#panel.working")).to_have_count(0)
