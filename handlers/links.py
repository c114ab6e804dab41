"""Deep links: an address that opens the bot at a place."""

from __future__ import annotations

from handlers.texts import DEFAULT


def deep_link(bot_name: str, payload: str) -> str:
    """payload: 1 to 64 of `A-Za-z0-9_-`; `u<id>` a unit, `c<id>` a counter, `f<id>` a
    question of the forum, `i<token>` joining."""
    return f"https://t.me/{bot_name}?start={payload}"


def public_page(base: str, unit_id: int | None, language: str) -> str:
    """The unit's page on the web; base: PUBLIC_URL. Indonesian is at the top, English under /en."""
    part = "" if language == DEFAULT else f"/{language}"
    return f"{base}{part}/u/{unit_id}"
