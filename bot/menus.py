"""The command menu behind the / button, by language and role."""

from __future__ import annotations

from telegram import Bot, BotCommand, BotCommandScopeChat

from bot.tables import COMMANDS
from handlers import texts
from handlers.turn import Route
from models.people import Role


def commands(language: str, roles: frozenset[Role] = frozenset()) -> list[BotCommand]:
    """What a person with these roles finds in the menu."""
    return [
        BotCommand(_name(name, found, language), texts.render(language, found.menu, {}))
        for name, found in COMMANDS.items()
        if found.menu and (not found.roles or found.roles & roles)
    ]


def _name(name: str, found: Route, language: str) -> str:
    """The English twin of a command is the other name with the same handler."""
    if language == "id":
        return name
    twins = [other for other, twin in COMMANDS.items() if twin.handler is found.handler]
    return twins[-1]


async def publish(bot: Bot) -> None:
    """The citizens' menu: Indonesian by default, English for English phones."""
    await bot.set_my_commands(commands("id"))
    await bot.set_my_commands(commands("en"), language_code="en")


async def publish_for(bot: Bot, telegram_id: int, language: str, roles: frozenset[Role]) -> None:
    """The menu of somebody with a role, in their own chat."""
    await bot.set_my_commands(commands(language, roles), scope=BotCommandScopeChat(telegram_id))
