"""The table of Bot API methods, and the one way a call travels: faults, method, log."""

import inspect
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal

from bot.sandbox import editing, profile, sending, updates
from bot.sandbox.errors import ApiError, Json
from bot.sandbox.files import Upload
from bot.sandbox.params import Params
from bot.sandbox.state import Call
from bot.sandbox.world import World

Method = Callable[[World, Params], Any | Awaitable[Any]]

METHODS: dict[str, Method] = {
    "getMe": profile.get_me,
    "getUpdates": updates.get_updates,
    "setWebhook": updates.set_webhook,
    "deleteWebhook": updates.delete_webhook,
    "getWebhookInfo": updates.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendVoice": sending.send_voice,
    "sendMediaGroup": sending.send_media_group,
    "sendLocation": sending.send_location,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": editing.answer_callback_query,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyDescription": profile.set_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getFile": profile.get_file,
    "getChat": profile.get_chat,
}
BY_LOWER_CASE = {name.lower(): (name, method) for name, method in METHODS.items()}
TOKEN = re.compile(r"^\d+:[A-Za-z0-9_-]+$")
DESCRIPTIONS = {"setWebhook": "Webhook was set", "deleteWebhook": "Webhook was deleted"}

Fate = Literal["answered", "dropped", "timeout"]


@dataclass(frozen=True)
class Answer:
    """What comes back: status and body, unless the connection is lost on the way."""

    status: int
    body: Json
    fate: Fate = "answered"


async def call(
    world: World,
    token: str,
    method: str,
    values: dict[str, Any],
    uploads: dict[str, Upload] | None = None,
) -> Answer:
    """One Bot API call, with every fault that is switched on."""
    if world.faults.outage:
        return _away(world)
    name = BY_LOWER_CASE.get(method.lower(), (method,))[0]
    try:
        result = await _perform(world, token, method.lower(), values, uploads)
    except ApiError as error:
        _log(world, name, values, error.code, error.description)
        return Answer(error.code, error.body())
    if world.faults.outage:
        return _away(world)
    _log(world, name, values, 200, "")
    body: Json = {"ok": True, "result": result}
    if name in DESCRIPTIONS:
        body["description"] = DESCRIPTIONS[name]
    lost = world.faults.lose_answer(name.lower())
    return Answer(200, body, "dropped" if lost else "answered")


async def _perform(
    world: World,
    token: str,
    method: str,
    values: dict[str, Any],
    uploads: dict[str, Upload] | None,
) -> Any:
    if not TOKEN.match(token):
        raise ApiError(404, "Not Found")
    if token != world.token:
        raise ApiError(401, "Unauthorized")
    if method not in BY_LOWER_CASE:
        raise ApiError(404, "Not Found: method not found")
    params = Params(values, uploads)
    world.faults.check(method, params.chat_id, world.clock())
    result = BY_LOWER_CASE[method][1](world, params)
    return await result if inspect.isawaitable(result) else result


def _away(world: World) -> Answer:
    if world.faults.outage == "bad_gateway":
        return Answer(502, ApiError(502, "Bad Gateway").body())
    return Answer(0, {}, "timeout" if world.faults.outage == "timeout" else "dropped")


def _log(world: World, name: str, values: dict[str, Any], status: int, description: str) -> None:
    chat_id = Params(values).chat_id
    world.calls.append(Call(name, dict(values), status, description, world.clock(), chat_id))
    if name != "getUpdates":
        world.notify("call", chat_id, method=name, status=status)
