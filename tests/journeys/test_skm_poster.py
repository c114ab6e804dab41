"""The head takes the poster of the index to print and to show."""

from __future__ import annotations

import pytest
from sqlmodel import select

from models.outbox import OutboxMessage
from tests.journeys.test_plans import Q4, answered
from tests.town import Town


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("", "https://t.me/suara_warga_bot?start=u1"),
        ("https://suara.example.go.id", "https://suara.example.go.id/u/1"),
    ],
)
async def test_both_files_lead_to_the_public_page_or_to_the_bot(
    sqlite_url: str, address: str, link: str
) -> None:
    town = await Town.open(sqlite_url, public_url=address)
    unit = await town.unit()
    head = await town.head(unit)
    await answered(town, unit, Q4, {})
    await head.sends("/skm")
    await head.taps("Poster IKM")
    sent = [message.document for message in head.person.messages[-2:]]
    names = [document["file_name"] for document in sent if document is not None]
    assert names == ["ikm-loket-ktp-2026-q4.pdf", "ikm-loket-ktp-2026-q4.png"]
    promised = town.read(lambda tx: tx.session.exec(select(OutboxMessage.body)).all())
    links = {one["file"]["arguments"]["link"] for one in promised if "file" in one}
    bot = town.app.bot.username
    assert links == {link.replace("suara_warga_bot", bot)}
    await town.close()
