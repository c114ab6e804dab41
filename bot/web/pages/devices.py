"""What a browser says it is, in a word or two, so that a person knows the own sessions apart."""

from __future__ import annotations

# the first that is found; those that pretend to be another come before it
BROWSERS = (
    ("Telegram", "Telegram"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("UCBrowser/", "UC Browser"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def device(agent: str) -> str:
    """'Chrome, Android' of a `User-Agent`; empty when it says nothing we know."""
    found = (
        next((name for mark, name in known if mark in agent), "") for known in (BROWSERS, SYSTEMS)
    )
    return ", ".join(filter(None, found))
