"""The Bot API's send methods."""

import re
from collections.abc import Callable
from typing import Any

from bot.sandbox import keyboards
from bot.sandbox.entities import parse, units
from bot.sandbox.errors import Json, bad_request
from bot.sandbox.files import Upload
from bot.sandbox.params import Params
from bot.sandbox.state import PersonRecord
from bot.sandbox.world import World

TEXT_MOST = 4096
CAPTION_MOST = 1024
"""UTF-16 units after parsing (Bot API, "sendMessage" and "sendPhoto")."""
ALBUM = range(2, 11)
ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
WEB = re.compile(r"^https?://")


def target(world: World, params: Params) -> PersonRecord:
    """The person of `chat_id`, or why the bot may not write there."""
    if not params.text("chat_id"):
        raise bad_request("chat_id is empty")
    return world.reachable(params.chat_id or 0)


def text_of(params: Params, name: str = "text") -> Json:
    """The text of a message and its entities, checked for length."""
    given = params.json("entities") if name == "text" else params.json("caption_entities")
    plain, entities = parse(params.text(name), params.text("parse_mode"), given)
    if name == "text" and not plain:
        raise bad_request("message text is empty")
    if units(plain) > (TEXT_MOST if name == "text" else CAPTION_MOST):
        raise bad_request(
            "message is too long" if name == "text" else "message caption is too long"
        )
    key = "entities" if name == "text" else "caption_entities"
    return {**({name: plain} if plain else {}), **({key: entities} if entities else {})}


def send_message(world: World, params: Params) -> Json:
    return deliver(world, params, lambda: text_of(params))


def send_photo(world: World, params: Params) -> Json:
    def content() -> Json:
        photo = _photo(world, params, params.values.get("photo"), "photo")
        return {"photo": photo, **text_of(params, "caption")}

    return deliver(world, params, content)


def send_document(world: World, params: Params) -> Json:
    def content() -> Json:
        document = _document(world, params, params.values.get("document"), "document")
        return {"document": document, **text_of(params, "caption")}

    return deliver(world, params, content)


def send_voice(world: World, params: Params) -> Json:
    """A voice message; what is no Ogg with Opus arrives as a plain file."""

    def content() -> Json:
        given = params.values.get("voice")
        words = text_of(params, "caption")
        upload = params.upload("voice", given)
        if upload is None:
            return {"voice": dict(_known(world, given, "voice")), **words}
        if b"OpusHead" not in _not_empty(upload).data[:64]:
            return {"document": _document(world, params, given, "voice"), **words}
        return {"voice": world.files.voice(upload.data, params.integer("duration")), **words}

    return deliver(world, params, content)


def send_location(world: World, params: Params) -> Json:
    def content() -> Json:
        latitude, longitude = params.number("latitude"), params.number("longitude")
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise bad_request("invalid location specified")
        return {"location": {"latitude": latitude, "longitude": longitude}}

    return deliver(world, params, content)


def send_media_group(world: World, params: Params) -> list[Json]:
    """2 to 10 photos or documents as one album."""
    person = target(world, params)
    media = params.json("media")
    if not isinstance(media, list) or len(media) not in ALBUM:
        raise bad_request("wrong number of media in the album: 2-10 expected")
    contents = [_album_item(world, params, item) for item in media]
    group = {"media_group_id": str(world.random.getrandbits(53)), **_reply(world, params)}
    silent = params.flag("disable_notification")
    entries = [
        world.add_message(person.id, {**group, **c}, from_bot=True, silent=silent) for c in contents
    ]
    return [dict(entry.message) for entry in entries]


def send_chat_action(world: World, params: Params) -> bool:
    person = target(world, params)
    if params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.notify("typing", person.id, action=params.text("action"))
    return True


def deliver(world: World, params: Params, content: Callable[[], Json]) -> Json:
    """Put one message into the chat: target first, then content, as Telegram checks."""
    person = target(world, params)
    markup = keyboards.check(params.json("reply_markup"))
    fields = {**_reply(world, params), **content()}
    if markup and "inline_keyboard" in markup:
        fields["reply_markup"] = markup
    silent = params.flag("disable_notification")
    entry = world.add_message(person.id, fields, from_bot=True, silent=silent)
    if markup and ("keyboard" in markup or "remove_keyboard" in markup):
        person.keyboard = markup if "keyboard" in markup else None
        person.keyboard_message = entry.id
        world.notify("chat", person.id)
    return dict(entry.message)


def _reply(world: World, params: Params) -> Json:
    given = params.json("reply_parameters") or {}
    wanted = given.get("message_id") or params.integer("reply_to_message_id")
    if not wanted:
        return {}
    entry = world.entry(params.chat_id or 0, int(wanted))
    if entry is not None:
        quoted = {k: v for k, v in entry.message.items() if k != "reply_to_message"}
        return {"reply_to_message": quoted}
    if given.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def _album_item(world: World, params: Params, item: Any) -> Json:
    if not isinstance(item, dict) or item.get("type") not in MEDIA:
        raise bad_request("can't parse InputMedia: type must be photo or document")
    kind = item["type"]
    content = {kind: MEDIA[kind](world, params, item.get("media"), "media")}
    return {**content, **text_of(Params({"parse_mode": "", **item}), "caption")}


def _photo(world: World, params: Params, value: Any, part: str) -> list[Json]:
    upload = params.upload(part, value)
    if upload is None:
        return list(_known(world, value, "photo"))
    return world.files.photo(_not_empty(upload).data)


def _document(world: World, params: Params, value: Any, part: str) -> Json:
    upload = params.upload(part, value)
    if upload is None:
        return dict(_known(world, value, "document"))
    file = world.files.add("documents", upload.name, _not_empty(upload).data, upload.mime)
    return {**world.files.identity(file), "file_name": upload.name, "mime_type": file.mime}


MEDIA: dict[str, Callable[[World, Params, Any, str], Any]] = {
    "photo": _photo,
    "document": _document,
}


def _not_empty(upload: Upload) -> Upload:
    if not upload.data:
        raise bad_request("file must be non-empty")
    return upload


def _known(world: World, value: Any, kind: str) -> Any:
    """What was sent before under this file id, to be sent again."""
    if not value:
        raise bad_request(f"there is no {kind} in the request")
    if WEB.match(str(value)):
        raise bad_request("failed to get HTTP URL content")
    entries = (entry for chat in world.chats.values() for entry in chat)
    for entry in entries:
        found = entry.message.get(kind)
        sizes = found if isinstance(found, list) else [found] if found else []
        if any(size["file_id"] == value for size in sizes):
            return found
    raise bad_request("wrong file identifier/HTTP URL specified")
