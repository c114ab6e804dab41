"""From Telegram's updates to what handlers read."""

from __future__ import annotations

from typing import Any

import pytest

from bot import updates
from handlers.turn import Input, Kind

BUDI = {"id": 7, "is_bot": False, "first_name": "Budi", "last_name": "S", "language_code": "id"}
CHAT = {"id": 7, "type": "private", "first_name": "Budi"}
SIZES = [
    {"file_id": name, "file_unique_id": name, "width": 1, "height": 1, "file_size": size}
    for name, size in (("small", 10), ("large", 99))
]


def update(**content: Any) -> dict[str, Any]:
    return {"update_id": 1, **content}


def message(**content: Any) -> dict[str, Any]:
    return update(message={"message_id": 3, "date": 0, "chat": CHAT, "from": BUDI, **content})


def read(found: dict[str, Any]) -> Input:
    received = updates.read(found)
    assert received is not None
    return received


@pytest.mark.parametrize(
    ("text", "kind", "command", "rest"),
    [
        ("halo", Kind.TEXT, "", "halo"),
        ("/start u5", Kind.COMMAND, "start", "u5"),
        ("/START@SuaraWargaBot  u5 ", Kind.COMMAND, "start", "u5"),
        ("/", Kind.TEXT, "", "/"),
        ("/status", Kind.COMMAND, "status", ""),
    ],
)
def test_texts_and_commands(text: str, kind: Kind, command: str, rest: str) -> None:
    received = read(message(text=text))
    assert (received.kind, received.command, received.text) == (kind, command, rest)


def test_a_photo_is_taken_at_its_largest_with_its_words() -> None:
    received = read(message(photo=SIZES, caption="rusak", media_group_id="9"))
    assert (received.kind, received.file_id, received.file_size) == (Kind.PHOTO, "large", 99)
    assert (received.text, received.album) == ("rusak", "9")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"location": {"latitude": 1.5, "longitude": 110.0}}, Kind.LOCATION),
        ({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}}, Kind.VOICE),
        ({"contact": {"phone_number": "1", "first_name": "B"}}, Kind.OTHER),
        ({"dice": {"emoji": "🎲", "value": 3}}, Kind.OTHER),
    ],
)
def test_other_kinds(content: dict[str, Any], kind: Kind) -> None:
    assert read(message(**content)).kind is kind


def test_an_edited_message_says_so() -> None:
    edited = {"message_id": 3, "date": 0, "edit_date": 1, "chat": CHAT, "from": BUDI, "text": "x"}
    assert read(update(edited_message=edited)).edited


def test_a_live_location_that_moves_says_nothing() -> None:
    moved = {"message_id": 3, "date": 0, "edit_date": 1, "chat": CHAT, "from": BUDI}
    place = {"latitude": -6.2, "longitude": 106.8, "live_period": 900}
    assert updates.read(update(edited_message=moved | {"location": place})) is None


def query(data: str, **content: Any) -> dict[str, Any]:
    pressed = {"id": "q", "from": BUDI, "chat_instance": "1", "data": data, **content}
    return update(callback_query=pressed)


def keyboard(*data: str) -> dict[str, Any]:
    row = [{"text": "x", "callback_data": one} for one in data]
    shown = {"message_id": 3, "date": 5, "chat": CHAT, "text": "?"}
    return {"message": {**shown, "reply_markup": {"inline_keyboard": [row]}}}


def test_a_pressed_button_is_known_to_have_been_offered() -> None:
    received = read(query("score:1", **keyboard("menu", "score:1")))
    assert (received.data, received.message_id, received.offered) == ("score:1", 3, True)


def test_a_forged_button_and_one_of_an_old_message_are_not() -> None:
    assert not read(query("score:9", **keyboard("score:1"))).offered
    old = {"message": {"message_id": 3, "date": 0, "chat": CHAT}}
    assert not read(query("score:1", **old)).offered
    assert not read(query("score:1")).offered


def test_groups_and_channels_are_not_for_us() -> None:
    group = {"id": -5, "type": "group", "title": "RT 05"}
    content = {"message_id": 3, "date": 0, "chat": group, "from": BUDI, "text": "halo"}
    assert updates.read(update(message=content)) is None
    assert updates.read(update(channel_post={**content, "from": BUDI})) is None


@pytest.mark.parametrize(
    ("code", "language"), [("id", "id"), ("jv", "id"), ("en-GB", "en"), ("de", "en"), (None, "id")]
)
def test_the_language_follows_the_phone(code: str | None, language: str) -> None:
    assert updates.language(code) == language


@pytest.mark.parametrize(("status", "reachable"), [("kicked", False), ("member", True)])
def test_blocking_and_coming_back(status: str, reachable: bool) -> None:
    bot = {"id": 1, "is_bot": True, "first_name": "Suara"}
    until = {"until_date": 0} if status == "kicked" else {}
    change = {
        "chat": CHAT,
        "from": BUDI,
        "date": 0,
        "old_chat_member": {"user": bot, "status": "left"},
        "new_chat_member": {"user": bot, "status": status, **until},
    }
    assert updates.reachable_again(update(my_chat_member=change)) == (1, 7, reachable)
    assert updates.reachable_again(message(text="halo")) is None


@pytest.mark.parametrize(
    "broken", [{"update_id": 1, "message": 3}, {"update_id": 1, "callback_query": {"id": 5}}]
)
def test_what_is_no_update_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises(updates.Malformed):
        updates.read(broken)
