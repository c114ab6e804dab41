"""What forms send: read, and believed only when our own page sent it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

from aiohttp import web

KIND = "application/x-www-form-urlencoded"
WORTH_KEEPING = 12  # characters somebody would not like to write again
KEPT_FIELDS = 60
OWN_SITE = "same-origin"


async def fields_of(request: web.Request) -> dict[str, str]:
    """By name, the first of each. HTTPUnsupportedMediaType: no plain form."""
    if request.content_type != KIND:
        raise web.HTTPUnsupportedMediaType
    sent = await request.post()
    found: dict[str, str] = {}
    for name, value in sent.items():
        if isinstance(value, str):
            found.setdefault(name, value.replace("\r\n", "\n"))
    return found


def kept_words(form: Mapping[str, str]) -> tuple[str, ...]:
    """What a person wrote and would lose with a session that has ended."""
    written = [
        value for name, value in form.items() if name != "token" and len(value) >= WORTH_KEEPING
    ]
    return tuple(written[:KEPT_FIELDS])


def require_own(request: web.Request, base: SplitResult) -> None:
    """The form came from a page of ours: browsers tell from where, and no page can change what
    they tell. base: the address of the web side; empty: whatever host was asked."""
    host = base.netloc or request.host
    origin = urlsplit(request.headers.get("Origin", ""))
    told = request.headers.get("Sec-Fetch-Site", OWN_SITE)
    scheme = base.scheme or origin.scheme
    if told != OWN_SITE or (origin.scheme, origin.netloc) != (scheme, host):
        raise web.HTTPForbidden
