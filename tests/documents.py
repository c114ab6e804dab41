"""The pages of docs/ that are made from the code: `make docs` writes them, a test compares them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot import rights
from models.complaints.limits import DEFAULTS
from models.complaints.states import BY, ENDED, TRANSITIONS, WITH_CITIZEN, Event, Party, State

ROOT = Path(__file__).parents[1]
TEXTS = ROOT / "handlers" / "texts" / "en"
ORDER = (Party.CITIZEN, Party.OFFICER, Party.HEAD, Party.SECOND, Party.ADMIN, Party.CLOCK)
WHO = {
    Party.CITIZEN: "who sent it",
    Party.OFFICER: "of the unit; for a supervisory case, of the inspectorate",
    Party.HEAD: "of the unit, or an admin in the head's place",
    Party.SECOND: "a second person outside the officer's line",
    Party.ADMIN: "of the office",
    Party.CLOCK: "time alone",
}


def case_states() -> str:
    """docs/case-states.md."""
    bundle = _texts()
    return "\n".join(
        [
            "# What a case can be, and who may do what next",
            "",
            "Made from `models/complaints/states.py` and `limits.py` by `make docs`.",
            "",
            "Only these events move clocks. A note, thanks, an edit, taking a case and handing it",
            "over leave every clock as it is.",
            "",
            "| party | who that is |",
            "|---|---|",
            *(f"| {party.value} | {WHO[party]} |" for party in ORDER),
            "",
            "| state | shown as | clock of the resolution |",
            "|---|---|---|",
            *(f"| {s.value} | {_text(bundle, f'state-{s.value}')} | {_clock(s)} |" for s in State),
            "",
            *(line for state in State for line in _of_state(state)),
            "## Limits",
            "",
            "Defaults; a unit or an office may have its own, each with its source and date.",
            "",
            "| step | class | within | source |",
            "|---|---|---|---|",
            *(
                f"| {step.value} | {case_class.value if case_class else 'every class'} "
                f"| {limit.duration} | {limit.source} |"
                for (step, case_class), limit in DEFAULTS.items()
            ),
            "",
        ]
    )


def _of_state(state: State) -> list[str]:
    flows = TRANSITIONS[state]
    if not flows:
        return [f"## {state.value}", "", "Nothing more can happen.", ""]
    rows = [
        f"| {event.value.removeprefix('case.')} | {_parties(event)} | {flows[event].value} |"
        for event in Event
        if event in flows
    ]
    head = ["| event | by | then |", "|---|---|---|"]
    return [f"## {state.value}", "", *head, *rows, ""]


def _parties(event: Event) -> str:
    return ", ".join(party.value for party in ORDER if party in BY[event])


def _clock(state: State) -> str:
    if state in ENDED:
        return "ended"
    return "stands still: the citizen has the word" if state in WITH_CITIZEN else "runs"


def _texts() -> FluentBundle:
    bundle = FluentBundle(["en"])
    for file in sorted(TEXTS.glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text()), allow_overrides=True)
    return bundle


def _text(bundle: FluentBundle, key: str) -> str:
    pattern = bundle.get_message(key).value
    assert pattern is not None
    return str(bundle.format_pattern(pattern)[0])


PAGES: dict[Path, Callable[[], str]] = {
    ROOT / "docs" / "case-states.md": case_states,
    ROOT / "docs" / "rights.md": rights.page,
}


def main() -> None:
    for file, make in PAGES.items():
        file.write_text(make())


if __name__ == "__main__":
    main()
