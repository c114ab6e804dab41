"""`/kinerja`: the own record at any time, and for who leads the records of those led. Evidence, no
verdict: a line for each figure, what others have beside it, and no rank anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from handlers import figure_words, lists
from handlers.message import Button, Lines, Listed, Text, When, button, rows
from handlers.period_words import period_text
from handlers.turn import Kind, Turn
from models.appraisal import leaders
from models.appraisal.coaching import recognition
from models.appraisal.evidence import contests, trail
from models.appraisal.evidence.figures import Computed
from models.appraisal.evidence.trail import OwnRecord, Place
from models.appraisal.indicators import CATALOGUE, Measure, RecordKind
from models.appraisal.leaders import Standing
from models.appraisal.terms_tables import AppraisalPeriod
from models.errors import Refused
from models.people import Officer, Role

ROLES = (Role.OFFICER, Role.HEAD)

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("visits", ("visits_served", "visits_within", "visit_time")),
    (
        "cases",
        ("first_answer", "answered_in_a_day", "solved_on_time", "confirmed", "reopened"),
    ),
    (
        "voices",
        (
            "satisfaction_competence",
            "satisfaction_conduct",
            "satisfaction_time",
            "satisfaction",
            "unit_index",
        ),
    ),
)


def show(turn: Turn) -> None:
    """The command, and the button `record[:<officer>[:<period>]]`."""
    if turn.input.kind is Kind.BUTTON:
        turn.finish()
    officer_id, standing = whose(turn)
    where = trail.place(turn.tx, officer_id, turn.at)
    found = trail.record(turn.tx, officer_id, _period(turn, where), where, turn.at)
    turn.say(
        "record",
        edit=turn.input.kind is Kind.BUTTON and bool(turn.arguments),
        name=found.officer.name,
        period=period_text(found.period),
        state=state(found),
        lines=Lines([*_lines(found.figures.values()), *_recognised(turn, found)]),
        buttons=[*_figures(found), *_turning(turn, found), *_onward(turn, found, standing)],
    )


def whose(turn: Turn) -> tuple[int, Standing]:
    """The officer in the button, or who presses it, and what the reader is to the record."""
    officer_id = trail.own(turn.tx, turn.person_id, turn.at).id or 0
    if turn.arguments and "-Q" not in turn.arguments[0]:  # buttons once held the quarter alone
        officer_id = turn.integer(0)
    return officer_id, trail.reader(turn.tx, officer_id, turn.person_id, turn.at)


def _period(turn: Turn, where: Place) -> AppraisalPeriod:
    code = turn.arguments[-1] if turn.arguments else ""
    if len(turn.arguments) > 1 or "-Q" in code:
        return trail.coded(turn.tx, where, code, turn.at)
    current = trail.running(turn.tx, where, turn.at)
    if not current:
        raise Refused("record-no-period")
    return current[0]


def state(found: OwnRecord) -> Text:
    """Whether the figures still move."""
    zone = found.where.zone
    if found.snapshot is not None:
        at = When(found.snapshot.at, zone, "date")
        return Text("record-frozen", {"at": at, "version": found.snapshot.version})
    return Text("record-running", {"until": When(found.until, zone, "short-end")})


def _recognised(turn: Turn, found: OwnRecord) -> Iterator[Text]:
    """Recognitions of the period, as they were published in the office."""
    given = recognition.of_officer(turn.tx, found.officer.id or 0, found.period.id or 0)
    if given:
        yield Text("record-group-recognised")
    for one in given:
        at = When(one.at, found.where.zone, "date")
        yield Text("record-recognised", {"reason": one.reason, "by": one.by, "at": at})


# --- a line for each figure


def _lines(figures: Iterable[Computed]) -> Iterator[Text]:
    by_key = {one.key: one for one in figures}
    for name, keys in GROUPS:
        known = [by_key[key] for key in keys if key in by_key and _something(by_key[key])]
        if known:
            yield Text(f"record-group-{name}")
            yield from (line(one) for one in known if _enough(one))
            yield from _few([one for one in known if not _enough(one)])
    if not any(map(_something, by_key.values())):
        yield Text("record-nothing")


def _something(one: Computed) -> bool:
    return bool(one.inputs.records) or (
        CATALOGUE[one.key].of_unit and one.result.unit_value is not None
    )


def _enough(one: Computed) -> bool:
    shown = one.result.unit_value if CATALOGUE[one.key].of_unit else one.result.value
    return shown is not None


def _few(figures: Sequence[Computed]) -> Iterator[Text]:
    """Those below the minimum in one line: how many there are of how many."""
    counted = [
        Text(
            "figure-few-one",
            {
                "name": figure_words.name(one.key),
                "n": one.result.unit_n if CATALOGUE[one.key].of_unit else one.result.n,
                "least": CATALOGUE[one.key].minimum,
            },
        )
        for one in figures
    ]
    if counted:
        yield Text("figure-few-all", {"list": Listed(counted)})


def line(one: Computed) -> Text:
    """The figure with n and interval; beside it the second one, and the unit's others."""
    values = {"name": figure_words.name(one.key), "figure": _figure(one)}
    beside = list(_beside(one))
    if not beside:
        return Text("record-line", values)
    return Text("record-line-beside", values | {"beside": Lines(beside)})


def _figure(one: Computed) -> Text:
    measure, unit = CATALOGUE[one.key].measure, one.result.unit_value
    if CATALOGUE[one.key].of_unit and unit is not None:
        values = {"value": figure_words.amount(measure, unit), "n": one.result.unit_n}
        return Text("record-of-unit", values)
    return figure_words.figure(one.key, one.result)


def _beside(one: Computed) -> Iterator[Text]:
    known, result = CATALOGUE[one.key], one.result
    if result.without is not None:
        without = result.without.value
        few = Text("record-few-left")
        shown = few if without is None else figure_words.amount(known.measure, without)
        yield Text("record-without", {"value": shown, "n": result.without.n})
    if result.unit_value is not None and not known.of_unit and known.measure is not Measure.COUNT:
        unit = figure_words.amount(known.measure, result.unit_value)
        yield Text("record-others", {"value": unit})


# --- buttons


def _figures(found: OwnRecord) -> list[list[Button]]:
    arguments = (found.officer.id, trail.code(found.period))
    return rows(
        (
            button(figure_words.name(one.key), "record-one", *arguments, one.key)
            for one in found.figures.values()
            if _something(one)
        ),
        2,
    )


def _turning(turn: Turn, found: OwnRecord) -> list[list[Button]]:
    """The period before, and those of today that are not shown."""
    offered = [trail.earlier(turn.tx, found.period, turn.at)]
    offered += trail.running(turn.tx, found.where, turn.at)
    shown = trail.code(found.period)
    periods = {trail.code(one): one for one in offered if one is not None}
    return rows(
        (
            button(period_text(one), "record", found.officer.id, code)
            for code, one in periods.items()
            if code != shown
        ),
        2,
    )


def _onward(turn: Turn, found: OwnRecord, standing: Standing) -> list[list[Button]]:
    officer_id = found.officer.id or 0
    how = button(Text("button-record-how"), "record-how", officer_id, trail.code(found.period))
    if standing is not Standing.OWN:
        team = [button(Text("button-record-team"), "record-team")]
        below = [button(Text("button-record-below"), "record-team", officer_id)]
        leads = turn.has(Role.HEAD) and _leads(turn, officer_id)
        return [[how], *_files(found), *([below] if leads else []), team]
    last = [button(Text("button-contests"), "contests")]
    if turn.has(Role.HEAD) or _leads(turn, officer_id):  # somebody may be named without an office
        last.append(button(Text("button-record-team"), "record-team"))
    mine = [button(Text("button-own-words"), "own-words", found.period.id)]
    return [[how], *([] if found.snapshot else [mine]), *_files(found), last]


def _files(found: OwnRecord) -> list[list[Button]]:
    """The form, and once it is frozen the evidence."""
    arguments = (found.officer.id, found.period.id)
    form = [button(Text("button-form-pdf"), "form-pdf", *arguments)]
    frozen = [button(Text("button-form-zip"), "form-zip", *arguments)]
    return [form, frozen] if found.snapshot else [form]


def _leads(turn: Turn, officer_id: int) -> bool:
    return bool(leaders.led_by(turn.tx, officer_id, turn.at))


# --- how figures are counted; those who are led


def how(turn: Turn) -> None:
    """The button `record-how:<officer>:<period>`: what holds for every figure."""
    officer_id, _ = whose(turn)
    back = button(Text("button-record-back"), "record", officer_id, turn.arguments[1])
    turn.say("record-how", edit=True, buttons=[[back]])


def team(turn: Turn) -> None:
    """The button `record-team[:<leader>[:<page>]]`: whose records the reader may look at; of a
    leader below, those whom that one leads."""
    reader = trail.own(turn.tx, turn.person_id, turn.at)
    leader_id = turn.integer(0) if turn.arguments else reader.id or 0
    allowed = (Standing.OWN, Standing.LEADER)
    leaders.entitled(turn.tx, leader_id, turn.person_id, turn.at, *allowed)
    found = leaders.led_by(turn.tx, leader_id, turn.at)
    turn.say(
        "record-team",
        edit=True,
        n=len(found),
        buttons=[
            *lists.paged(found, lists.page_number(turn, 1), _member, "record-team", leader_id),
            [button(Text("button-record-own"), "record")],
        ],
    )


def _member(officer: Officer) -> Button:
    return button(officer.name, "record", officer.id)


def contested(turn: Turn, officer_id: int, kind: RecordKind, id_: int) -> Text | None:
    """How a contest of the fact stands; None: there is none."""
    known = contests.of_fact(turn.tx, officer_id, kind, id_)
    if known is None:
        return None
    if known.accepted is None:
        return Text("record-contest-open")
    return Text("record-contest-accepted" if known.accepted else "record-contest-refused")
