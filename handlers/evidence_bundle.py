"""The evidence bundle of an officer and period: a ZIP that anybody can verify without this program.

The PDF, the figures and what each is made of as CSV, the rows of the hash chain as JSON, and a
README that says how to compute the hashes. Ratings and survey answers stand there as counts only:
one by one, in their order, they might tell who gave them.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from io import BytesIO, TextIOWrapper
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from handlers import figure_words
from handlers.export_files import SEPARATORS, harmless
from handlers.files import MadeFile, file_name
from handlers.message import Text, said
from models.appraisal.coaching import recognition
from models.appraisal.deciding import sheet
from models.appraisal.deciding.sheet import Sheet
from models.appraisal.evidence import chain, freezing
from models.appraisal.evidence.tables import Figure, Snapshot
from models.appraisal.indicators import CATALOGUE, Inputs, Record, RecordKind, Result
from models.database import Transaction

BY_CITIZENS = frozenset({RecordKind.RATING, RecordKind.ANSWER})
UNDATED = (2026, 1, 1, 0, 0, 0)  # the same bundle is the same file


def make(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """arguments: snapshot, the id of the version to bundle."""
    from handlers.appraisal_pdf import make as form  # fpdf2 takes half a second

    snapshot = tx.session.get_one(Snapshot, arguments["snapshot"])
    found = sheet.of_snapshot(tx, snapshot)
    given = recognition.of_officer(tx, snapshot.officer_id, snapshot.period_id)
    rows = list(freezing.figures(tx, snapshot.id or 0).values())
    files = {
        said(language, Text("bundle-file-pdf")): form(found, language, given),
        said(language, Text("bundle-file-figures")): _csv(language, _figures(language, rows)),
        said(language, Text("bundle-file-records")): _csv(language, _records(language, rows)),
        "record.json": chain.canonical(_chain(snapshot, rows)).encode(),
    }
    files["verify.py"] = VERIFY.encode()
    files["SHA256SUMS"] = _sums(files)
    files["README.txt"] = said(language, Text("bundle-readme", _told(found, snapshot))).encode()
    words = (said(language, Text("bundle-name")), found.record.officer.nip)
    period = said(language, Text(*found.period))
    return MadeFile(file_name(*words, period, ending="zip"), _zip(files))


def _told(found: Sheet, snapshot: Snapshot) -> dict[str, Any]:
    return {
        "name": found.record.officer.name,
        "nip": found.record.officer.nip,
        "period": Text(*found.period),
        "version": snapshot.version,
        "hash": snapshot.hash,
    }


# --- the chain


def _chain(snapshot: Snapshot, rows: Sequence[Figure]) -> dict[str, Any]:
    last = rows[-1].hash if rows else None
    row = chain.snapshot_row(snapshot.model_dump(), last) | {"hash": snapshot.hash}
    return {"snapshot": row, "figures": [_link(figure) for figure in rows]}


def _link(figure: Figure) -> dict[str, Any]:
    """A figure as its hash covers it; with its inputs where they name no citizen's act."""
    row = chain.figure_row(figure.model_dump()) | {"hash": figure.hash}
    return row if _witnessed(figure) else row | {"inputs": figure.inputs}


def _witnessed(figure: Figure) -> bool:
    return CATALOGUE[figure.indicator].kind in BY_CITIZENS


# --- the tables


def _figures(language: str, rows: Iterable[Figure]) -> Iterable[Sequence[Any]]:
    columns = ("figure", "key", "formula", "n", "value", "low", "high", "without", "others", "hash")
    yield _heading(language, columns)
    for row in rows:
        result = Result.from_json(row.result)
        without = result.without.value if result.without else None
        yield (
            said(language, figure_words.name(row.indicator)),
            row.indicator,
            row.formula,
            result.n,
            result.value,
            result.low,
            result.high,
            without,
            result.unit_value,
            row.hash,
        )


def _records(language: str, rows: Iterable[Figure]) -> Iterable[Sequence[Any]]:
    columns = ("key", "kind", "id", "score", "minutes", "running", "set-aside", "count")
    yield _heading(language, columns)
    for row in rows:
        records = Inputs.from_json(row.inputs).records
        yield from _counted(row, records) if _witnessed(row) else _listed(row, records)


def _listed(row: Figure, records: Iterable[Record]) -> Iterable[Sequence[Any]]:
    for one in records:
        told = (one.score, one.minutes, one.running, one.set_aside)
        yield (row.indicator, one.kind.value, one.id, *told, 1)


def _counted(row: Figure, records: Iterable[Record]) -> Iterable[Sequence[Any]]:
    counts = Counter((one.kind.value, one.score, one.set_aside) for one in records)
    for (kind, score, aside), n in sorted(counts.items(), key=str):
        yield row.indicator, kind, None, score, None, None, aside, n


def _heading(language: str, names: Iterable[str]) -> Sequence[str]:
    return [said(language, Text(f"bundle-column-{name}")) for name in names]


def _csv(language: str, rows: Iterable[Sequence[Any]]) -> bytes:
    stream = BytesIO()
    text = TextIOWrapper(stream, "utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=SEPARATORS[language])
    writer.writerows([[_cell(language, value) for value in row] for row in rows])
    text.flush()
    return stream.getvalue()


def _cell(language: str, value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float):  # every digit, with the sign the spreadsheet expects
        return repr(value).replace(".", ",") if language == "id" else repr(value)
    return harmless(value) if isinstance(value, str) else value


# --- the archive


def _sums(files: dict[str, bytes]) -> bytes:
    """As `sha256sum --check` reads it."""
    lines = [f"{hashlib.sha256(made).hexdigest()}  {name}" for name, made in files.items()]
    return ("\n".join(lines) + "\n").encode()


def _zip(files: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
        for name, made in files.items():
            packed.writestr(ZipInfo(name, UNDATED), made, ZIP_DEFLATED)
    return stream.getvalue()


VERIFY = """import hashlib, json

def digest(row):
    row = {key: value for key, value in row.items() if key != "hash"}
    text = json.dumps(row, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()

bundle = json.load(open("record.json", encoding="utf8"))
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
print("sound", snapshot["hash"])
"""
