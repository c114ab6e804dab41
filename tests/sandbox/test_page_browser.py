"""The chat page in a real browser, with a small bot behind it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from bot.files import ogg
from bot.sandbox import samples
from bot.sandbox.driver import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.world import World
from tests.browser import PHONE, WIDE, browser, picture
from tests.sandbox.conftest import TOKEN, HandClock
from tests.sandbox.small_bot import SmallBot, stopped

__all__ = ["browser"]
pytestmark = pytest.mark.browser


@pytest.fixture
async def small_bot(sandbox: Sandbox) -> AsyncIterator[SmallBot]:
    bot = SmallBot(f"{sandbox.base_url}{TOKEN}")
    task = asyncio.create_task(bot.run())
    yield bot
    await stopped(task)


@pytest.fixture
def sari(world: World) -> Person:
    return world.person("Sari", last_name="Dewi", about="Warga Marelan")


@pytest.fixture
def budi(world: World) -> Person:
    return world.person("Budi", role="Petugas · Dinas Dukcapil")


@pytest.fixture
async def page(browser: Browser, sandbox: Sandbox, small_bot: SmallBot) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport=WIDE)
    page = await context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
    yield page
    await context.close()
    assert problems == []


async def visit(page: Page, sandbox: Sandbox, width: ViewportSize = WIDE) -> None:
    await page.set_viewport_size(width)
    await page.goto(sandbox.url)
    await page.wait_for_selector("body[data-ready]")


async def choose(page: Page, person: Person) -> Locator:
    """Open a person's chat; returns its column."""
    await page.locator(f'[data-person-row="{person.id}"]').click()
    column = page.locator(f'section.chat[data-person="{person.id}"]')
    await expect(column).to_be_visible()
    return column


async def write(column: Locator, text: str) -> None:
    await column.get_by_role("textbox", name="Pesan").fill(text)
    await column.get_by_role("button", name="Kirim").click()


async def test_a_conversation_side_by_side(
    page: Page, sandbox: Sandbox, world: World, sari: Person, budi: Person
) -> None:
    await visit(page, sandbox)
    await picture(page, "sandbox-1440-empty")
    hers = await choose(page, sari)
    await hers.get_by_role("button", name="MULAI").click()
    await hers.get_by_role("button", name="Sangat baik").click()
    await expect(page.locator("[data-role=toast]")).to_have_text("Terima kasih!")
    await expect(hers.locator("[data-from=bot] strong")).to_have_text("Sangat baik")
    await expect(hers.get_by_text("diedit")).to_be_visible()
    his = await choose(page, budi)
    await his.get_by_role("button", name="MULAI").click()
    await his.get_by_role("button", name="Tidak baik").click()
    alert = page.locator("[data-role=alert]")
    await expect(alert).to_contain_text("Mohon maaf")
    await alert.get_by_role("button", name="Mengerti").click()
    await write(hers, "Jalan di depan <b>kantor</b> rusak")
    await expect(hers.get_by_text("Diterima: Jalan di depan <b>kantor</b> rusak")).to_be_visible()
    await hers.get_by_role("button", name="Lampirkan").click()
    await hers.get_by_role("menuitem", name="Album contoh").click()
    await expect(hers.locator(".album img")).to_have_count(3)
    await hers.get_by_role("button", name="Lampirkan").click()
    await hers.get_by_role("menuitem", name="Lokasi").click()
    await page.get_by_role("dialog").get_by_role("button", name="Kirim").click()
    await expect(hers.get_by_text("3.59520, 98.67220")).to_be_visible()
    await expect(hers.get_by_text("Diterima: location")).to_be_visible()
    third = await choose(page, world.person("Rina", role="Kepala Dinas"))
    await third.get_by_role("button", name="MULAI").click()
    await expect(third.get_by_role("button", name="Sangat baik")).to_be_visible()
    await expect(page.locator("section.chat")).to_have_count(3)
    await picture(page, "sandbox-1440-three-chats")
    await third.get_by_role("button", name="Tutup obrolan").click()
    await expect(page.locator("section.chat")).to_have_count(2)


async def test_menu_reply_keyboard_and_editing(page: Page, sandbox: Sandbox, sari: Person) -> None:
    await visit(page, sandbox)
    column = await choose(page, sari)
    await column.get_by_role("button", name="MULAI").click()
    await expect(column.get_by_text("Selamat datang")).to_be_visible()
    await column.get_by_role("button", name="Menu perintah").click()
    await expect(column.get_by_role("menuitem")).to_have_count(3)
    await picture(page, "sandbox-1440-menu")
    await column.get_by_role("menuitem", name="/status").click()
    await column.get_by_role("button", name="Pengaduan saya").click()
    await expect(column.get_by_text("Diterima: Pengaduan saya")).to_be_visible()
    await column.get_by_role("textbox", name="Pesan").press("ArrowUp")
    await write(column, "Pengaduan saya yang kemarin")
    await expect(column.get_by_text("Pengaduan saya yang kemarin")).to_be_visible()
    assert sari.messages[-2].edited


async def test_a_poster_is_scanned_by_somebody_else(
    page: Page, sandbox: Sandbox, sari: Person, budi: Person
) -> None:
    budi.opens()
    await visit(page, sandbox)
    his = await choose(page, budi)
    await write(his, "/poster")
    await expect(his.locator(".photo img")).to_be_visible()
    await his.get_by_role("button", name="Pindai sebagai…").click()
    await picture(page, "sandbox-1440-scan")
    await his.get_by_role("menuitem", name="Sari").click()
    hers = page.locator(f'section.chat[data-person="{sari.id}"]')
    await expect(hers.get_by_text("Selamat datang di Disdukcapil loket_3")).to_be_visible()
    await his.get_by_role("button", name="Perbesar foto").click()
    await expect(page.locator("dialog.lightbox img")).to_be_visible()
    await page.keyboard.press("Escape")
    await his.get_by_role("link", name="t.me").click()
    await expect(his.get_by_text("/start loket_3")).to_be_visible()


async def test_faults_and_clock(
    page: Page, sandbox: Sandbox, world: World, clock: HandClock, sari: Person
) -> None:
    sari.opens()
    await visit(page, sandbox)
    column = await choose(page, sari)
    await page.get_by_role("button", name="Gangguan & waktu").click()
    panel = page.locator("#panel")
    await expect(panel.locator("[data-role=now]")).to_have_text("Senin, 23 Nov 2026 · 14.30 WIB")
    await panel.get_by_role("button", name="Senin 07.00").click()
    await expect(panel.locator("[data-role=now]")).to_have_text("Senin, 30 Nov 2026 · 07.00 WIB")
    await panel.get_by_role("switch", name="Telegram tidak terjangkau").click()
    await expect(panel.get_by_role("switch", name="Telegram tidak terjangkau")).to_be_checked()
    assert world.faults.outage == "bad_gateway"
    await panel.get_by_role("button", name="429 selama 60 detik").click()
    await expect(panel.get_by_text("429 aktif: 60 detik lagi")).to_be_visible()
    await picture(page, "sandbox-1440-panel")
    await panel.get_by_role("button", name="Pulihkan semua").click()
    await expect(panel.get_by_role("switch", name="Telegram tidak terjangkau")).not_to_be_checked()
    await panel.get_by_role("switch", name="Sari Dewi").click()
    await expect(column.get_by_text("Bot diblokir oleh orang ini.")).to_be_visible()
    await column.get_by_role("button", name="Buka blokir").click()
    await expect(column.get_by_role("textbox", name="Pesan")).to_be_visible()


async def test_one_chat_at_a_time_on_a_phone(
    page: Page, sandbox: Sandbox, world: World, sari: Person, budi: Person
) -> None:
    await visit(page, sandbox, PHONE)
    await picture(page, "sandbox-390-people")
    hers = await choose(page, sari)
    await expect(page.locator("#people")).to_be_hidden()
    await hers.get_by_role("button", name="MULAI").click()
    await expect(hers.get_by_role("button", name="Sangat baik")).to_be_visible()
    budi.opens()
    await expect(hers.locator("[data-role=back] .badge")).to_have_text("1")
    await write(hers, "Antrean lama sekali")
    await expect(hers.get_by_text("Diterima: Antrean lama sekali")).to_be_visible()
    await picture(page, "sandbox-390-chat")
    heights = await page.locator("button:visible").evaluate_all(
        "buttons => buttons.filter(b => !b.matches('.command')).map(b => b.offsetHeight)"
    )
    assert min(heights) >= 40
    await hers.get_by_role("button", name="Kembali").click()
    await expect(page.locator("[data-role=unread]")).to_have_text("1")
    await picture(page, "sandbox-390-unread")
    await choose(page, sari)
    await hers.get_by_role("button", name="Lampirkan").click()
    await picture(page, "sandbox-390-attach")
    await page.keyboard.press("Escape")
    await hers.get_by_role("button", name="Pilihan lain").click()
    await hers.get_by_role("menuitem", name="Gangguan").click()
    await expect(page.locator("#panel")).to_be_visible()
    await picture(page, "sandbox-390-panel")


async def test_add_a_citizen_in_english(page: Page, sandbox: Sandbox, world: World) -> None:
    await visit(page, sandbox)
    await page.get_by_role("button", name="EN", exact=True).click()
    await page.get_by_role("button", name="Add a citizen").click()
    await page.get_by_role("textbox", name="Name").fill("Kate")
    await page.get_by_role("combobox", name="Language").select_option("en")
    await page.get_by_role("button", name="Add", exact=True).click()
    column = page.get_by_role("region", name="Chat Kate")
    await column.get_by_role("button", name="Open link").click()
    await page.get_by_role("dialog").get_by_role("textbox").fill("t.me/SuaraWargaBot?start=unit_7")
    await page.get_by_role("dialog").get_by_role("button", name="Open").click()
    await expect(column.get_by_text("/start unit_7")).to_be_visible()
    assert [person.record.language_code for person in world.people] == ["en"]


async def test_files_go_both_ways(
    page: Page, sandbox: Sandbox, sari: Person, tmp_path: Path
) -> None:
    letter = tmp_path / "surat.txt"
    letter.write_text("Kepada Yth. Bapak Camat", encoding="utf-8")
    sari.opens()
    await visit(page, sandbox)
    column = await choose(page, sari)
    await column.get_by_role("button", name="Lampirkan").click()
    async with page.expect_file_chooser() as chooser:
        await column.get_by_role("menuitem", name="Dokumen").click()
    await (await chooser.value).set_files(letter)
    await expect(column.get_by_text("Diterima: document")).to_be_visible()
    async with page.expect_download() as download:
        await column.get_by_role("link", name="surat.txt").click()
    saved = await (await download.value).path()
    assert saved.read_text(encoding="utf-8") == "Kepada Yth. Bapak Camat"


async def test_hostile_text_stays_text(
    page: Page, sandbox: Sandbox, world: World, sari: Person
) -> None:
    sari.opens()
    await visit(page, sandbox)
    column = await choose(page, sari)
    await write(column, "<img src=x onerror=\"document.title='dikuasai'\">")
    await expect(column.get_by_text("Diterima: <img src=x")).to_be_visible()
    assert await column.locator(".text img").count() == 0
    assert await page.title() != "dikuasai"


async def test_voice_messages_and_documents_are_sent_and_heard(
    page: Page, sandbox: Sandbox, world: World, sari: Person, tmp_path: Path
) -> None:
    """The recording is real: the browser itself decodes it, ours and the cleaned copy alike."""
    await visit(page, sandbox)
    column = await choose(page, sari)
    await column.get_by_role("button", name="MULAI").click()
    await attach(column, "Pesan suara")
    voice = column.locator("[data-role=voice]")
    await expect(voice).to_have_count(1)
    files = {"rekaman.ogg": ogg.clean(samples.voice(65)), "surat.pdf": samples.letter()}
    for name, (item, data) in zip(("Rekaman dari berkas", "Dokumen"), files.items(), strict=True):
        (tmp_path / item).write_bytes(data)
        async with page.expect_file_chooser() as chosen:
            await attach(column, name)
        await (await chosen.value).set_files(tmp_path / item)
    await expect(column.locator("[data-role=document]")).to_contain_text("surat.pdf")
    await expect(voice.last).to_contain_text("1:05")
    assert [message.data for message in sari.messages if message.voice] == [
        samples.voice(),
        files["rekaman.ogg"],
    ]
    lengths = await page.evaluate(LENGTHS)
    assert [round(length) for length in lengths] == [4, 65]
    for one in await voice.get_by_role("button", name="Putar").all():
        await one.click()


async def attach(column: Locator, item: str) -> None:
    await column.get_by_role("button", name="Lampirkan").click()
    await column.get_by_role("menuitem", name=item).click()


LENGTHS = """async () => {
  const chats = await (await fetch('/sandbox/api/state')).json();
  const id = chats.people.find((person) => person.name === 'Sari Dewi').id;
  const chat = await (await fetch(`/sandbox/api/people/${id}/chat`)).json();
  const notes = chat.messages.filter((message) => message.voice).map((message) => message.voice);
  const context = new OfflineAudioContext(1, 48000, 48000);
  return Promise.all(notes.map(async (note) => {
    const data = await (await fetch(`/sandbox/api/files/${note.file_id}`)).arrayBuffer();
    return (await context.decodeAudioData(data)).duration;
  }));
}"""
