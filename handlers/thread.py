"""The thread of a case as lines of a message; both sides see the same words."""

from __future__ import annotations

from handlers import clipping
from handlers.message import Lines, Text, When
from models.complaints.queries import CaseView, Spoken
from models.complaints.tables import Side

SPOKEN = 6  # messages shown at once
ROOM = 1500  # code units for them
LINE = 60  # what a line needs besides its words
PAGE = 3400  # code units of one page of the whole


def shown(case: CaseView, *, officer: str, citizen: str, room: int = ROOM) -> Lines:
    """The latest messages that fit. officer, citizen: text keys of their lines."""
    if not case.thread:
        return Lines([Text("thread-none")])
    keys = {Side.OFFICER: officer, Side.CITIZEN: citizen}
    lines: list[Text] = []
    for spoken in reversed(case.thread[-SPOKEN:]):
        if lines and clipping.length(spoken.text) + LINE > room:
            break
        lines.insert(0, _line(case, spoken, keys[spoken.side], clipping.clip(spoken.text, room)))
        room -= clipping.length(spoken.text) + LINE
    if len(case.thread) > len(lines):
        lines.insert(0, Text("thread-earlier", {"n": len(case.thread) - len(lines)}))
    return Lines([Text("thread-head"), *lines])


def whole(case: CaseView, *, officer: str, citizen: str) -> list[Lines]:
    """Everything that was written, in pages: the complaint, then each message."""
    keys = {Side.OFFICER: officer, Side.CITIZEN: citizen}
    own = Spoken(Side.CITIZEN, case.text, case.received_at, case.files)
    pages: list[list[Text]] = [[]]
    room = PAGE
    for spoken in (own, *case.thread):
        for piece in clipping.cut(spoken.text, PAGE - LINE):
            needed = clipping.length(piece) + LINE
            if needed > room:
                pages.append([])
                room = PAGE
            pages[-1].append(_line(case, spoken, keys[spoken.side], piece))
            room -= needed
    return [Lines(page) for page in pages]


def _line(case: CaseView, spoken: Spoken, key: str, said: str) -> Text:
    files = len(spoken.files)
    return Text(
        key,
        {
            "at": When(spoken.at, case.zone, "short"),
            "said": said,
            "files": Text("thread-files", {"n": files}) if files else "",
        },
    )
