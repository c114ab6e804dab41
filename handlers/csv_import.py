"""A CSV file sent to the bot: read row by row, and answered with what came of each.

The examples that can be downloaded are the documentation of the columns.
"""

from __future__ import annotations

from typing import Any

from handlers import offices
from handlers.files import MadeFile
from handlers.links import deep_link
from handlers.message import File, Lines, Text, button, rows
from handlers.turn import Kind, Turn, step
from models import imports
from models.csv_table import write_sheet
from models.database import Transaction
from models.errors import Refused
from models.import_rows import ROW_LIMIT, VISITS_LIMIT
from models.imports import Problem, Report

PROBLEMS_SHOWN = 25
LINKS_IN_CHAT = 5  # more personal links go into a file

# What a file of each kind looks like: header and rows, in the words of the office.
EXAMPLES: dict[str, list[list[str]]] = {
    "units": [
        ["unit", "zona", "jam"],
        ["Loket KTP-el", "WIB", "Sen-Kam 07.30-12.00 13.00-16.00 | Jum 07.30-11.30 13.00-16.30"],
        ["Gawat Darurat", "WIB", "Setiap hari 24 jam"],
    ],
    "services": [
        ["unit", "layanan", "durasi", "biaya", "syarat"],
        ["Loket KTP-el", "Cetak ulang KTP-el", "1 hari kerja", "Gratis", "KTP-el yang rusak"],
        ["Loket KTP-el", "Perubahan biodata", "2 jam kerja", "Gratis", "Kartu Keluarga"],
    ],
    "counters": [["unit", "loket"], ["Loket KTP-el", "Loket 1"], ["Loket KTP-el", "Loket 2"]],
    "people": [
        ["nip", "nama", "jabatan", "peran", "unit"],
        ["19850315 201001 2 001", "Sari Dewi", "Pengadministrasi", "petugas", "Loket KTP-el"],
        ["19790822 200501 1 003", "Hadi Saputra", "Kepala Seksi", "kepala", "Loket KTP-el"],
    ],
    "days": [
        ["tanggal", "nama", "keputusan", "jam"],
        ["25/06/2027", "Hari jadi kota", "Keputusan Wali Kota 12/2027", ""],
        ["2027-12-24", "Pulang lebih awal", "Surat Edaran 5/2027", "07.30-12.00"],
    ],
    "visits": [
        ["unit", "nomor", "layanan", "loket", "ambil nomor", "mulai", "selesai", "hasil"],
        [
            "Loket KTP-el",
            "2026-11-23-A017",
            "Cetak ulang KTP-el",
            "Loket 1",
            "23/11/2026 08.20",
            "23/11/2026 08.30",
            "23/11/2026 08.41",
            "selesai",
        ],
        [
            "Loket KTP-el",
            "2026-11-23-A018",
            "Perubahan biodata",
            "Loket 2",
            "",
            "2026-11-23 09:15",
            "2026-11-23 09:20",
            "dialihkan",
        ],
    ],
}
FILE_NAMES = {
    "units": "unit.csv",
    "services": "layanan.csv",
    "counters": "loket.csv",
    "people": "petugas.csv",
    "days": "hari-libur.csv",
    "visits": "kunjungan.csv",
}


def begin(turn: Turn) -> None:
    """The button of an office: ask for the file."""
    office_id = turn.integer(0)
    offices.my_office(turn, office_id)
    turn.ask("offices.import", office=office_id)


def _ask(turn: Turn) -> None:
    office_id = turn.data["office"]
    found = offices.my_office(turn, office_id)
    examples = [button(Text(f"import-kind-{kind}"), "example", kind) for kind in EXAMPLES]
    turn.say(
        "import-ask",
        name=found.name,
        rows=ROW_LIMIT,
        visits=VISITS_LIMIT,
        buttons=[*rows(examples, 2), [button(Text("button-back"), "office-admin", office_id)]],
    )


def _take(turn: Turn) -> None:
    if not turn.input.file_name.lower().endswith(".csv"):
        raise Refused("csv-other-file", name=turn.input.file_name[:60])
    if turn.input.file_size > imports.CONTENT_LIMIT:
        raise Refused("csv-too-large", limit=imports.CONTENT_LIMIT // 1000)
    if not turn.input.content:
        raise Refused("csv-not-fetched" if turn.input.file_size else "csv-empty")
    office_id = turn.data["office"]
    report = imports.run(
        turn.tx, turn.input.content, at=turn.at, by=turn.person_id, office_id=office_id
    )
    turn.finish()
    _say_report(turn, report, office_id)
    _say_links(turn, report)


IMPORT = step(_ask, _take, Kind.DOCUMENT)


def example(turn: Turn) -> None:
    """Send the example of one kind; the question stays open."""
    kind = turn.arguments[0]
    if kind not in EXAMPLES:
        raise Refused("not-for-you")
    turn.say(
        "import-example", kind=Text(f"import-kind-{kind}"), file=File("example", {"kind": kind})
    )


def _say_report(turn: Turn, report: Report, office_id: int) -> None:
    shown = [_problem(problem) for problem in report.problems[:PROBLEMS_SHOWN]]
    if more := len(report.problems) - len(shown):
        shown.append(Text("import-more-problems", {"count": more}))
    if report.problems:
        shown.insert(0, Text("import-problems", {"count": len(report.problems)}))
    turn.say(
        "import-report",
        kind=Text(f"import-kind-{report.kind}"),
        added=report.added,
        changed=report.changed,
        known=report.known,
        problems=Lines(shown or [Text("import-no-problems")]),
        buttons=[
            [button(Text("button-import-again"), "import", office_id)],
            [button(Text("button-back"), "office-admin", office_id)],
        ],
    )


def _problem(problem: Problem) -> Text:
    reason = Text(problem.key, dict(problem.values))
    if problem.column:
        place = {"line": problem.line, "column": problem.column[:40]}
        return Text("import-problem-cell", place | {"reason": reason})
    return Text("import-problem-row", {"line": problem.line, "reason": reason})


def _say_links(turn: Turn, report: Report) -> None:
    """Each link in its own message, ready to be forwarded; many of them in one file."""
    links = [
        [one.name, one.unit, deep_link(turn.bot_name, f"i{one.token}")] for one in report.links
    ]
    if len(links) > LINKS_IN_CHAT:
        turn.say("import-links", count=len(links), file=File("invitations", {"rows": links}))
        return
    for name, unit, link in links:
        turn.say("invitation-personal", name=name, unit=unit, link=link)


def make_example(_tx: Transaction, _language: str, arguments: dict[str, Any]) -> MadeFile:
    kind = arguments["kind"]
    return MadeFile(FILE_NAMES[kind], write_sheet(EXAMPLES[kind]))


def make_invitations(_tx: Transaction, _language: str, arguments: dict[str, Any]) -> MadeFile:
    table = [["nama", "unit", "tautan"], *arguments["rows"]]
    return MadeFile("undangan.csv", write_sheet(table))
