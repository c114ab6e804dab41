"""Logging: events with ids and numbers; never a token, a name or what somebody wrote."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType
from typing import Any

import structlog

from bot.settings import Settings


class _Discreet(logging.Formatter):
    """A last resort for what libraries log: the token is cut out of addresses, and an error is
    shown by its place and type, since its words may quote what a citizen wrote."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        line = record.getMessage().partition("\n")[0]  # what follows may show an error's words
        if record.exc_info and record.exc_info[0] is not None:
            line += "\n" + _place(record.exc_info[0], record.exc_info[2])
        return line.replace(self._token, "…") if self._token else line


def _place(kind: type[BaseException], trace: TracebackType | None) -> str:
    return "".join(traceback.format_tb(trace)) + kind.__name__


def _last_words(kind: type[BaseException], _error: BaseException, trace: Any) -> None:
    """What Python prints when an error ends the process, without the error's words."""
    sys.stderr.write(_place(kind, trace) + "\n")


QUIET = ("telegram", "aiohttp", "apscheduler", "asyncio", "alembic", "sqlalchemy", "fontTools")


def configure(settings: Settings) -> None:
    """Log to standard error, in words or as JSON lines.

    Libraries speak from `warning` on, whatever the level: at `debug` theirs would hold bodies of
    requests, and with them what citizens wrote.
    """
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Discreet(settings.telegram_token.get_secret_value()))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    sys.excepthook = _last_words
    for name in QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    last = (
        structlog.processors.JSONRenderer()
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
