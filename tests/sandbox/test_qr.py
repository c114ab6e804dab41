"""The page reads the QR codes in what the bot sends, so that somebody else can scan them."""

from __future__ import annotations

import io

import pytest
import segno

from bot.sandbox import qr, samples, views
from bot.sandbox.files import Upload
from bot.sandbox.methods import call
from bot.sandbox.world import World
from tests.sandbox.conftest import TOKEN

LINK = "https://t.me/SuaraWargaSandboxBot?start=v"


def picture(text: str, scale: int = 4, border: int = 4, **how: object) -> bytes:
    made = io.BytesIO()
    segno.make(text, micro=False, **how).save(made, kind="png", scale=scale, border=border)
    return made.getvalue()


@pytest.mark.parametrize("length", [1, 20, 60, 100, 180, 300])
@pytest.mark.parametrize("error", ["L", "M", "Q", "H"])
def test_a_code_of_any_size_and_strength_is_read(length: int, error: str) -> None:
    text = LINK + "aZ09_-"[length % 6] * length
    assert qr.text_in(picture(text, error=error, boost_error=False)) == text


@pytest.mark.parametrize("mask", range(8))
def test_every_mask_is_taken_off(mask: int) -> None:
    assert qr.text_in(picture(LINK, mask=mask)) == LINK


@pytest.mark.parametrize(("scale", "border"), [(1, 0), (3, 1), (24, 4)])
def test_size_and_margin_do_not_matter(scale: int, border: int) -> None:
    assert qr.text_in(picture(LINK, scale, border)) == LINK


@pytest.mark.parametrize("data", [b"", b"no picture", samples.photo(0), samples.photo(1)])
def test_what_is_no_code_says_nothing(data: bytes) -> None:
    assert qr.text_in(data) == ""


def test_digits_alone_are_no_link() -> None:
    assert qr.text_in(picture("12345678901234567890")) == ""


async def test_a_photo_of_a_code_can_be_scanned_as_somebody_else(
    world: World,
) -> None:
    sari = world.person("Sari")
    sari.opens()
    link = f"https://t.me/{world.bot_username}?start=v123"
    for content in (picture(link), picture("https://example.org/")):
        uploads = {"photo": Upload("qr.png", content, "image/png")}
        answer = await call(world, TOKEN, "sendPhoto", {"chat_id": sari.id}, uploads)
        assert answer.status == 200
    mine, foreign = views.chat(sari)["messages"][-2:]
    assert mine["link"] == link
    assert foreign["link"] == ""
