"""Where files are kept: on disk, and in an S3-compatible store that checks every signature."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.files.storage import (
    DiskStorage,
    FileMissing,
    S3Storage,
    Storage,
    StorageAway,
    opened,
    probe,
)
from bot.settings import BadSetting, Settings, load
from tests.architecture.sources import ROOT
from tests.s3_server import EMPTY, S3, Signed, serving, signature

NAME, OTHER = "ab" * 16, "cd" * 16
KEY, SECRET = "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"


def s3_settings(address: str, **changes: str) -> Settings:
    given = {
        "files_s3_endpoint": address,
        "files_s3_bucket": "warga",
        "files_s3_region": "ap-southeast-3",
        "files_s3_key": KEY,
        "files_s3_secret": SECRET,
    }
    return load(_env_file=None, **(given | changes))


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def s3() -> S3:
    return S3("warga", KEY, SECRET, "ap-southeast-3")


@pytest.fixture(params=["disk", "s3"])
async def storage(request: pytest.FixtureRequest, tmp_path: Path, s3: S3) -> AsyncIterator[Storage]:
    if request.param == "disk":
        yield DiskStorage(tmp_path / "files")
        return
    async with serving(s3) as address:
        yield S3Storage(s3_settings(address))
    assert s3.refused == 0


async def test_what_is_put_can_be_got_and_put_again(storage: Storage) -> None:
    data = os.urandom(300_000)
    await storage.put(NAME, b"first")
    await storage.put(NAME, data)
    await storage.put(OTHER, b"")
    assert await storage.get(NAME) == data
    assert await storage.get(OTHER) == b""


async def test_what_is_not_there_is_missing_not_away(storage: Storage) -> None:
    with pytest.raises(FileMissing):
        await storage.get(NAME)
    await storage.delete(NAME)


async def test_what_is_deleted_is_gone(storage: Storage) -> None:
    await storage.put(NAME, b"x")
    await storage.delete(NAME)
    with pytest.raises(FileMissing):
        await storage.get(NAME)


@pytest.mark.parametrize("name", ["../../etc/passwd", "ab/cd", "", "AB" * 16, "ab" * 17])
async def test_only_our_own_names_lead_anywhere(storage: Storage, name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        await storage.get(name)


async def test_the_probe_leaves_nothing(storage: Storage, tmp_path: Path, s3: S3) -> None:
    await probe(storage)
    assert s3.objects == {}
    assert files_in(tmp_path) == []


# --- disk


async def test_files_are_the_bots_own(tmp_path: Path) -> None:
    await DiskStorage(tmp_path / "files").put(NAME, b"x")
    kept = tmp_path / "files" / "ab" / NAME
    assert kept.read_bytes() == b"x"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


async def test_a_write_that_fails_leaves_the_old_file_and_no_half_one(tmp_path: Path) -> None:
    storage = DiskStorage(tmp_path / "files")
    await storage.put(NAME, b"whole")
    kept = tmp_path / "files" / "ab" / NAME
    kept.unlink()
    kept.mkdir()  # the rename cannot succeed
    with pytest.raises(StorageAway):
        await storage.put(NAME, b"new")
    assert list((tmp_path / "files" / "ab").iterdir()) == [kept]


async def test_a_folder_that_cannot_be_made_is_away(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("a file stands in the way")
    with pytest.raises(StorageAway):
        await DiskStorage(tmp_path / "files").put(NAME, b"x")


def test_the_folder_stands_beside_the_database(tmp_path: Path) -> None:
    beside = load(_env_file=None, database_url=f"sqlite:///{tmp_path}/warga.db")
    assert beside.files_folder == tmp_path / "files"
    assert isinstance(opened(beside), DiskStorage)
    elsewhere = load(_env_file=None, files_dir=str(tmp_path / "x"))
    assert elsewhere.files_folder == tmp_path / "x"


# --- S3


@pytest.mark.parametrize(
    ("request_", "names", "scope", "at", "expected"),
    [
        (  # "get-vanilla" of the Signature Version 4 test suite
            Signed(
                "GET",
                "/",
                "",
                {"host": "example.amazonaws.com", "x-amz-date": "20150830T123600Z"},
                EMPTY,
            ),
            "host;x-amz-date",
            "20150830/us-east-1/service/aws4_request",
            "20150830T123600Z",
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        ),
        (  # "GET Object" of the S3 API reference
            Signed(
                "GET",
                "/test.txt",
                "",
                {
                    "host": "examplebucket.s3.amazonaws.com",
                    "range": "bytes=0-9",
                    "x-amz-content-sha256": EMPTY,
                    "x-amz-date": "20130524T000000Z",
                },
                EMPTY,
            ),
            "host;range;x-amz-content-sha256;x-amz-date",
            "20130524/us-east-1/s3/aws4_request",
            "20130524T000000Z",
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        ),
    ],
)
def test_the_judge_agrees_with_the_published_examples(
    request_: Signed, names: str, scope: str, at: str, expected: str
) -> None:
    secret = SECRET if "service" in scope else SECRET.replace("MDENG+b", "MDENG/b")
    assert signature(request_, names, secret, scope, at) == expected


async def test_a_wrong_secret_is_refused_and_is_no_missing_file(s3: S3) -> None:
    async with serving(s3) as address:
        storage = S3Storage(s3_settings(address, files_s3_secret="wrong"))
        with pytest.raises(StorageAway) as told:
            await storage.put(NAME, b"x")
        with pytest.raises(StorageAway):
            await storage.get(NAME)
    assert s3.objects == {}
    assert s3.refused == 2
    assert "wrong" not in str(told.value)


async def test_an_object_has_its_random_name_in_the_bucket(s3: S3) -> None:
    async with serving(s3) as address:
        await S3Storage(s3_settings(address)).put(NAME, b"x")
    assert s3.objects == {f"ab/{NAME}": b"x"}


async def test_a_store_that_stumbles_is_asked_again(s3: S3) -> None:
    s3.failing = 1
    async with serving(s3) as address:
        await S3Storage(s3_settings(address)).put(NAME, b"x")
    assert len(s3.seen) == 2


async def test_a_store_that_is_not_there_is_away() -> None:
    storage = S3Storage(s3_settings("http://127.0.0.1:9"))
    with pytest.raises(StorageAway):
        await storage.put(NAME, b"x")


def test_the_library_is_loaded_only_where_it_is_wanted() -> None:
    asked = "import sys, bot.app; print('obstore' in sys.modules, 'pypdf' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "False False"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"files_s3_bucket": ""}, "FILES_S3_ENDPOINT: needs FILES_S3_BUCKET"),
        ({"files_s3_secret": ""}, "FILES_S3_ENDPOINT: needs FILES_S3_BUCKET"),
        ({"files_s3_endpoint": "s3.example"}, "FILES_S3_ENDPOINT: must start with https://"),
    ],
)
def test_half_a_setting_is_one_clear_line(changes: dict[str, str], words: str) -> None:
    with pytest.raises(BadSetting, match=words):
        s3_settings("https://s3.example", **changes)


def test_the_secret_is_not_printed() -> None:
    assert SECRET not in repr(s3_settings("https://s3.example"))
