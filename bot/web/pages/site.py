"""Serves the pages: who asks is looked up anew each time, and so is what they may see and do.

What is not there and what is not for the reader are answered alike. Nothing is kept by browsers,
nothing runs in them.
"""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NoReturn
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from bot.clock import Clock
from bot.web.pages.asked import NOTHING, Asked, Fields, Route, Shown
from bot.web.pages.devices import device
from bot.web.pages.forms import fields_of, kept_words, require_own
from bot.web.pages.rendering import Renderer
from bot.web.pages.routes import ROUTES
from bot.web.pages.signing import Jar, Signing
from bot.web.pages.tries import Tries
from bot.web.problems import language_of
from handlers import texts
from models import page_sessions
from models.database import TRANSIENT, Database, Transaction
from models.errors import Refused
from models.page_sessions import SignedIn

log = structlog.get_logger()

NOT_THERE = frozenset({"not-for-you", "period-unknown"})
"""Refusals that must not tell what there is."""
PLACES = {"{}": r"[1-9]\d{0,8}", "{year}": r"20\d\d", "{word}": r"[A-Za-z0-9_-]{1,60}"}
TOKEN = r"{token:[A-Za-z0-9_-]{20,60}}"
FORM = web.RequestKey("form", dict[str, str])
AGENT_LIMIT = 400  # characters of a User-Agent that are looked at
NOBODY: Mapping[str, Any] = {
    "who": None,
    "here": "",
    "token": "",
    "wrong": "",
    "done": "",
    "left": False,
    "kept": (),
}
"""What every template is given, on the pages that are shown to anybody."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class SignedOut(Exception):
    """There is no open session."""


class Missing(Exception):
    """Not there, or not for this reader."""


@dataclass(slots=True)
class _Sent:
    """A request before it is known who asks. form: what was written, to be given back."""

    route: Route
    words: tuple[str, ...]
    here: str
    query: Fields
    key: str  # of the session; empty: no cookie of ours
    form: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A page, or where to go on."""

    who: SignedIn
    body: bytes = b""
    status: int = 200
    onward: str = ""


@dataclass
class Pages:
    """signing: the service's secret; base: the address of the web side as people see it, or empty;
    wake: called when messages wait to be sent."""

    database: Database
    clock: Clock
    signing: str = field(repr=False)
    base: str = ""
    wake: Callable[[], None] = lambda: None

    def __post_init__(self) -> None:
        self._signing = Signing(self.signing)
        self._jar = Jar.of(self.base)
        self._base = urlsplit(self.base)
        self._renderer = Renderer(self._base.path.rstrip("/"))
        self._tries = Tries(self.clock.monotonic)

    def add_to(self, app: web.Application) -> None:
        app.on_startup.append(self._compile)
        get, post = app.router.add_get, app.router.add_post
        get("/s", self._answering(self._top))
        get(f"/s/in/{TOKEN}", self._answering(self.offer))
        post(f"/s/in/{TOKEN}", self._answering(self.sign_in))
        post("/s/out", self._answering(self.sign_out))
        for route in ROUTES:
            path = _pattern(route.path)
            get(path, self._answering(partial(self.show, route)))
            if route.act is not None:
                post(path, self._answering(partial(self.take, route)))
        app.router.add_route("*", "/s/{rest:.*}", self._answering(self._nothing))

    async def _compile(self, _app: web.Application) -> None:
        self._renderer.compile()

    # --- signing in and out

    async def offer(self, request: web.Request) -> web.StreamResponse:
        """A page with one button. Looking does not use the link: chat apps fetch what is in their
        messages, for a preview."""
        language = await self._invited(request)
        return self._plain(200, "signin", language, {"here": f"/in/{_token(request)}"})

    async def sign_in(self, request: web.Request) -> web.StreamResponse:
        """The button: uses the link, sets the cookie."""
        require_own(request, self._base)
        await self._invited(request)
        token, at = _token(request), self.clock.now()
        agent = device(request.headers.get("User-Agent", "")[:AGENT_LIMIT])
        try:
            key, page = await self.database.writer.run(
                lambda tx: page_sessions.open_session(tx, token, agent, at)
            )
        except Refused:
            raise Missing from None
        answer = self._onward(page)
        jar = self._jar
        answer.set_cookie(
            jar.name,
            self._signing.cookie(key),
            path=jar.path,
            secure=jar.secure,
            httponly=True,
            samesite="Strict",
        )
        return answer

    async def _invited(self, request: web.Request) -> str:
        """The language of whom a link signs in. One that is no good counts as a try."""
        token, at = _token(request), self.clock.now()

        def read(tx: Transaction) -> str:
            return page_sessions.language_of(tx, page_sessions.waiting(tx, token, at))

        try:
            return await self.database.read(read)
        except Refused:
            if self._tries.wait(request.remote or ""):
                raise web.HTTPTooManyRequests from None
            raise Missing from None

    async def sign_out(self, request: web.Request) -> web.StreamResponse:
        sent, at = await self._form(self._sent(_NOWHERE, request), request), self.clock.now()

        def work(tx: Transaction) -> None:
            who = self._who(tx, sent)
            page_sessions.end(tx, who.person_id, at, who.session_id)

        await self.database.writer.run(work)
        answer = self._plain(200, "signedout", language_of(request), {"left": True})
        answer.del_cookie(
            self._jar.name,
            path=self._jar.path,
            secure=self._jar.secure,
            httponly=True,
            samesite="Strict",
        )
        return answer

    # --- pages

    async def _top(self, _request: web.Request) -> web.StreamResponse:
        return self._onward("/")

    async def _nothing(self, request: web.Request) -> web.StreamResponse:
        """Who is not signed in does not learn which addresses there are."""
        sent = self._sent(_NOWHERE, request)
        await self.database.read(lambda tx: self._who(tx, sent))
        raise Missing

    async def show(self, route: Route, request: web.Request) -> web.StreamResponse:
        sent = self._sent(route, request)
        return await self._finish(await self.database.read(lambda tx: self._looked(tx, sent)))

    async def take(self, route: Route, request: web.Request) -> web.StreamResponse:
        """What a form asks for, by the Writer. Refused, the page is shown again as it was sent."""
        sent = await self._form(self._sent(route, request), request)
        wrong = None
        try:
            done = await self.database.writer.run(lambda tx: self._done(tx, sent))
            if done is not None:
                self.wake()
                return await self._finish(done)
        except Refused as refused:
            if refused.key in NOT_THERE:
                raise Missing from None
            wrong = refused
        return await self._finish(
            await self.database.read(lambda tx: self._looked(tx, sent, wrong))
        )

    def _looked(self, tx: Transaction, sent: _Sent, wrong: Refused | None = None) -> _Answer:
        asked = self._asked(tx, sent, wrong)
        try:
            shown = sent.route.view(tx, asked)
        except Refused:
            raise Missing from None
        body = self._rendered(asked, shown, sent.key)
        return _Answer(asked.who, body, 422 if wrong is not None else 200)

    def _done(self, tx: Transaction, sent: _Sent) -> _Answer | None:
        """None: nothing was to be done but to show the page again."""
        asked = self._asked(tx, sent)
        onward = sent.route.act(tx, asked) if sent.route.act else None
        return None if onward is None else _Answer(asked.who, onward=onward)

    async def _finish(self, answer: _Answer) -> web.Response:
        at = self.clock.now()
        if page_sessions.is_due(answer.who, at):
            session_id = answer.who.session_id
            await self.database.writer.run(lambda tx: page_sessions.seen(tx, session_id, at))
        if answer.onward:
            return self._onward(answer.onward)
        return self._html(answer.body, answer.status)

    # --- who asks, for what

    def _sent(self, route: Route, request: web.Request) -> _Sent:
        words = tuple(request.match_info.values())
        here = request.path.removeprefix("/s")
        return _Sent(route, words, here, dict(request.query), self._key(request))

    async def _form(self, sent: _Sent, request: web.Request) -> _Sent:
        """With the fields of a form that our own page sent in this session."""
        require_own(request, self._base)
        sent.form = request[FORM] = await fields_of(request)
        if not sent.key:
            raise SignedOut
        if not self._signing.is_form_token(sent.form.get("token", ""), sent.key):
            raise web.HTTPForbidden
        return sent

    def _key(self, request: web.Request) -> str:
        return self._signing.key(request.cookies.get(self._jar.name, ""))

    def _who(self, tx: Transaction, sent: _Sent) -> SignedIn:
        who = page_sessions.signed_in(tx, sent.key, self.clock.now()) if sent.key else None
        if who is None:
            raise SignedOut
        return who

    def _asked(self, tx: Transaction, sent: _Sent, wrong: Refused | None = None) -> Asked:
        return Asked(
            who=self._who(tx, sent),
            at=self.clock.now(),
            here=sent.here,
            words=sent.words,
            query=sent.query,
            form=sent.form,
            wrong=wrong,
        )

    # --- answers

    def _rendered(self, asked: Asked, shown: Shown, key: str) -> bytes:
        language, done = asked.who.language, f"pages-done-{asked.query.get('done', '')}"
        common = {
            **NOBODY,
            "who": asked.who,
            "here": asked.here,
            "token": self._signing.form_token(key),
            "wrong": _told(language, asked.wrong),
            "done": done if not asked.form and texts.known(done) else "",
        }
        return self._renderer.page(shown.template, language, {**common, **shown.values})

    def _plain(
        self, status: int, template: str, language: str, values: Mapping[str, Any] = NOTHING
    ) -> web.Response:
        """A page that shows nothing of anybody."""
        body = self._renderer.page(template, language, {**NOBODY, **values})
        return self._html(body, status)

    def _html(self, body: bytes, status: int) -> web.Response:
        headers = self._renderer.headers
        return web.Response(
            body=body, status=status, content_type="text/html", charset="utf-8", headers=headers
        )

    def _onward(self, page: str) -> web.Response:
        headers = {**self._renderer.headers, "Location": self._renderer.url(page)}
        return web.Response(status=303, headers=headers)

    def _answering(self, handler: Handler) -> Handler:
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
                return self._plain(500, "away", language_of(request))

        return answering

    def _told(self, request: web.Request, error: Exception) -> web.Response:
        template, status = next(told for kind, told in _TOLD.items() if isinstance(error, kind))
        if status == 503:
            log.error("the database is away", error=type(error).__name__)
        kept = kept_words(request.get(FORM, NOTHING))  # a form of ours, or there is none
        values = {"here": request.path.removeprefix("/s"), "kept": kept}
        return self._plain(status, template, language_of(request), values)


_TOLD: dict[type[Exception], tuple[str, int]] = {
    SignedOut: ("signedout", 401),
    Missing: ("missing", 404),
    web.HTTPForbidden: ("foreign", 403),
    web.HTTPUnsupportedMediaType: ("foreign", 415),
    web.HTTPTooManyRequests: ("slow", 429),
    web.HTTPRequestEntityTooLarge: ("toolarge", 413),
    **dict.fromkeys(TRANSIENT, ("away", 503)),
}


def _no_view(_tx: Transaction, _asked: Asked) -> NoReturn:
    raise Missing


_NOWHERE = Route("", _no_view)


def _token(request: web.Request) -> str:
    return request.match_info["token"]


def _where(error: Exception) -> str:
    """The line that failed; no values, for they are about people."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{last.filename}:{last.lineno}"


def _told(language: str, wrong: Refused | None) -> str:
    return texts.render(language, wrong.key, wrong.values, escape=False) if wrong else ""


def _pattern(path: str) -> str:
    """`/plan/{}/{word}` as the router has it."""
    parts = path.removeprefix("/").split("/")
    named = (
        f"{{p{place}:{PLACES[part]}}}" if part in PLACES else part
        for place, part in enumerate(parts)
    )
    return "/s/" + "/".join(named)
