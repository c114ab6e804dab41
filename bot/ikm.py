"""The IKM of a file of paper questionnaires on the command line. No settings, no database."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from bot.settings import BadSetting
from handlers.message import Listed, Number, Text, said
from models.errors import Refused
from models.ratings import ikm, paper_profile, paper_sheet, sampling
from models.ratings.ikm import ELEMENTS, ElementResult, Index, Numbering, Weighting
from models.ratings.paper_sheet import Fault, PaperSheet
from models.statistics import MINIMUM

FAULTS_SHOWN = 20
CELL_SHOWN = 60  # characters of what stands in the file
DECIMALS = 3  # of NRR, as reports print it
GAP = "  "


@dataclass(frozen=True, slots=True)
class Result:
    sheet: PaperSheet
    index: Index
    numbering: Numbering


def answer(arguments: argparse.Namespace) -> list[str]:
    """The lines to print; the last is such as `IKM 78.74 B`. `BadSetting` tells, in the language
    asked for, what is wrong with the file."""
    language = arguments.language
    if arguments.population is not None and arguments.population < 1:
        raise BadSetting("--population: how many people were served, 1 or more")
    numbering = Numbering(arguments.order)
    try:
        sheet = read(Path(arguments.file), numbering)
        result = Result(sheet, _index(sheet, Weighting(arguments.weight)), numbering)
    except Refused as refusal:
        raise bad(language, refusal) from None
    used = _used(Path(arguments.file)) if arguments.store else ()
    told = [said(language, text) for text in (*_about(sheet, used), *_basis(result))]
    cautions = [said(language, text) for text in _cautions(len(sheet.rows), arguments.population)]
    last = f"IKM {result.index.ikm} {result.index.letter.name}"
    return [*told, "", *_table(language, result), "", *_end(language, result), *cautions, last]


def read(file: Path, numbering: Numbering) -> PaperSheet:
    """The questionnaires of a file without a single fault; else `Refused`, naming the faults."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Refused("paper-unreadable", file=file.name, why=error.strerror or "") from None
    sheet = paper_sheet.read(content, numbering)
    if sheet.faults:
        raise refusal_of(sheet.faults)
    return sheet


def bad(language: str, refusal: Refused) -> BadSetting:
    """What is wrong with the file, in words."""
    return BadSetting(said(language, Text(refusal.key, _clean(refusal.values))))


def refusal_of(faults: Sequence[Fault]) -> Refused:
    """The refusal of a whole file for what stands in some of its rows."""
    return Refused("paper-refused", n=len(faults), faults=_listed(faults))


def _listed(faults: Sequence[Fault]) -> Listed:
    shown = [
        Text("paper-fault", {"line": str(one.line), "what": Text(one.key, _clean(one.values))})
        for one in faults[:FAULTS_SHOWN]
    ]
    if more := len(faults) - len(shown):
        shown.append(Text("paper-more-faults", {"n": more}))
    return Listed(shown, between="\n")


def _index(sheet: PaperSheet, weighting: Weighting) -> Index:
    sums = ikm.moments(sheet.elements, (row.scores for row in sheet.rows))
    found = ikm.index(sums, weighting)
    if found is None:
        empty = [key for key, one in sums.items() if not one.n]
        raise Refused("paper-nobody-answered", elements=Listed(empty))
    return found


def _used(file: Path) -> tuple[str, ...]:
    """Columns that `--import` reads beside the scores."""
    return paper_profile.read(file.read_bytes()).columns


def _about(sheet: PaperSheet, used: Collection[str]) -> Iterable[Text]:
    """What was read, and what was not."""
    yield Text("ikm-people", {"n": len(sheet.rows), "elements": len(sheet.elements)})
    if missing := [key for key in ELEMENTS if key not in sheet.elements]:
        yield Text("ikm-missing", {"elements": Listed(missing)})
    if ignored := [_visible(name) for name in sheet.ignored if name not in used]:
        yield Text("ikm-ignored", {"columns": Listed(ignored)})
    if sheet.blank:
        yield Text("ikm-blank", {"lines": Listed([str(line) for line in sheet.blank])})


def _basis(result: Result) -> Iterable[Text]:
    """What must be known to compute it again."""
    order = [
        f"U{number} {key}"
        for number, key in enumerate(result.numbering.order, 1)
        if key in ELEMENTS[-2:]
    ]
    yield Text(f"ikm-order-{result.numbering.value}", {"elements": Listed(order)})
    weight, decimals = result.index.weight, result.index.weighting.decimals
    shown = str(weight) if decimals is None else _decimal(weight, decimals)
    yield Text("ikm-weight", {"weight": shown})


def _cautions(n: int, population: int | None) -> Iterable[Text]:
    if n < MINIMUM:
        yield Text("ikm-few", {"n": n, "least": MINIMUM})
    if population is not None:
        reached = sampling.enough(n, population)
        outcome = "unknown" if reached is None else "reached" if reached else "missed"
        yield Text(
            f"ikm-sample-{outcome}",
            {"n": n, "need": sampling.krejcie_morgan(population), "population": Number(population)},
        )


def _table(language: str, result: Result) -> list[str]:
    """A row per element by number, figures on the right."""
    heads = [Text(f"ikm-head-{head}") for head in ("element", "total", "n", "nrr", "weighted")]
    ordered = sorted(result.index.elements, key=lambda one: result.numbering.number(one.key))
    cells: list[list[Any]] = [heads, *(_row(one, result.numbering) for one in ordered)]
    rows = [[said(language, cell) for cell in row] for row in cells]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        GAP.join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows
    ]


def _row(one: ElementResult, numbering: Numbering) -> list[str | Number]:
    return [
        f"U{numbering.number(one.key)} {one.key}",
        _decimal(one.total, 0 if one.total.denominator == 1 else 2),
        Number(one.n),
        _decimal(one.nrr, DECIMALS),
        _decimal(one.weighted, DECIMALS),
    ]


def _end(language: str, result: Result) -> list[str]:
    index, letter = result.index, result.index.letter
    quality = {"letter": letter.name, "meaning": Text(letter.meaning)}
    texts = (
        Text("ikm-index", {"index": _decimal(index.index, DECIMALS)}),
        Text("ikm-quality", quality),
    )
    return [said(language, text) for text in texts]


def _decimal(value: Fraction, places: int) -> Number:
    """Half-up, whatever the language's own rounding."""
    return Number(float(ikm.rounded(value, places)), places)


def _clean(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _visible(value) if isinstance(value, str) else value for name, value in values.items()
    }


def _visible(text: str) -> str:
    """Words of the file as a terminal may show them: no control characters, not too long."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return shown if len(shown) <= CELL_SHOWN else f"{shown[: CELL_SHOWN - 1]}…"
