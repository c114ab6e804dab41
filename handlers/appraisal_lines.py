"""A frozen record as cards of a few lines for the chat: each planned result with its target, the
realisation by evidence and feedback; then the behaviours, other figures, notes and own words.

Nothing is added up, and nothing says which rating would fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from handlers import figure_words
from handlers.clipping import clip
from handlers.message import Lines, Number, Text, When
from models.appraisal.deciding.gathering import Behaviour, Gathered, IndicatorLine, ResultLine
from models.appraisal.deciding.queries import Entry
from models.appraisal.feedback.queries import NoteLine, Seen
from models.appraisal.feedback.tables import Relation
from models.appraisal.indicators import Against, Result
from models.appraisal.skp.tables import Source

LONGEST = 10  # lines of one message
SHORT = 220  # characters of a note or of what somebody wrote in a line

Card = tuple[Text, Lines]  # heading and lines


def cards(record: Gathered) -> list[Card]:
    """The whole record; there is always at least one card."""
    found = [*_results(record), *_behaviours(record), *_rest(record)]
    return found or [(Text("appraisal-card-empty"), Lines([]))]


def file(entries: Sequence[Entry], zone: str) -> list[Card]:
    """Every step of an appraisal, in order; a step and its words stay on one card."""
    found: list[list[Text]] = [[]]
    for lines in (list(_step(entry, zone)) for entry in entries):
        if len(found[-1]) + len(lines) > LONGEST:
            found.append([])
        found[-1] += lines
    return [(Text("appraisal-card-file"), Lines(lines)) for lines in found]


def _cut(heading: Text, lines: Sequence[Text]) -> Iterator[Card]:
    for start in range(0, len(lines), LONGEST):
        yield heading, Lines(lines[start : start + LONGEST])


# --- work


def _results(record: Gathered) -> Iterator[Card]:
    for result in record.results:
        heading = Text(
            f"appraisal-card-result-{result.block}", {"place": result.place, "text": result.text}
        )
        yield from _cut(heading, list(_result(result, record.zone)))


def _result(result: ResultLine, zone: str) -> Iterator[Text]:
    for line in result.indicators:
        yield Text(
            "appraisal-indicator",
            {
                "text": clip(line.text, SHORT),
                "target": target(line),
                "realised": realised(line),
                "against": _against(line),
            },
        )
        if line.indicator is not None:
            yield from _without(line.indicator, line.result)
    yield from _notes(result.notes, zone)


def target(line: IndicatorLine) -> Text:
    decimals = 0 if line.target == int(line.target) else 1
    values = {"value": Number(line.target, decimals), "measure": line.measure}
    return Text(f"appraisal-target-{line.direction}", values)


def realised(line: IndicatorLine) -> Text | str:
    """By evidence, or as the officer reported it, and then it says so."""
    if line.source is Source.SYSTEM and line.indicator is not None:
        return figure_words.figure(line.indicator, line.result)
    if line.reported is None and not line.words:
        return Text("appraisal-not-reported")
    told: dict[str, Text | str | int] = {"amount": "", "words": clip(line.words, SHORT)}
    if line.reported is not None:
        values = {"value": Number(line.reported, _decimals(line.reported)), "measure": line.measure}
        told["amount"] = Text("appraisal-amount", values)
    return Text("appraisal-reported", told | {"proofs": len(line.proofs)})


def _decimals(value: float) -> int:
    return 0 if value == int(value) else 2


def _against(line: IndicatorLine) -> Text | str:
    """What the interval says of the target: met, short, or not certain. No verdict on a person."""
    told = line.against is not None and line.against is not Against.NO_DATA  # that says the figure
    return Text(f"appraisal-against-{line.against}") if told else ""


# --- behaviour


def _behaviours(record: Gathered) -> Iterator[Card]:
    for behaviour in record.behaviours:
        lines = list(_behaviour(behaviour, record.zone))
        heading = Text("appraisal-card-value", {"value": Text(f"value-{behaviour.value}")})
        yield from _cut(heading, lines)


def _behaviour(behaviour: Behaviour, zone: str) -> Iterator[Text]:
    if behaviour.expectation:
        yield Text("appraisal-expected", {"words": clip(behaviour.expectation, SHORT)})
    for seen in behaviour.observed:
        yield _seen(seen)
        yield from (Text("appraisal-example", {"text": clip(one, SHORT)}) for one in seen.texts)
    for key, result in behaviour.figures:
        yield from _figure(key, result)
    yield from _notes(behaviour.notes, zone)


def _seen(seen: Seen) -> Text:
    relation = Text(f"appraisal-relation-{seen.relation}")
    if seen.levels is None:
        return Text("appraisal-seen-few", {"relation": relation})
    if seen.relation is Relation.LEADER and sum(seen.levels) == 1:
        level = Text(f"feedback-level-{seen.levels.index(1) + 1}")
        return Text("appraisal-seen-leader", {"relation": relation, "level": level})
    levels = {f"l{place}": number for place, number in enumerate(seen.levels, 1)}
    return Text("appraisal-seen", {"relation": relation, **levels})


# --- the rest


def _rest(record: Gathered) -> Iterator[Card]:
    others = [line for key, result in record.others for line in _figure(key, result)]
    yield from _cut(Text("appraisal-card-others"), others)
    yield from _cut(Text("appraisal-card-notes"), list(_notes(record.notes, record.zone)))
    if record.own_words:
        words = Text("appraisal-plain", {"text": clip(record.own_words, 2000)})
        yield Text("appraisal-card-own"), Lines([words])


def _figure(key: str, result: Result | None) -> Iterator[Text]:
    values = {"name": figure_words.name(key), "figure": figure_words.figure(key, result)}
    yield Text("appraisal-figure", values)
    yield from _without(key, result)


def _without(key: str, result: Result | None) -> Iterator[Text]:
    """The second figure under the first, where something was left out."""
    line = figure_words.without(key, result)
    if line is not None:
        yield Text("appraisal-beside", {"line": line})


def _notes(notes: Sequence[NoteLine], zone: str) -> Iterator[Text]:
    for note in notes:
        yield Text(
            f"appraisal-note-{note.kind}",
            {"at": _day(note.at, zone), "by": note.by, "text": clip(note.text, SHORT)},
        )


def _step(entry: Entry, zone: str) -> Iterator[Text]:
    """Who did what when, with the ratings and the words in lines of their own."""
    by = entry.by or Text("appraisal-clock")
    step = Text(f"appraisal-step-{entry.step}")
    yield Text("appraisal-entry", {"at": When(entry.at, zone), "step": step, "by": by})
    if entry.work is not None and entry.behaviour is not None:
        ratings = {
            "work": Text(f"expectation-{entry.work}"),
            "behaviour": Text(f"expectation-{entry.behaviour}"),
        }
        yield Text("appraisal-entry-ratings", ratings)
    if entry.predicate is not None:
        predicate = Text(f"predicate-{entry.predicate}")
        yield Text("appraisal-entry-predicate", {"predicate": predicate})
    if entry.words:
        yield Text("appraisal-entry-words", {"words": clip(entry.words, SHORT)})


def _day(at: datetime, zone: str) -> When:
    return When(at, zone, "date")
