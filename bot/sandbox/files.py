"""The shelf of uploaded files, and the pictures' sizes."""

import io
import mimetypes
import random
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from bot.sandbox.errors import ApiError, Json, bad_request
from bot.sandbox.state import FileRecord

DOWNLOAD_LIMIT = 20 * 1024 * 1024
"""Bytes a bot may download with getFile (Bot API, "getFile")."""
UPLOAD_LIMIT = 50 * 1024 * 1024
"""Bytes a bot may upload in one call (Bot API, "Sending files")."""
PHOTO_LIMIT = 10 * 1024 * 1024
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
THUMBNAIL = 320
OPUS_RATE = 48_000
"""Samples a second by which Ogg with Opus counts (RFC 7845)."""


@dataclass(frozen=True)
class Upload:
    """A file part of a call."""

    name: str
    data: bytes
    mime: str


class FileShelf:
    """Stored files by `file_id`; identifiers come from the seeded random generator."""

    def __init__(self, rng: random.Random) -> None:
        self._random = rng
        self.files: dict[str, FileRecord] = {}

    def add(self, folder: str, name: str, data: bytes, mime: str = "", size: int = 0) -> FileRecord:
        """Store a file; `size` (bytes) may claim more than there is."""
        number = len(self.files) + 1
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        record = FileRecord(
            file_id=f"AgAC{self._random.getrandbits(128):032x}",
            unique_id=f"AQAD{self._random.getrandbits(48):012x}",
            path=f"{folder}/file_{number}.{suffix}",
            mime=mime or mimetypes.guess_type(name)[0] or "application/octet-stream",
            size=size or len(data),
            data=data,
        )
        self.files[record.file_id] = record
        return record

    def get(self, file_id: str) -> FileRecord:
        """A file by id, or Telegram's refusal."""
        record = self.files.get(file_id)
        if record is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return record

    def by_path(self, path: str) -> FileRecord | None:
        """A file by the path that getFile gave."""
        return next((file for file in self.files.values() if file.path == path), None)

    def photo(self, data: bytes) -> list[Json]:
        """Store a picture in Telegram's sizes, smallest first: `PhotoSize` objects."""
        picture = _open(data)
        sizes = []
        if max(picture.size) > THUMBNAIL:
            small = picture.convert("RGB")
            small.thumbnail((THUMBNAIL, THUMBNAIL))
            buffer = io.BytesIO()
            small.save(buffer, "JPEG", quality=85)
            sizes.append(self._photo_size(buffer.getvalue(), small.size, "jpg"))
        suffix = (picture.format or "jpg").lower().replace("jpeg", "jpg")
        return [*sizes, self._photo_size(data, picture.size, suffix)]

    def voice(self, data: bytes, seconds: int = 0) -> Json:
        """Store a voice message: a `Voice` object. Telegram finds the length out by itself."""
        record = self.add("voice", "voice.oga", data, "audio/ogg")
        known = seconds or round(_last_granule(data) / OPUS_RATE)
        return {**self.identity(record), "duration": known, "mime_type": record.mime}

    def _photo_size(self, data: bytes, size: tuple[int, int], suffix: str) -> Json:
        record = self.add("photos", f"photo.{suffix}", data)
        return {**self.identity(record), "width": size[0], "height": size[1]}

    @staticmethod
    def identity(record: FileRecord) -> Json:
        """The fields every file object has."""
        return {
            "file_id": record.file_id,
            "file_unique_id": record.unique_id,
            "file_size": record.size,
        }


def _last_granule(data: bytes) -> int:
    """How many samples have been heard at the end of an Ogg file (RFC 3533, section 6)."""
    last = data.rfind(b"OggS")
    return int.from_bytes(data[last + 6 : last + 14], "little") if last >= 0 else 0


def _open(data: bytes) -> Image.Image:
    if len(data) > PHOTO_LIMIT:
        raise bad_request(
            f"file of size {len(data)} bytes is too big for a photo; "
            f"the maximum size is {PHOTO_LIMIT} bytes"
        )
    try:
        picture = Image.open(io.BytesIO(data))
        picture.load()
    except (UnidentifiedImageError, OSError) as error:
        raise bad_request("IMAGE_PROCESS_FAILED") from error
    width, height = picture.size
    if width + height > PHOTO_SIDES or max(width, height) > PHOTO_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return picture


def check_upload(total: int) -> None:
    """Refuse a call whose files together exceed the limit for uploads."""
    if total > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
