"""One-tap ratings by how citizens came to the question, so that each way stands by itself.

With a token (the single-use code of a visit), drawn by chance and asked, or without either: from a
poster, a link or a search.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from models.database import Transaction
from models.ratings import sums
from models.ratings.sums import Received
from models.ratings.tables import Asked
from models.reports.skm_figures import Channel
from models.small_numbers import withheld
from models.statistics import MINIMUM, Counts, mean_of

ALL = "all"
CHANNELS: Mapping[str, tuple[Asked, ...]] = {
    "visit": (Asked.VISIT,),
    "invited": (Asked.INVITED,),
    "self": (Asked.COUNTER, Asked.UNIT, Asked.SEARCH),
}


def received(tx: Transaction, unit_id: int, first: date, last: date) -> dict[str, Received]:
    """Everything a unit received on these days: `ALL`, then by channel."""
    found = sums.by_slice(tx, (unit_id,), first, last, (sums.ALL, *sums.ASKED))
    by_channel = {
        key: sums.total(found[asked] for asked in several if asked in found)
        for key, several in CHANNELS.items()
    }
    return {ALL: found.get(sums.ALL, sums.total(())), **by_channel}


def channels(found: Mapping[str, Received]) -> tuple[Channel, ...]:
    """Of what `received` found, in its order. A channel is not told of where it, or what the others
    leave of all, is of too few people."""
    whole, parts = found[ALL].counts, {key: found[key].counts for key in CHANNELS}
    return _channel(ALL, whole, told=True), *told_apart(parts)


def told_apart(parts: Mapping[str, Counts]) -> tuple[Channel, ...]:
    """The parts of a whole whose figures are told too."""
    untold = withheld({key: sum(counts) for key, counts in parts.items()})
    return tuple(_channel(key, counts, told=key not in untold) for key, counts in parts.items())


def _channel(key: str, counts: Counts, *, told: bool) -> Channel:
    n = sum(counts)
    if n and (n < MINIMUM or not told):
        return Channel(key, n, None, None)
    return Channel(key, n, counts, mean_of(counts))
