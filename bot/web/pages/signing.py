"""The cookie's signature and the token in every form, by keys derived from the service's secret."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import urlsplit


class Signing:
    """secret: of the service; each use has a key of its own, so that no signature serves two."""

    def __init__(self, secret: str) -> None:
        self._cookie = _derived(secret, "pages: cookie")
        self._form = _derived(secret, "pages: form")

    def cookie(self, key: str) -> str:
        """What the browser keeps for a session's key."""
        return f"{key}.{_tag(self._cookie, key)}"

    def key(self, cookie: str) -> str:
        """The session's key in a cookie; empty when we did not make the cookie."""
        key, _, tag = cookie.rpartition(".")
        return key if _same(tag, _tag(self._cookie, key)) else ""

    def form_token(self, key: str) -> str:
        """Stands in every form of a session; another site cannot know it."""
        return _tag(self._form, key)

    def is_form_token(self, token: str, key: str) -> bool:
        return _same(token, self.form_token(key))


@dataclass(frozen=True, slots=True)
class Jar:
    """How the cookie is named and where the browser sends it; base: the address of the web side.

    On https at the top of a host it is a `__Host-` cookie, which nobody else can set; below a path
    a `__Secure-` one for that path.
    """

    name: str
    path: str
    secure: bool

    @classmethod
    def of(cls, base: str) -> Jar:
        prefix = urlsplit(base).path.rstrip("/")
        if not base.startswith("https://"):
            return cls("suara-warga", f"{prefix}/s", secure=False)
        if prefix:
            return cls("__Secure-suara-warga", f"{prefix}/s", secure=True)
        return cls("__Host-suara-warga", "/", secure=True)


def _derived(secret: str, use: str) -> bytes:
    return hmac.digest(secret.encode(), use.encode(), hashlib.sha256)


def _tag(key: bytes, text: str) -> str:
    return hmac.new(key, text.encode(errors="surrogateescape"), hashlib.sha256).hexdigest()


def _same(one: str, other: str) -> bool:
    """Compared in a time that tells nothing."""
    return hmac.compare_digest(one.encode(errors="surrogateescape"), other.encode())
