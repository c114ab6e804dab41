"""The engine, the one Writer thread (group commit) and the read-only connections.

SQLite (WAL, `BEGIN IMMEDIATE`) and PostgreSQL (psycopg 3) behave alike here. All writing
goes through `Writer.run`: the work that is waiting is run piece by piece and committed together;
a piece that fails rolls back alone; the result is handed back after the commit.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import (
    Connection,
    DateTime,
    Dialect,
    Engine,
    Table,
    TypeDecorator,
    create_engine,
    event,
    exc,
    make_url,
)
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import CursorResult
from sqlalchemy.sql import Executable
from sqlmodel import Session, SQLModel

from models.errors import Refused

T = TypeVar("T")
Work = Callable[["Transaction"], T]

BATCH = 64  # pieces of work committed together at most
BUSY_TIMEOUT_MS = 10_000  # how long SQLite waits for another process's write

# The database is away or two writers got in each other's way: try again, nothing is wrong with
# the work itself.
TRANSIENT = (exc.OperationalError, exc.InterfaceError, exc.InternalError, exc.TimeoutError)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC instant. SQLite keeps it without the offset, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime: every instant carries its zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def table(model: type[SQLModel]) -> Table:
    """The Core table behind a model, for the statements every update runs."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


class Transaction:
    """A piece of work's view of the database: Core through `execute`, models by `session`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.promised = False  # a message waits for the sender (set by `outbox.put`)
        self._session: Session | None = None
        self._known: dict[Hashable, Any] = {}

    def once(self, key: Hashable, read: Callable[[], T]) -> T:
        """What does not change while this piece of work lasts, read when first asked for."""
        if key not in self._known:
            self._known[key] = read()
        return cast("T", self._known[key])

    def remember(self, key: Hashable, value: object) -> None:
        """What is known to be so now, in the place of what was read."""
        self._known[key] = value

    def forget(self, key: Hashable | None = None) -> None:
        """What was read once may have changed; None: all of it."""
        if key is None:
            self._known.clear()
        self._known.pop(key, None)

    def execute(
        self, statement: Executable, values: Any = None, *, flush: bool = True
    ) -> CursorResult[Any]:
        """Run a statement on what the session holds too; flush=False: it does not touch that."""
        if flush and self._session is not None:
            self._session.flush()
        return cast("CursorResult[Any]", self.connection.execute(statement, values))

    @property
    def session(self) -> Session:
        """Made when first asked for: the path of a rating never pays for it."""
        if self._session is None:
            self._session = Session(
                self.connection, join_transaction_mode="rollback_only", expire_on_commit=False
            )
        return self._session

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part that may be refused while what was done before it stays."""
        if self._session is not None:
            self._session.flush()
        part = self.connection.begin_nested()
        try:
            yield
            if self._session is not None:
                self._session.flush()
        except Refused:
            part.rollback()
            self.forget()
            self.close()  # what the session knows is not so any more
            raise
        part.commit()

    @contextmanager
    def apart(self) -> Iterator[None]:
        """A part that may fail in any way while what was done before it stays. It has a session of
        its own: rows loaded before it are not looked after in it, nor its rows afterwards."""
        self.finish()
        part = self.connection.begin_nested()
        try:
            yield
            self.finish()
        except TRANSIENT:
            raise  # a deadlock or a lost connection spoils the whole piece
        except Exception:
            self.forget()
            self.close()
            if part.is_active:  # a session whose flush failed has rolled it back already
                part.rollback()
            raise
        part.commit()

    def finish(self) -> None:
        if self._session is not None:
            self._session.flush()
        self.close()

    def close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None


@dataclass(slots=True)
class _Job(Generic[T]):
    work: Work[T]
    future: asyncio.Future[T]
    loop: asyncio.AbstractEventLoop
    result: T | None = None
    error: BaseException | None = None


class Writer:
    """The only thread of a process that writes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._queue: queue.SimpleQueue[_Job[Any] | None] = queue.SimpleQueue()
        self.commits = 0  # so far, and the pieces of work in them: their quotient is the batch
        self.pieces = 0
        self._thread = threading.Thread(target=self._serve, name="writer", daemon=True)
        self._thread.start()

    async def run(self, work: Work[T]) -> T:
        """Run `work` and return its result after the commit; its error after the rollback."""
        loop = asyncio.get_running_loop()
        job: _Job[T] = _Job(work, loop.create_future(), loop)
        self._queue.put(job)
        return await job.future

    def stop(self) -> None:
        """Finish what was handed in, then end the thread."""
        self._queue.put(None)
        self._thread.join()

    def _serve(self) -> None:
        while True:
            jobs, stopping = self._take()
            if jobs:
                self._run(jobs)
                for loop in {job.loop for job in jobs}:
                    mine = [job for job in jobs if job.loop is loop]
                    with suppress(RuntimeError):  # a loop that was closed waits for nothing
                        loop.call_soon_threadsafe(_settle, mine)
            if stopping:
                return

    def _take(self) -> tuple[list[_Job[Any]], bool]:
        jobs: list[_Job[Any]] = []
        first = self._queue.get()
        while first is not None:
            jobs.append(first)
            if len(jobs) == BATCH or self._queue.empty():
                return jobs, False
            first = self._queue.get()
        return jobs, True

    def _run(self, jobs: Sequence[_Job[Any]]) -> None:
        """One commit for all. Hardly ever does a piece fail, so none has a savepoint at first; when
        one failed, all is rolled back and run again with a savepoint for each. When the database
        itself stumbles over that (a deadlock), it is one commit for each."""
        try:
            self._commit(jobs, _run_piece)
        except Exception as error:
            if len(jobs) == 1:
                jobs[0].error = error
            else:
                self._run_apart(jobs)

    def _run_apart(self, jobs: Sequence[_Job[Any]]) -> None:
        try:
            self._commit(jobs, _run_in_savepoint)
        except Exception:
            for job in jobs:
                self._run([job])

    def _commit(
        self, jobs: Sequence[_Job[Any]], run: Callable[[Connection, _Job[Any]], None]
    ) -> None:
        with self._engine.begin() as connection:
            for job in jobs:
                job.error = job.result = None
                run(connection, job)
        self.commits += 1
        self.pieces += len(jobs)


def _run_piece(connection: Connection, job: _Job[Any]) -> None:
    transaction = Transaction(connection)
    try:
        job.result = job.work(transaction)
        transaction.finish()
    finally:
        transaction.close()


def _run_in_savepoint(connection: Connection, job: _Job[Any]) -> None:
    """A piece that fails rolls back alone."""
    savepoint = connection.begin_nested()
    try:
        _run_piece(connection, job)
        savepoint.commit()
    except TRANSIENT:
        raise  # a deadlock or a lost connection spoils the whole batch
    except Exception as error:
        if savepoint.is_active:  # a session whose flush failed has rolled it back already
            savepoint.rollback()
        job.error = error


def _settle(jobs: Sequence[_Job[Any]]) -> None:
    for job in jobs:
        if job.future.cancelled():
            continue
        if job.error is not None:
            job.future.set_exception(job.error)
        else:
            job.future.set_result(job.result)


class Database:
    """Engine for writing, engine for reading, one Writer, a small pool of readers."""

    def __init__(self, url: str, readers: int = 3) -> None:
        self.url = url
        self.engine = writing_engine(url)
        self._reading = reading_engine(url)
        self._pool = ThreadPoolExecutor(readers, thread_name_prefix="reader")
        self.writer = Writer(self.engine)

    async def read(self, work: Work[T]) -> T:
        """Run `work` on a read-only connection in the reader pool."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, self.read_now, work)

    def read_now(self, work: Work[T]) -> T:
        with self.reading() as transaction:
            return work(transaction)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        with self._reading.connect() as connection:
            transaction = Transaction(connection)
            try:
                yield transaction
            finally:
                transaction.close()

    def close(self) -> None:
        self.writer.stop()
        self._pool.shutdown()
        self.engine.dispose()
        self._reading.dispose()


def writing_engine(url: str) -> Engine:
    if make_url(url).get_backend_name() == "sqlite":
        return _sqlite_engine(url, "writing", ())
    return create_engine(url, pool_pre_ping=True, pool_size=2, hide_parameters=True)


def reading_engine(url: str) -> Engine:
    if make_url(url).get_backend_name() == "sqlite":
        return _sqlite_engine(url, "reading", ("PRAGMA query_only=ON",))
    readonly = {"postgresql_readonly": True}
    return create_engine(url, pool_pre_ping=True, execution_options=readonly, hide_parameters=True)


class ReadingSqlite(SQLiteDialect_pysqlite):
    """sqlite3 that begins when SQLAlchemy says so.

    A dialect of ours and not a listener for `begin`: engines with listeners of that kind look for
    more of them around every single statement.
    """

    supports_statement_cache = True
    beginning = "BEGIN"

    def do_begin(self, dbapi_connection: Any) -> None:
        dbapi_connection.execute(self.beginning)


class WritingSqlite(ReadingSqlite):
    """Takes the write lock at once: a reader that turns writer halfway could be refused."""

    supports_statement_cache = True
    beginning = "BEGIN IMMEDIATE"


registry.register("sqlite.reading", __name__, "ReadingSqlite")
registry.register("sqlite.writing", __name__, "WritingSqlite")


def _sqlite_engine(url: str, driver: str, pragmas: tuple[str, ...]) -> Engine:
    # parameters hold what citizens wrote: an error must not carry them into a log
    engine = create_engine(
        make_url(url).set(drivername=f"sqlite+{driver}"),
        connect_args={"check_same_thread": False},
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # `do_begin` decides, not sqlite3
        for pragma in (
            f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}",
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",  # an acknowledged update survives a power cut
            "PRAGMA foreign_keys=ON",
            *pragmas,
        ):
            connection.execute(pragma)

    return engine
