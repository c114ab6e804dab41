"""Files made when a message is sent: charts, spreadsheets, posters.

A maker gets a read-only transaction, the recipient's language and the arguments stored in the
outbox; it runs in a reader thread and must give the same file for the same arguments.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from models.database import Transaction


@dataclass(frozen=True, slots=True)
class MadeFile:
    name: str
    content: bytes


Maker = Callable[[Transaction, str, dict[str, Any]], MadeFile]


def file_name(*words: str, ending: str) -> str:
    """A name of plain letters, digits and dashes that every phone can store."""
    clean = "".join(s if s.isascii() and s.isalnum() else " " for s in " ".join(words).lower())
    return f"{'-'.join(clean.split())[:80]}.{ending}"
