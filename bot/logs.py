"""Logging: events with ids and numbers; never a token, a name or what somebody wrote."""

from __future__ import annotations

import logging
import sys

import structlog

from bot.settings import Settings


class _HideToken(logging.Filter):
    """A last resort for libraries that log an address: the token is cut out."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if self._token and self._token in message:
            record.msg, record.args = message.replace(self._token, "…"), None
        return True


QUIET = ("telegram", "aiohttp", "apscheduler", "asyncio", "alembic", "sqlalchemy", "fontTools")


def configure(settings: Settings) -> None:
    """Log to standard error, in words or as JSON lines.

    Libraries speak from `warning` on, whatever the level: at `debug` theirs would hold bodies of
    requests, and with them what citizens wrote.
    """
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_HideToken(settings.telegram_token.get_secret_value()))
    logging.basicConfig(level=level, handlers=[handler], format="%(message)s", force=True)
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
