"""Sending, editing and deleting: real-shaped results, and Telegram's own refusals."""

import json

import pytest

from bot.sandbox import samples
from bot.sandbox.driver import Person
from bot.sandbox.files import Upload
from bot.sandbox.methods import call
from bot.sandbox.params import Params
from bot.sandbox.world import World
from tests.sandbox.conftest import TOKEN, Caller, HandClock


@pytest.fixture
def sari(world: World) -> Person:
    person = world.person("Sari", username="sari")
    person.opens()
    return person


KEYS = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}


async def test_a_message_has_telegrams_shape(api: Caller, sari: Person, clock: HandClock) -> None:
    sent = await api("sendMessage", chat_id=sari.id, text="Hai", reply_markup=json.dumps(KEYS))
    assert sent == {
        "message_id": 2,
        "date": int(clock().timestamp()),
        "chat": {"id": sari.id, "first_name": "Sari", "username": "sari", "type": "private"},
        "from": {
            "id": 123456,
            "is_bot": True,
            "first_name": "Suara Warga",
            "username": "SuaraWargaBot",
        },
        "text": "Hai",
        "reply_markup": KEYS,
    }


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "  \n "}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "a", "parse_mode": "Word"}, "unsupported parse_mode"),
        ({"text": "a", "chat_id": "4040"}, "chat not found"),
        ({"text": "a", "chat_id": "@sari"}, "chat not found"),
        ({"text": "a", "chat_id": ""}, "chat_id is empty"),
        ({"text": "a", "reply_markup": "{"}, "can't parse reply markup JSON object"),
        ({"text": "a", "reply_markup": "[1]"}, "object expected as reply markup"),
        ({"text": "a", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    ],
)
async def test_refused_texts(
    api: Caller, sari: Person, values: dict[str, object], words: str
) -> None:
    code, said = await api.refused("sendMessage", **{"chat_id": sari.id, **values})
    assert (code, said) == (400, f"Bad Request: {words}")
    assert len(sari.messages) == 1


async def test_length_counts_after_parsing(api: Caller, sari: Person) -> None:
    await api("sendMessage", chat_id=sari.id, text="<b>" + "x" * 4096 + "</b>", parse_mode="HTML")
    await api("sendMessage", chat_id=sari.id, text="😀" * 2048)
    assert [len(m.text) for m in sari.messages[1:]] == [4096, 2048]


@pytest.mark.parametrize("data", ["", "x" * 65, "é" * 33])
async def test_button_data_is_1_to_64_bytes(api: Caller, sari: Person, data: str) -> None:
    keys = {"inline_keyboard": [[{"text": "a", "callback_data": data}]]}
    refused = await api.refused("sendMessage", chat_id=sari.id, text="a", reply_markup=keys)
    assert refused == (400, "Bad Request: BUTTON_DATA_INVALID")


async def test_64_bytes_of_button_data_pass(api: Caller, sari: Person) -> None:
    keys = {"inline_keyboard": [[{"text": "a", "callback_data": "é" * 32}]]}
    await api("sendMessage", chat_id=sari.id, text="a", reply_markup=keys)
    assert sari.last.buttons == [["a"]]


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "a"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "", "callback_data": "x"}, "Text must be non-empty"),
        ({"text": "a", "url": "kantor"}, "inline keyboard button URL 'kantor' is invalid"),
    ],
)
async def test_refused_buttons(
    api: Caller, sari: Person, button: dict[str, str], words: str
) -> None:
    keys = {"inline_keyboard": [[button]]}
    code, said = await api.refused("sendMessage", chat_id=sari.id, text="a", reply_markup=keys)
    assert code == 400
    assert words in said


async def test_a_caption_has_its_own_limit(api: Caller, sari: Person) -> None:
    sari.sends_photo()
    photo = sari.last.raw["photo"][-1]["file_id"]
    long = await api.refused("sendPhoto", chat_id=sari.id, photo=photo, caption="x" * 1025)
    assert long == (400, "Bad Request: message caption is too long")
    await api("sendPhoto", chat_id=sari.id, photo=photo, caption="x" * 1024)
    assert len(sari.last.text) == 1024


@pytest.mark.parametrize(
    ("photo", "words"),
    [
        ("", "there is no photo in the request"),
        ("AgACunknown", "wrong file identifier/HTTP URL specified"),
        ("https://example.org/a.jpg", "failed to get HTTP URL content"),
        ("attach://part", "IMAGE_PROCESS_FAILED"),
    ],
)
async def test_refused_photos(world: World, sari: Person, photo: str, words: str) -> None:
    uploads = {"part": Upload("a.jpg", b"not a picture", "image/jpeg")}
    values = {"chat_id": sari.id, "photo": photo}
    answer = await call(world, TOKEN, "sendPhoto", values, uploads)
    assert (answer.status, answer.body["description"]) == (400, f"Bad Request: {words}")


async def test_photo_sizes_grow(api: Caller, sari: Person, world: World) -> None:
    sizes = sari.sends_photo(samples.photo()).raw["photo"]
    assert [(s["width"], s["height"]) for s in sizes] == [(320, 213), (960, 640)]
    assert [len(world.files.get(s["file_id"]).data) for s in sizes] == [
        s["file_size"] for s in sizes
    ]


async def test_uploads_stop_at_50_megabytes(world: World, sari: Person) -> None:
    uploads = {"document": Upload("besar.bin", bytes(50 * 1024 * 1024 + 1), "")}
    answer = await call(world, TOKEN, "sendDocument", {"chat_id": sari.id}, uploads)
    assert (answer.status, answer.body["description"]) == (413, "Request Entity Too Large")


async def test_downloads_stop_at_20_megabytes(api: Caller, sari: Person) -> None:
    at_limit = sari.sends_document("a.pdf", b"x", size=20 * 1024 * 1024).raw["document"]
    above = sari.sends_document("b.pdf", b"x", size=20 * 1024 * 1024 + 1).raw["document"]
    assert (await api("getFile", file_id=at_limit["file_id"]))["file_size"] == 20 * 1024 * 1024
    refused = await api.refused("getFile", file_id=above["file_id"])
    assert refused == (400, "Bad Request: file is too big")


async def test_albums_have_2_to_10_items(api: Caller, sari: Person) -> None:
    sari.sends_photo()
    item = {"type": "photo", "media": sari.last.raw["photo"][-1]["file_id"]}
    for number in (1, 11):
        code, _ = await api.refused("sendMediaGroup", chat_id=sari.id, media=[item] * number)
        assert code == 400
    sent = await api("sendMediaGroup", chat_id=sari.id, media=[item] * 10)
    assert [m["message_id"] for m in sent] == list(range(3, 13))
    assert len({m["media_group_id"] for m in sent}) == 1


async def test_a_location_needs_real_degrees(api: Caller, sari: Person) -> None:
    await api("sendLocation", chat_id=sari.id, latitude="3.59", longitude="98.67")
    assert sari.last.location == {"latitude": 3.59, "longitude": 98.67}
    code, _ = await api.refused("sendLocation", chat_id=sari.id, latitude=91, longitude=0)
    assert code == 400


async def test_nobody_is_written_to_uninvited(api: Caller, world: World) -> None:
    stranger = world.person("Tono")
    assert await api.refused("sendMessage", chat_id=stranger.id, text="a") == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    stranger.opens()
    stranger.blocks()
    assert await api.refused("sendMessage", chat_id=stranger.id, text="a") == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    stranger.unblocks()
    await api("sendMessage", chat_id=stranger.id, text="a")
    assert stranger.sees("a")


async def test_edits(api: Caller, sari: Person, clock: HandClock) -> None:
    sent = await api("sendMessage", chat_id=sari.id, text="<b>a</b>", parse_mode="HTML")
    target = {"chat_id": sari.id, "message_id": sent["message_id"]}
    same = await api.refused("editMessageText", **target, text="<b>a</b>", parse_mode="HTML")
    assert same[1].startswith("Bad Request: message is not modified: specified new message")
    clock.move(minutes=1)
    edited = await api("editMessageText", **target, text="a")
    assert edited["edit_date"] == sent["date"] + 60
    again = await api.refused("editMessageText", **target, text="a")
    assert again[1].startswith("Bad Request: message is not modified")
    await api("editMessageReplyMarkup", **target, reply_markup=KEYS)
    assert sari.last.buttons == [["Ya"]]
    await api("editMessageReplyMarkup", **target)
    assert sari.last.buttons == []


async def test_refused_edits(api: Caller, sari: Person) -> None:
    sari.sends_photo()
    photo = await api(
        "sendPhoto", chat_id=sari.id, photo=sari.last.raw["photo"][0]["file_id"], caption="a"
    )
    text = await api("sendMessage", chat_id=sari.id, text="a")
    here = {"chat_id": sari.id}
    refusals = [
        await api.refused("editMessageText", **here, message_id=99, text="b"),
        await api.refused("editMessageText", **here, message_id=1, text="b"),
        await api.refused("editMessageText", **here, message_id=photo["message_id"], text="b"),
        await api.refused("editMessageCaption", **here, message_id=text["message_id"], caption="b"),
        await api.refused(
            "editMessageText", **here, message_id=text["message_id"], text="b",
            reply_markup={"keyboard": [["x"]]},
        ),
    ]  # fmt: skip
    assert [words for _, words in refusals] == [
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: there is no text in the message to edit",
        "Bad Request: there is no caption in the message to edit",
        "Bad Request: inline keyboard expected",
    ]
    await api("editMessageCaption", **here, message_id=photo["message_id"], caption="b")
    assert sari.sees("b")


async def test_deleting(api: Caller, sari: Person, clock: HandClock) -> None:
    sent = await api("sendMessage", chat_id=sari.id, text="rahasia")
    target = {"chat_id": sari.id, "message_id": sent["message_id"]}
    assert await api("deleteMessage", **target) is True
    assert not sari.sees("rahasia")
    gone = (400, "Bad Request: message to delete not found")
    assert await api.refused("deleteMessage", **target) == gone
    old = await api("sendMessage", chat_id=sari.id, text="lama")
    clock.move(hours=49)
    late = await api.refused("deleteMessage", chat_id=sari.id, message_id=old["message_id"])
    assert late == (400, "Bad Request: message can't be deleted for everyone")


async def test_a_tap_may_be_answered_for_a_while(
    api: Caller, sari: Person, clock: HandClock
) -> None:
    await api("sendMessage", chat_id=sari.id, text="?", reply_markup=KEYS)
    first = sari.taps("Ya")
    second = sari.taps("Ya")
    assert first is not None
    assert second is not None
    answer = {"callback_query_id": first["callback_query"]["id"], "text": "Siap"}
    await api("answerCallbackQuery", **answer)
    await api("answerCallbackQuery", **answer)
    assert [alert.text for alert in sari.alerts] == ["Siap"]
    clock.move(minutes=11)
    too_old = (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )
    late = {"callback_query_id": second["callback_query"]["id"]}
    assert await api.refused("answerCallbackQuery", **late) == too_old
    assert await api.refused("answerCallbackQuery", callback_query_id="1") == too_old


async def test_unknown_methods_and_tokens(api: Caller) -> None:
    assert (await api.refused("getCats"))[0] == 404
    assert await api.refused("getMe", token="123456:other") == (401, "Unauthorized")
    assert await api.refused("getMe", token="nonsense") == (404, "Not Found")
    assert (await api("GETME"))["username"] == "SuaraWargaBot"


async def test_menus_narrow_down(api: Caller, sari: Person) -> None:
    from_all = [{"command": "start", "description": "Mulai"}]
    own = [{"command": "tugas", "description": "Tugas"}]
    await api("setMyCommands", commands=from_all, scope={"type": "all_private_chats"})
    await api("setMyCommands", commands=own, scope={"type": "chat", "chat_id": sari.id})
    await api("setMyCommands", commands=from_all, language_code="en")
    assert await api("getMyCommands") == []
    assert await api("getMyCommands", language_code="en") == from_all
    assert await api("getMyCommands", scope={"type": "chat", "chat_id": sari.id}) == own
    await api("deleteMyCommands", scope={"type": "chat", "chat_id": sari.id})
    assert await api("getMyCommands", scope={"type": "chat", "chat_id": sari.id}) == []
    bad = await api.refused("setMyCommands", commands=[{"command": "Bad!", "description": "x"}])
    assert bad == (400, "Bad Request: BOT_COMMAND_INVALID")


def test_parameters_are_read_whichever_way_they_came() -> None:
    form = Params({"a": "true", "n": "12", "j": '{"x": 1}', "t": "teks"})
    native = Params({"a": True, "n": 12, "j": {"x": 1}, "t": "teks"})
    for params in (form, native):
        assert params.flag("a")
        assert params.integer("n") == 12
        assert params.json("j") == {"x": 1}
        assert params.text("t") == "teks"
        assert params.text("absent") == ""


async def test_a_message_may_come_without_a_sound(api: Caller, sari: Person) -> None:
    for silent in (False, True):
        await api("sendMessage", chat_id=sari.id, text="Hai", disable_notification=silent)
    assert [message.silent for message in sari.messages if message.from_bot] == [False, True]
    await api("sendLocation", chat_id=sari.id, latitude=-0.5, longitude=110, disable_notification=1)
    assert sari.last is not None
    assert sari.last.silent
