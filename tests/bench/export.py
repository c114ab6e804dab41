"""Measure the export of a year with fifty thousand complaints: time, size and memory.

    python -m tests.bench.export [CASES]

Each file is made in a process of its own, so that the peak of its memory is its own.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from handlers import export_files
from models.database import Database
from tests.bench import case_town
from tests.bench.case_town import NOW

CASES = 50_000
MAKERS = {
    "xlsx": export_files.workbook,
    "cases.csv": export_files.cases_csv,
    "events.csv": export_files.events_csv,
}
ASKED = {"scope": "a", "first": "2025-12-01", "last": "2026-11-23", "at": NOW.isoformat()}


def main() -> None:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    with tempfile.TemporaryDirectory(prefix="suara-bench-") as folder:
        file = Path(folder) / "town.db"
        case_town.make(file, cases)
        print(f"{cases:,} complaints")
        for name in MAKERS:
            subprocess.run([sys.executable, "-m", __spec__.name, "of", str(file), name], check=True)


def measure(file: str, name: str) -> None:
    """Make one file and print what it took."""
    database = Database(f"sqlite:///{file}")
    before, started = _megabytes(), time.monotonic()
    made = database.read_now(lambda tx: MAKERS[name](tx, "id", ASKED))
    seconds = time.monotonic() - started
    print(
        f"{name}: {seconds:.1f} s, {len(made.content) / 2**20:.1f} MB, "
        f"memory {before:.0f} -> {_megabytes():.0f} MB at the peak"
    )
    database.close()


def _megabytes() -> float:
    """The most memory this process ever had."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = next(row for row in status.splitlines() if row.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["of"]:
        measure(*sys.argv[2:4])
    else:
        main()
