"""What every process of the bench agrees on."""

from __future__ import annotations

TOKEN = "4711:a-token-for-the-bench-that-opens-nothing"
PSEUDONYM_KEY = "b" * 32
FIRST_PERSON = 1_000_000_000  # Telegram id
UNIT = 1
CONNECTIONS = 40  # what the bot asks Telegram for, and Telegram's default
WARM_UP = 200  # people before the measurement
PEOPLE = 1500  # people measured
UPDATES_EACH = 4  # /start u1, a score, a comment, the menu
