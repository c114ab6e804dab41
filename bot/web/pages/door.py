"""Signing in by a link from the chat, and out again; whose request it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from aiohttp import web

from bot.clock import Clock
from bot.web.pages.answers import FORM, Answers, Missing, SignedOut
from bot.web.pages.asked import Fields
from bot.web.pages.devices import device
from bot.web.pages.forms import fields_of, require_own
from bot.web.pages.signing import Jar, Signing
from bot.web.pages.tries import Tries
from bot.web.problems import language_of
from models import page_sessions
from models.database import Database, Transaction
from models.errors import Refused
from models.page_sessions import SignedIn

TOKEN = r"{token:[A-Za-z0-9_-]{20,60}}"
AGENT_LIMIT = 400  # characters of a User-Agent that are looked at


@dataclass
class Door:
    """secret: the service's; base: the address of the web side as people see it, or empty."""

    database: Database
    clock: Clock
    answers: Answers
    secret: str = field(repr=False)
    base: str

    def __post_init__(self) -> None:
        self.signing = Signing(self.secret)
        self._jar = Jar.of(self.base)
        self._base = urlsplit(self.base)
        self._tries = Tries(self.clock.monotonic)

    def add_to(self, app: web.Application) -> None:
        telling = self.answers.telling
        app.router.add_get(f"/s/in/{TOKEN}", telling(self.offer))
        app.router.add_post(f"/s/in/{TOKEN}", telling(self.sign_in))
        app.router.add_post("/s/out", telling(self.sign_out))

    # --- in

    async def offer(self, request: web.Request) -> web.StreamResponse:
        """A page with one button. Looking does not use the link: chat apps fetch what is in their
        messages, for a preview."""
        language = await self._invited(request)
        values = {"here": f"/in/{request.match_info['token']}"}
        return self.answers.plain(200, "signin", language, values)

    async def sign_in(self, request: web.Request) -> web.StreamResponse:
        """The button: uses the link, sets the cookie."""
        require_own(request, self._base)
        await self._invited(request)
        agent = device(request.headers.get("User-Agent", "")[:AGENT_LIMIT])
        token, before = request.match_info["token"], self.key(request)
        try:
            key, page = await self.database.writer.run(
                lambda tx: self._open(tx, token, agent, before)
            )
        except Refused:
            raise Missing from None
        answer, jar = self.answers.onward(page), self._jar
        answer.set_cookie(
            jar.name,
            self.signing.cookie(key),
            path=jar.path,
            secure=jar.secure,
            httponly=True,
            samesite="Strict",
        )
        return answer

    def _open(self, tx: Transaction, token: str, agent: str, before: str) -> tuple[str, str]:
        """A session; the one that this browser had until now ends, for nobody could use it."""
        at = self.clock.now()
        opened = page_sessions.open_session(tx, token, agent, at)
        had = page_sessions.signed_in(tx, before, at) if before else None
        if had is not None:
            page_sessions.end(tx, had.person_id, at, had.session_id)
        return opened

    async def _invited(self, request: web.Request) -> str:
        """The language of whom a link signs in. One that is no good counts as a try."""
        token, at = request.match_info["token"], self.clock.now()

        def read(tx: Transaction) -> str:
            return page_sessions.language_of(tx, page_sessions.waiting(tx, token, at))

        try:
            return await self.database.read(read)
        except Refused:
            if self._tries.wait(request.remote or ""):
                raise web.HTTPTooManyRequests from None
            raise Missing from None

    # --- whose request it is

    def key(self, request: web.Request) -> str:
        """Of the session, from a cookie that we made; or empty."""
        return self.signing.key(request.cookies.get(self._jar.name, ""))

    def who(self, tx: Transaction, key: str) -> SignedIn:
        """Looked up anew each time."""
        found = page_sessions.signed_in(tx, key, self.clock.now()) if key else None
        if found is None:
            raise SignedOut
        return found

    async def form(self, request: web.Request) -> Fields:
        """What our own page sent in this session."""
        require_own(request, self._base)
        sent = request[FORM] = await fields_of(request)
        key = self.key(request)
        if not key:
            raise SignedOut
        if not self.signing.is_form_token(sent.get("token", ""), key):
            raise web.HTTPForbidden
        return sent

    async def seen(self, who: SignedIn) -> None:
        """The session was used."""
        at = self.clock.now()
        if page_sessions.is_due(who, at):
            await self.database.writer.run(lambda tx: page_sessions.seen(tx, who.session_id, at))

    # --- out

    async def sign_out(self, request: web.Request) -> web.StreamResponse:
        await self.form(request)
        key, at = self.key(request), self.clock.now()

        def work(tx: Transaction) -> None:
            who = self.who(tx, key)
            page_sessions.end(tx, who.person_id, at, who.session_id)

        await self.database.writer.run(work)
        answer = self.answers.plain(200, "signedout", language_of(request), {"left": True})
        jar = self._jar
        answer.del_cookie(
            jar.name, path=jar.path, secure=jar.secure, httponly=True, samesite="Strict"
        )
        return answer
