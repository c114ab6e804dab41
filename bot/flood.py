"""Who sends too much is slowed, then asked to wait. `models.flood` has the rules.

Most people send a few inputs a minute, and for them nothing is asked of the database: each process
remembers the inputs it has seen itself, and asks what all of them have seen only from the sixth in
a minute on. What it remembers may be forgotten at any time: the ledger knows.

Consent, its withdrawal and `/batal` count for nothing and are always heard. The parts of an album
are one input.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from handlers.turn import Input, Kind
from models import flood, people
from models.database import Transaction
from models.dialogs import Conversation
from models.flood import MINUTE, Limits
from models.intake import ASKED_TO_WAIT, REFUSED

UNASKED = 5  # inputs a minute of which only this process knows
REMEMBERED = 20_000  # people, before those who fell silent are forgotten
HEARD_COMMANDS = frozenset({"batal", "cancel", "privasi", "privacy"})
HEARD_BUTTONS = frozenset({"consent", "withdraw"})
HEARD_STEPS = frozenset({"start.consent"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of an input. `outcome` and `person_id` stand in the ledger."""

    person_id: int | None
    outcome: str | None = None  # none: it is worked on
    delay: timedelta = timedelta()  # of the reply


@dataclass(slots=True)
class _Seen:
    """What this process remembers of a person."""

    times: deque[datetime] = field(default_factory=deque)  # within the last minute
    album: str = ""
    waits_until: datetime | None = None


class Gate:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._people: dict[int, _Seen] = {}

    def judge(self, tx: Transaction, received: Input, who: Conversation, at: datetime) -> Verdict:
        """Let the input in, slow its reply, or have the person wait."""
        if _is_heard(received, who.step):
            return Verdict(None)
        seen = self._seen(who.person_id, at)
        if seen.waits_until is not None and at < seen.waits_until:
            return Verdict(who.person_id, REFUSED)
        if received.album and received.album == seen.album:
            return Verdict(None)
        seen.album = received.album or seen.album
        while seen.times and seen.times[0] <= at - MINUTE:
            seen.times.popleft()
        seen.times.append(at)
        if len(seen.times) <= UNASKED:
            return Verdict(who.person_id)
        return self._ask(tx, who.person_id, seen, at)

    def _ask(self, tx: Transaction, person_id: int, seen: _Seen, at: datetime) -> Verdict:
        """Judge by what all processes have seen."""
        pace, limits = flood.pace(tx, person_id, at), self._limits
        if pace.asked_at is not None:
            seen.waits_until = pace.asked_at + MINUTE
            return Verdict(person_id, REFUSED)
        if flood.delay(pace, limits) and people.authority(tx, person_id, at).appointments:
            limits = limits.of_staff()
        if flood.is_too_many(pace, limits):
            return Verdict(person_id, ASKED_TO_WAIT)
        return Verdict(person_id, delay=flood.delay(pace, limits))

    def _seen(self, person_id: int, at: datetime) -> _Seen:
        seen = self._people.get(person_id)
        if seen is None:
            if len(self._people) >= REMEMBERED:
                self._forget(at)
            seen = self._people[person_id] = _Seen()
        return seen

    def _forget(self, at: datetime) -> None:
        """Forget who sent nothing for a minute; if nobody did, everybody."""
        since = at - MINUTE
        kept = {p: s for p, s in self._people.items() if s.times and s.times[-1] > since}
        self._people = kept if len(kept) < REMEMBERED else {}


def _is_heard(received: Input, step: str | None) -> bool:
    """What a person can always do, however much was sent before."""
    if received.kind is Kind.COMMAND:
        return received.command in HEARD_COMMANDS
    if received.kind is not Kind.BUTTON:
        return False
    action = received.data.partition(":")[0]
    return action in HEARD_BUTTONS or (action.startswith("=") and step in HEARD_STEPS)
