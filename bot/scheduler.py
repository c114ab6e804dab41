"""When -> which job. Jobs ask the database what is due, so that a restart or a moved clock loses
nothing and doubles nothing; the scheduler only wakes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.dispatcher import Dispatcher
from bot.job import Job
from bot.tables import JOBS
from handlers.jobs import Ran
from models.database import Database

log = structlog.get_logger()


class Scheduler:
    """Runs the jobs in the process that sends."""

    def __init__(self, database: Database, clock: Clock, dispatcher: Dispatcher, key: str) -> None:
        """key: the service's secret, for jobs that draw by chance."""
        self._database = database
        self._clock = clock
        self._dispatcher = dispatcher
        self._key = key
        self._timer = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        for job in JOBS:
            self._timer.add_job(
                self._run_if_leading, "interval", [job], seconds=job.every, max_instances=1
            )
        self._timer.start()

    def stop(self) -> None:
        if self._timer.running:
            self._timer.shutdown(wait=False)

    async def run_all(self) -> None:
        """Every job once, now: after the clock was moved, and in tests."""
        for job in JOBS:
            await self._run(job.name, self._work(job))

    async def _run_if_leading(self, job: Job) -> None:
        if self._dispatcher.leading:
            await self._run(job.name, self._work(job))

    def _work(self, job: Job) -> Callable[..., object]:
        return partial(job.work, key=self._key) if job.keyed else job.work

    async def _run(self, name: str, work: Callable[..., object]) -> None:
        at = self._clock.now()
        try:
            while await self._once(name, work, at):
                self._dispatcher.wake()
        except Exception as error:
            log.error("job failed", job=name, error=type(error).__name__)
        self._dispatcher.wake()

    async def _once(self, name: str, work: Callable[..., object], at: datetime) -> bool:
        """One transaction of the job; whether it has more to do."""
        ran = await self._database.writer.run(lambda tx: work(tx, at))
        if not isinstance(ran, Ran):
            return False
        for what, error in ran.failed.items():
            log.error("left out by a job", job=name, what=what, error=type(error).__name__)
        return ran.again
