"""The Bot API's methods that change or answer what is already there."""

from datetime import timedelta

from bot.sandbox import keyboards
from bot.sandbox.errors import ApiError, Json, bad_request
from bot.sandbox.links import payload_of
from bot.sandbox.params import Params
from bot.sandbox.sending import text_of
from bot.sandbox.state import Alert, Entry
from bot.sandbox.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
DELETABLE = timedelta(hours=48)
ANSWER_MOST = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def edit_message_text(world: World, params: Params) -> Json:
    entry = _editable(world, params)
    if "text" not in entry.message:
        raise bad_request("there is no text in the message to edit")
    return _change(world, params, entry, ("text", "entities"), text_of(params))


def edit_message_caption(world: World, params: Params) -> Json:
    entry = _editable(world, params)
    if not {"photo", "document"} & entry.message.keys():
        raise bad_request("there is no caption in the message to edit")
    content = text_of(params, "caption")
    return _change(world, params, entry, ("caption", "caption_entities"), content)


def edit_message_reply_markup(world: World, params: Params) -> Json:
    return _change(world, params, _editable(world, params), (), {})


def delete_message(world: World, params: Params) -> bool:
    chat_id = _chat(world, params)
    entry = world.entry(chat_id, params.integer("message_id"))
    if entry is None:
        raise bad_request("message to delete not found")
    if world.clock().timestamp() - entry.message["date"] > DELETABLE.total_seconds():
        raise bad_request("message can't be deleted for everyone")
    entry.deleted = True
    world.notify("chat", chat_id)
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    """Shows the text once; a second answer to the same tap is accepted and shows nothing."""
    query = world.query(params.text("callback_query_id"))
    if query is None:
        raise bad_request(TOO_OLD)
    text, url = params.text("text"), params.text("url")
    if len(text) > ANSWER_MOST:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and payload_of(url, world.bot_username) is None:
        raise bad_request("URL_INVALID")
    if not query.answered and (text or url):
        shown = Alert(text, params.flag("show_alert"), url, world.clock())
        world.alert(query.person, shown)
    query.answered = True
    world.notify("answered", query.person, query=query.id)
    return True


def _chat(world: World, params: Params) -> int:
    record = world.records.get(params.chat_id or 0)
    if record is None:
        raise bad_request("chat not found")
    if record.blocked:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    return record.id


def _editable(world: World, params: Params) -> Entry:
    entry = world.entry(_chat(world, params), params.integer("message_id"))
    if entry is None:
        raise bad_request("message to edit not found")
    if not entry.from_bot:
        raise bad_request("message can't be edited")
    return entry


def _change(
    world: World, params: Params, entry: Entry, fields: tuple[str, ...], content: Json
) -> Json:
    markup = keyboards.check(params.json("reply_markup"))
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    fresh = {k: v for k, v in entry.message.items() if k not in {*fields, "reply_markup"}}
    fresh.update(content)
    if markup and markup["inline_keyboard"]:
        fresh["reply_markup"] = markup
    if fresh == entry.message:
        raise bad_request(NOT_MODIFIED)
    fresh["edit_date"] = int(world.clock().timestamp())
    entry.message = fresh
    world.notify("chat", entry.chat_id)
    return dict(fresh)
