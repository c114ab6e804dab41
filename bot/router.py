"""One update = one transaction = one Turn.

The router knows how to find a handler, never what the handler does. What a handler raises decides
what becomes of the update: `Refused` is said to the person; a database that is away means try
later; anything else is tried three times and then parked, so that the queue moves on.
"""

from __future__ import annotations

import json
import secrets
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

import structlog

from bot import metrics
from bot.clock import Clock
from bot.flood import Gate, Verdict
from handlers.message import body
from handlers.turn import Handler, Input, Kind, Route, Step, Turn
from models import dialogs, intake, outbox
from models.database import TRANSIENT, Transaction, Writer
from models.dialogs import Conversation
from models.errors import Refused
from models.flood import Limits
from models.intake import ASKED_TO_WAIT
from models.outbox import Outgoing, Urgency
from models.people import pseudonym

log = structlog.get_logger()

TRIES = 3
REFERENCE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is misread


class Tables(Protocol):
    """What `bot.tables` holds."""

    COMMANDS: dict[str, Route]
    BUTTONS: dict[str, Route]
    STEPS: dict[str, Step]
    FALLBACKS: Mapping[Kind, Handler]
    ask_consent: Handler


@dataclass(frozen=True, slots=True)
class Reply:
    """What the transport may answer at once."""

    telegram_id: int
    language: str
    body: dict[str, Any] | None = None  # the reply that rides in the webhook's response
    alert: dict[str, Any] | None = None
    query_id: str = ""
    promised: bool = True  # a message waits for the sender
    flood: str = ""  # slowed, or why the update was not worked on


class Router:
    def __init__(
        self,
        writer: Writer,
        clock: Clock,
        tables: Tables,
        *,
        key: str,
        bot_name: str = "",
        public_url: str = "",
        limits: Limits | None = None,
    ) -> None:
        self._writer = writer
        self.clock = clock
        self.tables = tables
        self._key = key
        self.bot_name = bot_name
        self._public_url = public_url
        self._gate = Gate(limits or Limits())

    async def handle(
        self, received: Input, update: dict[str, Any], *, can_ride: bool = False
    ) -> Reply:
        """Handle an update durably: when this returns, it may be acknowledged.

        Raises one of `TRANSIENT` when the database is away: then it must not be.
        """
        for attempt in range(1, TRIES + 1):
            try:
                reply = await self._writer.run(lambda tx: self._turn(tx, received, can_ride))
                if reply.flood:
                    metrics.FLOOD.labels(reply.flood).inc()
                return reply
            except Refused as refused:
                return await self._refuse(received, refused)
            except TRANSIENT:
                raise
            except Exception as error:
                trace = traceback.format_exc()
                log.warning(
                    "update failed",
                    update_id=received.update_id,
                    attempt=attempt,
                    error=type(error).__name__,
                )
        return await self._park(received, json.dumps(update), trace)

    def _turn(self, tx: Transaction, received: Input, can_ride: bool) -> Reply:
        at = self.clock.now()
        who = self._who(tx, received, at)
        verdict = self._gate.judge(tx, received, who, at)
        if not intake.record(tx, received.update_id, at, verdict.person_id, verdict.outcome):
            return _again(tx, received)
        if verdict.outcome is not None:
            return _turned_away(tx, received, who, verdict, at)
        turn = self._open(tx, received, who, at, can_ride and not verdict.delay)
        self._dispatch(turn)
        turn.flush()
        if verdict.delay:
            outbox.delay(tx, received.update_id, who.person_id, at + verdict.delay)
        return Reply(
            received.telegram_id,
            turn.who.language,
            turn.rode,
            turn.alert,
            received.query_id,
            tx.promised,
            "slowed" if verdict.delay else "",
        )

    def _open(
        self, tx: Transaction, received: Input, who: Conversation, at: datetime, can_ride: bool
    ) -> Turn:
        if not who.reachable:
            outbox.mark_unreachable(tx, who.person_id, None)
        return Turn(
            tx=tx,
            at=at,
            input=received,
            who=who,
            steps=self.tables.STEPS,
            bot_name=self.bot_name,
            key=self._key,
            public_url=self._public_url,
            can_ride=can_ride,
            replay=self._replay,
        )

    def _who(self, tx: Transaction, received: Input, at: datetime) -> Conversation:
        known = dialogs.load(tx, received.telegram_id)
        if known is not None:
            return known
        name = pseudonym(self._key, received.telegram_id)
        return dialogs.enter(tx, received.telegram_id, name, received.language, at)

    def _replay(self, turn: Turn, received: Input) -> None:
        """Take up what a person wanted before a question came in between."""
        now = turn.input
        turn.input = replace(received, update_id=now.update_id, message_id=now.message_id)
        self._dispatch(turn)

    def _dispatch(self, turn: Turn) -> None:
        received = turn.input
        if received.kind is Kind.COMMAND and received.command in self.tables.COMMANDS:
            self._follow(turn, self.tables.COMMANDS[received.command])
        elif received.kind is Kind.BUTTON:
            self._press(turn)
        elif turn.who.step in self.tables.STEPS and received.kind is not Kind.COMMAND:
            _take(turn, self.tables.STEPS[turn.who.step])
        else:
            self.tables.FALLBACKS[received.kind](turn)

    def _press(self, turn: Turn) -> None:
        """Forged data may hold anything: what it breaks is no defect, and parks nothing."""
        try:
            self._pressed(turn)
        except (Refused, *TRANSIENT):
            raise
        except Exception as error:
            if turn.input.offered:
                raise
            log.warning(
                "button not understood",
                update_id=turn.input.update_id,
                error=type(error).__name__,
            )
            raise Refused("button-old") from None

    def _pressed(self, turn: Turn) -> None:
        action, *arguments = turn.input.data.split(":")
        if action.startswith("="):
            self._choose(turn, action[1:], ":".join(arguments))
        elif action in self.tables.BUTTONS:
            turn.arguments = tuple(arguments)
            self._follow(turn, self.tables.BUTTONS[action])
        else:
            turn.pop_up("button-old")

    def _choose(self, turn: Turn, serial: str, value: str) -> None:
        """A choice of a question: only the open question's buttons still count."""
        if turn.who.step not in self.tables.STEPS or serial != str(turn.who.serial):
            turn.pop_up("button-old")
            return
        turn.input = replace(turn.input, data=value)
        self.tables.STEPS[turn.who.step].take(turn)

    def _follow(self, turn: Turn, found: Route) -> None:
        if found.roles and not turn.has(*found.roles):
            raise Refused("not-for-you")
        if found.consent and not turn.who.consented:
            self.tables.ask_consent(turn)
            return
        found.handler(turn)

    async def _refuse(self, received: Input, refused: Refused) -> Reply:
        """The handler's effects are rolled back; what remains is the update and the reason."""

        def work(tx: Transaction) -> Reply:
            at = self.clock.now()
            who = self._who(tx, received, at)
            if not intake.record(tx, received.update_id, at, who.person_id):
                return _again(tx, received)
            turn = self._open(tx, received, who, at, can_ride=False)
            if received.kind is Kind.BUTTON:
                turn.pop_up(refused.key, modal=True, **refused.values)
            else:
                turn.say(refused.key, **refused.values)
            turn.flush()
            return Reply(
                received.telegram_id,
                turn.who.language,
                alert=turn.alert,
                query_id=received.query_id,
            )

        return await self._writer.run(work)

    async def _park(self, received: Input, payload: str, trace: str) -> Reply:
        reference = "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(6))

        def work(tx: Transaction) -> Reply:
            at = self.clock.now()
            who = self._who(tx, received, at)
            if not intake.record(tx, received.update_id, at, who.person_id):
                return _again(tx, received)
            intake.park(tx, received.update_id, reference, payload, trace, at)
            told = body("update-parked", {"reference": reference})
            outbox.put(tx, Outgoing(who.person_id, told, Urgency.REPLY), at)
            return Reply(received.telegram_id, who.language, query_id=received.query_id)

        reply = await self._writer.run(work)
        log.error("update parked", update_id=received.update_id, reference=reference)
        return reply


def _again(tx: Transaction, received: Input) -> Reply:
    """A redelivered update: no effect, but the reply that rode in its response rides again."""
    stored = outbox.rode(tx, received.update_id)
    if stored is None:
        return Reply(received.telegram_id, received.language, query_id=received.query_id)
    message, telegram_id, language = stored
    return Reply(telegram_id, language, message, query_id=received.query_id)


def _turned_away(
    tx: Transaction, received: Input, who: Conversation, verdict: Verdict, at: datetime
) -> Reply:
    """One input too many: the person is asked to wait, once; the open step stays as it is."""
    if verdict.outcome == ASKED_TO_WAIT:
        told = body("flood-wait", {"minutes": 1})
        outbox.put(tx, Outgoing(who.person_id, told, Urgency.AT_ONCE), at)
    return Reply(
        received.telegram_id,
        who.language,
        query_id=received.query_id,
        promised=tx.promised,
        flood="asked to wait" if verdict.outcome == ASKED_TO_WAIT else "refused",
    )


def _take(turn: Turn, step: Step) -> None:
    if turn.input.edited:
        turn.say("edited-not-read")
    elif turn.input.kind in step.accepts:
        step.take(turn)
    else:
        turn.say(f"wrong-{turn.input.kind.value}")
        turn.ask_again()
