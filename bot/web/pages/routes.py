"""Every page, on one screen: its address below `/s`, what shows it, what its form does."""

from __future__ import annotations

from bot.web.pages import evidence, fed, home, plan, sheet, unit
from bot.web.pages.asked import Route

ROUTES: tuple[Route, ...] = (
    Route("/", home.show),
    *plan.ROUTES,
    *evidence.ROUTES,
    *fed.ROUTES,
    *sheet.ROUTES,
    *unit.ROUTES,
)
