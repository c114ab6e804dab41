"""The public pages: the list of units, a page for each, its data as CSV, how figures are made.

No login, no cookies, no scripts, nothing from elsewhere. A page is the same for everybody, so it is
kept for a minute and may be kept by others for five.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from markupsafe import Markup

from bot.clock import Clock
from bot.web import charts, html, public_csv, public_view
from bot.web.page_cache import Kept, Make, PageCache
from bot.web.page_words import Words
from handlers import find
from handlers.links import deep_link
from handlers.texts import DEFAULT, LANGUAGES
from models.database import TRANSIENT, Database, Transaction
from models.reports import public
from models.reports.public import Figures, Listed, OfficeUnits

log = structlog.get_logger()

QUERY_LIMIT = 60  # characters of a search
UNITS_AT_ONCE = 250  # in one list; above that offices are listed, each with a page of its own
HTML, CSV, SVG = "text/html", "text/csv", "image/svg+xml"
ID = r"{id:[1-9]\d{0,8}}"
KEEP = "public, max-age=300"
KEEP_ICON = "public, max-age=86400"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where pages are. base: of the web side as citizens see it, maybe with a path; or empty."""

    base: str = ""

    @property
    def prefix(self) -> str:
        return urlsplit(self.base).path.rstrip("/")

    def path(self, language: str, page: str) -> str:
        """page: "/" or "/u/7"; Indonesian is at the top, English under /en."""
        part = "" if language == DEFAULT else f"/{language}"
        return f"{self.prefix}{part}{page}"

    def full(self, language: str, page: str) -> str:
        """With the host where it is known."""
        host = self.base.removesuffix("/").removesuffix(self.prefix)
        return f"{host}{self.path(language, page)}"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A page in a language. page: its address without the language."""

    language: str
    page: str
    kind: str
    values: Mapping[str, Any] = field(default_factory=dict)


class Public:
    """Serves the pages. bot_name: of the bot at Telegram, empty if it is not known; base: the
    address of the web side as citizens see it, or empty."""

    def __init__(
        self, database: Database, clock: Clock, *, bot_name: str = "", base: str = ""
    ) -> None:
        self._database = database
        self._clock = clock
        self._bot_name = bot_name
        self._addresses = Addresses(base)
        self._cache = PageCache(clock.now)
        self._style = (html.WEB / "static" / "public.css").read_text(encoding="utf8")
        self._icon = (html.WEB / "static" / "public.svg").read_bytes()
        self._templates = html.environment(charts=charts)
        self._headers = html.headers(self._style, {"Referrer-Policy": "no-referrer"})

    def add_to(self, app: web.Application) -> None:
        app.on_startup.append(self._compile)
        app.router.add_get("/icon.svg", self._show_icon)
        for language in LANGUAGES:
            top = "" if language == DEFAULT else f"/{language}"
            for path, show in (
                ("/", self.units),
                ("/how", self.how),
                (f"/o/{ID}", self.office),
                (f"/u/{ID}", self.unit),
                (f"/u/{ID}/data.csv", self.data),
                ("/u/{rest:.*}", self.missing),
                ("/o/{rest:.*}", self.missing),
            ):
                app.router.add_get(top + path, partial(show, language))
            if top:
                app.router.add_get(top, partial(self._to_top, language))
                app.router.add_get(top + "/{rest:.*}", partial(self.missing, language))

    # --- pages

    async def units(self, language: str, request: web.Request) -> web.Response:
        """The list, or what a search found."""
        query = " ".join(request.query.get("q", "").split())[:QUERY_LIMIT]
        asked = _Asked(language, "/", "units", {"query": query})
        return await self._answer(request, asked, lambda tx: self._list(tx, query))

    def _list(self, tx: Transaction, query: str) -> dict[str, Any]:
        offices = public.offices(tx)
        whole = sum(len(office.units) for office in offices) <= UNITS_AT_ONCE
        return {"offices": offices, "whole": whole, "found": _search(tx, query, offices)}

    async def office(self, language: str, request: web.Request) -> web.Response:
        number = int(request.match_info["id"])

        def read(tx: Transaction) -> dict[str, Any] | None:
            found = next((one for one in public.offices(tx) if one.id == number), None)
            return {"office": found} if found else None

        return await self._answer(request, _Asked(language, f"/o/{number}", "office"), read)

    async def unit(self, language: str, request: web.Request) -> web.Response:
        number, now = int(request.match_info["id"]), self._clock.now()

        def read(tx: Transaction) -> dict[str, Any] | None:
            found = public.figures(tx, number, now)
            return self._shown(found) if found else None

        return await self._answer(request, _Asked(language, f"/u/{number}", "unit"), read)

    def _shown(self, found: Figures) -> dict[str, Any]:
        """With the link into the chat, where there is one to rate in."""
        name = self._bot_name
        link = deep_link(name, f"u{found.unit.id}") if name and not found.unit.closed else ""
        rows = public_view.balance(found)
        return {"page": found, "balance": rows, "bot": name, "bot_link": link}

    async def data(self, language: str, request: web.Request) -> web.Response:
        """The figures of a unit as CSV."""
        number, now = int(request.match_info["id"]), self._clock.now()

        def read(tx: Transaction) -> bytes | None:
            found = public.figures(tx, number, now)
            return public_csv.made(language, found) if found else None

        async def make() -> bytes | None:
            return await self._database.read(read)

        name = f"suara-warga-unit-{number}.csv"
        extra = {"Content-Disposition": f'attachment; filename="{name}"'}
        return await self._send(request, language, ("csv", number), make, CSV, extra)

    async def how(self, language: str, request: web.Request) -> web.Response:
        asked = _Asked(language, "/how", "how")
        values = {"parts": public_view.HOW, "letters": public_view.letters()}
        return await self._answer(request, asked, lambda tx: values)

    async def missing(self, language: str, request: web.Request) -> web.Response:
        return self._not_found(language)

    async def _to_top(self, language: str, request: web.Request) -> web.Response:
        raise web.HTTPMovedPermanently(self._addresses.path(language, "/"))

    async def _show_icon(self, request: web.Request) -> web.Response:
        headers = {**self._headers, "Cache-Control": KEEP_ICON}
        return web.Response(body=self._icon, content_type=SVG, headers=headers)

    # --- how they are made and sent

    async def _compile(self, _app: web.Application) -> None:
        """At the start, not while the first citizen waits."""
        for name in self._templates.list_templates(filter_func=lambda name: "/" not in name):
            self._templates.get_template(name)

    async def _answer(
        self,
        request: web.Request,
        asked: _Asked,
        read: Callable[[Transaction], dict[str, Any] | None],
    ) -> web.Response:
        def made(tx: Transaction) -> bytes | None:
            found = read(tx)
            return None if found is None else self._render(asked, found)

        async def make() -> bytes | None:
            return await self._database.read(made)

        key = (asked.page, *asked.values.values())
        return await self._send(request, asked.language, key, make, HTML)

    def _render(self, asked: _Asked, found: Mapping[str, Any], *, lost: bool = False) -> bytes:
        words = Words(asked.language)
        made = self._templates.get_template(f"{asked.kind}.html").render(
            w=words,
            t=words.t,
            language=asked.language,
            here=asked.page,
            lost=lost,
            url=partial(self._addresses.path, asked.language),
            other_url=self._addresses.path(words.other, asked.page),
            full=self._addresses.full,
            icon=f"{self._addresses.prefix}/icon.svg",
            style=Markup(self._style),
            **asked.values,
            **found,
        )
        return made.encode()

    async def _send(
        self,
        request: web.Request,
        language: str,
        key: tuple[Any, ...],
        make: Make,
        kind: str,
        extra: Mapping[str, str] | None = None,
    ) -> web.Response:
        try:
            kept = await self._cache.get((language, *key), make)
        except TRANSIENT as error:
            log.error("the database is away", error=type(error).__name__)
            return self._plain_page(language, "away", 503, {"Retry-After": "30"})
        if kept is None:
            return self._not_found(language)
        headers = {**self._headers, "Cache-Control": KEEP, "Vary": "Accept-Encoding"}
        return _sent(request, kept, kind, {**headers, **(extra or {})})

    def _not_found(self, language: str) -> web.Response:
        return self._plain_page(language, "missing", 404, {})

    def _plain_page(
        self, language: str, kind: str, status: int, extra: Mapping[str, str]
    ) -> web.Response:
        """A page that says why there is none; never kept."""
        body = self._render(_Asked(language, "/", kind), {}, lost=True)
        headers = {**self._headers, "Cache-Control": "no-store", **extra}
        return web.Response(
            body=body, status=status, content_type=HTML, charset="utf-8", headers=headers
        )


def _search(
    tx: Transaction, query: str, offices: tuple[OfficeUnits, ...]
) -> tuple[Listed, ...] | None:
    """Units that resemble the query, best first; None without a query."""
    if not query:
        return None
    listed = {unit.id: unit for office in offices for unit in office.units}
    return tuple(listed[unit.id] for unit in find.search(tx, query) if unit.id in listed)


def _sent(request: web.Request, kept: Kept, kind: str, headers: dict[str, str]) -> web.Response:
    """Zipped where the reader takes it; nothing but a word where the reader has it already."""
    headers["ETag"] = f'W/"{kept.tag}"'
    if any(tag.value in (kept.tag, "*") for tag in request.if_none_match or ()):
        return web.Response(status=304, headers=headers)
    zipped = _takes_gzip(request.headers.get("Accept-Encoding", ""))
    if zipped:
        headers["Content-Encoding"] = "gzip"
    body = kept.zipped if zipped else kept.body
    return web.Response(body=body, content_type=kind, charset="utf-8", headers=headers)


def _takes_gzip(accepted: str) -> bool:
    """Whether gzip is among the offers and not at a weight of nothing."""
    offers = [offer.replace(" ", "").lower().split(";q=") for offer in accepted.split(",")]
    weights = {offer[0]: offer[-1] for offer in offers}
    return weights.get("gzip", "0").strip("0.") != ""
