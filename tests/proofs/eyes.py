"""All that certain people can see of the service, as one text to search in.

Every call of the Bot API that reached their chats counts, also what was edited or deleted since:
texts, captions, labels and data of buttons, alerts, the names and the insides of files; and what
an operator reads: the log, the metrics, tracebacks of parked updates.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import prometheus_client
import structlog

from bot.sandbox.state import Entry
from bot.sandbox.world import World
from tests.town import Actor, Town

_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s.\-()]+(?=\d)")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_FILES = ("document", "voice", "audio", "video")


@dataclass
class Log:
    """What was logged, whatever its level."""

    entries: list[dict[str, Any]] = field(default_factory=list)

    def __call__(self, _logger: Any, _method: str, event: Any) -> Any:
        self.entries.append(dict(event))
        raise structlog.DropEvent


@contextmanager
def listening() -> Iterator[Log]:
    """Keep every line that goes to the log."""
    log, before = Log(), structlog.get_config()
    structlog.configure(
        processors=[structlog.processors.format_exc_info, log],
        wrapper_class=structlog.BoundLogger,
        cache_logger_on_first_use=False,
    )
    try:
        yield log
    finally:
        structlog.configure(**before)


@dataclass(frozen=True)
class Hit:
    """A secret that was seen, and where."""

    secret: str
    where: str
    around: str


@dataclass
class Eyes:
    """Pieces of what was seen, each with its place."""

    pieces: list[tuple[str, str]] = field(default_factory=list)

    def see(self, where: str, shown: str) -> None:
        self.pieces.append((where, _plain(shown)))

    def hits(self, secrets: Iterable[str]) -> list[Hit]:
        """Where any of the secrets stands, in any case, numbers also with gaps between digits."""
        found = []
        for secret in secrets:
            assert len(secret) > 3, f"{secret!r} may stand anywhere by chance"
            wanted = _plain(secret)
            for where, text in self.pieces:
                at = text.find(wanted)
                if at >= 0:
                    found.append(Hit(secret, where, text[max(0, at - 60) : at + 60]))
        return found

    def sees(self, fragment: str) -> bool:
        """To know that the harness is not blind."""
        return any(_plain(fragment) in text for _, text in self.pieces)


def _plain(text: str) -> str:
    joined = _BETWEEN_DIGITS.sub("", unicodedata.normalize("NFKC", text))
    return joined.casefold()


def of(town: Town, people: Sequence[Actor], log: Log | None = None) -> Eyes:
    """All that these people can see, and what an operator reads."""
    eyes = Eyes()
    for person in people:
        _chat(eyes, town.world, person)
    _operator(eyes, log)
    return eyes


def _chat(eyes: Eyes, world: World, person: Actor) -> None:
    name = person.person.record.first_name
    for call in world.calls:
        if call.chat_id == person.id:
            eyes.see(f"{name}: {call.method}", json.dumps(call.params, ensure_ascii=False))
    for alert in world.alerts[person.id]:
        eyes.see(f"{name}: alert", alert.text)
    for entry in world.chats[person.id]:
        if entry.from_bot:
            eyes.see(f"{name}: message", json.dumps(entry.message, ensure_ascii=False))
            for file_name, content in _files(world, entry):
                eyes.see(f"{name}: file {file_name}", words_of(content))


def _files(world: World, entry: Entry) -> Iterator[tuple[str, bytes]]:
    parts = [entry.message[name] for name in _FILES if name in entry.message]
    for part in [*parts, *entry.message.get("photo", ())]:
        yield str(part.get("file_name", "photo")), world.files.get(part["file_id"]).data


def words_of(content: bytes) -> str:
    """What can be read in a file: the parts of a workbook, the streams of a PDF, the bytes."""
    words = [content.decode("utf8", "ignore"), content.decode("latin1")]
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            words += [f"{name}\n{parts.read(name).decode('utf8')}" for name in parts.namelist()]
    for stream in _STREAM.findall(content):
        unpacked = zlib.decompressobj()
        try:
            words.append(unpacked.decompress(stream).decode("latin1"))
        except zlib.error:
            continue
    return "\n".join(words)


def _operator(eyes: Eyes, log: Log | None) -> None:
    eyes.see("metrics", prometheus_client.generate_latest().decode())
    for entry in log.entries if log else ():
        eyes.see("log", json.dumps(entry, ensure_ascii=False, default=str))
