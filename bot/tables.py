"""The wiring on one screen: which handler answers which command, button, step and input.

Commands have an Indonesian and an English name. Roles are checked here and again in the
operations; ids in buttons are checked against the person by the operation, every time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers import find, privacy, rate, start
from handlers.files import Maker
from handlers.turn import Handler, Kind, Route, Step, route
from models import intake, journal, outbox
from models.database import Transaction

ask_consent: Handler = start.ask_consent

COMMANDS: dict[str, Route] = {
    # everybody
    "start": route(start.start),
    "bantuan": route(start.help_, menu="menu-help"),
    "help": route(start.help_),
    "bahasa": route(start.language, menu="menu-language"),
    "language": route(start.language),
    "batal": route(start.cancel, menu="menu-cancel"),
    "cancel": route(start.cancel),
    "privasi": route(privacy.show, menu="menu-privacy"),
    "privacy": route(privacy.show),
    # citizens
    "nilai": route(find.for_rating, consent=True, menu="menu-rate"),
    "rate": route(find.for_rating, consent=True),
    "unit": route(find.for_figures, menu="menu-units"),
}

BUTTONS: dict[str, Route] = {
    "menu": route(start.menu),
    "language": route(start.set_language),
    "consent": route(start.show_consent),
    "withdraw": route(privacy.withdraw),
    "use-draft": route(start.use_draft, consent=True),
    "rate": route(find.for_rating, consent=True),
    "lapor": route(find.for_complaint, consent=True),
    "figures": route(find.for_figures),
    "find": route(find.again),
    "office": route(find.office),
    "unit": route(find.unit),
    "score": route(rate.score, consent=True),
    "rescore": route(rate.rescore, consent=True),
    "change": route(rate.change, consent=True),
    "complain-about": route(rate.complain_about, consent=True),
}

STEPS: dict[str, Step] = {
    "start.consent": start.CONSENT,
    "find": find.ASK,
    "rate.comment": rate.COMMENT,
}

FALLBACKS: Mapping[Kind, Handler] = {
    Kind.TEXT: start.plain_text,
    Kind.COMMAND: start.unknown_command,
    Kind.PHOTO: start.unexpected_file,
    Kind.DOCUMENT: start.unexpected_file,
    Kind.LOCATION: start.unexpected_file,
    Kind.VOICE: start.voice,
    Kind.STICKER: start.sticker,
    Kind.OTHER: start.unexpected_file,
}

FILES: dict[str, Maker] = {}


@dataclass(frozen=True, slots=True)
class Job:
    """What the clock does: `work(tx, at)` asks the database what is due."""

    name: str
    every: float  # seconds
    work: Callable[[Transaction, datetime], object]


JOBS: tuple[Job, ...] = (
    Job("seal the journal", 5, lambda tx, at: journal.seal(tx)),
    Job("forget old updates", 3600, intake.forget),
    Job("forget old messages", 3600, outbox.forget),
)
