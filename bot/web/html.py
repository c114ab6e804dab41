"""How every page is made and guarded: templates that escape, and headers that keep scripts out."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

WEB = Path(__file__).parent


def environment(**shared: Any) -> Environment:
    """The templates. A name that is missing is an error; shared: what all of them may use."""
    made = Environment(
        loader=FileSystemLoader(WEB / "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(shared)
    return made


def headers(style: str, more: Mapping[str, str]) -> dict[str, str]:
    """Nothing may run or be fetched but the one style sheet, which stands in the page, and the
    icon; forms lead back here; nobody may frame a page."""
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        **more,
    }
