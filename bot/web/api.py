"""The API of queue systems, `/api/v1`: visits in, services out. Described in `openapi.json`.

A key opens one unit. The work is the same as in the chat, done by the Writer; what comes here is
read and refused with RFC 9457 problems. The key and the bodies stay out of every log.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import structlog
from aiohttp import web

from bot.clock import Clock
from bot.web.pace import Pace
from bot.web.problems import Problem, language_of, respond, with_problems
from handlers import texts
from handlers.links import deep_link
from models import offices
from models.database import Database, Transaction
from models.errors import Refused
from models.visits import api_keys, intake, requests
from models.visits.api_keys import Caller
from models.visits.intake import Accepted, Batch, Rejected
from models.visits.requests import Answer

log = structlog.get_logger()

PATH = "/api/v1"
SCHEME = "bearer "
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="suara-warga"'}
KEY_SHOWN_LIMIT = 200  # characters of an Authorization header that are looked at


class Api:
    """signing: the key that signs the codes of visits; bot_name: whose deep links they stand in."""

    def __init__(self, database: Database, clock: Clock, *, signing: str, bot_name: str) -> None:
        self._database = database
        self._clock = clock
        self._signing = signing
        self._bot_name = bot_name
        self._pace = Pace(clock.monotonic)
        self._one_batch = asyncio.Lock()  # at a time: what people send in the chat comes between

    def add_to(self, app: web.Application) -> None:
        app.router.add_post(f"{PATH}/visits", with_problems(self.visits))
        app.router.add_get(f"{PATH}/services", with_problems(self.services))
        app.router.add_get(f"{PATH}/openapi.json", describe)

    async def visits(self, request: web.Request) -> web.Response:
        """Enter one visit or many; each request once."""
        caller = await self._caller(request)
        key = _idempotency_key(request)
        read = _reader(request)
        content = await request.read()
        try:
            batch = read(content, caller)
            answer = await self._receive(caller, batch, key, request.content_type, content)
        except Refused as refused:
            raise _problem(refused) from None
        log.info(
            "visits received",
            key=caller.key_id,
            unit=caller.unit_id,
            accepted=len(answer.entered.accepted),
            rejected=len(answer.entered.rejected),
            repeated=answer.repeated,
        )
        return self._told(answer, language_of(request))

    async def services(self, request: web.Request) -> web.Response:
        """What the unit serves, and at which counters: for mapping names to ids."""
        caller = await self._caller(request)
        body = await self._database.read(lambda tx: _places(tx, caller))
        return respond(200, body, language_of(request))

    async def _caller(self, request: web.Request) -> Caller:
        shown = request.headers.get("Authorization", "")[:KEY_SHOWN_LIMIT]
        if not shown[: len(SCHEME)].lower() == SCHEME:
            raise Problem("unauthorized", "api-key-missing", headers=CHALLENGE)
        secret = shown[len(SCHEME) :].strip()
        try:
            caller = await self._database.read(lambda tx: api_keys.caller(tx, secret))
        except Refused as refused:
            raise _problem(refused) from None
        if seconds := self._pace.wait(caller.key_id):
            wait = {"Retry-After": str(seconds)}
            raise Problem("too-many-requests", "api-wait", {"seconds": seconds}, headers=wait)
        return caller

    async def _receive(
        self, caller: Caller, batch: Batch, key: str, kind: str, content: bytes
    ) -> Answer:
        mark, at = requests.fingerprint(kind, content), self._clock.now()
        async with self._one_batch:
            return await self._database.writer.run(
                lambda tx: requests.receive(
                    tx, caller, batch, key=key, mark=mark, signing=self._signing, at=at
                )
            )

    def _told(self, answer: Answer, language: str) -> web.Response:
        entered = answer.entered
        accepted = [self._accepted(one, answer.tokens[one.visit_id]) for one in entered.accepted]
        rejected = [_rejected(one, language) for one in entered.rejected]
        body = {"accepted": accepted, "rejected": rejected}
        if entered.accepted:
            headers = {"Idempotent-Replayed": "true"} if answer.repeated else {}
            return respond(207 if rejected else 201, body, language, headers)
        conflict = all(one.reason in intake.CONFLICTS for one in entered.rejected)
        code = "conflict" if conflict else "nothing-accepted"
        detail = "api-conflict" if conflict else "api-nothing-accepted"
        raise Problem(code, detail, {"n": len(rejected)}, more=body)

    def _accepted(self, one: Accepted, token: str) -> dict[str, Any]:
        return {
            "index": one.index,
            "number": one.number,
            "visit": one.visit_id,
            "effect": one.effect.value,
            "rating_link": deep_link(self._bot_name, token),
        }


async def describe(_request: web.Request) -> web.Response:
    """The OpenAPI description; open to everybody."""
    return web.json_response(text=description())


@cache
def description() -> str:
    return (Path(__file__).parent / "openapi.json").read_text(encoding="utf8")


def _idempotency_key(request: web.Request) -> str:
    key = request.headers.get("Idempotency-Key", "")
    if not requests.valid_key(key):
        values = {"limit": requests.KEY_LIMIT}
        raise Problem("idempotency-key-missing", "api-idempotency-key", values)
    return key


def _reader(request: web.Request) -> Callable[[bytes, Caller], Batch]:
    kind = request.content_type
    if kind not in _READERS or "Content-Encoding" in request.headers:
        raise Problem("media-type", "api-media-type")
    return _READERS[kind]


_READERS: dict[str, Callable[[bytes, Caller], Batch]] = {
    "application/json": lambda content, _caller: intake.of_json(content),
    "text/csv": lambda content, caller: intake.of_csv(content, caller.zone),
}
_CODES = {
    "api-key-unknown": "unauthorized",
    "api-key-revoked": "unauthorized",
    "unit-unknown": "unit-closed",
    "api-key-reused": "idempotency-key-reused",
    "api-visits-many": "too-many-visits",
    "api-visits-none": "nothing-accepted",
}
"""What is refused as a whole; anything else is a body that cannot be read."""


def _problem(refused: Refused) -> Problem:
    code = _CODES.get(refused.key, "body-unreadable")
    headers = CHALLENGE if code == "unauthorized" else {}
    return Problem(code, refused.key, refused.values, headers=headers)


def _rejected(one: Rejected, language: str) -> dict[str, Any]:
    place = {} if one.line is None else {"line": one.line}
    return {
        "index": one.index,
        **place,
        "field": one.field,
        "reason": one.reason,
        "message": texts.render(language, one.reason, dict(one.values), escape=False),
    }


def _places(tx: Transaction, caller: Caller) -> dict[str, Any]:
    services = [
        {"id": one.id, "name": one.name, "promised": one.duration or None}
        for one in offices.services(tx, caller.unit_id)
    ]
    counters = [{"id": one.id, "name": one.name} for one in offices.counters(tx, caller.unit_id)]
    unit = {"id": caller.unit_id, "name": caller.unit, "time_zone": caller.zone}
    return {"unit": unit, "services": services, "counters": counters}
