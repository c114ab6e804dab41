"""python-telegram-bot against the sandbox, with and without a network."""

from collections.abc import AsyncIterator

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.sandbox import samples
from bot.sandbox.request import SandboxRequest
from bot.sandbox.server import Sandbox
from bot.sandbox.world import World
from tests.sandbox.conftest import TOKEN


@pytest.fixture(params=["in-process", "http"])
async def bot(request: pytest.FixtureRequest, world: World, sandbox: Sandbox) -> AsyncIterator[Bot]:
    transport = SandboxRequest(world) if request.param == "in-process" else None
    bot = Bot(
        TOKEN,
        base_url=sandbox.base_url,
        base_file_url=sandbox.base_file_url,
        request=transport,
        get_updates_request=transport,
    )
    async with bot:
        yield bot


async def test_a_whole_exchange(bot: Bot, world: World) -> None:
    sari = world.person("Sari")
    sari.opens("u_12")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/start u_12"
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("👍 Ya", callback_data="y")]])
    await bot.send_message(sari.id, "<b>Halo</b>", parse_mode="HTML", reply_markup=keyboard)
    assert sari.last.html == "<b>Halo</b>"
    sari.taps("ya")
    (tap,) = await bot.get_updates(offset=update.update_id + 1)
    assert tap.callback_query is not None
    assert await bot.answer_callback_query(tap.callback_query.id, "Siap", show_alert=True)
    assert [(a.text, a.show_alert) for a in sari.alerts] == [("Siap", True)]
    await bot.edit_message_text("Selesai", chat_id=sari.id, message_id=sari.last.id)
    assert (sari.last.text, sari.last.buttons, sari.last.edited) == ("Selesai", [], True)


async def test_files_travel_both_ways(bot: Bot, world: World) -> None:
    sari = world.person("Sari")
    sari.sends_photo(samples.photo(), caption="Jalan rusak")
    (update,) = await bot.get_updates()
    assert update.message is not None
    file = await bot.get_file(update.message.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == samples.photo()
    await bot.send_photo(sari.id, samples.photo(1), caption="Ini")
    assert sari.last.data == samples.photo(1)
    await bot.send_document(sari.id, b"PK-xlsx", filename="ringkasan.xlsx")
    assert sari.last.document is not None
    assert (sari.last.document["file_name"], sari.last.data) == ("ringkasan.xlsx", b"PK-xlsx")
    album = await bot.send_media_group(
        sari.id, [InputMediaPhoto(samples.photo(0), caption="A"), InputMediaPhoto(samples.photo(1))]
    )
    assert len({message.media_group_id for message in album}) == 1
    assert [m.text for m in sari.messages[-2:]] == ["A", ""]
    await bot.send_photo(sari.id, update.message.photo[-1].file_id)
    assert sari.last.data == samples.photo()


async def test_menu_and_reply_keyboard(bot: Bot, world: World) -> None:
    sari = world.person("Sari")
    sari.opens()
    await bot.set_my_commands([BotCommand("tugas", "Tugas saya")], BotCommandScopeChat(sari.id))
    assert [c.command for c in await bot.get_my_commands(BotCommandScopeChat(sari.id))] == ["tugas"]
    await bot.send_message(sari.id, "?", reply_markup=ReplyKeyboardMarkup([["Batal", "Lanjut"]]))
    assert sari.keyboard == [["Batal", "Lanjut"]]
    sari.taps("Lanjut")
    assert sari.last.text == "Lanjut"


async def test_every_update_is_readable(bot: Bot, world: World) -> None:
    sari = world.person("Sari", username="sari", last_name="Dewi")
    sari.opens()
    sari.sends_album(2, caption="dua")
    sari.sends_document("surat.pdf", b"%PDF")
    sari.sends_location(3.5, 98.6)
    sari.sends_voice()
    sari.sends_sticker()
    sari.sends_contact()
    sari.edits(sari.sends("salah"), "benar")
    sari.blocks()
    updates = await bot.get_updates(allowed_updates=Update.ALL_TYPES)
    kinds = [next(key for key in update.to_dict() if key != "update_id") for update in updates]
    assert kinds == ["message"] * 9 + ["edited_message", "my_chat_member"]
    assert updates[-1].my_chat_member is not None
    assert updates[-1].my_chat_member.new_chat_member.status == "kicked"


async def test_errors_keep_their_kind(bot: Bot, world: World) -> None:
    sari = world.person("Sari")
    with pytest.raises(Forbidden, match="initiate conversation"):
        await bot.send_message(sari.id, "halo")
    sari.opens()
    sari.blocks()
    with pytest.raises(Forbidden, match="blocked"):
        await bot.send_message(sari.id, "halo")
    sari.unblocks()
    with pytest.raises(BadRequest, match="parse entities"):
        await bot.send_message(sari.id, "<b>halo", parse_mode="HTML")
    world.faults.too_many_requests(retry_after=7)
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(sari.id, "halo")
    assert caught.value.retry_after == 7
    world.faults.bad_gateways = 1
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(sari.id, "halo")
    assert [m for m in sari.messages if m.from_bot] == []


async def test_a_lost_answer_was_performed(bot: Bot, world: World) -> None:
    sari = world.person("Sari")
    sari.opens()
    world.faults.performed_but_lost = 1
    with pytest.raises(NetworkError):
        await bot.send_message(sari.id, "sampai?")
    assert sari.sees("sampai?")


async def test_outage_ends_when_switched_off(bot: Bot, world: World) -> None:
    world.faults.outage = "drop"
    with pytest.raises(NetworkError):
        await bot.get_me()
    world.faults.outage = ""
    assert (await bot.get_me()).username == "SuaraWargaBot"


async def test_a_silent_outage_times_out(world: World, sandbox: Sandbox) -> None:
    world.faults.outage = "timeout"
    with pytest.raises(TimedOut):
        await Bot(TOKEN, request=SandboxRequest(world)).get_me()
    world.faults.outage = ""
    async with Bot(TOKEN, base_url=sandbox.base_url) as real:
        world.faults.outage = "timeout"
        with pytest.raises(TimedOut):
            await real.get_chat(1, read_timeout=0.1)
    world.faults.outage = ""


async def test_a_wrong_token_is_refused(world: World) -> None:
    with pytest.raises(InvalidToken):
        await Bot("123456:other", request=SandboxRequest(world)).get_me()
