"""The command line: `python -m bot COMMAND`; `--help` lists the commands."""

from __future__ import annotations

import argparse
import sys

from bot import audit, commands, rights
from bot.settings import BadSetting
from handlers.texts import LANGUAGES
from models.people import Role
from models.ratings.ikm import Numbering, Weighting


def demo(arguments: argparse.Namespace) -> int:
    """Only here is the sandbox imported: production never is."""
    from bot.sandbox import demo as town

    return town.run(arguments)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m bot", description="Suara Warga")
    tasks = made.add_subparsers(required=True, metavar="COMMAND")
    for name, work, about in (
        ("run", commands.run, "serve citizens and officers"),
        ("migrate", commands.migrate, "create or update the database"),
        ("check", commands.check, "verify settings, database, token and webhook"),
    ):
        tasks.add_parser(name, help=about).set_defaults(work=work)
    audit.add_to(tasks.add_parser("audit", help="verify the journal, ratings, cases and records"))
    tasks.add_parser("rights", help="who may read and do what, as a table").set_defaults(
        work=rights.run
    )
    inviting = tasks.add_parser("invite", help="print a single-use invitation link")
    inviting.add_argument("--role", choices=[role.value for role in Role], required=True)
    inviting.add_argument("--unit", type=int, help="id of the unit")
    inviting.add_argument("--office", type=int, help="id of the office")
    inviting.set_defaults(work=commands.invite)
    copying = tasks.add_parser("backup", help="copy the database while the bot runs")
    copying.add_argument("file", metavar="FILE")
    copying.set_defaults(work=commands.backup)
    moving = tasks.add_parser("recalculate", help="move open deadlines to today's calendar")
    moving.add_argument("--office", type=int, help="id of the office; without it all")
    moving.add_argument("--yes", action="store_true", help="move them without asking")
    moving.set_defaults(work=commands.recalculate)
    summing = tasks.add_parser("rebuild-sums", help="make the daily sums anew from the rows")
    summing.add_argument("--check", action="store_true", help="only look, and change nothing")
    summing.set_defaults(work=commands.rebuild_sums)
    _deadline(tasks.add_parser("deadline", help="when a limit in working time ends, and why"))
    _ikm(tasks.add_parser("ikm", help="the IKM of a file of paper questionnaires"))
    playing = tasks.add_parser("demo", help="a town in a box, without Telegram")
    playing.add_argument("--port", type=int, default=8000)
    playing.add_argument("--data", default="data/demo", help="folder that keeps the town")
    playing.set_defaults(work=demo)
    return made


def _deadline(asking: argparse.ArgumentParser) -> None:
    asking.add_argument("--zone", help="Asia/Jakarta, WIB, WITA, WIT, ...")
    asking.add_argument("--received", metavar="TIME", required=True, help="2026-03-17T10:00")
    asking.add_argument("--within", metavar="LIMIT", required=True, help='"14 working days"')
    asking.add_argument("--calendar", metavar="FILE", help="JSON; without it the office hours")
    asking.add_argument("--explain", action="store_true", help="say why, in sentences")
    asking.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    asking.add_argument(
        "--pause",
        nargs=3,
        metavar=("FROM", "TO", "REASON"),
        action="append",
        default=[],
        help="the clock stood still; may be given more than once",
    )
    asking.set_defaults(work=commands.deadline)


def _ikm(computing: argparse.ArgumentParser) -> None:
    computing.add_argument("file", metavar="FILE", help="CSV: a row per person")
    computing.add_argument(
        "--weight",
        choices=[weighting.value for weighting in Weighting],
        default=Weighting.EXACT.value,
        help="how 1/x of x elements is rounded",
    )
    computing.add_argument(
        "--order",
        choices=[numbering.value for numbering in Numbering],
        default=Numbering.QUESTIONNAIRE.value,
        help="U8 and U9: sarana, pengaduan (questionnaire), or the other way round (report)",
    )
    computing.add_argument("--population", type=int, help="people served, to check the sample")
    computing.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    computing.add_argument(
        "--import", dest="store", action="store_true", help="store the questionnaires as paper"
    )
    computing.add_argument("--unit", type=int, help="with --import: id of the unit")
    computing.add_argument("--day", metavar="DAY", help="with --import: 2026-11-23")
    computing.add_argument("--by", metavar="NAME", help="with --import: who enters them")
    computing.set_defaults(work=commands.ikm)


def main() -> int:
    arguments = parser().parse_args()
    try:
        code: int = arguments.work(arguments)
    except BadSetting as error:
        print(error, file=sys.stderr)
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main())
