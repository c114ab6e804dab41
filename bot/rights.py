"""`python -m bot rights`: who may read and do what, made from the tables the bot itself runs on.

Commands, buttons and steps from `bot.tables`, the performance record's rules from
`bot.record_rights`, addresses of the web from `WEB`. docs/rights.md is this page; tests compare it
with what really happens.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot import tables
from bot.record_rights import PARTS, rules
from bot.rights_rule import Rule, Who, route_of
from handlers import texts
from handlers.turn import Route
from models.people import Role

LANGUAGE = "en"
YES, OWN, NO = "yes", "own", "·"
EVERYBODY: dict[Role | None, str] = {
    None: "anybody",
    Role.OFFICER: "officer",
    Role.HEAD: "head",
    Role.ADMIN: "admin",
    Role.INSPECTOR: "inspector",
}


@dataclass(frozen=True, slots=True)
class Address:
    """Addresses of the web. path: as the router has it; one that ends with `*` stands for all that
    begin so. who: whom it answers; everybody else gets `status`."""

    path: str
    what: str
    who: str
    status: int = 200


SIGNED_IN = "whoever is signed in"
ANYBODY = "anybody"
WEB: tuple[Address, ...] = (
    Address("/telegram", "updates", "Telegram, by the webhook's secret", 403),
    Address("/health", "whether it works, how much waits", "whoever reaches the port"),
    Address("/metrics", "counters of the process", "whoever reaches the port"),
    Address("/api/v1/openapi.json", "what the API takes", ANYBODY),
    Address("/api/v1/visits", "visits of a queue system", "a unit's API key, for its unit", 401),
    Address("/api/v1/services", "the unit's services", "a unit's API key, for its unit", 401),
    Address("/s/in/{token}", "signing in", "whoever holds the link: once, for ten minutes", 404),
    Address("/s/out", "signing out", SIGNED_IN, 403),
    Address("/s", "the way to the first page", SIGNED_IN, 303),
    Address(
        "/s/*", "pages of the performance record", f"{SIGNED_IN}, as the tables above say", 401
    ),
    Address("/icon.svg", "the icon", ANYBODY),
    Address("/*", "public pages: figures of units, none of a person", ANYBODY),
)


def address_of(path: str) -> Address:
    """The first that fits."""
    return next(
        one
        for one in WEB
        if path == one.path or (one.path.endswith("*") and path.startswith(one.path[:-1]))
    )


# --- the page


def page() -> str:
    return "\n".join([INTRODUCTION, *_by_standing(), *_by_role(), *_web(), *_behind()])


INTRODUCTION = """\
# Who may read and do what

Made by `python -m bot rights` from the tables the bot runs on; `make docs` writes it.
`tests/bot/test_rights.py` presses every button, opens every page and sends every form as each
person named here, and compares. A refusal reads the same whether there is such a record or not,
and changes nothing. The operation behind a button asks for the right, not only the menu; numbers
in buttons and addresses are checked against the person each time.

No row opens who a citizen is: for the one exception, by two people, see
[privacy of complaints](privacy-of-complaints.md). The risks are in
[the impact assessment](impact-assessment.md).
"""


def _by_standing() -> Iterator[str]:
    yield "## The performance record, by what somebody is to the officer"
    yield ""
    yield "*Leader*: who appraises: the one named, else the head of the unit. *Colleague*: of"
    yield "the same unit and leader. `yes`: of this officer's record. `own`: by the role alone; it"
    yield "opens what is one's own, or of those one leads. Of two standings the nearer one counts."
    yield ""
    number = 0
    for part, found in PARTS.items():
        yield f"### {part}"
        yield ""
        yield from _head(["", "what", *(who.value for who in Who)])
        for rule in found:
            number += 1
            yield _row([f"{number}", _what(rule), *(_cell(rule, who) for who in Who)])
        yield ""


def _what(rule: Rule) -> str:
    return f"{rule.what} ({rule.when})" if rule.when else rule.what


def _cell(rule: Rule, who: Who) -> str:
    if who not in rule.allowed:
        return NO
    return YES if rule.by is not None else OWN


def _by_role() -> Iterator[str]:
    yield "## Everything else, by role"
    yield ""
    yield "Only of what is one's own: an officer's and head's unit, an admin's office, the"
    yield "inspectorate's cases, a citizen's own complaints; the operation asks for that."
    yield "`tests/architecture/test_roles.py` presses it all as the wrong role and wrong person."
    yield ""
    yield "### Commands"
    yield ""
    yield from _head(["command", "what", *EVERYBODY.values()])
    for name, route in tables.COMMANDS.items():
        if route.menu:
            told = texts.render(LANGUAGE, route.menu, {}, escape=False)
            yield _row([f"/{name}", told, *_roles(route)])
    yield ""
    yield "### Buttons"
    yield ""
    yield from _head(["of", *EVERYBODY.values(), "buttons"])
    for (about, cells), names in _grouped():
        yield _row([about, *cells, ", ".join(f"`{name}`" for name in names)])
    yield ""
    yield f"Typed answers, photos and choices ({len(tables.STEPS)} questions) are taken only while"
    yield "one's own question is open; a question is opened by one of these buttons, and what its"
    yield "answer does asks for the same right again."
    yield ""


def _grouped() -> Iterable[tuple[tuple[str, Sequence[str]], list[str]]]:
    """Buttons outside the record with the same rights, by the file that answers them."""
    ruled = {name for rule in rules() for name in rule.through}
    found: defaultdict[tuple[str, Sequence[str]], list[str]] = defaultdict(list)
    for name, route in tables.BUTTONS.items():
        if name not in ruled:
            found[_about(route), tuple(_roles(route))].append(name)
    return found.items()


def _about(route: Route) -> str:
    """What a file is about, by its own first sentence."""
    told = (sys.modules[route.handler.__module__].__doc__ or "").strip().split("\n\n")[0]
    return " ".join(told.split()).split(". ")[0].rstrip(".")


def _roles(route: Route) -> list[str]:
    yes = "after consent" if route.consent else YES
    return [yes if not route.roles or role in route.roles else NO for role in EVERYBODY]


def _web() -> Iterator[str]:
    yield "## Addresses of the web"
    yield ""
    yield from _head(["address", "what", "who", "anybody else"])
    for one in WEB:
        other = NO if one.status == 200 else str(one.status)
        yield _row([one.path.replace("*", "…"), one.what, one.who, other])
    yield ""
    yield "An API key opens one unit: it tells of visits and reads nothing about a person. The"
    yield "addresses for whoever reaches the port are to be closed to the outside by the proxy"
    yield "([operations](operations.md))."
    yield ""


def _behind() -> Iterator[str]:
    yield "## What each row of the record stands for"
    yield ""
    yield "Commands, buttons, pages below the address of the web side, and forms with their button."
    yield ""
    yield from _head(["row", "through"])
    for number, rule in enumerate(rules(), 1):
        yield _row([str(number), ", ".join(_named(name) for name in rule.through)])
    yield ""


def _named(name: str) -> str:
    """A command or button as it is; a page by its address without host."""
    if route_of(name) is not None:
        return f"`{name}`"
    path, _, act = name.partition(" ")
    return f"`s{path}` with *{act}*" if act else f"page `s{path}`"


def _head(names: Sequence[str]) -> list[str]:
    return [_row(names), "|" + "---|" * len(names)]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


# --- the command


def run(_arguments: argparse.Namespace) -> int:
    sys.stdout.write(page())
    return 0
