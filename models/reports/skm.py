"""The report of the survey (SKM) of a unit and a period, PermenPANRB 14/2017. Writes nothing.

Read from the daily sums, so that it costs the same however many answers there are; of single rows
only what was left out or promised. It shows what the sums say when it is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from models import statistics
from models.database import Transaction
from models.offices import Office, Unit
from models.ratings import ikm, sampling, survey_settings, survey_sums
from models.ratings.ikm import ELEMENTS, UNIT, Weighting
from models.ratings.instruments import Form
from models.ratings.periods import Period, latest
from models.ratings.survey_sums import COMPLETE, INDEX, RECEIVED
from models.ratings.survey_tables import Medium
from models.ratings.tables import Standing
from models.reports import skm_beside, skm_plans, skm_profiles, skm_versions
from models.reports.channels import channels, received
from models.reports.skm_figures import (
    ElementLine,
    IndexLine,
    Method,
    Sample,
    SkmReport,
    TrendPoint,
    Version,
)
from models.statistics import MINIMUM, Change, Mean, Moments

TREND = 8  # periods
LOWEST = 3  # elements that are named
INDEX_UNIT = UNIT * UNIT  # "index" is kept in 1/3600
_NOTHING = Moments()
_NUMBERS = (RECEIVED, COMPLETE, Standing.EXCLUDED.value, Standing.WITHDRAWN.value)
_MEDIA = tuple(f"medium:{medium.value}" for medium in Medium)

Sums = Mapping[str, Moments]


def report(tx: Transaction, unit_id: int, period: Period, now: datetime) -> SkmReport:
    """Everything the report of this unit and period holds, also of a unit closed since.

    now: the instant of asking; a period that is not over by then is marked as running.
    """
    unit = tx.session.get_one(Unit, unit_id)
    setting = survey_settings.of(tx, unit_id)
    weighting, numbering = setting.weighting, setting.numbering
    forms = skm_versions.forms(tx, unit)
    versions = skm_versions.versions(forms, unit.zone, period)
    points = _points(tx, unit, latest(period, TREND), forms, weighting)
    this, before = points[-1].sums, points[-2].sums
    keys, _ = _asked(versions, this)
    lines = tuple(
        sorted(
            (_element(key, numbering.number(key), this, before, weighting, keys) for key in keys),
            key=lambda line: line.number,
        )
    )
    index, index_before = points[-1].index, points[-2].index
    return SkmReport(
        unit_id=unit_id,
        unit=unit.name,
        office=tx.session.get_one(Office, unit.office_id).name,
        zone=unit.zone,
        period=period,
        at=now,
        running=now.astimezone(ZoneInfo(unit.zone)).date() <= period.last,
        elements=lines,
        index=index,
        index_before=index_before,
        change=_change(index_before, index, before, this),
        questionnaires=skm_beside.questionnaires(tx, unit_id, period, _counts(this)),
        complete=_n(this, COMPLETE),
        ratings=skm_beside.ratings(tx, unit_id, period),
        channels=channels(received(tx, unit_id, period.first, period.last)),
        rates=skm_beside.rates(tx, unit_id, period),
        sample=_sample(tx, unit_id, period, _sampled(index, this)),
        profiles=skm_profiles.profiles(tx, unit_id, period, _counted(this)),
        trend=tuple(TrendPoint(one.period, _counted(one.sums), one.index) for one in points),
        lowest=_lowest(lines),
        plans=skm_plans.of(tx, unit_id, period),
        earlier_plans=skm_plans.earlier(tx, unit, period, this),
        method=Method(weighting, numbering, versions, _media(this)),
    )


@dataclass(frozen=True, slots=True)
class _Point:
    """A period of the trend, each by the questions that were asked in it."""

    period: Period
    sums: Sums
    index: IndexLine | None


def _points(
    tx: Transaction,
    unit: Unit,
    periods: Sequence[Period],
    forms: Sequence[Form],
    weighting: Weighting,
) -> list[_Point]:
    keys = (*ELEMENTS, INDEX, *_NUMBERS, *_MEDIA)
    spans = [(one.first, one.last) for one in periods]
    points = []
    for one, sums in zip(periods, survey_sums.moments_of(tx, unit.id, spans, keys), strict=True):
        _, must = _asked(skm_versions.versions(forms, unit.zone, one), sums)
        points.append(_Point(one, sums, _index(sums, must, weighting)))
    return points


def _n(sums: Sums, key: str) -> int:
    return sums.get(key, _NOTHING).n


def _counts(sums: Sums) -> tuple[int, int, int]:
    """Received, excluded, withdrawn."""
    return (
        _n(sums, RECEIVED),
        _n(sums, Standing.EXCLUDED.value),
        _n(sums, Standing.WITHDRAWN.value),
    )


def _counted(sums: Sums) -> int:
    received, excluded, withdrawn = _counts(sums)
    return received - excluded - withdrawn


def _media(sums: Sums) -> tuple[tuple[str, int], ...]:
    return tuple((key.partition(":")[2], _n(sums, key)) for key in _MEDIA)


# --- elements and index


def _asked(versions: Sequence[Version], sums: Sums) -> tuple[tuple[str, ...], frozenset[str]]:
    """The elements asked in the period, and those that were asked all the time."""
    forms = [frozenset(key for key, _ in version.elements) for version in versions]
    known = frozenset().union(*forms) | {key for key in ELEMENTS if _n(sums, key)}
    return tuple(key for key in ELEMENTS if key in known), frozenset.intersection(*forms)


def _element(
    key: str, number: int, this: Sums, before: Sums, weighting: Weighting, keys: Collection[str]
) -> ElementLine:
    sums, earlier = this.get(key, _NOTHING), before.get(key, _NOTHING)
    if sums.n < MINIMUM:
        return ElementLine(key, number, sums.n)
    told = sum(_n(this, one) >= MINIMUM for one in keys)
    nrr = _nrr(sums)
    return ElementLine(
        key,
        number,
        sums.n,
        total=Fraction(sums.total, UNIT),
        nrr=nrr,
        weighted=nrr * weighting.weight(told),
        mean=statistics.mean_of_moments(sums, UNIT),
        before=_nrr(earlier) if earlier.n >= MINIMUM else None,
        change=statistics.change_of_moments(earlier, sums, UNIT),
    )


def _nrr(sums: Moments) -> Fraction:
    return Fraction(sums.total, UNIT * sums.n)


def _index(sums: Sums, must: Collection[str], weighting: Weighting) -> IndexLine | None:
    """None where too few answered one of the elements that were asked all the time.

    An element that came or went within the period enters if enough people answered it.
    """
    told = {key: sums[key] for key in ELEMENTS if _n(sums, key) >= MINIMUM}
    found = ikm.index(told, weighting) if told else None
    if found is None or not told.keys() >= {*must}:
        return None
    low, high = _interval(found, sums.get(INDEX, _NOTHING))
    return IndexLine(found.index, found.ikm, found.letter, found.weight, tuple(told), low, high)


def _scale(weight: Fraction, elements: int) -> float:
    """IKM points of one point of the mean score."""
    return float(weight * elements * ikm.TO_IKM)


def _interval(found: ikm.Index, complete: Moments) -> tuple[float | None, float | None]:
    """As far below and above the IKM as the mean of the complete questionnaires may be off."""
    mean = _mean(complete)
    if mean is None:
        return None, None
    scale = _scale(found.weight, len(found.elements))
    value = float(found.index * ikm.TO_IKM)
    low, high = value - (mean.mean - mean.low) * scale, value + (mean.high - mean.mean) * scale
    return max(low, scale * ikm.LOWEST), min(high, scale * ikm.HIGHEST)


def _mean(complete: Moments) -> Mean | None:
    return statistics.mean_of_moments(complete, INDEX_UNIT)


def _change(
    before: IndexLine | None, after: IndexLine | None, first: Sums, second: Sums
) -> Change | None:
    """Of the IKM, in its points; none between different sets of elements."""
    if before is None or after is None or before.elements != after.elements:
        return None
    kept, kept_now = (sums.get(INDEX, _NOTHING) for sums in (first, second))
    found = statistics.change_of_moments(kept, kept_now, INDEX_UNIT)
    if found is None:
        return None
    scale = _scale(after.weight, len(after.elements))
    by = float((after.index - before.index) * ikm.TO_IKM)
    return Change(by, by - (found.by - found.low) * scale, by + (found.high - found.by) * scale)


def _lowest(lines: Iterable[ElementLine]) -> tuple[ElementLine, ...]:
    told = [line for line in lines if line.nrr is not None]
    return tuple(sorted(told, key=lambda line: (line.nrr or 0, line.number))[:LOWEST])


# --- sample


def _sampled(index: IndexLine | None, sums: Sums) -> int:
    """Answers that stand behind the whole index: those to the element that fewest answered."""
    if index is None:
        return _n(sums, COMPLETE)
    return min(_n(sums, key) for key in index.elements)


def _sample(tx: Transaction, unit_id: int, period: Period, n: int) -> Sample:
    """The larger of the visits that ended and the number entered: never the one that flatters."""
    visits = skm_beside.visits(tx, unit_id, period.first, period.last)
    row = survey_settings.population(tx, unit_id, period)
    entered = row.served if row is not None else 0
    population = max(visits, entered)
    if not population:
        return Sample(n, None, None, None, "unknown")
    if population < n:
        return Sample(n, None, None, None, "too-small")
    needed, at = sampling.krejcie_morgan(population), row.at if row is not None else None
    enough = sampling.enough(n, population)
    if visits >= entered:
        return Sample(n, population, needed, enough, "visits")
    return Sample(n, population, needed, enough, "entered", at)
