"""The parameters of one call, whichever way they came: JSON, a form or multipart."""

import json
from collections.abc import Mapping
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.files import Upload, check_upload

TRUE = {"true", "1", "yes", "t", "y"}


class Params:
    """Typed reading of parameters; in a form each value is a string, JSON where it is complex."""

    def __init__(
        self, values: Mapping[str, Any], uploads: Mapping[str, Upload] | None = None
    ) -> None:
        self.values = dict(values)
        self.uploads = dict(uploads or {})
        check_upload(sum(len(upload.data) for upload in self.uploads.values()))

    def text(self, name: str) -> str:
        """A string; empty when absent."""
        value = self.values.get(name)
        return "" if value is None else value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; `default` when absent or none, as Telegram's lenient reader does."""
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            return default

    def number(self, name: str) -> float:
        """A number; refused as a location's coordinate when it is none."""
        try:
            return float(self.values.get(name, ""))
        except (TypeError, ValueError) as error:
            raise bad_request(f"{name} is empty") from error

    def flag(self, name: str) -> bool:
        """A boolean; false when absent."""
        return str(self.values.get(name, "")).lower() in TRUE

    def json(self, name: str) -> Any:
        """A complex value: decoded when it came as a string; None when absent or empty."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {_spoken(name)} JSON object") from error

    def upload(self, name: str, value: object) -> Upload | None:
        """The file meant by `value` (`attach://part`), or sent directly as part `name`."""
        if isinstance(value, str) and value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://"))
        return self.uploads.get(name) if not value else None

    @property
    def chat_id(self) -> int | None:
        """The target chat when it is a number, else None."""
        try:
            return int(self.values["chat_id"])
        except (KeyError, TypeError, ValueError):
            return None


def _spoken(name: str) -> str:
    return name.replace("_", " ")
