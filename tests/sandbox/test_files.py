"""Files in the box: voice messages, albums by upload, downloads that fail."""

import io
from collections.abc import AsyncIterator

import pytest
from PIL import Image
from telegram import Bot, InputMediaPhoto
from telegram.error import BadRequest, NetworkError

from bot.sandbox import samples
from bot.sandbox.driver import Person
from bot.sandbox.request import SandboxRequest
from bot.sandbox.world import World
from tests.sandbox.conftest import TOKEN


@pytest.fixture
async def bot(world: World) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, request=SandboxRequest(world)) as made:
        yield made


@pytest.fixture
def sari(world: World) -> Person:
    person = world.person("Sari")
    person.opens()
    return person


async def test_a_voice_message_is_real_and_can_be_fetched(bot: Bot, sari: Person) -> None:
    sent = sari.sends_voice(3).raw["voice"]
    assert (sent["duration"], sent["mime_type"]) == (3, "audio/ogg")
    file = await bot.get_file(sent["file_id"])
    assert bytes(await file.download_as_bytearray()) == samples.voice(3)


async def test_a_voice_message_is_sent_by_upload_and_again_by_id(bot: Bot, sari: Person) -> None:
    told = await bot.send_voice(sari.id, samples.voice(2), caption="Dengarkan")
    assert told.voice is not None
    assert sari.last.voice is not None
    assert (sari.last.voice["duration"], sari.last.text) == (2, "Dengarkan")
    assert sari.last.data == samples.voice(2)
    await bot.send_voice(sari.id, told.voice.file_id)
    assert sari.last.voice["file_id"] == told.voice.file_id


async def test_what_is_no_opus_arrives_as_a_file(bot: Bot, sari: Person) -> None:
    told = await bot.send_voice(sari.id, b"OggS" + bytes(80), filename="a.ogg")
    assert told.voice is None
    assert sari.last.document is not None


async def test_an_album_is_sent_by_upload(bot: Bot, sari: Person) -> None:
    pictures = [samples.photo(number) for number in range(2)]
    await bot.send_media_group(sari.id, [InputMediaPhoto(data) for data in pictures])
    assert [message.data for message in sari.messages[-2:]] == pictures
    assert len({message.raw["media_group_id"] for message in sari.messages[-2:]}) == 1


async def test_the_bytes_a_person_sends_are_those_the_bot_gets(bot: Bot, sari: Person) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (9, 7), "red").save(buffer, "PNG")
    sent = sari.sends_photo(buffer.getvalue()).raw["photo"][-1]
    assert (sent["width"], sent["height"]) == (9, 7)
    file = await bot.get_file(sent["file_id"])
    assert bytes(await file.download_as_bytearray()) == buffer.getvalue()


async def test_a_download_can_fail_although_the_file_is_known(
    bot: Bot, world: World, sari: Person
) -> None:
    file = await bot.get_file(sari.sends_document().raw["document"]["file_id"])
    world.faults.failing_downloads = 1
    with pytest.raises(NetworkError):
        await file.download_as_bytearray()
    assert bytes(await file.download_as_bytearray()) == samples.letter()


async def test_a_file_of_more_than_20_megabytes_is_not_given(bot: Bot, sari: Person) -> None:
    large = sari.sends_document("besar.pdf", b"x", size=20 * 2**20 + 1).raw["document"]
    with pytest.raises(BadRequest, match="too big"):
        await bot.get_file(large["file_id"])
