"""Starts the bot again and again, quickly: imports its code once, then forks.

Most of a start is the import of libraries, which proves nothing; so this process, in which
nothing was built (design §7: nothing is built on import), forks a child that calls the same
`main` as `python -m bot`. It reads orders, one a line, and answers each with one line:
`start` (answer: the process id) and `SIGKILL PID`, or another signal (answer: how it ended).
"""

from __future__ import annotations

import os
import signal
import sys

from bot.__main__ import main as bot


def start() -> int:
    """Fork the bot; returns its process id."""
    pid = os.fork()
    if pid == 0:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        sys.argv = ["bot", "run"]
        os._exit(bot())
    return pid


def end(pid: int, number: signal.Signals) -> int:
    """Signal the bot and wait until it is gone; returns its exit code, negative for a signal."""
    os.kill(pid, number)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def main() -> None:
    print("imported", flush=True)
    for line in sys.stdin:
        order, _, pid = line.strip().partition(" ")
        if order == "start":
            print(start(), flush=True)
        else:
            print(end(int(pid), signal.Signals[order]), flush=True)


if __name__ == "__main__":
    main()
