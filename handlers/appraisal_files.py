"""The files of the performance record, made when they are sent."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import select

from handlers.files import MadeFile, file_name
from handlers.message import File, Text, said
from handlers.turn import Turn
from models import journal
from models.appraisal import leaders, pack
from models.appraisal.coaching import recognition
from models.appraisal.deciding import queries, recap, sheet
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.evidence import freezing
from models.appraisal.leaders import Standing
from models.appraisal.pack import Pack
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.people import Role

WHO = (Role.OFFICER, Role.HEAD)
OFFICE = (Role.HEAD, Role.ADMIN)
PACKS = ("pdf", "xlsx")
READERS = (Standing.OWN, Standing.LEADER, Standing.SUPERIOR)


def send_form(turn: Turn) -> None:
    """The button `form-pdf:<officer>:<period>`: the SKP and its evaluation."""
    officer_id, period_id = _asked(turn)
    arguments = {"officer": officer_id, "period": period_id, "at": turn.at.isoformat()}
    _send(turn, "appraisal-pdf", arguments, officer_id, period_id)


def send_bundle(turn: Turn) -> None:
    """The button `form-zip:<officer>:<period>`: the evidence, once the record is frozen."""
    officer_id, period_id = _asked(turn)
    snapshot = freezing.latest(turn.tx, officer_id, period_id)
    if snapshot is None:
        raise Refused("bundle-not-frozen")
    _send(turn, "evidence-zip", {"snapshot": snapshot.id}, officer_id, period_id)


def send_recap(turn: Turn) -> None:
    """The button `recap-xlsx:<period>`: for an admin or the head of the office."""
    period_id = turn.integer(0)
    recap.recap(turn.tx, period_id, turn.at, turn.person_id)
    _send(turn, "recap-xlsx", {"period": period_id}, None, period_id)


def send_pack(turn: Turn) -> None:
    """The button `pack:<unit>:<period>:<pdf or xlsx>`: for a head of the unit."""
    unit_id, period_id, ending = turn.integer(0), turn.integer(1), turn.arguments[2]
    if ending not in PACKS or not pack.may_make(turn.tx, unit_id, turn.person_id, turn.at):
        raise Refused("not-for-you")
    arguments = {
        "unit": unit_id,
        "period": period_id,
        "at": turn.at.isoformat(),
        "by": turn.person_id,
    }
    _send(turn, f"pack-{ending}", arguments, None, period_id)


def _asked(turn: Turn) -> tuple[int, int]:
    """Whose record of which period, for who leads the officer now, and for the appraiser and the
    superior of that period, who read the appraisal after the officer has moved on too."""
    officer_id, period_id = turn.integer(0), turn.integer(1)
    if leaders.standing(turn.tx, officer_id, turn.person_id, turn.at) not in READERS:
        statement = select(Appraisal.id).where(
            Appraisal.officer_id == officer_id, Appraisal.period_id == period_id
        )
        found = turn.tx.session.exec(statement).first()
        queries.read(turn.tx, found or 0, turn.person_id, turn.at)
    return officer_id, period_id


def _send(
    turn: Turn, maker: str, arguments: dict[str, Any], officer_id: int | None, period_id: int
) -> None:
    journal.write(
        turn.tx,
        Kind.EXPORTED,
        turn.at,
        actor_id=turn.person_id,
        what=maker,
        officer=officer_id,
        period=period_id,
    )
    turn.say(f"sent-{maker}", file=File(maker, arguments))


def form(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """The SKP and its evaluation on A4."""
    from handlers.appraisal_pdf import make  # fpdf2 takes half a second

    at = datetime.fromisoformat(arguments["at"])
    found = sheet.sheet_of(tx, arguments["officer"], arguments["period"], at)
    words = ("skp", found.record.officer.name, said(language, Text(*found.period)))
    given = recognition.of_officer(tx, arguments["officer"], arguments["period"])
    return MadeFile(file_name(*words, ending="pdf"), make(found, language, given))


def pack_pdf(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """The meeting pack of a unit."""
    from handlers.pack_pdf import make  # fpdf2 and matplotlib take a second

    found = _pack(tx, arguments)
    return MadeFile(_pack_name(language, found, "pdf"), make(found, language))


def pack_workbook(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """The same as XLSX."""
    from handlers.pack_sheets import make  # xlsxwriter takes a while

    found = _pack(tx, arguments)
    return MadeFile(_pack_name(language, found, "xlsx"), make(found, language))


def _pack(tx: Transaction, arguments: dict[str, Any]) -> Pack:
    """For who asked, with the rights of when it was asked for."""
    at = datetime.fromisoformat(arguments["at"])
    return pack.pack_of(tx, arguments["unit"], arguments["period"], at, arguments["by"])


def _pack_name(language: str, found: Pack, ending: str) -> str:
    words = (said(language, Text("pack-title")), found.unit, said(language, Text(*found.period)))
    return file_name(*words, ending=ending)
