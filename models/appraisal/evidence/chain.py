"""The hashes of frozen figures and snapshots, so that anybody can compute them again.

One rule for both: the hash of a row is the SHA-256, in hex, of its canonical JSON, which has every
column of the row but the hash itself; of a figure's inputs it has their own hash, so that a chain
can be verified by somebody who may not read single ratings. Canonical JSON is what Python's
`json.dumps(row, sort_keys=True, separators=(",", ":"))` gives: keys in order, no spaces, everything
outside ASCII escaped, numbers as Python writes them (the shortest digits that give the same
number). Instants are ISO 8601 in UTC, such as "2026-11-23T07:30:00+00:00".

`previous` is the hash of the officer's figure (or snapshot) before, and `GENESIS` for the first, so
that none can be changed, left out or put in between without changing all that follow. A snapshot's
row has one key more: `last_figure`, the hash of its last figure, or null without figures.

A bundle that was exported is verified with this, `figures` in the order of their ids:

    import hashlib, json

    def digest(row):
        row = {key: value for key, value in row.items() if key != "hash"}
        text = json.dumps(row, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    bundle = json.load(open("record.json"))
    before = None
    for figure in bundle["figures"]:
        if "inputs" in figure:
            assert digest(figure.pop("inputs")) == figure["inputs_hash"], figure["indicator"]
        assert digest(figure) == figure["hash"], figure["indicator"]
        assert before in (None, figure["previous"]), figure["indicator"]
        before = figure["hash"]
    snapshot = bundle["snapshot"]
    assert snapshot["last_figure"] == before and snapshot["figures"] == len(bundle["figures"])
    assert digest(snapshot) == snapshot["hash"]
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

Row = dict[str, Any]

FIGURE = ("id", "snapshot_id", "officer_id", "indicator", "formula", "result", "previous")
SNAPSHOT = (
    "id",
    "officer_id",
    "period_id",
    "version",
    "unit_id",
    "plan_id",
    "at",
    "by_id",
    "reason",
    "content",
    "figures",
    "previous",
)


def canonical(value: Any) -> str:
    """One text for one value. ValueError: a number that is none (NaN, infinity)."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def plain(value: Any) -> Any:
    """The value as a JSON column gives it back: keys are texts, tuples lists."""
    return json.loads(json.dumps(value, allow_nan=False))


def figure_row(columns: Mapping[str, Any]) -> Row:
    """What the hash of a figure covers, ready for JSON."""
    row = {name: columns[name] for name in FIGURE}
    return row | {"inputs_hash": digest(columns["inputs"])}


def snapshot_row(columns: Mapping[str, Any], last_figure: str | None) -> Row:
    """What the hash of a snapshot covers, ready for JSON.

    last_figure: the hash of the last of its figures; None: it has none.
    """
    row = {name: columns[name] for name in SNAPSHOT}
    return row | {"at": instant(row["at"]), "last_figure": last_figure}


def instant(at: datetime) -> str:
    """ISO 8601 in UTC."""
    return at.astimezone(UTC).isoformat()


def digest(row: Mapping[str, Any]) -> str:
    """The hash of a row that `figure_row` or `snapshot_row` made, or of the inputs of a figure."""
    return hashlib.sha256(canonical(row).encode()).hexdigest()
