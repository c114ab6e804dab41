"""Find a unit: by office, or by typing; a typing error does no harm."""

from __future__ import annotations

from rapidfuzz import fuzz, process, utils
from sqlmodel import col, select

from handlers import complain, lists, rate
from handlers.durations import duration_text
from handlers.links import public_page
from handlers.message import Button, Lines, Number, Text, When, button, rows
from handlers.turn import Turn, step
from models import offices
from models.database import Transaction
from models.errors import Refused
from models.offices import Service, Unit
from models.ratings import sums
from models.reports import public
from models.statistics import MINIMUM, Counts, mean_of

RATE, COMPLAIN, FIGURES = "r", "c", "f"  # what the unit is wanted for; stands in buttons
MATCHES = 6
GOOD_ENOUGH = 60  # of 100, rapidfuzz's WRatio
NEAR_BEST = 15  # what is further behind the best match is noise
OFFICE_ONLY = 20  # the town's name stands in every office's: it tells less than a unit's own name


def for_rating(turn: Turn) -> None:
    begin(turn, RATE)


def for_complaint(turn: Turn) -> None:
    begin(turn, COMPLAIN)


def for_figures(turn: Turn) -> None:
    begin(turn, FIGURES)


def begin(turn: Turn, purpose: str, draft: str = "") -> None:
    """Ask which unit is meant. `draft`: what the person already wrote."""
    turn.ask("find", purpose=purpose, draft=draft)


def again(turn: Turn) -> None:
    """The button that leads back to the list of offices."""
    begin(turn, turn.arguments[0], turn.data.get("draft", ""))


def _ask(turn: Turn) -> None:
    purpose = turn.data["purpose"]
    turn.say("find-unit", edit=True, buttons=_offices(turn, purpose))


def _offices(turn: Turn, purpose: str) -> list[list[Button]]:
    return rows(
        button(office.name, "office", office.id, purpose) for office in offices.offices(turn.tx)
    )


def _take(turn: Turn) -> None:
    purpose = turn.data["purpose"]
    found = search(turn.tx, turn.input.text)
    if not found:
        turn.say("find-nothing", query=turn.input.text[:60], buttons=_offices(turn, purpose))
    elif len(found) == 1:
        show(turn, found[0].id or 0, purpose)
    else:
        turn.say("find-matches", buttons=_listed(found, purpose) + _back(purpose))


ASK = step(_ask, _take)


def office(turn: Turn) -> None:
    """The button `office:<office>:<purpose>[:<page>]`: the units of an office."""
    office_id, purpose = turn.integer(0), turn.arguments[1]
    found = offices.units(turn.tx, office_id)
    key = "find-units" if found else "find-no-units"
    listed = lists.paged(
        found,
        lists.page_number(turn, 2),
        lambda unit: _unit_button(unit, purpose),
        "office",
        office_id,
        purpose,
    )
    turn.say(key, edit=True, buttons=listed + _back(purpose))


def unit(turn: Turn) -> None:
    if turn.arguments[1] != FIGURES and not turn.who.consented:
        raise Refused("consent-needed")
    show(turn, turn.integer(0), turn.arguments[1])


def show(turn: Turn, unit_id: int, purpose: str) -> None:
    """Go on with a unit: to the question, the complaint, or its public figures."""
    found = offices.unit(turn.tx, unit_id)
    if purpose == COMPLAIN:
        complain.begin(turn, unit_id=unit_id, text=turn.data.get("draft", ""))
    elif purpose == RATE:
        _close_keeping_draft(turn)
        rate.question(turn, found, counter=None, asked="search")
    else:
        _figures(turn, found)


def _close_keeping_draft(turn: Turn) -> None:
    """Found: what is typed now is no search any more. A tap on a score takes up the draft."""
    draft = turn.data.get("draft", "")
    turn.finish()
    if draft:
        turn.keep(draft=draft)


def search(tx: Transaction, query: str) -> list[Unit]:
    """Units whose name, office or services resemble the query, best first."""
    by_id = {unit.id: unit for unit in offices.units(tx)}
    names = {(unit.id, "name"): unit.name for unit in by_id.values()}
    homes = {office_.id: office_.name for office_ in offices.offices(tx)}
    for unit in by_id.values():
        if unit.office_id in homes:
            names[(unit.id, "office")] = f"{unit.name} {homes[unit.office_id]}"
    for service in tx.session.exec(select(Service).where(col(Service.closed_at).is_(None))):
        if service.unit_id in by_id:
            names[(service.unit_id, f"service {service.id}")] = service.name
    matches = process.extract(
        query,
        names,
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=None,
        score_cutoff=GOOD_ENOUGH,
    )
    scored = [(score - OFFICE_ONLY * (key[1] == "office"), key[0]) for _, score, key in matches]
    scored.sort(key=lambda found: -found[0])
    ranked = dict.fromkeys(key for score, key in scored if score >= scored[0][0] - NEAR_BEST)
    return [by_id[unit_id] for unit_id in list(ranked)[:MATCHES]]


def _figures(turn: Turn, found: Unit) -> None:
    """What anybody may know of a unit, without having agreed to anything. Whole weeks, as on the
    web: who looks before and after one citizen rates sees no difference."""
    days = public.weeks_before(turn.at, found.zone)
    counted = sums.counts(turn.tx, [found.id or 0], days.first, days.last)
    services = [
        Text("figures-service", {"name": s.name, "duration": duration_text(s.duration) or "–"})
        for s in turn.tx.session.exec(
            select(Service).where(Service.unit_id == found.id, col(Service.closed_at).is_(None))
        )
    ]
    turn.say(
        "figures-unit",
        edit=True,
        unit=found.name,
        weeks=public.WEEKS,
        last=When(days.end, found.zone, "day-end"),
        score=_score(counted),
        services=Lines(services or [Text("figures-no-services")]),
        buttons=[
            [button(Text("button-rate"), "unit", found.id, RATE)],
            [button(Text("button-complain"), "unit", found.id, COMPLAIN)],
            *_on_the_web(turn, found),
            *_back(FIGURES),
        ],
    )
    turn.finish()


def _score(counted: Counts) -> Text:
    mean = mean_of(counted)
    if mean is None:
        return Text("figures-few", {"n": sum(counted), "least": MINIMUM})
    told = {"mean": mean.mean, "low": mean.low, "high": mean.high}
    numbers = {name: Number(value, 2) for name, value in told.items()}
    return Text("figures-score", {**numbers, "n": mean.n})


def _on_the_web(turn: Turn, found: Unit) -> list[list[Button]]:
    """The link to the page with every figure, where its address is known."""
    if not turn.public_url:
        return []
    page = public_page(turn.public_url, found.id, turn.who.language)
    return [[Button(Text("button-public-page"), url=page)]]


def _listed(units: list[Unit], purpose: str) -> list[list[Button]]:
    return rows(_unit_button(unit, purpose) for unit in units)


def _unit_button(unit: Unit, purpose: str) -> Button:
    return button(unit.name, "unit", unit.id, purpose)


def _back(purpose: str) -> list[list[Button]]:
    return [[button(Text("button-other-unit"), "find", purpose)]]
