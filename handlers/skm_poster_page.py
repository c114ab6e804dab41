"""How the publication of the index looks: Indonesian, with English in small type below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

import segno

from handlers import skm_words
from handlers.message import Listed, Number, Text, When, said
from handlers.sheet import GREY, INK, LEADING, PALE, POINT, Sheet, whole
from models.ratings.ikm import Quality, Weighting
from models.reports.skm_figures import Group, IndexLine, Profile, SkmReport

ACCENT = "#1e3a8a"  # one colour; everything is readable in black and white too
TINT = "#eef2ff"
LEFT, RIGHT = 18.0, 192.0  # mm
WIDE = RIGHT - LEFT
MIDDLE = (LEFT + RIGHT) / 2
# lines and the sizes to try in them: the name of the unit is as large as it can be
UNIT_SIZES = ((1, (26, 24, 22, 20)), (2, (22, 20, 18, 16)), (3, (15, 13, 11)))
OFFICE_SIZES = (14, 13, 12)
IKM_SIZES = (72, 64, 58)
SERVICE_SIZES = (12, 11, 10, 9)
SERVICE_LINES = 3
TOLD = ("sex", "education")  # features of respondents that the regulation wants here
QR_MM = 38.0
ROW_MM = 4.5


def draw(report: SkmReport, services: Sequence[str], link: str) -> Sheet:
    """The sheet of a report that has an index; ValueError without one."""
    if report.index is None:
        raise ValueError("nothing is published about too few answers")
    sheet = Sheet()
    sheet.block(0, 0, sheet.width, 5, ACCENT)
    y = _head(sheet, report)
    _score(sheet, report, report.index, y)
    _respondents(sheet, report, y)
    _scale(sheet, report.index, y + 88)
    y = _services(sheet, services, y + 108)
    _facts(sheet, report, report.index, y + 3)
    _foot(sheet, report, link)
    return sheet


def _id(key: str, **values: object) -> str:
    return said("id", Text(key, values))


def _en(key: str, **values: object) -> str:
    return said("en", Text(key, values))


# --- the head


def _head(sheet: Sheet, report: SkmReport) -> float:
    """Title, office, unit, period; returns where the figures begin."""
    sheet.text(MIDDLE, 19, _id("ikm-poster-title"), 22, bold=True, colour=ACCENT, align="center")
    sheet.text(MIDDLE, 25, _en("ikm-poster-title"), 10, colour=GREY, align="center")
    _office(sheet, report.office)
    _name(sheet, report.unit, 40)
    period = skm_words.period(report.period)
    sheet.text(MIDDLE, 66, said("id", period), 16, bold=True, colour=ACCENT, align="center")
    sheet.text(MIDDLE, 70.5, said("en", period), 9, colour=GREY, align="center")
    sheet.rule(LEFT, 74, WIDE)
    return 79


def _office(sheet: Sheet, name: str) -> None:
    found, size = sheet.fitting(name, OFFICE_SIZES, WIDE, 1)
    if whole(found, name):
        sheet.text(MIDDLE, 36, name, size, align="center")
    else:
        sheet.lines(MIDDLE, 33.5, sheet.wrapped(name, 11, WIDE, 2), 11, align="center")


def _name(sheet: Sheet, name: str, top: float) -> None:
    for most, sizes in UNIT_SIZES:
        found, size = sheet.fitting(name, sizes, WIDE, most, bold=True)
        if whole(found, name):
            break
    height = size * POINT
    spare = (22.5 - len(found) * height * LEADING) / 2  # the lines stand in the middle
    sheet.lines(MIDDLE, top + spare + 0.9 * height, found, size, bold=True, align="center")


# --- the figures


def _score(sheet: Sheet, report: SkmReport, index: IndexLine, y: float) -> None:
    """The number, its letter and what that means, and between what it may lie."""
    sheet.frame(LEFT, y, 96, 84, ACCENT, TINT)
    centre = LEFT + 48
    sheet.text(centre, y + 9, _id("ikm-poster-score"), 11, bold=True, align="center")
    sheet.text(centre, y + 13.5, _en("ikm-poster-score"), 8, colour=GREY, align="center")
    ikm = said("id", Number(float(index.ikm), 2))
    _, size = sheet.fitting(ikm, IKM_SIZES, 86, 1, bold=True)
    sheet.text(centre, y + 43, ikm, size, bold=True, colour=ACCENT, align="center")
    sheet.frame(LEFT + 10, y + 50, 18, 18, ACCENT, ACCENT)
    letter = index.quality.name
    sheet.text(LEFT + 19, y + 63.3, letter, 34, bold=True, colour="white", align="center")
    meaning = skm_words.meaning(index)
    sheet.text(LEFT + 33, y + 55, _id("ikm-poster-quality"), 9, colour=GREY)
    sheet.text(LEFT + 33, y + 63, said("id", meaning), 21, bold=True)
    sheet.text(LEFT + 33, y + 68, said("en", meaning), 9, colour=GREY)
    sheet.text(centre, y + 78, _range(index), 9, align="center", colour=INK)


def _range(index: IndexLine) -> str:
    if index.low is None or index.high is None:
        return ""
    values = {"low": Number(index.low, 2), "high": Number(index.high, 2)}
    return _id("ikm-poster-range", **values)


def _respondents(sheet: Sheet, report: SkmReport, y: float) -> None:
    """How many, by sex and by education. What fewer than five are is not told."""
    x, n = LEFT + 104, report.questionnaires.counted
    sheet.text(x, y + 4, _id("ikm-poster-respondents"), 11, bold=True)
    sheet.text(x, y + 8.5, _en("ikm-poster-respondents"), 8, colour=GREY)
    sheet.text(RIGHT, y + 7.5, said("id", Number(n)), 24, bold=True, colour=ACCENT, align="right")
    at = y + 16.0
    told = [profile for profile in report.profiles if profile.name in TOLD]
    for profile in sorted(told, key=lambda one: TOLD.index(one.name)):
        at = _profile(sheet, profile, x, at) + 2
    if any(one.n is None for profile in told for one in profile.groups):
        note = sheet.wrapped(_id("ikm-poster-hidden"), 7, RIGHT - x - 3, 2)
        sheet.lines(x, at, note, 7, colour=GREY)


def _profile(sheet: Sheet, profile: Profile, x: float, y: float) -> float:
    heading = Text(f"ikm-poster-{profile.name}")
    sheet.text(x, y, said("id", heading), 9, bold=True)
    sheet.text(RIGHT, y, said("en", heading), 8, colour=GREY, align="right")
    sheet.rule(x, y + 1.4, RIGHT - x, ACCENT)
    y += 5.8
    for group in profile.groups:
        if group.n == 0:
            continue
        label = skm_words.group(profile.name, group)
        sheet.text(x, y, said("id", label), 9)
        sheet.text(RIGHT, y, _number(group), 9, align="right")
        y += ROW_MM
    return y


def _number(group: Group) -> str:
    return _id("skm-hidden") if group.n is None else said("id", Number(group.n))


def _scale(sheet: Sheet, index: IndexLine, y: float) -> None:
    """The four qualities with their bounds; the one reached is filled."""
    gap, room = 3.0, (WIDE - 9) / 4
    tops = {one: above.least for above, one in pairwise(Quality)}
    for place, quality in enumerate(reversed(Quality)):
        x, mine = LEFT + place * (room + gap), quality is index.quality
        sheet.frame(x, y, room, 12, ACCENT if mine else PALE, ACCENT if mine else "white")
        name, bounds = ("white", "white") if mine else (INK, GREY)
        words = f"{quality.name} · {_id(quality.meaning)}"
        sheet.text(x + room / 2, y + 5.2, words, 9, bold=True, colour=name, align="center")
        top = tops.get(quality)
        span = [
            Number(float(quality.least), 2),
            Number(100 if top is None else float(top) - 0.01, 2),
        ]
        sheet.text(
            x + room / 2, y + 9.8, said("id", Listed(span, "–")), 8, colour=bounds, align="center"
        )


# --- what it is about


def _services(sheet: Sheet, services: Sequence[str], y: float) -> float:
    if not services:
        return y
    sheet.text(LEFT, y, _id("ikm-poster-services"), 9, bold=True)
    sheet.text(LEFT, y + 4, _en("ikm-poster-services"), 8, colour=GREY)
    x = LEFT + 34
    found, size = _named(sheet, services, RIGHT - x)
    return max(y + 8, sheet.lines(x, y, found, size))


def _named(sheet: Sheet, services: Sequence[str], width: float) -> tuple[list[str], float]:
    """All of them, if need be in smaller type; else as many as fit, and how many there are more."""
    for shown in range(len(services), 0, -1):
        more = len(services) - shown
        words = ", ".join(services[:shown])
        if more:
            words = _id("ikm-poster-services-more", services=words, n=more)
        found, size = sheet.fitting(words, SERVICE_SIZES, width, SERVICE_LINES)
        if whole(found, words):
            break
    return found, size


def _facts(sheet: Sheet, report: SkmReport, index: IndexLine, y: float) -> None:
    """When and how, and, in a frame, what to be careful about."""
    y = sheet.lines(LEFT, y, list(_told(report, index)), 9)
    careful = [
        line for each in _careful(report) for line in sheet.wrapped(each, 9, WIDE - 8, 2, bold=True)
    ]
    if careful:
        sheet.frame(LEFT, y - 1, WIDE, 3.5 + 9 * POINT * LEADING * len(careful), INK)
        sheet.lines(LEFT + 4, y + 4, careful, 9, bold=True)


def _told(report: SkmReport, index: IndexLine) -> Iterator[str]:
    zone = report.zone
    first, last = skm_words.day(report.first, zone), skm_words.day(report.last, zone)
    yield _id("ikm-poster-time", first=first, last=last)
    n = len(index.elements)
    yield _id("ikm-poster-weight", n=n, weight=_weight(report.method.weighting, index.weight, n))


def _weight(weighting: Weighting, weight: Fraction, n: int) -> str | Number:
    """As the unit computes with it: 1/9, 0,111 or 0,11."""
    if weighting is Weighting.EXACT:
        return f"1/{n}"
    return Number(float(weight), len(weighting.value.partition(".")[2]))


def _careful(report: SkmReport) -> Iterator[str]:
    if report.running:
        yield _id("ikm-poster-running")
    if report.sample.enough is not True:
        yield said("id", skm_words.sample(report.sample))


# --- the foot


def _foot(sheet: Sheet, report: SkmReport, link: str) -> None:
    top, x = 238.0, RIGHT - QR_MM
    width = x - LEFT - 8
    sheet.rule(LEFT, top - 6, WIDE)
    sheet.code(
        [list(row) for row in segno.make(link, error="m", micro=False).matrix], x, top, QR_MM
    )
    y = sheet.text(LEFT, top + 5, _id("ikm-poster-thanks"), 17, bold=True, colour=ACCENT)
    why = _id("ikm-poster-thanks-why")
    y = sheet.lines(LEFT, y - 1, sheet.wrapped(why, 11, width, 3), 11)
    english = sheet.wrapped(_en("ikm-poster-thanks-why"), 8, width, 2)
    y = sheet.lines(LEFT, y, english, 8, colour=GREY)
    y = sheet.text(LEFT, y + 3, _id("ikm-poster-more"), 9, bold=True)
    sheet.text(LEFT, y, sheet.clipped(link, 9, width), 9, colour=ACCENT)
    made = When(report.at, report.zone, "date")
    sheet.text(LEFT, 290, _id("ikm-poster-basis", at=made), 7.5, colour=GREY)
