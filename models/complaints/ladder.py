"""The ladder: who is told when a limit runs out, and at which part of it.

Each rung is climbed once per deadline. Shares are of working time: at 1.25 a quarter of the limit
has passed since its end. An office or a unit may have its own shares (`ladder_rules`). Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction


class Audience(StrEnum):
    """Whom a rung is for, from the one who holds the case up to the one who waits for it."""

    OFFICER = "officer"  # who holds it; of a case nobody holds, every officer of the unit
    HEAD = "head"  # of the unit
    OFFICE = "office"  # the head of the whole office
    ADMIN = "admin"
    CITIZEN = "citizen"


class Rung(StrEnum):
    """The steps, as `reminders.step` keeps them."""

    HALF = "half"
    THREE_QUARTERS = "three_quarters"
    END = "end"
    HEAD = "head"
    OFFICE = "office"
    ADMIN = "admin"
    OMBUDSMAN = "ombudsman"


FOR: Mapping[Rung, Audience] = {
    Rung.HALF: Audience.OFFICER,
    Rung.THREE_QUARTERS: Audience.OFFICER,
    Rung.END: Audience.OFFICER,
    Rung.HEAD: Audience.HEAD,
    Rung.OFFICE: Audience.OFFICE,
    Rung.ADMIN: Audience.ADMIN,
    Rung.OMBUDSMAN: Audience.CITIZEN,
}

DEFAULTS: Mapping[Rung, int] = {  # per cent of the limit
    Rung.HALF: 50,  # half is left: time to plan
    Rung.THREE_QUARTERS: 75,  # the last moment at which nothing is late yet
    Rung.END: 100,
    Rung.HEAD: 100,  # whoever leads the unit hears of what is late at once, and can give it away
    Rung.OFFICE: 125,  # after a quarter more the unit alone has not managed
    Rung.ADMIN: 150,
    Rung.OMBUDSMAN: 200,  # twice the time: the citizen's next door (UU 37/2008, Art. 1 and 7)
}

OFF = 0
"""Per cent of a rung that is left out."""

RANGE = range(10, 1001)
"""Per cent that a rung may be set to: from a tenth of the limit to ten times it."""


@dataclass(frozen=True)
class Mark:
    """A rung at its share of the limit."""

    rung: Rung
    share: Fraction

    @property
    def audience(self) -> Audience:
        return FOR[self.rung]


@dataclass(frozen=True)
class Ladder:
    """The ladder of one unit; `own` overrules the defaults, in per cent."""

    own: Mapping[Rung, int] = field(default_factory=dict)

    def percent(self, rung: Rung) -> int:
        return self.own.get(rung, DEFAULTS[rung])

    def marks(self, promised: bool = True) -> tuple[Mark, ...]:
        """The rungs from the lowest share up.

        promised: whether the citizen was promised this limit; of one inside the office (such as
        the verification) the citizen hears nothing.
        """
        used = (
            Mark(rung, Fraction(self.percent(rung), 100))
            for rung in Rung
            if self.percent(rung) != OFF and (promised or FOR[rung] is not Audience.CITIZEN)
        )
        return tuple(sorted(used, key=lambda mark: mark.share))


_UP = (Audience.OFFICER, Audience.HEAD, Audience.OFFICE, Audience.ADMIN)


def upwards(audience: Audience) -> tuple[Audience, ...]:
    """The audience and, in case there is nobody, those above it. Nobody stands in for a citizen."""
    return _UP[_UP.index(audience) :] if audience in _UP else (audience,)
