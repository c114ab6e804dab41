"""The demo as a process, without a browser: one address, Ctrl-C, a second start, a taken port."""

from __future__ import annotations

import asyncio
import shutil
import socket
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.sandbox.demo import put_aside
from bot.sandbox.town import telegram_id
from tests.journeys.demo_process import ADDRESS, Demo, launch

pytestmark = pytest.mark.processes
RUDI = telegram_id("rudi")


class Page:
    """The page's own API."""

    def __init__(self, demo: Demo, session: aiohttp.ClientSession) -> None:
        self._base = f"{demo.url}sandbox/api"
        self._session = session

    async def get(self, path: str) -> Any:
        async with self._session.get(self._base + path) as response:
            return await response.json()

    async def post(self, path: str, **values: Any) -> Any:
        async with self._session.post(self._base + path, json=values) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def answer_to(self, person: int, text: str) -> str:
        """What the bot says to a text."""
        sent = (await self.post(f"/people/{person}/send", text=text))["message"]
        async with asyncio.timeout(10), self._session.get(f"{self._base}/events") as events:
            async for _ in events.content:
                chat = await self.get(f"/people/{person}/chat")
                last = chat["messages"][-1]
                if last["from_bot"] and last["id"] > sent:
                    return str(last["text"])
        raise AssertionError("the bot said nothing")

    async def now(self) -> datetime:
        return datetime.fromisoformat((await self.get("/clock"))["now"])


@pytest.fixture
def folder(founded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(founded, tmp_path / "demo"))


async def test_a_second_start_keeps_chats_database_and_clock(folder: Path) -> None:
    first = await Demo.start(folder)
    async with aiohttp.ClientSession() as session:
        page = Page(first, session)
        before = await page.now()
        await page.post("/clock", seconds=86_400)
        assert "Pengaduan Anda" in await page.answer_to(RUDI, "/status")
        chat = await page.get(f"/people/{RUDI}/chat")
    assert await first.interrupt() == (0, "", "")
    second = await Demo.start(folder)
    async with aiohttp.ClientSession() as session:
        page = Page(second, session)
        kept = await page.get(f"/people/{RUDI}/chat")
        assert [m["text"] for m in kept["messages"]] == [m["text"] for m in chat["messages"]]
        assert await page.now() - before >= timedelta(days=1)
        assert "Apa yang ingin Anda lakukan?" in await page.answer_to(RUDI, "/start")
    assert await second.interrupt() == (0, "", "")


def test_a_town_of_an_earlier_version_is_kept_apart(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    town = (folder / "town.db").read_bytes()
    put_aside(folder)
    assert capsys.readouterr().out == ""
    (folder / "edition").unlink()
    put_aside(folder)
    said = capsys.readouterr().out
    assert len(said.splitlines()) == 1
    (apart,) = folder.glob("lama-*")
    assert str(apart) in said
    assert (apart / "town.db").read_bytes() == town
    assert sorted(file.name for file in folder.iterdir()) == ["edition", apart.name]


async def test_a_taken_port_is_one_clear_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = await launch(tmp_path / "demo", port)
        out, err = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 2
    assert out == b""
    assert len(err.decode().splitlines()) == 1
    assert f"--port {port}" in err.decode()


async def test_one_line_with_one_address(folder: Path) -> None:
    demo = await Demo.start(folder)
    code, rest, err = await demo.interrupt()
    assert (code, rest, err) == (0, "", "")
    assert ADDRESS.fullmatch(demo.url)
