"""Reading files of unknown people is done apart: in a child process without the token, the database
or the network's addresses in its environment, limited in memory and time, and killed when it
overruns. What breaks there breaks one file, never the bot.

    python -m bot.files.apart KIND    < file    > one line of JSON, then the cleaned copy
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import resource
import sys
from pathlib import Path

from bot.files.content import Clean, Unfit, clean

MEMORY = 1 << 30  # bytes of address space
CPU = 40  # seconds of computing
WAIT = 60.0  # seconds until the child is killed
ROOT = Path(__file__).parents[2]


class Unanswered(Exception):
    """The child was killed, took too long or broke. That may be the file's doing or that of a
    machine without time or memory to spare, so it says nothing about the file yet."""


async def clean_apart(kind: str, data: bytes, wait: float = WAIT) -> Clean:
    """`content.clean` in a child process; raises Unfit, Unanswered, and OSError when none can be
    started. wait: seconds until the child is killed."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.files.apart",
        kind,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=ROOT,
        env={"PATH": os.defpath, "PYTHONPATH": str(ROOT)},
    )
    try:
        async with asyncio.timeout(wait):
            said, _ = await child.communicate(data)
    except TimeoutError:
        raise Unanswered from None
    finally:
        if child.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.wait()
    return _heard(said)


def _heard(said: bytes) -> Clean:
    """What the child said; one that broke or was killed over its limits said nothing."""
    line, _, made = said.partition(b"\n")
    if not line:
        raise Unanswered
    head = json.loads(line)
    if "refused" in head:
        raise Unfit(head["refused"])
    return Clean(head["mime"], made)


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    data = sys.stdin.buffer.read()
    try:
        made = clean(sys.argv[1], data)
    except Unfit as unfit:
        sys.stdout.buffer.write(json.dumps({"refused": unfit.reason}).encode() + b"\n")
        return
    sys.stdout.buffer.write(json.dumps({"mime": made.mime}).encode() + b"\n" + made.data)


if __name__ == "__main__":
    main()
