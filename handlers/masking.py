"""A citizen's words as others read them, and as they were written where that differs."""

from __future__ import annotations

from collections.abc import Iterable

import nlp
from handlers.masked import known_by
from handlers.turn import Turn
from models.complaints.casework import TEXT_LIMIT


def masked(
    turn: Turn, said: str, *, anonymous: bool, names: Iterable[str] = ()
) -> tuple[str, str | None]:
    """The words for others, and the original if something of it is hidden.

    Insults and personal data are hidden; of who is anonymous also everything the person is known
    by, and `names`, which were typed for this complaint.
    """
    known = (*known_by(turn.input), *filter(None, names)) if anonymous else ()
    shown = nlp.mask(said, known).text[:TEXT_LIMIT]
    return shown, (said if shown != said else None)
