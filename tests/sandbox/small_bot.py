"""A small scripted bot over the HTTP API: enough of everything for the page to show."""

import asyncio
import io
import json
from contextlib import suppress
from typing import Any

import aiohttp
import segno

Json = dict[str, Any]
MENU = [
    {"command": "start", "description": "Mulai dari awal"},
    {"command": "status", "description": "Lihat pengaduan saya"},
    {"command": "poster", "description": "Poster QR loket"},
]
SCORES = [["Tidak baik", "Kurang baik"], ["Baik", "Sangat baik"]]


class SmallBot:
    """Polls and answers until cancelled; `seen` is every update it got."""

    def __init__(self, base: str, username: str = "SuaraWargaBot") -> None:
        self.base = base
        self.username = username
        self.seen: list[Json] = []

    async def run(self) -> None:
        async with aiohttp.ClientSession(f"{self.base}/") as self.session:
            await self.call("setMyCommands", commands=json.dumps(MENU))
            offset = 0
            while True:
                for update in await self.call("getUpdates", offset=offset, timeout=20):
                    offset = update["update_id"] + 1
                    self.seen.append(update)
                    await self.answer(update)

    async def call(self, method: str, **values: Any) -> Any:
        data = {k: v if isinstance(v, (str, bytes)) else json.dumps(v) for k, v in values.items()}
        async with self.session.post(method, data=data) as answer:
            body = await answer.json()
            return body["result"] if body["ok"] else []

    async def answer(self, update: Json) -> None:
        if query := update.get("callback_query"):
            await self.on_tap(query)
        elif message := update.get("message"):
            await self.on_message(message["chat"]["id"], message)

    async def on_tap(self, query: Json) -> None:
        chat, data = query["message"]["chat"]["id"], query["data"]
        warn = data == "Tidak baik"
        text = "Mohon maaf atas pelayanan kami." if warn else "Terima kasih!"
        await self.call(
            "answerCallbackQuery", callback_query_id=query["id"], text=text, show_alert=warn
        )
        await self.call(
            "editMessageText",
            chat_id=chat,
            message_id=query["message"]["message_id"],
            text=f"Penilaian Anda: <b>{data}</b>",
            parse_mode="HTML",
        )

    async def on_message(self, chat: int, message: Json) -> None:
        text = message.get("text", "")
        if text.startswith("/start"):
            await self.ask(chat, text.partition(" ")[2])
        elif text == "/poster":
            await self.poster(chat)
        elif text == "/status":
            keys = {"keyboard": [["Pengaduan saya", "Bantuan"]], "resize_keyboard": True}
            await self.call("sendMessage", chat_id=chat, text="Pilih:", reply_markup=keys)
        else:
            kind = next((k for k in ("photo", "document", "location") if k in message), text)
            await self.call("sendMessage", chat_id=chat, text=f"Diterima: {kind}")

    async def ask(self, chat: int, unit: str) -> None:
        rows = [[{"text": s, "callback_data": s} for s in row] for row in SCORES]
        await self.call(
            "sendMessage",
            chat_id=chat,
            text=f"Selamat datang di <b>Disdukcapil</b> {unit}.\nBagaimana pelayanan kami hari "
            "ini? Ketik /status untuk melihat <i>pengaduan</i> Anda.",
            parse_mode="HTML",
            reply_markup={"inline_keyboard": rows},
        )

    async def poster(self, chat: int) -> None:
        link = f"https://t.me/{self.username}?start=loket_3"
        picture = io.BytesIO()
        segno.make(link).save(picture, kind="png", scale=8)
        form = aiohttp.FormData({"chat_id": str(chat), "caption": f"Loket 3\n{link}"})
        form.add_field("photo", picture.getvalue(), filename="qr.png", content_type="image/png")
        async with self.session.post("sendPhoto", data=form) as answer:
            await answer.read()


async def stopped(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
