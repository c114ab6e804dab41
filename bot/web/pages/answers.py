"""What is sent back: pages, and everything that can go wrong told as a page."""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import web

from bot.web.pages.asked import NOTHING
from bot.web.pages.forms import kept_words
from bot.web.pages.rendering import Renderer
from bot.web.problems import language_of
from models.database import TRANSIENT

log = structlog.get_logger()

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
FORM = web.RequestKey("form", dict[str, str])  # what our own page sent, to be given back
NOBODY: Mapping[str, Any] = {
    "who": None,
    "here": "",
    "token": "",
    "wrong": "",
    "done": "",
    "left": False,
    "kept": (),
}
"""What every template is given, on the pages that show nothing of anybody."""


class SignedOut(Exception):
    """There is no open session."""


class Missing(Exception):
    """Not there, or not for this reader."""


_TOLD: dict[type[Exception], tuple[str, int]] = {
    SignedOut: ("signedout", 401),
    Missing: ("missing", 404),
    web.HTTPForbidden: ("foreign", 403),
    web.HTTPUnsupportedMediaType: ("foreign", 415),
    web.HTTPTooManyRequests: ("slow", 429),
    web.HTTPRequestEntityTooLarge: ("toolarge", 413),
    **dict.fromkeys(TRANSIENT, ("away", 503)),
}


@dataclass(frozen=True, slots=True)
class Answers:
    renderer: Renderer

    def html(self, body: bytes, status: int = 200) -> web.Response:
        headers = self.renderer.headers
        return web.Response(
            body=body, status=status, content_type="text/html", charset="utf-8", headers=headers
        )

    def plain(
        self, status: int, template: str, language: str, values: Mapping[str, Any] = NOTHING
    ) -> web.Response:
        """A page that shows nothing of anybody."""
        return self.html(self.renderer.page(template, language, {**NOBODY, **values}), status)

    def onward(self, page: str) -> web.Response:
        """To another page, below `/s`."""
        headers = {**self.renderer.headers, "Location": self.renderer.url(page)}
        return web.Response(status=303, headers=headers)

    def telling(self, handler: Handler) -> Handler:
        """The handler, with everything that can go wrong told as a page."""

        async def answering(request: web.Request) -> web.StreamResponse:
            try:
                return await handler(request)
            except tuple(_TOLD) as error:
                return self._told(request, error)
            except web.HTTPException:
                raise
            except Exception as error:  # our defect: told politely, and to the operator
                log.error("a page failed", error=type(error).__name__, where=_where(error))
                return self.plain(500, "away", language_of(request))

        return answering

    def _told(self, request: web.Request, error: Exception) -> web.Response:
        template, status = next(told for kind, told in _TOLD.items() if isinstance(error, kind))
        if template == "away":
            log.error("the database is away", error=type(error).__name__)
        kept = kept_words(request.get(FORM, NOTHING))
        values = {"here": request.path.removeprefix("/s"), "kept": kept}
        return self.plain(status, template, language_of(request), values)


def _where(error: Exception) -> str:
    """The line that failed; no values, for they are about people."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{last.filename}:{last.lineno}"
