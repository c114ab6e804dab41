"""Where the cleaned copies are kept: a folder beside the database, or an S3-compatible store.

A name is random, is given to a file before it is fetched, and says nothing about it; its bytes
never change. Writing the same name again is harmless, so a worker that was killed simply starts
over.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.settings import Settings

if TYPE_CHECKING:
    from obstore.store import S3Store

NAME = re.compile(r"[0-9a-f]{32}")


class StorageAway(Exception):
    """The storage cannot be reached or written now; it may be later."""


class FileMissing(Exception):
    """The storage is there and has no such file."""


class Storage(Protocol):
    async def put(self, name: str, data: bytes) -> None:
        """Keep the bytes, all or nothing, durably before this returns. Raises StorageAway."""
        ...

    async def get(self, name: str) -> bytes:
        """The bytes kept under the name. Raises StorageAway or FileMissing."""
        ...

    async def delete(self, name: str) -> None:
        """Remove the bytes; nothing when there are none. Raises StorageAway."""
        ...


def opened(settings: Settings) -> Storage:
    """The storage the settings name; touches nothing yet."""
    return S3Storage(settings) if settings.files_s3_endpoint else DiskStorage(settings.files_folder)


async def probe(storage: Storage) -> None:
    """Write, read and remove a small file. Raises StorageAway, or FileMissing when what was
    written cannot be read."""
    name = secrets.token_hex(16)
    await storage.put(name, b"probe")
    if await storage.get(name) != b"probe":
        raise FileMissing
    await storage.delete(name)


def _place(name: str) -> str:
    """`ab/abcd…`: no folder grows large. Only our own names are ever a path."""
    if not NAME.fullmatch(name):
        raise ValueError("not a name of the storage")
    return f"{name[:2]}/{name}"


class DiskStorage:
    """A folder, readable by the bot's own user only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def put(self, name: str, data: bytes) -> None:
        await self._do(lambda: _write(self.folder, _place(name), data))

    async def get(self, name: str) -> bytes:
        try:
            return await asyncio.to_thread((self.folder / _place(name)).read_bytes)
        except FileNotFoundError:
            raise FileMissing from None
        except OSError as error:
            raise StorageAway(error.strerror) from error

    async def delete(self, name: str) -> None:
        await self._do(lambda: (self.folder / _place(name)).unlink(missing_ok=True))

    @staticmethod
    async def _do(work: Callable[[], None]) -> None:
        try:
            await asyncio.to_thread(work)
        except OSError as error:
            raise StorageAway(error.strerror) from error


def _write(folder: Path, place: str, data: bytes) -> None:
    """To another name first, then renamed: nobody ever sees half a file, and after a power cut it
    is there in full or not at all. Half a file that a kill left behind is written over."""
    target = folder / place
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = target.with_name(f"{target.name}.half")
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.rename(target)
    finally:
        half.unlink(missing_ok=True)
    for changed in (target.parent, folder):
        _sync(changed)


def _sync(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


class S3Storage:
    """A bucket of Amazon's S3 or of anything that speaks like it (MinIO, Garage, Ceph …)."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._made: S3Store | None = None

    @property
    def _store(self) -> S3Store:
        """Made when first used: the library is loaded only where it is wanted."""
        if self._made is None:
            from obstore.store import S3Store

            given = self._settings
            self._made = S3Store(
                given.files_s3_bucket,
                endpoint=given.files_s3_endpoint,
                region=given.files_s3_region,
                access_key_id=given.files_s3_key,
                secret_access_key=given.files_s3_secret.get_secret_value(),
                virtual_hosted_style_request=False,
                client_options={
                    "allow_http": given.files_s3_endpoint.startswith("http://"),
                    "timeout": "60s",
                },
                retry_config={"max_retries": 2},
            )
        return self._made

    async def put(self, name: str, data: bytes) -> None:
        with _away():
            await self._store.put_async(_place(name), data)

    async def get(self, name: str) -> bytes:
        with _away():
            try:
                found = await self._store.get_async(_place(name))
            except FileNotFoundError:
                raise FileMissing from None
            return bytes(await found.bytes_async())

    async def delete(self, name: str) -> None:
        with _away():
            await self._store.delete_async(_place(name))


@contextlib.contextmanager
def _away() -> Iterator[None]:
    from obstore.exceptions import BaseError

    try:
        yield
    except (BaseError, OSError) as error:
        # not the error's own words: they may hold the request, and with it what it was signed with
        raise StorageAway(type(error).__name__) from None
