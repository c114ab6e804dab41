"""What a client did wrong, as RFC 9457 (application/problem+json), in the language it asks for."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any

import structlog
from aiohttp import web

from handlers import texts
from models.database import TRANSIENT

log = structlog.get_logger()

BODY_LIMIT = 1_000_000  # bytes
MEDIA_TYPE = "application/problem+json"
KIND = "urn:suara-warga:problem:"
_STATUS = {
    "body-unreadable": HTTPStatus.BAD_REQUEST,
    "idempotency-key-missing": HTTPStatus.BAD_REQUEST,
    "unauthorized": HTTPStatus.UNAUTHORIZED,
    "unit-closed": HTTPStatus.FORBIDDEN,
    "conflict": HTTPStatus.CONFLICT,
    "too-large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "media-type": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "idempotency-key-reused": HTTPStatus.UNPROCESSABLE_ENTITY,
    "too-many-visits": HTTPStatus.UNPROCESSABLE_ENTITY,
    "nothing-accepted": HTTPStatus.UNPROCESSABLE_ENTITY,
    "too-many-requests": HTTPStatus.TOO_MANY_REQUESTS,
    "unavailable": HTTPStatus.SERVICE_UNAVAILABLE,
}
TITLES = {
    "body-unreadable": "The body cannot be read",
    "idempotency-key-missing": "An Idempotency-Key is needed",
    "unauthorized": "A valid API key is needed",
    "unit-closed": "The unit of this key is closed",
    "conflict": "Another visit has this number",
    "too-large": "The body is too large",
    "media-type": "This kind of body is not read",
    "idempotency-key-reused": "The Idempotency-Key was used for another body",
    "too-many-visits": "Too many visits in one request",
    "nothing-accepted": "No visit was accepted",
    "too-many-requests": "Too many requests",
    "unavailable": "The service is not available now",
}
_LANGUAGE = re.compile(
    r"\s*([A-Za-z]{1,8})(?:-[A-Za-z0-9-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*"
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Problem(Exception):
    """`detail`: key of a text, filled by `values`. `more`: further members of the answer."""

    def __init__(
        self,
        code: str,
        detail: str,
        values: Mapping[str, Any] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail
        self.values = dict(values or {})
        self.headers = dict(headers or {})
        self.more = dict(more or {})

    def answer(self, language: str) -> web.Response:
        status = _STATUS[self.code]
        body = {
            "type": KIND + self.code,
            "title": TITLES[self.code],
            "status": status.value,
            "detail": texts.render(language, self.detail, self.values, escape=False),
        }
        return respond(status, body | self.more, language, self.headers, MEDIA_TYPE)


def respond(
    status: int,
    body: Mapping[str, Any],
    language: str,
    headers: Mapping[str, str] | None = None,
    media_type: str = "application/json",
) -> web.Response:
    return web.Response(
        status=int(status),
        text=json.dumps(body),
        content_type=media_type,
        headers={"Content-Language": language, "Cache-Control": "no-store"} | dict(headers or {}),
    )


def with_problems(handler: Handler) -> Handler:
    """The handler, with its problems told as such."""

    async def answering(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except Problem as told_of:
            problem = told_of
        except web.HTTPRequestEntityTooLarge:
            problem = Problem("too-large", "api-too-large", {"limit": BODY_LIMIT // 1000})
        except TRANSIENT as error:
            log.error("the database is away", error=type(error).__name__)
            problem = Problem("unavailable", "api-unavailable", headers={"Retry-After": "5"})
        return problem.answer(language_of(request))

    return answering


def language_of(request: web.Request) -> str:
    """Of `Accept-Language`, the one we speak that is liked best; Indonesian without any."""
    liked: list[tuple[float, str]] = []
    for part in request.headers.get("Accept-Language", "")[:400].split(","):
        found = _LANGUAGE.fullmatch(part)
        if found and found[1].lower() in texts.LANGUAGES and float(found[2] or 1) > 0:
            liked.append((float(found[2] or 1), found[1].lower()))
    return max(liked, key=lambda one: one[0])[1] if liked else texts.DEFAULT
