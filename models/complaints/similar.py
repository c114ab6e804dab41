"""Which open cases tell of the same thing: by the words, the place and the time, scored together.

Two people seldom use the same words. The words are compared by their stems, in any order, and what
stands in every complaint ("petugas", "loket") counts half. A place nearby raises the score, one
far away lowers it; older cases are a little less likely. A score is from 0 to 100; what it is good
for was measured on pairs that people would write (tests/models/complaints/test_similar.py).

Only the newest open cases of one unit are looked at, by an index, and only masked words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Any

from rapidfuzz import fuzz, process, utils
from sqlalchemy import BindParameter, Row, bindparam, exists, select

from models.complaints import access
from models.complaints.states import State
from models.complaints.tables import Case, Follower
from models.complaints.word_stems import stems, weight
from models.database import Transaction, table
from models.errors import Refused

OFFERED = 3
TO_MERGE = 6  # officers look at more
WITHIN = timedelta(days=60)
LOOKED_AT = 300  # newest open cases of the unit
READ = 30  # of these, the likeliest by a rough look, are compared word by word
ROUGHLY = 45  # of 100
ALIKE = 65  # from this score on a case is offered
TWIN = 80  # from this score on the own case is taken for the same
RADIUS = 200  # metres: the same place
FAR = 1000  # metres: another place
EXCERPT = 120  # characters shown of another's case

NEAR_BY, FAR_AWAY = 15, -15  # points for the place
SAME_PLACE = 85  # of 100, rapidfuzz's token_set_ratio: the same place in words
OF_CATEGORY = 3  # points more for the same category, less for another
OF_AGE = 6  # points less at the end of `WITHIN`


@dataclass(frozen=True)
class Matter:
    """What a complaint is about, as far as others may read it."""

    unit_id: int
    category: str
    text: str
    latitude: float | None = None
    longitude: float | None = None
    place: str | None = None


@dataclass(frozen=True)
class Similar:
    """A case that resembles. Ticket and sender are for officers and the own citizen only."""

    case_id: int
    ticket: str
    category: str
    state: State
    received_at: datetime
    followers: int
    excerpt: str
    sender_name: str | None  # only of who chose to be named
    score: float


_cases, _followers = table(Case), table(Follower)
_SHOWN = (
    _cases.c.id,
    _cases.c.ticket,
    _cases.c.category,
    _cases.c.state,
    _cases.c.received_at,
    _cases.c.followers,
    _cases.c.text,
    _cases.c.reporter_name,
    _cases.c.latitude,
    _cases.c.longitude,
    _cases.c.place,
)
_NEWEST = (
    select(*_SHOWN)
    .where(
        _cases.c.unit_id == bindparam("unit_id"),
        _cases.c.resolved_at.is_(None),
        _cases.c.received_at >= bindparam("since"),
    )
    .order_by(_cases.c.received_at.desc())
    .limit(LOOKED_AT)
)
_person: BindParameter[int] = bindparam("person_id")
_FOLLOWED = exists().where(_followers.c.case_id == _cases.c.id, _followers.c.person_id == _person)
_TO_FOLLOW = _NEWEST.where(
    _cases.c.supervisory.is_(False),
    _cases.c.confidential.is_(False),
    _cases.c.reporter_id.is_distinct_from(_person),
    ~_FOLLOWED,
)
_OWN = (
    select(*_SHOWN)
    .where(
        _cases.c.reporter_id == _person,
        _cases.c.received_at >= bindparam("since"),
        _cases.c.resolved_at.is_(None),
        _cases.c.unit_id == bindparam("unit_id"),
    )
    .order_by(_cases.c.received_at.desc())
    .limit(LOOKED_AT)
)
_MERGEABLE = _NEWEST.where(
    _cases.c.supervisory == bindparam("supervisory"),
    _cases.c.id != bindparam("case_id"),
    _cases.c.reporter_id.is_distinct_from(_person),
    _cases.c.confidential.is_(False),
)


def to_follow(tx: Transaction, matter: Matter, person_id: int, at: datetime) -> list[Similar]:
    """Cases of others in the unit that the person may follow instead, the likeliest first.

    None that is confidential, the inspectorate's, the person's own, or followed already.
    """
    asked = {"unit_id": matter.unit_id, "person_id": person_id, "since": at - WITHIN}
    return _alike(tx.execute(_TO_FOLLOW, asked).all(), matter, at, ALIKE)[:OFFERED]


def own_twin(tx: Transaction, matter: Matter, person_id: int, at: datetime) -> Similar | None:
    """The person's own open case that tells nearly the same; None without one."""
    asked = {"unit_id": matter.unit_id, "person_id": person_id, "since": at - WITHIN}
    found = _alike(tx.execute(_OWN, asked).all(), matter, at, TWIN)
    return found[0] if found else None


def to_merge(tx: Transaction, case_id: int, person_id: int, at: datetime) -> list[Similar]:
    """Cases of the unit that this one could go on as, the likeliest first; none too unlike.

    Only for who may work on the case; of supervisory ones without their words, each reading of
    which is logged.
    """
    case = tx.session.get(Case, case_id)
    if case is None:
        raise Refused("case-unknown")
    access.entitled(tx, case, person_id, at)
    asked = {
        "unit_id": case.unit_id,
        "person_id": person_id,
        "since": at - WITHIN,
        "supervisory": case.supervisory,
        "case_id": case_id,
    }
    found = _alike(tx.execute(_MERGEABLE, asked).all(), of_case(case), at, ALIKE)[:TO_MERGE]
    return [replace(one, excerpt="") for one in found] if case.supervisory else found


def of_case(case: Case) -> Matter:
    return Matter(case.unit_id, case.category, case.text, case.latitude, case.longitude, case.place)


def score(one: Matter, other: Matter, age: timedelta = timedelta()) -> float:
    """How likely both tell of the same thing, 0 to 100; age: of the other case."""
    points = likeness(one.text, other.text) + _place_points(one, other)
    points += OF_CATEGORY if one.category == other.category else -OF_CATEGORY
    points -= OF_AGE * min(1.0, max(0.0, age / WITHIN))
    return max(0.0, min(100.0, points))


def likeness(one: str, other: str) -> float:
    """How alike the words are, 0 to 100."""
    first, second = stems(one), stems(other)
    if not first or not second:
        return 0.0
    lined = " ".join(first), " ".join(second)
    as_text = (fuzz.token_set_ratio(*lined) + fuzz.token_sort_ratio(*lined)) / 2
    return (as_text + _shared(set(first), set(second))) / 2


def excerpt(text: str) -> str:
    """The beginning of the words, cut between two of them."""
    line = " ".join(text.split())
    if len(line) <= EXCERPT:
        return line
    return f"{line[:EXCERPT].rpartition(' ')[0] or line[:EXCERPT]} …"


# --- beneath


def _alike(rows: Sequence[Row[Any]], matter: Matter, at: datetime, least: float) -> list[Similar]:
    scored = (
        (score(matter, _matter(matter.unit_id, row), at - row.received_at), row)
        for row in _likeliest(rows, matter.text)
    )
    kept = sorted((one for one in scored if one[0] >= least), key=lambda one: -one[0])
    return [
        Similar(
            case_id=row.id,
            ticket=row.ticket,
            category=row.category,
            state=State(row.state),
            received_at=row.received_at,
            followers=row.followers,
            excerpt=excerpt(row.text),
            sender_name=row.reporter_name,
            score=points,
        )
        for points, row in kept
    ]


def _likeliest(rows: Sequence[Row[Any]], text: str) -> Iterable[Row[Any]]:
    """A rough look at the letters, so that few are compared word by word."""
    found = process.extract(
        text,
        [row.text for row in rows],
        scorer=fuzz.token_set_ratio,
        processor=utils.default_process,
        limit=READ,
        score_cutoff=ROUGHLY,
    )
    return (rows[place] for _, _, place in found)


def _matter(unit_id: int, row: Row[Any]) -> Matter:
    return Matter(unit_id, row.category, row.text, row.latitude, row.longitude, row.place)


def _shared(first: set[str], second: set[str]) -> float:
    """How much of the weightier words both have, 0 to 100; a slip of the pen costs little."""
    fewer, more = sorted((first, second), key=lambda words: sum(map(weight, words)))
    found = sum(weight(word) * _found(word, more) for word in fewer)
    of_fewer, of_more = sum(map(weight, fewer)), sum(map(weight, more))
    return 50 * (2 * found / (of_fewer + of_more) + found / max(3, of_fewer))


def _found(word: str, words: set[str]) -> float:
    if word in words:
        return 1.0
    long_enough = len(word) >= 4
    near = long_enough and process.extractOne(word, words, scorer=fuzz.ratio, score_cutoff=78)
    return 0.8 if near else 0.0


def _place_points(one: Matter, other: Matter) -> int:
    metres = _metres(one, other)
    if metres is not None:
        return NEAR_BY if metres <= RADIUS else FAR_AWAY if metres > FAR else 0
    if one.place and other.place:
        same = fuzz.token_set_ratio(one.place, other.place, processor=utils.default_process)
        return NEAR_BY if same >= SAME_PLACE else 0
    return 0


def _metres(one: Matter, other: Matter) -> float | None:
    """The distance over ground; None when one of the points is not known."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return None
    return distance(
        (one.latitude or 0, one.longitude or 0), (other.latitude or 0, other.longitude or 0)
    )


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Metres between two points (latitude, longitude in degrees), by the haversine formula."""
    (north, east), (north_too, east_too) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((north_too - north) / 2) ** 2
    half += cos(north) * cos(north_too) * sin((east_too - east) / 2) ** 2
    return 2 * 6_371_000 * asin(sqrt(min(1.0, half)))
