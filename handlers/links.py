"""Deep links: an address that opens the bot at a place."""

from __future__ import annotations


def deep_link(bot_name: str, payload: str) -> str:
    """payload: 1 to 64 of `A-Za-z0-9_-`; `u<id>` a unit, `c<id>` a counter, `i<token>` joining."""
    return f"https://t.me/{bot_name}?start={payload}"
