"""`/kantor`, a unit, *Kunci API*: the keys of its queue systems. Made, listed and revoked here.

A new key is shown in one message, whose words are not kept once it is sent.
"""

from __future__ import annotations

from handlers.message import Button, Text, When, body, button, rows
from handlers.turn import Turn, step
from models import offices, outbox
from models.outbox import Outgoing, Urgency
from models.visits import api_keys
from models.visits.api_keys import KEYS_LIMIT
from models.visits.tables import ApiKey

ACTION = "api-keys"


def listed(turn: Turn) -> None:
    """`api-keys:<unit>`."""
    turn.finish()
    unit_id = turn.integer(0)
    kept = api_keys.of_unit(turn.tx, unit_id, at=turn.at, by=turn.person_id)
    turn.say(
        "api-keys" if kept else "api-keys-none",
        edit=True,
        unit=offices.unit(turn.tx, unit_id).name,
        n=len(kept),
        buttons=[
            *rows(button(f"{one.name} (…{one.hint})", "api-key", one.id) for one in kept),
            [button(Text("button-api-key-new"), "api-key-new", unit_id)],
            [button(Text("button-back"), "unit-admin", unit_id)],
        ],
    )


def show(turn: Turn) -> None:
    """`api-key:<id>`."""
    key, unit = api_keys.one(turn.tx, turn.integer(0), at=turn.at, by=turn.person_id)
    turn.say(
        "api-key",
        edit=True,
        name=key.name,
        unit=unit.name,
        hint=key.hint,
        made=When(key.created_at, unit.zone),
        used=When(key.used_at, unit.zone) if key.used_at else Text("api-key-never"),
        buttons=[
            [button(Text("button-api-key-revoke"), "api-key-revoke", key.id)],
            _back(key.unit_id),
        ],
    )


# --- making


def new(turn: Turn) -> None:
    """`api-key-new:<unit>`: what is it for?"""
    unit_id = turn.integer(0)
    api_keys.of_unit(turn.tx, unit_id, at=turn.at, by=turn.person_id)
    turn.ask("api-key.name", unit=unit_id)


def _ask_name(turn: Turn) -> None:
    turn.say("api-key-name", limit=KEYS_LIMIT, buttons=[_back(turn.data["unit"])])


def _take_name(turn: Turn) -> None:
    unit_id = turn.data["unit"]
    key, secret = api_keys.make(turn.tx, unit_id, turn.input.text, at=turn.at, by=turn.person_id)
    turn.finish()
    _show_once(turn, key, secret)


def _show_once(turn: Turn, key: ApiKey, secret: str) -> None:
    """The only message with the secret: it does not ride, and is not kept when it is sent."""
    said = body(
        "api-key-made",
        {"name": key.name, "unit": offices.unit(turn.tx, key.unit_id).name, "secret": secret},
        buttons=[_back(key.unit_id)],
    )
    message = Outgoing(turn.person_id, said | {"once": True}, Urgency.REPLY)
    outbox.put(turn.tx, message, turn.at, update_id=turn.input.update_id)


NAME = step(_ask_name, _take_name, buttons=False)


# --- revoking


def revoke(turn: Turn) -> None:
    """`api-key-revoke:<id>`: really?"""
    key, _ = api_keys.one(turn.tx, turn.integer(0), at=turn.at, by=turn.person_id)
    yes = button(Text("button-api-key-revoke-yes"), "api-key-revoke-yes", key.id)
    no = button(Text("button-api-key-keep"), "api-key", key.id)
    turn.say("api-key-revoke", edit=True, name=key.name, hint=key.hint, buttons=rows([yes, no]))


def revoke_now(turn: Turn) -> None:
    """`api-key-revoke-yes:<id>`."""
    key = api_keys.revoke(turn.tx, turn.integer(0), at=turn.at, by=turn.person_id)
    turn.say("api-key-revoke-done", edit=True, name=key.name, buttons=[_back(key.unit_id)])


def _back(unit_id: int) -> list[Button]:
    return [button(Text("button-back"), ACTION, unit_id)]
