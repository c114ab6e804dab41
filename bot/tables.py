"""The wiring on one screen: which handler answers which command, button, step and input.

Commands have an Indonesian and an English name. Roles are checked here and again in the
operations; ids in buttons are checked against the person by the operation, every time.
"""

from __future__ import annotations

from collections.abc import Mapping

from handlers import privacy, rate, start
from handlers.files import Maker
from handlers.turn import Handler, Kind, Route, Step, route

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
    "nilai": route(rate.find, consent=True, menu="menu-rate"),
    "rate": route(rate.find, consent=True),
    "unit": route(rate.find_figures, menu="menu-units"),
}

BUTTONS: dict[str, Route] = {
    "menu": route(start.menu),
    "language": route(start.set_language),
    "consent": route(start.show_consent),
    "withdraw": route(privacy.withdraw),
    "find": route(rate.find, consent=True),
    "office": route(rate.office),
    "unit": route(rate.unit),
    "score": route(rate.score, consent=True),
    "rescore": route(rate.rescore, consent=True),
}

STEPS: dict[str, Step] = {
    "start.consent": start.CONSENT,
    "rate.find": rate.FIND,
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
