"""Hambatan luar: an officer claims an external cause, step by step."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers import instants, uploads
from handlers.instants import NOW
from handlers.message import Button, Text, When, button, rows
from handlers.turn import Kind, Turn, step
from models import offices
from models.complaints import access, cause_claims, cause_notices, causes
from models.complaints.casework import words
from models.complaints.cause_claims import Claim
from models.complaints.causes import CauseKind
from models.complaints.tables import Case
from models.errors import Refused

GOING_ON, ONE, EVERY = "open", "one", "every"
HOURS = (1, 3)  # offered as "an hour ago", "three hours later"
PROOF_LIMIT = 200  # characters


# --- kind, from, until, reason, proof, confirmation


def begin(turn: Turn) -> None:
    """The button `case-cause:<case>`."""
    case, _ = cause_claims.claimable(turn.tx, turn.integer(0), turn.person_id, turn.at)
    zone = access.unit_of(turn.tx, case.unit_id).zone
    turn.ask("cause.kind", case=case.id, ticket=case.ticket, zone=zone)


def _ask_kind(turn: Turn) -> None:
    kinds = [turn.choice(Text(f"cause-kind-{kind}"), kind.value) for kind in CauseKind]
    turn.say("cause-ask-kind", ticket=turn.data["ticket"], buttons=[*rows(kinds), _back(turn)])


def _take_kind(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON or turn.input.data not in set(CauseKind):
        turn.say("complain-choose")
        turn.ask_again()
        return
    turn.ask("cause.start", **turn.data | {"kind": turn.input.data})


def _ask_start(turn: Turn) -> None:
    offered = [
        turn.choice(Text("cause-ago", {"n": hours}), _stamp(turn.at - timedelta(hours=hours)))
        for hours in HOURS
    ]
    for key, days in (("cause-since-today", 0), ("cause-since-yesterday", 1)):
        opening = _opening(turn, days)
        if opening is not None and opening < turn.at:
            label = Text(key, {"at": When(opening, turn.data["zone"], "short")})
            offered.append(turn.choice(label, _stamp(opening)))
    turn.say("cause-ask-start", edit=True, buttons=[*rows(offered), _back(turn)])


def _opening(turn: Turn, days_ago: int) -> datetime | None:
    """When the unit opened on a day; None if it did not."""
    case = turn.tx.session.get_one(Case, turn.data["case"])
    calendar = offices.calendar_of(turn.tx, access.unit_of(turn.tx, case.unit_id))
    spans = calendar.spans(calendar.day_of(turn.at) - timedelta(days=days_ago))
    return spans[0][0] if spans else None


def _take_start(turn: Turn) -> None:
    start = instants.chosen(turn)
    cause_claims.check_span(start, None, turn.at)
    turn.ask("cause.end", **turn.data | {"start": start.isoformat()})


def _ask_end(turn: Turn) -> None:
    start, zone = _start(turn), turn.data["zone"]
    offered = [
        turn.choice(Text("cause-end-now"), NOW),
        turn.choice(Text("cause-end-open"), GOING_ON),
    ]
    for end in (start + timedelta(hours=hours) for hours in HOURS):
        if end < turn.at:
            label = Text("cause-until", {"at": When(end, zone, "short")})
            offered.append(turn.choice(label, _stamp(end)))
    turn.say(
        "cause-ask-end",
        edit=True,
        start=When(start, zone, "short"),
        buttons=[*rows(offered), _back(turn)],
    )


def _take_end(turn: Turn) -> None:
    end = None if turn.input.data == GOING_ON else instants.chosen(turn, _start(turn))
    cause_claims.check_span(_start(turn), end, turn.at)
    turn.ask("cause.reason", **turn.data | {"end": end.isoformat() if end else None})


def _ask_reason(turn: Turn) -> None:
    turn.say("cause-ask-reason", least=cause_claims.LEAST_REASON, buttons=[_back(turn)])


def _take_reason(turn: Turn) -> None:
    reason = words(turn.input.text, cause_claims.LEAST_REASON)
    turn.ask("cause.proof", **turn.data | {"reason": reason})


def _ask_proof(turn: Turn) -> None:
    turn.say("cause-ask-proof", buttons=[_back(turn)])


def _take_proof(turn: Turn) -> None:
    if _keep_proof(turn):
        turn.ask("cause.confirm", **turn.data)


def _keep_proof(turn: Turn) -> bool:
    """Keep a number or a file; False when the person was told why not, or an album goes on."""
    said = turn.input.text.strip()[:PROOF_LIMIT]
    if turn.input.kind is Kind.TEXT and len(said) < cause_claims.LEAST_PROOF:
        raise Refused("cause-no-proof")
    if said:
        turn.keep(proof=said)
    if turn.input.kind is Kind.TEXT:
        return True
    told = uploads.collect(turn)
    if told is not None and told != "upload-kept":
        turn.say(told, limit=cause_claims.MAX_FILES)
    return told == "upload-kept"


def _ask_confirm(turn: Turn) -> None:
    data, files = turn.data, len(uploads.kept(turn))
    others = _shareable(turn)
    sending = [turn.choice(Text("button-cause-send"), ONE)]
    if others:
        sending.append(turn.choice(Text("button-cause-send-every", {"n": others + 1}), EVERY))
    turn.say(
        "cause-confirm",
        ticket=data["ticket"],
        kind=Text(f"cause-kind-{data['kind']}"),
        span=_span(turn),
        reason=data["reason"],
        proof=data.get("proof") or Text("cause-proof-file", {"n": files}),
        buttons=[*rows(sending), _back(turn)],
    )


def _shareable(turn: Turn) -> int:
    case = turn.tx.session.get_one(Case, turn.data["case"])
    return cause_claims.shareable(turn.tx, case, turn.person_id, turn.at)


def _take_confirm(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON:
        if _keep_proof(turn):
            turn.ask_again()
        return
    view = cause_claims.claim(
        turn.tx,
        turn.data["case"],
        turn.person_id,
        _claim(turn),
        turn.at,
        every=turn.input.data == EVERY,
    )
    turn.finish()
    told = causes.anybody_decides(turn.tx, view.cause_id, turn.at)
    turn.say(
        "cause-claimed-told" if told else "cause-claimed-nobody",
        edit=True,
        tickets=cause_notices.tickets(view),
        decide_by=When(view.decide_by, view.zone),
        buttons=[[button(Text("button-case"), "case", view.cases[0][0])]],
    )


def _claim(turn: Turn) -> Claim:
    data = turn.data
    return Claim(
        kind=CauseKind(data["kind"]),
        start=_start(turn),
        end=datetime.fromisoformat(data["end"]) if data["end"] else None,
        reason=data["reason"],
        proof=data.get("proof", ""),
        files=uploads.uploads(turn),
    )


# --- beneath


def _start(turn: Turn) -> datetime:
    return datetime.fromisoformat(turn.data["start"])


def _span(turn: Turn) -> Text:
    data = turn.data
    start = When(_start(turn), data["zone"], "short")
    if not data["end"]:
        return Text("cause-span-open", {"start": start})
    end = When(datetime.fromisoformat(data["end"]), data["zone"], "short")
    return Text("cause-span", {"start": start, "end": end})


def _stamp(at: datetime) -> str:
    """An instant as the value of a choice: to the second, in the bounds of a button."""
    return at.replace(microsecond=0).isoformat()


def _back(turn: Turn) -> list[Button]:
    return [button(Text("button-case"), "case", turn.data["case"])]


KIND = step(_ask_kind, _take_kind)
START = step(_ask_start, _take_start)
END = step(_ask_end, _take_end)
REASON = step(_ask_reason, _take_reason)
PROOF = step(_ask_proof, _take_proof, Kind.TEXT, Kind.PHOTO, Kind.DOCUMENT)
CONFIRM = step(_ask_confirm, _take_confirm, Kind.TEXT, Kind.PHOTO, Kind.DOCUMENT)
