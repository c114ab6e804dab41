"""The command menu behind the / button, by language and role."""

from __future__ import annotations

from collections.abc import Iterable

from telegram import Bot

from bot.tables import COMMANDS
from handlers import texts
from handlers.turn import Route
from models.people import Role


def commands(language: str, roles: Iterable[Role] = ()) -> list[tuple[str, str]]:
    """Name and description of each command that a person with these roles finds."""
    held = frozenset(roles)
    return [
        (_name(name, found, language), texts.render(language, found.menu, {}, escape=False))
        for name, found in COMMANDS.items()
        if found.menu and (not found.roles or found.roles & held)
    ]


def _name(name: str, found: Route, language: str) -> str:
    """COMMANDS lists the Indonesian name first; its English twin has the same handler."""
    if language == "id":
        return name
    twins = [other for other, twin in COMMANDS.items() if twin.handler is found.handler]
    return twins[-1]


async def publish(bot: Bot) -> None:
    """The citizens' menu, and what an empty chat says before *Start* is pressed: Indonesian by
    default, English for English phones."""
    for language, code in (("id", None), ("en", "en")):
        await bot.set_my_commands(commands(language), language_code=code)
        about = texts.render(language, "bot-description", {}, escape=False)
        await bot.set_my_description(about, language_code=code)
