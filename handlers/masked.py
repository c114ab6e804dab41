"""What was written, as others may read it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import nlp
from handlers.turn import Input


def known_by(sender: Input) -> tuple[str, ...]:
    """What the sender is called and known by at Telegram: masked in what others read."""
    known = (sender.name, sender.username, str(sender.telegram_id))
    return tuple(name for name in known if name)


def without_reporter(said: str, name: str | None) -> str:
    """Words of a case as other citizens may read them: without what may say who the reporter is.

    name: the reporter's, where it is known.
    """
    return nlp.mask(said, [name] if name else []).text


def reading(text: str, also: Collection[str]) -> dict[str, Any]:
    """What the reader finds, with the words that may be quoted masked."""
    found = nlp.read(text).to_json()
    whole = nlp.mask(found["redacted"], also)
    if whole.found:
        found["redacted"] = whole.text
        for aspect in found["aspects"]:
            aspect["clause"] = nlp.mask(aspect["clause"], also).text
    return found
