"""Pages as HTML, and the headers that keep scripts, frames and copies out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from bot.web import html
from bot.web.page_words import Words
from handlers import figure_words, texts
from handlers.message import encode
from models.appraisal.indicators import CATALOGUE

SHEETS = ("public.css", "pages.css")


class PageWords(Words):
    """With instants, and with texts as the handlers make them."""

    def when(self, at: datetime, zone: str, style: str = "full") -> str:
        return texts.when(self.language, at, zone, style)

    def said(self, value: Any) -> str:
        """A `Text`, a number, an instant as the chat has them."""
        return texts.label(self.language, encode(value))

    def plain(self, value: float) -> str:
        """A number with as many decimals as it has, two at most: '80', '2,5'."""
        places = next(n for n in (0, 1, 2) if n == 2 or round(value, n) == round(value, 2))
        return self.number(value, places)


class Renderer:
    """prefix: path of the web side, before `/s`."""

    def __init__(self, prefix: str) -> None:
        static = html.WEB / "static"
        self.style = "".join((static / name).read_text(encoding="utf8") for name in SHEETS)
        self.headers = html.headers(self.style, _OWN)
        self._prefix = prefix
        self._templates = _environment()

    def url(self, page: str) -> str:
        """Of a page below `/s`."""
        return f"{self._prefix}/s{page}"

    def page(self, template: str, language: str, values: Mapping[str, Any]) -> bytes:
        words = PageWords(language)
        made = self._templates.get_template(f"pages/{template}.html").render(
            w=words,
            t=words.t,
            language=language,
            url=self.url,
            icon=f"{self._prefix}/icon.svg",
            style=Markup(self.style),
            public=f"{self._prefix}/",
            **values,
        )
        return made.encode()

    def compile(self) -> None:
        """At the start, not while the first officer waits."""
        for name in self._templates.list_templates(filter_func=_is_page):
            self._templates.get_template(name)


def _is_page(name: str) -> bool:
    return name.startswith("pages/")


@cache
def _environment() -> Environment:
    return html.environment(catalogue=CATALOGUE, words=figure_words)


# Nothing is kept, and no search engine lists a page. The referrer goes to our own pages only:
# without it browsers would hide where a form came from, which we look at.
_OWN = {
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
