"""The thread of a case as lines of a message; both sides see the same words."""

from __future__ import annotations

from handlers.message import Lines, Text, When
from models.complaints.queries import CaseView, Spoken
from models.complaints.tables import Side

SPOKEN = 6  # messages shown at once


def shown(case: CaseView, *, officer: str, citizen: str) -> Lines:
    """officer, citizen: text keys of their lines."""
    if not case.thread:
        return Lines([Text("thread-none")])
    keys = {Side.OFFICER: officer, Side.CITIZEN: citizen}
    lines = [_line(case, spoken, keys[spoken.side]) for spoken in case.thread[-SPOKEN:]]
    if len(case.thread) > SPOKEN:
        lines.insert(0, Text("thread-earlier", {"n": len(case.thread) - SPOKEN}))
    return Lines([Text("thread-head"), *lines])


def _line(case: CaseView, spoken: Spoken, key: str) -> Text:
    files = len(spoken.files)
    return Text(
        key,
        {
            "at": When(spoken.at, case.zone, "short"),
            "said": spoken.text,
            "files": Text("thread-files", {"n": files}) if files else "",
        },
    )
