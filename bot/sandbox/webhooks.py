"""Posting updates to the bot's webhook, until each is acknowledged with a 2xx.

As at Telegram: several connections at once, updates of one kind in one chat one after the other,
everything else free to overtake; a method in the answer's body is performed, its result unheard.
"""

import asyncio
import json
from collections.abc import Iterator
from contextlib import suppress

import aiohttp

from bot.sandbox.errors import Json
from bot.sandbox.methods import call
from bot.sandbox.state import Pending, Webhook
from bot.sandbox.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Deliverer:
    """Watches the world and posts what waits; `retry_first` and `retry_most` are seconds."""

    def __init__(
        self,
        world: World,
        *,
        retry_first: float = 0.5,
        retry_most: float = 60.0,
        answer_within: float = 60.0,
    ) -> None:
        self.world = world
        self.retry_first = retry_first
        self.retry_most = retry_most
        self.answer_within = answer_within
        self._flying: dict[int, Pending] = {}
        self._failures: dict[int, int] = {}
        self._not_before: dict[int, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._runner: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self._session: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        timeout = aiohttp.ClientTimeout(total=self.answer_within)
        connector = aiohttp.TCPConnector(limit=0)
        self._session = aiohttp.ClientSession(timeout=timeout, connector=connector)
        self._unsubscribe = self.world.subscribe(lambda event: self._wake.set())
        self._runner = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._runner is None or self._session is None:
            return
        self._unsubscribe()
        tasks = [self._runner, *self._tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._session.close()

    async def _run(self) -> None:
        while True:
            self._wake.clear()
            if self.world.webhook.url and not self.world.faults.outage:
                for item in list(self._ready()):
                    self._launch(item)
            with suppress(TimeoutError):
                async with asyncio.timeout(self._next_retry()):
                    await self._wake.wait()

    def _ready(self) -> Iterator[Pending]:
        """What may be posted now: free connections, one per queue unless updates are shuffled."""
        free = self.world.webhook.max_connections - len(self._flying)
        busy = {item.queue for item in self._flying.values()}
        now = asyncio.get_running_loop().time()
        for item in self.world.waiting():
            if free <= 0:
                return
            if id(item) in self._flying:
                continue
            ordered = not self.world.faults.reorder
            if ordered and item.queue in busy:
                continue
            busy.add(item.queue)
            if self._not_before.get(id(item), 0.0) <= now:
                free -= 1
                yield item

    def _next_retry(self) -> float | None:
        now = asyncio.get_running_loop().time()
        times = [t - now for key, t in self._not_before.items() if key not in self._flying]
        return max(min(times), 0.01) if times else None

    def _launch(self, item: Pending) -> None:
        self._flying[id(item)] = item
        task = asyncio.create_task(self._deliver(item, self.world.webhook))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, item: Pending, hook: Webhook) -> None:
        try:
            problem, reply = await self._post(item, hook)
        finally:
            self._flying.pop(id(item), None)
        if problem:
            self._failed(item, hook, problem)
            return
        self._failures.pop(id(item), None)
        self._not_before.pop(id(item), None)
        self.world.delivered(item)
        self._wake.set()
        if reply:
            await self._perform(reply)

    async def _post(self, item: Pending, hook: Webhook) -> tuple[str, Json]:
        """Post one update: what went wrong (or nothing), and the method in the answer."""
        assert self._session is not None
        headers = {SECRET_HEADER: hook.secret_token} if hook.secret_token else {}
        try:
            async with self._session.post(hook.url, json=item.update, headers=headers) as answer:
                body = await answer.read()
                if 200 <= answer.status < 300:
                    return "", _method_in(body)
                return f"Wrong response from the webhook: {answer.status} {answer.reason}", {}
        except TimeoutError:
            return "Read timeout expired", {}
        except aiohttp.ClientConnectorError:
            return "Connection refused", {}
        except aiohttp.ClientError:
            return "Connection reset by peer", {}

    def _failed(self, item: Pending, hook: Webhook, problem: str) -> None:
        failures = self._failures[id(item)] = self._failures.get(id(item), 0) + 1
        pause = min(self.retry_first * 2 ** (failures - 1), self.retry_most)
        self._not_before[id(item)] = asyncio.get_running_loop().time() + pause
        hook.last_error_date = int(self.world.clock().timestamp())
        hook.last_error_message = problem
        self.world.notify("webhook")
        self._forget_gone()

    def _forget_gone(self) -> None:
        waiting = {id(item) for item in self.world.queue}
        for memory in (self._failures, self._not_before):
            for key in memory.keys() - waiting:
                del memory[key]

    async def _perform(self, reply: Json) -> None:
        method = str(reply.pop("method"))
        await call(self.world, self.world.token, method, reply)


def _method_in(body: bytes) -> Json:
    try:
        reply = json.loads(body)
    except ValueError:
        return {}
    return dict(reply) if isinstance(reply, dict) and reply.get("method") else {}
