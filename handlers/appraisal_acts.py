"""What people type and choose about an appraisal: ratings with notes, an objection, an explanation,
a decision, an amendment.

One dialogue for all: the table ASKED says what each act asks, in order. The three ratings stand as
three equal buttons, lowest first, none marked; what was chosen is shown before it counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handlers import appraisal
from handlers.message import Lines, Text, When, button
from handlers.turn import Kind, Turn, step
from models.appraisal import matrix
from models.appraisal.deciding import acting, opening, operations, queries
from models.appraisal.deciding.contradictions import Contradiction
from models.appraisal.deciding.queries import May
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.matrix import Expectation
from models.errors import Refused

STOP, YES, OTHER = "stop", "yes", "other"
REASON = "reason"  # asked only where the evidence says the opposite
RATINGS = ("work", "behaviour")

# what each act asks; a rating is chosen, the rest is written
ASKED: dict[str, tuple[str, ...]] = {
    "rate": ("work", "work-note", "behaviour", "behaviour-note", REASON),
    "change": ("work", "behaviour", "decision", REASON, "sure"),
    "uphold": ("decision", "sure"),
    "object": ("objection",),
    "explain": ("explanation",),
    "reopen": ("reopening",),
    "amend": ("amendment",),
}
NEEDS = {"change": May.DECIDE, "uphold": May.DECIDE}


@dataclass(frozen=True, slots=True)
class Given:
    """What the dialogue has heard so far."""

    appraisal_id: int
    data: dict[str, str]

    @property
    def ratings(self) -> tuple[Expectation, Expectation]:
        return Expectation(self.data["work"]), Expectation(self.data["behaviour"])

    def words(self, name: str) -> str:
        return self.data.get(name, "")


# --- beginning


def begin(act: str) -> Callable[[Turn], None]:
    """The handler of the button `appraisal-<act>:<id>`."""

    def handler(turn: Turn) -> None:
        view = queries.read(turn.tx, turn.integer(0), turn.person_id, turn.at)
        needed = NEEDS[act] if act in NEEDS else May(act)
        if needed not in view.may:
            raise Refused("appraisal-not-now")
        _next(turn, {"id": view.appraisal_id, "act": act, "said": {}})

    return handler


rate, object_, explain = begin("rate"), begin("object"), begin("explain")
uphold, change = begin("uphold"), begin("change")
reopen, amend = begin("reopen"), begin("amend")


def decide(turn: Turn) -> None:
    """The button `appraisal-decide:<id>`: both sides, and the two ways to decide."""
    view = queries.read(turn.tx, turn.integer(0), turn.person_id, turn.at)
    objection = acting.objection_of(turn.tx, view.appraisal_id)
    if objection is None or May.DECIDE not in view.may:
        raise Refused("appraisal-not-now")
    number = view.appraisal_id
    turn.say(
        "appraisal-decide",
        officer=view.sheet.record.officer.name,
        words=objection.words,
        explanation=objection.explanation or Text("appraisal-unexplained"),
        until=When(objection.decide_until, view.sheet.record.zone, "full-end"),
        buttons=[
            [button(Text("button-appraisal-uphold"), "appraisal-uphold", number)],
            [button(Text("button-appraisal-change"), "appraisal-change", number)],
            [button(Text("button-back"), "appraisal", number)],
        ],
    )


# --- asking


def _next(turn: Turn, data: dict[str, object]) -> None:
    """Ask what is still missing; with everything said, do it."""
    found = _given(data)
    for name in ASKED[str(data["act"])]:
        if name in found.data:
            continue
        if name == REASON and not _contradicted(turn, found):
            continue
        turn.ask(_STEP.get(name, "appraisal.words"), **(data | {"asks": name}))
        return
    DO[str(data["act"])](turn, found)
    turn.finish()
    turn.say(f"appraisal-done-{data['act']}")
    appraisal.show_one(turn, found.appraisal_id, edit=False)


def _given(data: dict[str, object]) -> Given:
    said = data["said"]
    if not isinstance(said, dict):
        raise Refused("button-old")
    return Given(int(str(data["id"])), {str(name): str(word) for name, word in said.items()})


def _contradicted(turn: Turn, given: Given) -> tuple[Contradiction, ...]:
    found = turn.tx.session.get_one(Appraisal, given.appraisal_id)
    return operations.contradictions(turn.tx, found, *given.ratings)


def _said(turn: Turn, word: str) -> None:
    """Keep the answer to what was asked, and go on."""
    said = dict(turn.data["said"]) | {str(turn.data["asks"]): word}
    _next(turn, turn.data | {"said": said})


# --- a rating: three equal buttons


def _ask_rating(turn: Turn) -> None:
    axis = turn.data["asks"]
    view = queries.read(turn.tx, turn.data["id"], turn.person_id, turn.at)
    choices = [[turn.choice(Text(f"expectation-{one}"), one.value)] for one in Expectation]
    turn.say(
        f"appraisal-ask-{axis}",
        officer=view.sheet.record.officer.name,
        buttons=[*choices, [turn.choice(Text("button-stop"), STOP)]],
    )


def _take_rating(turn: Turn) -> None:
    if _stopped(turn):
        return
    _said(turn, Expectation(turn.input.data).value)


# --- words


def _ask_words(turn: Turn) -> None:
    asks = turn.data["asks"]
    given = _given(turn.data)
    told = [_contradiction(one) for one in _contradicted(turn, given)] if asks == REASON else []
    other = [[turn.choice(Text("button-appraisal-other"), OTHER)]] if asks == REASON else []
    turn.say(
        f"appraisal-ask-{asks}",
        least=operations.LEAST_WORDS,
        lines=Lines(told),
        buttons=[*other, [turn.choice(Text("button-stop"), STOP)]],
    )


def _contradiction(one: Contradiction) -> Text:
    """What the evidence says against a rating, in numbers; never which one would fit."""
    values = {
        "rating": Text(f"expectation-{one.rating}"),
        "against": one.against,
        "decided": one.decided,
    }
    return Text(f"appraisal-contradiction-{one.axis}-{one.rating}", values)


def _take_words(turn: Turn) -> None:
    if _stopped(turn):
        return
    if turn.input.kind is Kind.BUTTON:
        _rate_otherwise(turn)
        return
    _said(turn, operations.words(turn.input.text))


def _rate_otherwise(turn: Turn) -> None:
    """Both ratings are asked once more; what was written stays."""
    if turn.input.data != OTHER or turn.data["asks"] != REASON:
        raise Refused("button-old")
    said = {name: word for name, word in turn.data["said"].items() if name not in RATINGS}
    _next(turn, turn.data | {"said": said})


# --- the last look of the superior


def _ask_sure(turn: Turn) -> None:
    given = _given(turn.data)
    decided = [Text("appraisal-sure-uphold")]
    if turn.data["act"] == "change":
        work, behaviour = given.ratings
        values = {
            "work": Text(f"expectation-{work}"),
            "behaviour": Text(f"expectation-{behaviour}"),
            "predicate": Text(f"predicate-{matrix.predicate(work, behaviour)}"),
        }
        decided = [Text("appraisal-sure-change", values)]
    turn.say(
        "appraisal-ask-sure",
        lines=Lines(decided),
        words=given.words("decision"),
        buttons=[
            [turn.choice(Text("button-appraisal-sure"), YES)],
            [turn.choice(Text("button-stop"), STOP)],
        ],
    )


def _take_sure(turn: Turn) -> None:
    if _stopped(turn):
        return
    if turn.input.data != YES:
        raise Refused("button-old")
    _said(turn, YES)


def _stopped(turn: Turn) -> bool:
    if turn.input.kind is not Kind.BUTTON or turn.input.data != STOP:
        return False
    number = turn.data["id"]
    turn.finish()
    appraisal.show_one(turn, number)
    return True


# --- doing


def _rate(turn: Turn, given: Given) -> None:
    operations.rate(
        turn.tx,
        given.appraisal_id,
        *given.ratings,
        given.words("work-note"),
        given.words("behaviour-note"),
        turn.at,
        turn.person_id,
        given.words(REASON),
    )


def _change(turn: Turn, given: Given) -> None:
    operations.change(
        turn.tx,
        given.appraisal_id,
        *given.ratings,
        given.words("decision"),
        turn.at,
        turn.person_id,
        given.words(REASON),
    )


def _amend(turn: Turn, given: Given) -> None:
    found = turn.tx.session.get_one(Appraisal, given.appraisal_id)
    reason = given.words("amendment")
    opening.amend(turn.tx, found.officer_id, found.period_id, reason, turn.at, turn.person_id)


def _worded(operation: Callable[..., object], name: str) -> Callable[[Turn, Given], None]:
    """An act that takes only words."""

    def do(turn: Turn, given: Given) -> None:
        operation(turn.tx, given.appraisal_id, given.words(name), turn.at, turn.person_id)

    return do


DO: dict[str, Callable[[Turn, Given], None]] = {
    "rate": _rate,
    "change": _change,
    "uphold": _worded(operations.uphold, "decision"),
    "object": _worded(operations.object_to, "objection"),
    "explain": _worded(operations.explain, "explanation"),
    "reopen": _worded(operations.reopen, "reopening"),
    "amend": _amend,
}

_STEP = {"work": "appraisal.rating", "behaviour": "appraisal.rating", "sure": "appraisal.sure"}
RATING = step(_ask_rating, _take_rating, Kind.BUTTON)
WORDS = step(_ask_words, _take_words)
SURE = step(_ask_sure, _take_sure, Kind.BUTTON)
