"""The complaints of Sungai Rambai and what became of them."""

from __future__ import annotations

from bot.sandbox.town_cases_dukcapil import DUKCAPIL
from bot.sandbox.town_cases_kesehatan import KESEHATAN

CASES = (*DUKCAPIL, *KESEHATAN)
