"""A Bot API that accepts everything at once and counts: `python -m tests.bench.fake_api PORT`.

In a process of its own, the same for every bot that is measured.
"""

from __future__ import annotations

import sys
from collections import Counter

from aiohttp import web

_CHAT = '{"id":1,"type":"private","first_name":"Warga"}'
_BOT = '{"id":4711,"is_bot":true,"first_name":"Suara Warga","username":"suara_bench_bot"}'
_MESSAGE = (
    f'{{"ok":true,"result":{{"message_id":1,"date":1800000000,"chat":{_CHAT},"from":{_BOT},'
    '"text":"Terima kasih"}}'
).encode()
_TRUE = b'{"ok":true,"result":true}'
_ANSWERS = {
    "getMe": f'{{"ok":true,"result":{_BOT}}}'.encode(),
    "sendMessage": _MESSAGE,
    "editMessageText": _MESSAGE,
}


class FakeApi:
    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    async def call(self, request: web.Request) -> web.Response:
        await request.read()
        method = request.match_info["method"]
        self.counts[method] += 1
        return web.Response(body=_ANSWERS.get(method, _TRUE), content_type="application/json")

    async def show(self, _request: web.Request) -> web.Response:
        """How often each method was called."""
        return web.json_response(self.counts)

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self.call)
        app.router.add_get("/counts", self.show)
        return app


if __name__ == "__main__":
    web.run_app(
        FakeApi().application(),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        print=None,
        access_log=None,
    )
