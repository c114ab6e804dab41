"""The world in one SQLite file, so that chats outlive a restart.

One row holds everything but the files' contents; each of these has a row of its own and is
written once. Saved shortly after a change, and on stopping.
"""

import asyncio
import base64
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from bot.sandbox.errors import Json
from bot.sandbox.state import Alert, Entry, FileRecord, Pending, PersonRecord, Query, Webhook
from bot.sandbox.world import World

TABLES = """
CREATE TABLE IF NOT EXISTS world (id INTEGER PRIMARY KEY CHECK (id = 1), state TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS files (
    file_id TEXT PRIMARY KEY, record TEXT NOT NULL, data BLOB NOT NULL);
"""
PAUSE = 0.4
"""Seconds between a change and its saving, so that a burst is written once."""
GAP = 1000
"""Numbers skipped after a crash: an update's number, once seen by the bot, must not come back."""
EVENTS_WITHOUT_STATE = {"typing", "call", "poller", "clock"}


class Store:
    """Keeps one world in one file. `load` before use, `start` inside the event loop."""

    def __init__(self, world: World, path: Path) -> None:
        self.world = world
        self.path = path
        self._saved_files: set[str] = set()
        self._changed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._unsubscribe: Callable[[], object] = lambda: None

    def load(self) -> bool:
        """Bring back what was saved; False when there is nothing yet."""
        with closing(self._connect()) as connection:
            row = connection.execute("SELECT state FROM world").fetchone()
            files = connection.execute("SELECT record, data FROM files ORDER BY rowid").fetchall()
        for record, data in files:
            file = FileRecord(**json.loads(record), data=data)
            self.world.files.files[file.file_id] = file
        self._saved_files = set(self.world.files.files)
        if row is None:
            return False
        restore(self.world, json.loads(row[0]))
        return True

    def save(self, *, clean: bool = False) -> None:
        """Write everything now; `clean` when nothing will follow."""
        fresh = [f for f in self.world.files.files.values() if f.file_id not in self._saved_files]
        state = json.dumps(snapshot(self.world, clean))
        with closing(self._connect()) as connection, connection:
            connection.execute("INSERT OR REPLACE INTO world VALUES (1, ?)", (state,))
            connection.executemany(
                "INSERT OR REPLACE INTO files VALUES (?, ?, ?)", [_file_row(f) for f in fresh]
            )
        self._saved_files |= {file.file_id for file in fresh}

    def start(self) -> None:
        """Save after each change from now on."""
        self._unsubscribe = self.world.subscribe(self._listen)
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Save a last time."""
        self._unsubscribe()
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        self.save(clean=True)

    def _listen(self, event: Json) -> None:
        if event["kind"] not in EVENTS_WITHOUT_STATE:
            self._changed.set()

    async def _run(self) -> None:
        while True:
            await self._changed.wait()
            await asyncio.sleep(PAUSE)
            self._changed.clear()
            self.save()

    def _connect(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path)
        connection.executescript(TABLES)
        return connection


def _file_row(file: FileRecord) -> tuple[str, str, bytes]:
    fields = ("file_id", "unique_id", "path", "mime", "size")
    return file.file_id, json.dumps({name: getattr(file, name) for name in fields}), file.data


def snapshot(world: World, clean: bool) -> Json:
    """The world as JSON, without the contents of files."""
    rng = world.random.getstate()
    return {
        "clean": clean,
        "people": [asdict(record) for record in world.records.values()],
        "chats": {
            chat: [[e.message, e.from_bot, e.deleted] for e in entries]
            for chat, entries in world.chats.items()
        },
        "alerts": {
            person: [{**asdict(alert), "at": alert.at.isoformat()} for alert in alerts]
            for person, alerts in world.alerts.items()
        },
        "queries": [{**asdict(q), "at": q.at.isoformat()} for q in world.queries.values()],
        "queue": [[p.update, p.at.isoformat(), p.queue] for p in world.queue],
        "webhook": asdict(world.webhook),
        "allowed_updates": world.allowed_updates,
        "commands": world.commands,
        "descriptions": world.descriptions,
        "next": [world.next_update, world.next_message, world.next_person],
        "random": base64.b64encode(json.dumps(rng).encode()).decode(),
    }


def restore(world: World, state: Json) -> None:
    """Put a snapshot back; people made since are kept, those of the snapshot win."""
    world.records |= {p["id"]: PersonRecord(**p) for p in state["people"]}
    world.chats |= {int(c): [Entry(*e) for e in chat] for c, chat in state["chats"].items()}
    world.alerts |= {
        int(person): [Alert(**{**a, "at": datetime.fromisoformat(a["at"])}) for a in alerts]
        for person, alerts in state["alerts"].items()
    }
    queries = [Query(**{**q, "at": datetime.fromisoformat(q["at"])}) for q in state["queries"]]
    world.queries = {query.id: query for query in queries}
    world.queue = [Pending(u, datetime.fromisoformat(at), q) for u, at, q in state["queue"]]
    world.webhook = Webhook(**state["webhook"])
    world.allowed_updates = state["allowed_updates"]
    world.commands = state["commands"]
    world.descriptions = state["descriptions"]
    update, message, person = (n if state["clean"] else n + GAP for n in state["next"])
    world.next_update, world.next_message = update, max(message, world.next_message)
    world.next_person = max(person, world.next_person)
    version, internal, gauss = json.loads(base64.b64decode(state["random"]))
    world.random.setstate((version, tuple(internal), gauss))
