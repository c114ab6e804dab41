"""A request for a page, as views and acts get it: who, when, what; and what they answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.database import Transaction
from models.errors import Refused
from models.page_sessions import SignedIn

Fields = Mapping[str, str]
NOTHING: Fields = {}


@dataclass(frozen=True, slots=True)
class Asked:
    """words: of the address, in order; form: what was sent, by name; empty when only looking."""

    who: SignedIn
    at: datetime
    here: str  # the page's address, without host and `/s`
    words: tuple[str, ...]
    query: Fields = field(default_factory=dict)
    form: Fields = field(default_factory=dict)
    wrong: Refused | None = None  # why what was sent was not done

    @property
    def person_id(self) -> int:
        return self.who.person_id

    def number(self, place: int) -> int:
        return int(self.words[place])

    def mark(self, field_name: str) -> int | None:
        """The number after the colon in a field, such as `agree:1790000000000`; None: none."""
        number = self.form.get(field_name, "").partition(":")[2]
        return int(number) if number.isascii() and number.isdigit() and len(number) < 16 else None


@dataclass(frozen=True, slots=True)
class Shown:
    """A template of `templates/pages`, and what it needs."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)


View = Callable[[Transaction, Asked], Shown]
Act = Callable[[Transaction, Asked], str | None]
"""Does what a form asks for; returns the address of the page to go on with, `?done=key` telling
what was done (a text `pages-done-key`)."""


@dataclass(frozen=True, slots=True)
class Route:
    """path: below `/s`, its variable parts as `{}`, a number, `{year}` and `{word}`."""

    path: str
    view: View
    act: Act | None = None
