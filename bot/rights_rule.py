"""One rule of the table of rights, and who may be meant by it: what somebody is to the officer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.record_tables import BUTTONS, COMMANDS
from handlers.turn import Route
from models.appraisal.leaders import Standing
from models.people import Role


class Who(StrEnum):
    """Somebody, as seen from the officer whose record it is. The value is the table's heading."""

    OWN = "the officer"
    PEER = "colleague"  # same unit, same leader
    ELSEWHERE = "officer of another unit"
    LEADER = "leader"  # appraises
    SUPERIOR = "leader's leader"
    OTHER_HEAD = "head of another unit"
    ADMIN = "admin of the office"
    OTHER_ADMIN = "admin of another office"
    INSPECTOR = "inspector"
    CITIZEN = "citizen"


ROLES: dict[Who, Role | None] = {
    Who.OWN: Role.OFFICER,
    Who.PEER: Role.OFFICER,
    Who.ELSEWHERE: Role.OFFICER,
    Who.LEADER: Role.HEAD,
    Who.SUPERIOR: Role.HEAD,
    Who.OTHER_HEAD: Role.HEAD,
    Who.ADMIN: Role.ADMIN,
    Who.OTHER_ADMIN: Role.ADMIN,
    Who.INSPECTOR: Role.INSPECTOR,
    Who.CITIZEN: None,
}
STANDINGS = {
    Standing.OWN: Who.OWN,
    Standing.LEADER: Who.LEADER,
    Standing.SUPERIOR: Who.SUPERIOR,
    Standing.ADMIN: Who.ADMIN,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """What may be done by whom, and by which buttons, commands (`/…`), pages and forms of pages
    (`/page act`). allowed: None: by the role alone. when: what else has to be so."""

    what: str
    by: frozenset[Who] | None
    through: tuple[str, ...]
    when: str = ""

    @property
    def allowed(self) -> frozenset[Who]:
        """By the role alone the buttons of a rule are open to the same people; a test holds it."""
        return self.by if self.by is not None else by_role(self.routes[0].roles)

    @property
    def routes(self) -> list[Route]:
        """Of the chat."""
        return [route for name in self.through if (route := route_of(name)) is not None]


def route_of(name: str) -> Route | None:
    """The row of the tables; None: a page."""
    return COMMANDS.get(name.removeprefix("/")) if name.startswith("/") else BUTTONS.get(name)


def by_role(roles: Iterable[Role]) -> frozenset[Who]:
    """Those to whom a route is open; no roles: everybody."""
    wanted = set(roles)
    return frozenset(who for who in Who if not wanted or ROLES[who] in wanted)


def to(*allowed: Who | Standing) -> frozenset[Who]:
    return frozenset(STANDINGS[one] if isinstance(one, Standing) else one for one in allowed)
