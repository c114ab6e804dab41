"""The load: Telegram's side of the webhook, in a process of its own.

`python -m tests.bench.load '{"port": …}'` plays people through their visit on 40 keep-alive
connections, each person's updates in order, and prints one JSON object. The first people warm the
bot up; then its CPU time is read from /proc, the measured people are played, and it is read again.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import psutil

from tests.bench.settings import CONNECTIONS, FIRST_PERSON, UPDATES_EACH
from tests.bench.updates import SCRIPTS, Reply, encode

PATIENCE = 30.0  # seconds for what was not delivered in the response


@dataclass
class Order:
    """What to play against whom."""

    port: int
    pid: int
    secret: str
    script: str
    api_port: int
    warm_up: int
    people: int


@dataclass
class Played:
    """What happened. `separate`: calls of the Bot API by method; `seconds` until the last one."""

    updates: int = 0
    seconds: float = 0.0
    cpu_user: float = 0.0
    cpu_system: float = 0.0
    riding: int = 0
    refused: int = 0  # answers other than 200
    separate: dict[str, int] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)  # seconds from update to answer


class Connection:
    """One keep-alive connection of HTTP/1.1, as bare as can be."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._head = (
            "POST /telegram HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {order.secret}\r\nContent-Length: "
        ).encode()

    async def open(self) -> None:
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._order.port)

    def close(self) -> None:
        self._writer.close()

    async def post(self, body: bytes) -> tuple[int, bytes]:
        self._writer.write(b"%b%d\r\n\r\n%b" % (self._head, len(body), body))
        head = await self._reader.readuntil(b"\r\n\r\n")
        return status(head), await self._reader.readexactly(content_length(head))


def status(head: bytes) -> int:
    """The status code in the head of a response."""
    return int(head.split(b" ", 2)[1])


def content_length(head: bytes) -> int:
    """The length of the body that follows; ValueError when the head does not tell."""
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    raise ValueError("no Content-Length in the response")


def riding(body: bytes) -> Reply | None:
    """The method in a webhook's response: as JSON (ours) or as a form (aiogram's), or None."""
    if body.startswith(b"--"):
        return {"method": "form"} if b'name="method"' in body else None
    reply: Reply = json.loads(body or b"{}")
    return reply if "method" in reply else None


async def play(order: Order, people: Iterator[int], played: Played) -> None:
    """One connection: person after person."""
    connection = Connection(order)
    await connection.open()
    for person in people:
        reply: Reply = {}
        for update in SCRIPTS[order.script]:
            body = encode(update(person, reply))
            began = time.perf_counter()
            code, answer = await connection.post(body)
            played.waits.append(time.perf_counter() - began)
            played.updates += 1
            played.refused += code != 200
            rode = riding(answer)
            if rode is not None:
                played.riding += 1
                reply = rode
    connection.close()


async def wave(order: Order, people: Sequence[int]) -> Played:
    """Play these people; done when every reply has arrived, in a response or at the Bot API."""
    played, process, before = Played(), psutil.Process(order.pid), counts(order.api_port)
    queue, cpu, began = iter(people), process.cpu_times(), time.perf_counter()
    await asyncio.gather(*(play(order, queue, played) for _ in range(CONNECTIONS)))
    await delivered(order, before, expected(order.script, played))
    played.seconds = time.perf_counter() - began
    after = process.cpu_times()
    played.cpu_user, played.cpu_system = after.user - cpu.user, after.system - cpu.system
    played.separate = gained(before, counts(order.api_port))
    return played


def expected(script: str, played: Played) -> int:
    """Calls of the Bot API that must follow: replies that did not ride, and an answer per press."""
    presses = played.updates // UPDATES_EACH * 2 if script == "rating" else 0
    return played.updates - played.riding + presses


async def delivered(order: Order, before: dict[str, int], wanted: int) -> None:
    until = time.perf_counter() + PATIENCE
    while sum(gained(before, counts(order.api_port)).values()) < wanted:
        if time.perf_counter() > until:
            raise TimeoutError("replies are missing")
        await asyncio.sleep(0.005)


def counts(port: int) -> dict[str, int]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/counts") as response:
        found: dict[str, int] = json.load(response)
    return found


def gained(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    return {name: n - before.get(name, 0) for name, n in after.items() if n > before.get(name, 0)}


async def main(order: Order) -> Played:
    last = FIRST_PERSON + order.warm_up
    await wave(order, range(FIRST_PERSON, last))
    return await wave(order, range(last, last + order.people))


if __name__ == "__main__":
    wanted: dict[str, Any] = json.loads(sys.argv[1])
    print(json.dumps(asdict(asyncio.run(main(Order(**wanted))))))
