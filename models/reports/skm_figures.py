"""What the report of the survey (SKM) of a unit and a period holds: one tree for chat, PDF, XLSX,
CSV, poster and public page alike.

Numbers that the regulation rounds are exact fractions or decimals; intervals are floats. None: not
told, since fewer than `statistics.MINIMUM` people stand behind it. Missing is never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from models.ratings.ikm import Numbering, Quality, Weighting
from models.ratings.periods import Period
from models.statistics import MINIMUM, Change, Counts, Mean, Part


@dataclass(frozen=True, slots=True)
class ElementLine:
    """One element. total: points; nrr: 1 to 4; weighted: NRR times the weight.

    An element that fewer than five people answered has none of these and no part in the index.
    """

    key: str
    number: int  # as the unit prints it: U1 to U9
    n: int
    total: Fraction | None = None
    nrr: Fraction | None = None
    weighted: Fraction | None = None
    mean: Mean | None = None  # the NRR with its 95 % interval
    before: Fraction | None = None  # the NRR of the period before
    change: Change | None = None

    @property
    def told(self) -> bool:
        return self.nrr is not None


@dataclass(frozen=True, slots=True)
class IndexLine:
    """The index of a period. low, high: 95 % interval of the IKM; None below five complete ones."""

    index: Fraction
    ikm: Decimal
    quality: Quality
    weight: Fraction
    elements: tuple[str, ...]  # those that enter it
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Excluded:
    """What two people left out for one reason; ids of ratings or questionnaires."""

    reason: str  # of `patterns.Reason`; empty: not known any more
    ids: tuple[int, ...]

    @property
    def n(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Received:
    """received = counted + excluded (by reason) + withdrawn."""

    received: int
    counted: int
    withdrawn: int
    excluded: tuple[Excluded, ...] = ()
    withdrawn_ids: tuple[int, ...] = ()

    @property
    def left_out(self) -> int:
        return sum(one.n for one in self.excluded)

    @property
    def adds_up(self) -> bool:
        return self.received == self.counted + self.left_out + self.withdrawn


@dataclass(frozen=True, slots=True)
class Group:
    """Respondents of one kind. n None: not told, since it is small, or would give a small one
    away."""

    key: str  # "female", or the id of a service; empty: no answer
    n: int | None
    name: str = ""  # of a service


@dataclass(frozen=True, slots=True)
class Profile:
    """Who answered, by one feature; the groups add up to those counted."""

    name: str  # sex, age, education, occupation, service
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class TrendPoint:
    period: Period
    n: int  # questionnaires counted
    index: IndexLine | None


@dataclass(frozen=True, slots=True)
class Sample:
    """population None: not known, or smaller than the number of those who answered."""

    n: int
    population: int | None
    needed: int | None
    enough: bool | None  # None: nobody can tell
    source: str  # visits, entered, unknown, too-small
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """One-tap ratings by how citizens came to the question. counts and mean None: not told, since
    so few gave one, or since the rest would give those away."""

    key: str  # all, visit, invited, self
    n: int
    counts: Counts | None
    mean: Mean | None

    @property
    def withheld(self) -> bool:
        """Enough people, but the figure would give others away."""
        return self.mean is None and self.n >= MINIMUM


@dataclass(frozen=True, slots=True)
class Rates:
    """How many of those who could, did. None: it is not known how many could."""

    visits: Part | None  # ratings by the code of a visit, of the visits that ended
    invited: Part | None  # answers, of those invited


@dataclass(frozen=True, slots=True)
class Version:
    """An instrument used in the period. 0: the built-in one."""

    version: int
    since: datetime | None
    elements: tuple[tuple[str, int], ...]  # key and number of questions


@dataclass(frozen=True, slots=True)
class Method:
    weighting: Weighting
    numbering: Numbering
    versions: tuple[Version, ...]
    media: tuple[tuple[str, int], ...]  # chat, paper: questionnaires counted


@dataclass(frozen=True, slots=True)
class PlanLine:
    """What was promised for a low element, and what became of it."""

    period: Period  # whose result it follows
    element: str
    programme: str
    owner: str
    due: str  # a quarter: 2027-Q1
    state: str
    outcome: str = ""
    change: Change | None = None  # of the element from that period to the one reported


@dataclass(frozen=True, slots=True)
class SkmReport:
    """The survey of a unit and a period. Elements in the order of their printed numbers."""

    unit_id: int
    unit: str
    office: str
    zone: str
    period: Period
    at: datetime
    running: bool  # the period is not over: provisional
    elements: tuple[ElementLine, ...]
    index: IndexLine | None
    index_before: IndexLine | None
    change: Change | None  # of the IKM, in its points; None too if other elements were asked then
    questionnaires: Received
    complete: int  # of those counted
    ratings: Received
    channels: tuple[Channel, ...]  # all, then visit, invited, self-selected
    rates: Rates
    sample: Sample
    profiles: tuple[Profile, ...]
    trend: tuple[TrendPoint, ...]  # oldest first, this period at the end
    lowest: tuple[ElementLine, ...]  # at most three, the lowest first
    plans: tuple[PlanLine, ...]  # of this period's result
    earlier_plans: tuple[PlanLine, ...]  # of former ones, open or closed in this period
    method: Method

    @property
    def partial(self) -> int:
        return self.questionnaires.counted - self.complete

    @property
    def first(self) -> date:
        return self.period.first

    @property
    def last(self) -> date:
        return self.period.last

    @property
    def untold(self) -> tuple[ElementLine, ...]:
        """Elements that too few people answered."""
        return tuple(one for one in self.elements if not one.told)

    def element(self, key: str) -> ElementLine | None:
        return next((one for one in self.elements if one.key == key), None)
