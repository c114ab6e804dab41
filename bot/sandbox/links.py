"""Deep links: `https://t.me/<bot>?start=<payload>` and its relatives."""

import re
from urllib.parse import parse_qs, urlsplit

PAYLOAD = re.compile(r"^[A-Za-z0-9_-]{1,64}$")
"""Bot API, "Deep linking": up to 64 characters of A-Z, a-z, 0-9, _ and -."""


def payload_of(link: str, bot_username: str) -> str | None:
    """The payload of a link to this bot ("" for a plain link), or None for any other link."""
    try:
        parts = urlsplit(link if "://" in link else f"https://{link}")
    except ValueError:  # "[telepon]" is no host
        return None
    if parts.scheme == "tg":
        name = parse_qs(parts.query).get("domain", [""])[0]
    elif parts.netloc.lower() in ("t.me", "telegram.me", "www.t.me"):
        name = parts.path.strip("/")
    else:
        return None
    if name.lower() != bot_username.lower():
        return None
    payload = parse_qs(parts.query).get("start", [""])[0]
    return payload if not payload or PAYLOAD.match(payload) else None


def typed_payload(text: str, bot_username: str) -> str | None:
    """What a person means by a pasted link or a bare payload; None when it is neither."""
    text = text.strip()
    if PAYLOAD.match(text):
        return text
    return payload_of(text, bot_username)
