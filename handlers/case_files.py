"""The files and the place of a case, sent once more to who may see them."""

from __future__ import annotations

from handlers import lists
from handlers.message import Text, button
from handlers.turn import Turn
from models.complaints import queries
from models.complaints.queries import CaseView
from models.errors import Refused

AT_ONCE = 10  # the most one album holds (Bot API)


def show(turn: Turn) -> None:
    """`case-files:<case>:<page>`: ten at a time, in the order in which they were sent. Which of
    them this person may see is checked again for each file when it is sent."""
    case, way = _case(turn)
    listed = case_files(case)
    page = max(0, lists.page_number(turn, 1))
    shown = listed[page * AT_ONCE : (page + 1) * AT_ONCE]
    back = [button(Text(f"button-{way}"), way, case.case_id)]
    if len(listed) > (page + 1) * AT_ONCE:
        back.insert(0, button(Text("button-more-files"), "case-files", case.case_id, page + 1))
    turn.say(
        "case-files",
        ticket=case.ticket,
        attachments=shown,
        point=_point(case) if page == 0 else None,
        buttons=[back],
    )


def case_files(case: CaseView) -> list[int]:
    """Ids of all files of a case and its thread."""
    return sorted([*case.files, *(file for spoken in case.thread for file in spoken.files)])


def _case(turn: Turn) -> tuple[CaseView, str]:
    """The case and the button that leads back to it, for its citizen or an officer."""
    case_id = turn.integer(0)
    try:
        return queries.for_reporter(turn.tx, case_id, turn.person_id, turn.at), "track"
    except Refused:
        return queries.for_officer(turn.tx, case_id, turn.person_id, turn.at), "case"


def _point(case: CaseView) -> tuple[float, float] | None:
    if case.latitude is None or case.longitude is None:
        return None
    return case.latitude, case.longitude
