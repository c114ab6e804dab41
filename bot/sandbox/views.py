"""What the page is told about people and chats, as JSON."""

from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.sandbox import qr
from bot.sandbox.driver import Message, Person
from bot.sandbox.errors import Json
from bot.sandbox.links import payload_of
from bot.sandbox.profile import menu_of
from bot.sandbox.world import World

SHOWN = 300
"""Messages of a chat the page gets, from the newest."""
WIB = ZoneInfo("Asia/Jakarta")
PREVIEWS = ("photo", "document", "location", "voice", "sticker", "contact")


def state(world: World, now: datetime, movable: bool) -> Json:
    """Everything but the chats."""
    return {
        "bot": {"name": world.bot_name, "username": world.bot_username},
        "people": [summary(person) for person in world.people if not person.record.hidden],
        "faults": world.faults.view(world.clock()),
        "pending": world.pending,
        "clock": clock(now, movable),
    }


def clock(now: datetime, movable: bool) -> Json:
    return {"now": now.isoformat(), "movable": movable}


def next_monday(now: datetime) -> timedelta:
    """How far the coming Monday 07.00 WIB is; never zero."""
    local = now.astimezone(WIB)
    monday = local.replace(hour=7, minute=0, second=0, microsecond=0)
    monday += timedelta(days=-local.weekday() % 7)
    if monday <= local:
        monday += timedelta(days=7)
    return monday - local


def summary(person: Person) -> Json:
    """A line of the list of people."""
    record = person.record
    messages = person.messages
    unread = sum(m.from_bot and m.id > record.read_up_to for m in messages)
    last = messages[-1] if messages else None
    return {
        "id": record.id,
        "name": f"{record.first_name} {record.last_name}".strip(),
        "role": record.role,
        "about": record.about,
        "language": record.language_code,
        "blocked": record.blocked,
        "started": record.started,
        "unread": unread,
        "last": _preview(last) if last else None,
    }


def _preview(message: Message) -> Json:
    kind = next((kind for kind in PREVIEWS if kind in message.raw), "text")
    return {
        "text": message.text[:120],
        "kind": kind,
        "from_bot": message.from_bot,
        "date": message.raw["date"],
    }


def chat(person: Person) -> Json:
    """One chat: its newest messages, the keyboard and the menu."""
    world = person.world
    description = f"description/{person.record.language_code}"
    return {
        "person": summary(person),
        "messages": [_message(world, message) for message in person.messages[-SHOWN:]],
        "keyboard": person.keyboard,
        "placeholder": (person.record.keyboard or {}).get("input_field_placeholder", ""),
        "menu": menu_of(world, person.record),
        "description": world.descriptions.get(description)
        or world.descriptions.get("description/", ""),
    }


def _message(world: World, message: Message) -> Json:
    raw = message.raw
    return {
        "id": message.id,
        "from_bot": message.from_bot,
        "date": raw["date"],
        "edited": raw.get("edit_date", 0),
        "silent": message.silent,
        "text": message.text,
        "entities": raw.get("entities") or raw.get("caption_entities") or [],
        "buttons": [[_button(world, button) for button in row] for row in message.rows],
        "album": raw.get("media_group_id", ""),
        "reply_to": _quote(raw.get("reply_to_message")),
        "link": _deep_link(world, message),
        **{kind: raw[kind] for kind in PREVIEWS if kind in raw},
    }


def _button(world: World, button: Json) -> Json:
    url = button.get("url", "")
    ours = bool(url) and payload_of(url, world.bot_username) is not None
    return {
        "text": button["text"],
        "data": button.get("callback_data", ""),
        "url": url,
        "ours": ours,
    }


def _quote(raw: Json | None) -> str:
    return str(raw.get("text") or raw.get("caption") or "…")[:120] if raw else ""


def _deep_link(world: World, message: Message) -> str:
    """The first link to this bot with a payload, wherever the message has it; also in a picture."""
    entities = message.raw.get("entities") or message.raw.get("caption_entities") or []
    links = [entity["url"] for entity in entities if "url" in entity]
    links += message.text.split()
    links += [button["url"] for row in message.rows for button in row if "url" in button]
    if message.from_bot and "photo" in message.raw:
        largest = message.raw["photo"][-1]["file_id"]
        links.append(_scanned(world.files.files[largest].data))
    return next((link for link in links if payload_of(link, world.bot_username)), "")


@lru_cache(maxsize=128)
def _scanned(picture: bytes) -> str:
    return qr.text_in(picture)
