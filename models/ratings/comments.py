"""What citizens wrote beside their ratings, as figures and in their own words.

A comment counts in the span in which it was written, also when it was rewritten or erased later:
what it was about then stays as a `FormerComment`, without its words. Words are quoted only of
ratings that count, redacted, and never where money, favours or abuse are reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from models.database import Transaction, table
from models.offices import Unit
from models.ratings.sums import Units
from models.ratings.tables import FormerComment, Rating, Standing

QUOTED = 50  # of an aspect, the newest: enough to find one that reads well
BETWEEN = ","  # aspects in their column: ",perilaku,waktu,"

_ratings, _former, _units = table(Rating), table(FormerComment), table(Unit)


@dataclass(frozen=True, slots=True)
class Said:
    """Comments of a span, at most one of each rating."""

    moods: Mapping[str | None, int]  # positive, neutral, negative; None: the reader abstained
    aspects: Mapping[str, int]  # in how many comments each is named


def codes(reading: Mapping[str, Any]) -> tuple[str | None, str]:
    """Sentiment and aspects as they stand in their columns; no words."""
    aspects = sorted({aspect["key"] for aspect in reading.get("aspects", ())})
    packed = BETWEEN.join(["", *aspects, ""]) if aspects else ""
    return reading.get("sentiment", {}).get("label"), packed


def unpacked(aspects: str) -> list[str]:
    """The keys in the column `aspects`."""
    return [key for key in aspects.split(BETWEEN) if key]


def retire(tx: Transaction, rating: Any) -> None:
    """The comment of this rating is about to be rewritten or erased: keep what it was about."""
    if rating.commented_at is not None:
        tx.session.add(
            FormerComment(
                rating_id=rating.id,
                unit_id=rating.unit_id,
                commented_at=rating.commented_at,
                sentiment=rating.sentiment,
                aspects=rating.aspects,
            )
        )


def erase(tx: Transaction, rating: Rating) -> None:
    """Nothing of the words stays, nor what lay behind the score; figures of the past do."""
    retire(tx, rating)
    rating.comment = rating.commented_at = rating.reading = rating.sentiment = rating.why = None
    rating.aspects = ""


def said_between(tx: Transaction, start: datetime, end: datetime, units: Units) -> Said:
    """What was written in [start, end)."""
    ids = _ids(tx, units)
    keys = (_ratings.c.sentiment, _ratings.c.aspects)
    standing = select(*keys, func.count().label("n")).where(*_written(_ratings, start, end, ids))
    moods, aspects = Counter[str | None](), Counter[str]()
    for row in [*tx.execute(standing.group_by(*keys)), *_former_ones(tx, start, end, ids)]:
        moods[row.sentiment] += row.n
        for key in unpacked(row.aspects):
            aspects[key] += row.n
    return Said(moods, aspects)


def quotes(tx: Transaction, start: datetime, end: datetime, units: Units, aspect: str) -> list[str]:
    """The words of the newest comments that name an aspect: the clause, or all of them."""
    newest = (  # read from the index alone
        select(_ratings.c.id)
        .where(
            *_written(_ratings, start, end, _ids(tx, units)),
            _ratings.c.aspects.contains(f"{BETWEEN}{aspect}{BETWEEN}"),
        )
        .order_by(_ratings.c.commented_at.desc(), _ratings.c.id.desc())
        .limit(QUOTED)
    )
    rows = tx.execute(
        select(_ratings.c.reading)
        .where(_ratings.c.id.in_(newest), _ratings.c.standing == Standing.COUNTED.value)
        .order_by(_ratings.c.commented_at.desc(), _ratings.c.id.desc())
    )
    read = [row.reading or {} for row in rows]
    return [
        clause or reading.get("redacted", "")
        for reading in read
        if not (reading.get("corruption") or reading.get("abuse"))
        for clause in _clauses(reading, aspect)
    ]


def _clauses(reading: Mapping[str, Any], aspect: str) -> list[str]:
    return [a.get("clause", "") for a in reading.get("aspects", ()) if a["key"] == aspect][-1:]


def _former_ones(tx: Transaction, start: datetime, end: datetime, ids: list[int]) -> list[Any]:
    """The latest of each rating that has no comment of this span any more."""
    stands = (_ratings.c.commented_at >= start) & (_ratings.c.commented_at < end)
    rows = tx.execute(
        select(_former.c.rating_id, _former.c.sentiment, _former.c.aspects, func.count().label("n"))
        .join_from(_former, _ratings, _ratings.c.id == _former.c.rating_id)
        .where(*_written(_former, start, end, ids), stands.is_not(True))
        .group_by(_former.c.id, _former.c.rating_id, _former.c.sentiment, _former.c.aspects)
        .order_by(_former.c.commented_at, _former.c.id)
    )
    return list({row.rating_id: row for row in rows}.values())


def _written(
    rows: Any, start: datetime, end: datetime, ids: list[int]
) -> list[ColumnElement[bool]]:
    return [rows.c.commented_at >= start, rows.c.commented_at < end, rows.c.unit_id.in_(ids)]


def _ids(tx: Transaction, units: Units) -> list[int]:
    """Named one by one, so that the index by unit and time serves all of them too."""
    return list(units) if units is not None else list(tx.execute(select(_units.c.id)).scalars())
