"""Acting as a person: what is tapped, what is seen, what reaches the bot."""

from typing import Any

import pytest

from bot.sandbox.driver import Person
from bot.sandbox.links import payload_of, typed_payload
from bot.sandbox.world import World
from tests.sandbox.conftest import Caller


@pytest.fixture
def sari(world: World) -> Person:
    person = world.person("Sari")
    person.opens("u_1")
    world.take_updates()
    return person


def inline(*rows: list[str]) -> dict[str, Any]:
    keys = [[{"text": label, "callback_data": f"do:{label}"} for label in row] for row in rows]
    return {"inline_keyboard": keys}


async def test_the_newest_button_is_tapped(api: Caller, world: World, sari: Person) -> None:
    await api("sendMessage", chat_id=sari.id, text="1", reply_markup=inline(["Ya", "Tidak"]))
    await api("sendMessage", chat_id=sari.id, text="2", reply_markup=inline(["✅ Ya"]))
    sari.taps("ya")
    sari.taps("do:Tidak")
    sari.taps("Ya", sari.messages[1])
    taps = [update["callback_query"] for update in world.take_updates()]
    assert [(t["message"]["text"], t["data"]) for t in taps] == [
        ("2", "do:✅ Ya"),
        ("1", "do:Tidak"),
        ("1", "do:Ya"),
    ]


async def test_a_similar_label_is_not_enough(api: Caller, sari: Person) -> None:
    await api("sendMessage", chat_id=sari.id, text="?", reply_markup=inline(["Tidak baik"]))
    with pytest.raises(LookupError, match="Tidak baik"):
        sari.taps("baik")


async def test_buttons_gone_cannot_be_tapped(api: Caller, sari: Person) -> None:
    sent = await api("sendMessage", chat_id=sari.id, text="?", reply_markup=inline(["Ya"]))
    await api("deleteMessage", chat_id=sari.id, message_id=sent["message_id"])
    with pytest.raises(LookupError):
        sari.taps("Ya")


async def test_a_reply_keyboard_sends_its_text(api: Caller, world: World, sari: Person) -> None:
    keys = {
        "keyboard": [["Batal"], [{"text": "Kirim lokasi", "request_location": True}]],
        "one_time_keyboard": True,
    }
    await api("sendMessage", chat_id=sari.id, text="?", reply_markup=keys)
    await api("sendMessage", chat_id=sari.id, text="!")
    assert sari.keyboard == [["Batal"], ["Kirim lokasi"]]
    sari.taps("Kirim lokasi")
    assert sari.keyboard == []
    assert "location" in world.take_updates()[0]["message"]
    await api("sendMessage", chat_id=sari.id, text="?", reply_markup=keys)
    await api("sendMessage", chat_id=sari.id, text="!", reply_markup={"remove_keyboard": True})
    assert sari.keyboard == []


async def test_a_deep_link_button_opens_it(api: Caller, world: World, sari: Person) -> None:
    url = "https://t.me/SuaraWargaBot?start=loket_3"
    keys = {"inline_keyboard": [[{"text": "Buka", "url": url}]]}
    await api("sendMessage", chat_id=sari.id, text="?", reply_markup=keys)
    sari.taps("Buka")
    (update,) = world.take_updates()
    assert update["message"]["text"] == "/start loket_3"
    assert update["message"]["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]


async def test_seeing_is_what_the_bot_said(api: Caller, sari: Person) -> None:
    sari.sends("rahasia saya")
    await api("sendMessage", chat_id=sari.id, text="Diterima", reply_markup=inline(["Lihat"]))
    assert sari.sees("Diterima")
    assert sari.sees("Lihat")
    assert not sari.sees("rahasia saya")


def test_who_blocks_cannot_write(world: World, sari: Person) -> None:
    sari.blocks()
    sari.blocks()
    assert len(world.take_updates()) == 1
    with pytest.raises(PermissionError):
        sari.sends("halo?")


def test_only_own_messages_are_edited(world: World, sari: Person) -> None:
    sari.edits(sari.last, "lain")
    assert world.take_updates()[0]["edited_message"]["text"] == "lain"
    assert sari.last.edited


def test_people_are_the_same_by_id(world: World, sari: Person) -> None:
    again = world.person("Sari Dewi", id=sari.id, role="Petugas")
    assert again.messages[0].text == "/start u_1"
    assert [p.record.role for p in world.people] == ["Petugas"]
    assert world.person("Lain").id != sari.id


@pytest.mark.parametrize(
    ("link", "payload"),
    [
        ("https://t.me/SuaraWargaBot?start=a-b_1", "a-b_1"),
        ("t.me/suarawargabot?start=x", "x"),
        ("tg://resolve?domain=SuaraWargaBot&start=x", "x"),
        ("https://t.me/SuaraWargaBot", ""),
        ("https://t.me/OtherBot?start=x", None),
        ("https://example.org/SuaraWargaBot?start=x", None),
        (f"https://t.me/SuaraWargaBot?start={'x' * 65}", None),
        ("[telepon]", None),
    ],
)
def test_links(link: str, payload: str | None) -> None:
    assert payload_of(link, "SuaraWargaBot") == payload


def test_a_pasted_payload_counts_too() -> None:
    assert typed_payload(" loket_3 ", "SuaraWargaBot") == "loket_3"
    assert typed_payload("bukan tautan", "SuaraWargaBot") is None
