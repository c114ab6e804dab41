"""Serves the pages: who asks is looked up anew each time, and so is what they may see and do.

What is not there and what is not for the reader are answered alike. Nothing is kept by browsers,
nothing runs in them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import urlsplit

from aiohttp import web

from bot.clock import Clock
from bot.web.pages.answers import NOBODY, Answers, Missing
from bot.web.pages.asked import Asked, Fields, Route, Shown
from bot.web.pages.door import Door
from bot.web.pages.rendering import Renderer
from bot.web.pages.routes import ROUTES
from handlers import texts
from models.database import Database, Transaction
from models.errors import Refused
from models.page_sessions import SignedIn

NOT_THERE = frozenset({"not-for-you", "period-unknown"})
"""Refusals that must not tell what there is."""
PLACES = {"{}": r"[1-9]\d{0,8}", "{year}": r"20\d\d", "{word}": r"[A-Za-z0-9_-]{1,60}"}


@dataclass(frozen=True, slots=True)
class _Sent:
    """A request before it is known who asks."""

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
    wake: called when messages may wait to be sent."""

    database: Database
    clock: Clock
    signing: str = field(repr=False)
    base: str = ""
    wake: Callable[[], None] = lambda: None

    def __post_init__(self) -> None:
        self._renderer = Renderer(urlsplit(self.base).path.rstrip("/"))
        self._answers = Answers(self._renderer)
        self._door = Door(self.database, self.clock, self._answers, self.signing, self.base)

    def add_to(self, app: web.Application) -> None:
        app.on_startup.append(self._compile)
        telling = self._answers.telling
        app.router.add_get("/s", telling(self._top))
        self._door.add_to(app)
        for route in ROUTES:
            path = _pattern(route.path)
            app.router.add_get(path, telling(partial(self.show, route)))
            if route.act is not None:
                app.router.add_post(path, telling(partial(self.take, route)))
        app.router.add_route("*", "/s/{rest:.*}", telling(self._nothing))

    async def _compile(self, _app: web.Application) -> None:
        self._renderer.compile()

    async def _top(self, _request: web.Request) -> web.StreamResponse:
        return self._answers.onward("/")

    async def _nothing(self, request: web.Request) -> web.StreamResponse:
        """Who is not signed in does not learn which addresses there are."""
        key = self._door.key(request)
        await self.database.read(lambda tx: self._door.who(tx, key))
        raise Missing

    # --- pages

    async def show(self, route: Route, request: web.Request) -> web.StreamResponse:
        sent = self._sent(route, request, {})
        return await self._finish(await self.database.read(lambda tx: self._looked(tx, sent)))

    async def take(self, route: Route, request: web.Request) -> web.StreamResponse:
        """What a form asks for, by the Writer. Refused, the page is shown again as it was sent."""
        sent = self._sent(route, request, await self._door.form(request))
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
        await self._door.seen(answer.who)
        if answer.onward:
            return self._answers.onward(answer.onward)
        return self._answers.html(answer.body, answer.status)

    def _sent(self, route: Route, request: web.Request, form: Fields) -> _Sent:
        words = tuple(request.match_info.values())
        here = request.path.removeprefix("/s")
        return _Sent(route, words, here, dict(request.query), self._door.key(request), form)

    def _asked(self, tx: Transaction, sent: _Sent, wrong: Refused | None = None) -> Asked:
        return Asked(
            who=self._door.who(tx, sent.key),
            at=self.clock.now(),
            here=sent.here,
            words=sent.words,
            query=sent.query,
            form=sent.form,
            wrong=wrong,
        )

    def _rendered(self, asked: Asked, shown: Shown, key: str) -> bytes:
        language, done = asked.who.language, f"pages-done-{asked.query.get('done', '')}"
        common = {
            **NOBODY,
            "who": asked.who,
            "here": asked.here,
            "token": self._door.signing.form_token(key),
            "wrong": _told(language, asked.wrong),
            "done": done if not asked.form and texts.known(done) else "",
        }
        return self._renderer.page(shown.template, language, {**common, **shown.values})


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
