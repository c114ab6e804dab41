"""The Bot API's methods about the bot itself, its menu, its files and its chats."""

import re
from typing import Any

from bot.sandbox.errors import Json, bad_request
from bot.sandbox.files import DOWNLOAD_LIMIT
from bot.sandbox.params import Params
from bot.sandbox.state import PersonRecord
from bot.sandbox.world import World

COMMAND = re.compile(r"^[a-z0-9_]{1,32}$")
COMMANDS_MOST = 100
DESCRIPTION_MOST = {"description": 512, "short_description": 120}


def get_me(world: World, params: Params) -> Json:
    abilities = {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return {**world.bot_user(), **abilities}


def set_my_commands(world: World, params: Params) -> bool:
    commands = params.json("commands")
    if not isinstance(commands, list) or len(commands) > COMMANDS_MOST:
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    checked = [_command(item) for item in commands]
    if not checked:
        return delete_my_commands(world, params)
    world.commands[_scope(world, params)] = checked
    world.notify("menu")
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    return world.commands.get(_scope(world, params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    world.commands.pop(_scope(world, params), None)
    world.notify("menu")
    return True


def menu_of(world: World, person: PersonRecord) -> list[Json]:
    """The commands a person's menu shows: the narrowest scope wins, then the language."""
    for scope in (f"chat:{person.id}", "all_private_chats", "default"):
        for language in (person.language_code, ""):
            if found := world.commands.get(f"{scope}/{language}"):
                return found
    return []


def _scope(world: World, params: Params) -> str:
    scope = params.json("scope") or {"type": "default"}
    kind = scope.get("type", "")
    if kind == "chat":
        if int(scope.get("chat_id", 0)) not in world.records:
            raise bad_request("chat not found")
        kind = f"chat:{int(scope['chat_id'])}"
    elif kind not in ("default", "all_private_chats", "all_group_chats"):
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    return f"{kind}/{params.text('language_code')}"


def _command(item: Any) -> Json:
    if not isinstance(item, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = str(item.get("command", "")).lstrip("/"), str(item.get("description", ""))
    if not COMMAND.match(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description.strip()) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def set_my_description(world: World, params: Params) -> bool:
    return _describe(world, params, "description")


def set_my_short_description(world: World, params: Params) -> bool:
    return _describe(world, params, "short_description")


def _describe(world: World, params: Params, field: str) -> bool:
    if len(params.text(field)) > DESCRIPTION_MOST[field]:
        raise bad_request("BOT_DESCRIPTION_TOO_LONG")
    world.descriptions[f"{field}/{params.text('language_code')}"] = params.text(field)
    world.notify("menu")
    return True


def set_chat_menu_button(world: World, params: Params) -> bool:
    button = params.json("menu_button") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: unsupported type")
    world.menu_button = button
    return True


def get_file(world: World, params: Params) -> Json:
    file = world.files.get(params.text("file_id"))
    if file.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {**world.files.identity(file), "file_path": file.path}


def get_chat(world: World, params: Params) -> Json:
    record = world.records.get(params.chat_id or 0)
    if record is None or not record.started:
        raise bad_request("chat not found")
    return {**record.chat(), "accent_color_id": record.id % 7, "max_reaction_count": 11}
