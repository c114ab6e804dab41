"""What the templates lay out: rows made from figures, and the parts of the page on method."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from models.ratings.ikm import Quality
from models.ratings.sums import Received
from models.reports.public import Figures
from models.reports.results import Check
from models.reports.skm_figures import Received as Questionnaires
from models.statistics import MINIMUM


@dataclass(frozen=True, slots=True)
class Balance:
    """received = counted + excluded + withdrawn of one kind. told: of nobody, or of enough."""

    name: str
    received: int
    counted: int
    excluded: int
    withdrawn: int
    reasons: tuple[tuple[str, str, int], ...] = ()  # its name, the key of its text, how many

    @property
    def told(self) -> bool:
        return self.received == 0 or self.received >= MINIMUM


def balance(page: Figures) -> tuple[Balance, ...]:
    return (
        _ratings(page.ratings.received, page.ratings.reasons),
        _questionnaires(page.survey.questionnaires),
        _complaints(page.complaints.check),
    )


def _ratings(found: Received, reasons: tuple[tuple[str, int], ...]) -> Balance:
    return Balance(
        "ratings", found.received, found.counted, found.excluded, found.withdrawn, _known(reasons)
    )


def _questionnaires(found: Questionnaires) -> Balance:
    reasons = _known((one.reason, one.n) for one in found.excluded)
    return Balance(
        "questionnaires",
        found.received,
        found.counted,
        found.left_out,
        found.withdrawn,
        reasons,
    )


def _complaints(found: Check) -> Balance:
    excluded = sum(n for _, n in found.excluded)
    reasons = tuple((one.value, f"result-{_dashed(one)}", n) for one, n in found.excluded if n)
    return Balance("complaints", found.received, found.counted, excluded, found.withdrawn, reasons)


def _known(reasons: Iterable[tuple[str, int]]) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (reason or "unknown", f"skm-reason-{_dashed(reason) or 'unknown'}", n)
        for reason, n in reasons
    )


def _dashed(name: str) -> str:
    return name.replace("_", "-")


# --- the page on method


@dataclass(frozen=True, slots=True)
class Part:
    """A heading `public-how-<name>` and its paragraphs, `public-how-<name>-1` and on."""

    name: str
    paragraphs: int


HOW = (
    Part("ikm", 3),
    Part("sample", 2),
    Part("range", 2),
    Part("ratings", 3),
    Part("complaints", 3),
    Part("services", 2),
    Part("received", 2),
    Part("privacy", 4),
    Part("data", 2),
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and the IKM that earns it, both bounds included."""

    letter: str
    least: Decimal
    most: Decimal
    meaning: str


def letters() -> tuple[Letter, ...]:
    """A first."""
    step, most, found = Decimal("0.01"), Decimal("100.00"), []
    for one in Quality:
        found.append(Letter(one.name, one.least, most, one.meaning))
        most = one.least - step
    return tuple(found)
