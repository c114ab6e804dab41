"""What a person may not do, said so that the person understands it."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """A rule said no: nothing was changed, and the person is told why.

    `key` names a text in `handlers/texts`; `values` fill it.
    """

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values: dict[str, Any] = values
