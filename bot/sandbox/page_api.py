"""The JSON API behind the page, for browsers, tests and curious people.

`/sandbox/api/people/<id>/<action>` lets a person act; ACTIONS is the table of actions.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import web

from bot.sandbox import samples
from bot.sandbox.driver import Message, Person
from bot.sandbox.errors import ApiError, Json
from bot.sandbox.files import Upload
from bot.sandbox.links import typed_payload


@dataclass(frozen=True)
class Deed:
    """What the page asks for: JSON fields and, in a form, files."""

    values: Json
    files: list[Upload] = field(default_factory=list)

    def text(self, name: str) -> str:
        return str(self.values.get(name, "")).strip()


class UnclearError(ValueError):
    """The page asked for something that cannot be done; the text says why."""


def _send(person: Person, deed: Deed) -> Json:
    if not deed.text("text"):
        raise UnclearError("text is empty")
    return {"message": person.sends(deed.text("text")).id}


def _edit(person: Person, deed: Deed) -> Json:
    message = _message(person, deed)
    if message.from_bot or not deed.text("text"):
        raise UnclearError("only an own message, and not to nothing")
    return {"message": person.edits(message, deed.text("text")).id}


def _open(person: Person, deed: Deed) -> Json:
    if not deed.text("link"):
        return {"message": person.opens().id}
    payload = typed_payload(deed.text("link"), person.world.bot_username)
    if payload is None:
        raise UnclearError("neither a link to this bot nor a payload")
    return {"message": person.opens(payload).id}


def _tap(person: Person, deed: Deed) -> Json:
    message = _message(person, deed) if "message" in deed.values else None
    made = person.taps(str(deed.values.get("data") or deed.values.get("label", "")), message)
    query = (made or {}).get("callback_query", {})
    return {"query": query.get("id", "")}


def _photo(person: Person, deed: Deed) -> Json:
    pictures = [upload.data for upload in deed.files] or [samples.photo(_count(deed, "sample"))]
    if len(pictures) > 1:
        return {"message": person.sends_album(pictures[:10], deed.text("caption"))[-1].id}
    return {"message": person.sends_photo(pictures[0], deed.text("caption")).id}


def _album(person: Person, deed: Deed) -> Json:
    number = min(max(_count(deed, "count"), 2), 10)
    return {"message": person.sends_album(number, deed.text("caption"))[-1].id}


def _document(person: Person, deed: Deed) -> Json:
    if not deed.files:
        raise UnclearError("no file was given")
    upload = deed.files[0]
    sent = person.sends_document(upload.name, upload.data, deed.text("caption"), mime=upload.mime)
    return {"message": sent.id}


def _voice(person: Person, deed: Deed) -> Json:
    """A voice message: the given recording (Ogg with Opus), or a silent one."""
    sound = deed.files[0].data if deed.files else None
    return {"message": person.sends_voice(data=sound, caption=deed.text("caption")).id}


def _location(person: Person, deed: Deed) -> Json:
    if deed.text("place") in samples.PLACES:
        latitude, longitude = samples.PLACES[deed.text("place")]
    else:
        latitude, longitude = _degrees(deed, "latitude", 90), _degrees(deed, "longitude", 180)
    return {"message": person.sends_location(latitude, longitude).id}


def _read(person: Person, deed: Deed) -> Json:
    record = person.record
    newest = max((message.id for message in person.messages), default=0)
    if newest > record.read_up_to:
        record.read_up_to = newest
        person.world.notify("people")
    return {}


def _block(person: Person, deed: Deed) -> Json:
    person.blocks()
    return {}


def _unblock(person: Person, deed: Deed) -> Json:
    person.unblocks()
    return {}


ACTIONS: dict[str, Callable[[Person, Deed], Json]] = {
    "send": _send,
    "edit": _edit,
    "open": _open,
    "tap": _tap,
    "photo": _photo,
    "album": _album,
    "document": _document,
    "location": _location,
    "voice": _voice,
    "sticker": lambda person, deed: {"message": person.sends_sticker().id},
    "contact": lambda person, deed: {"message": person.sends_contact().id},
    "read": _read,
    "block": _block,
    "unblock": _unblock,
}


def act(person: Person, action: str, deed: Deed) -> web.Response:
    """Do it, or say in words why not: 400 unclear, 403 blocked, 404 no such action or button."""
    if action not in ACTIONS:
        return problem(404, f"no action {action}")
    try:
        return web.json_response({"ok": True, **ACTIONS[action](person, deed)})
    except PermissionError as error:
        return problem(403, str(error))
    except LookupError as error:
        return problem(404, str(error))
    except UnclearError as error:
        return problem(400, str(error))
    except ApiError as error:
        return problem(400, error.description)


def problem(status: int, words: str) -> web.Response:
    return web.json_response({"ok": False, "error": words}, status=status)


async def read_deed(request: web.Request) -> Deed:
    """The fields and files of a request; 400 when it is no JSON object."""
    if request.content_type.startswith("multipart/"):
        form = await request.post()
        files = [
            Upload(part.filename, part.file.read(), part.content_type)
            for part in form.values()
            if isinstance(part, web.FileField)
        ]
        return Deed({k: v for k, v in form.items() if isinstance(v, str)}, files)
    try:
        values = json.loads(await request.read() or b"{}")
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise web.HTTPBadRequest(text="a JSON object was expected")
    return Deed(values)


def _message(person: Person, deed: Deed) -> Message:
    wanted = _count(deed, "message")
    found = next((m for m in reversed(person.messages) if m.id == wanted), None)
    if found is None:
        raise LookupError(f"no message {wanted}")
    return found


def _count(deed: Deed, name: str) -> int:
    try:
        return int(deed.values.get(name, 0))
    except (TypeError, ValueError) as error:
        raise UnclearError(f"{name} must be a whole number") from error


def _degrees(deed: Deed, name: str, most: int) -> float:
    try:
        value = float(deed.text(name).replace(",", "."))
    except ValueError as error:
        raise UnclearError(f"{name} must be a number of degrees") from error
    if not -most <= value <= most:
        raise UnclearError(f"{name} must be between -{most} and {most}")
    return value
