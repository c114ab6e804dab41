"""Ratings in the demo as a visitor plays them: the counter, its code, doubts, the report."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser import browser, picture
from tests.journeys.test_demo_browser import Chat, demo, page

__all__ = ["browser", "demo", "page"]
pytestmark = [pytest.mark.browser, pytest.mark.processes]


async def test_the_code_of_a_visit_is_scanned_from_the_screen_of_the_officer(page: Page) -> None:
    officer = await Chat.open(page, "Sari Melati")
    await officer.writes("/layani")
    await officer.taps("Pengambilan KTP-el")
    await officer.taps("Mulai")
    await expect(officer.photos.last).to_be_visible()
    await officer.column.get_by_role("button", name="Pindai sebagai…").last.click()
    await officer.column.get_by_role("menuitem", name="Wulan Pertiwi").click()
    citizen = Chat(page, "Wulan Pertiwi")
    await citizen.taps("Setuju")
    await citizen.sees("Pengambilan KTP-el")
    await citizen.taps("Baik")
    await citizen.taps("Lewati")
    await citizen.sees("Terima kasih")
    await picture(page, "demo-1440-9-visit")
    await officer.taps("Selesai")
    await officer.sees("tepat waktu")


async def test_heads_find_doubts_a_report_and_what_was_left_unfinished(page: Page) -> None:
    citizen = await Chat.open(page, "Rudi Hartawan")
    await citizen.writes("/start")
    await citizen.sees("survei")
    second = await Chat.open(page, "Surya Dharma")
    await second.writes("/tinjau")
    await second.sees("Loket Akta Pencatatan Sipil")
    head = await Chat.open(page, "Hartono Wiryawan")
    await head.writes("/skm")
    await head.taps("Loket KTP-el dan KK")
    await head.sees("IKM")
    await picture(page, "demo-1440-10-report")
