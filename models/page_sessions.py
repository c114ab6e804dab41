"""Who is signed in on the web pages: a single-use link from the chat, then a cookie.

Only hashes are kept. A session belongs to the person and may be ended from the chat.
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from models.database import UtcDateTime


class PageLink(SQLModel, table=True):
    """A link that signs a person in, once, within ten minutes."""

    __tablename__ = "page_links"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    page: str = "/"  # where it leads
    made_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PageSession(SQLModel, table=True):
    __tablename__ = "page_sessions"

    id: int | None = Field(default=None, primary_key=True)
    key_hash: str = Field(unique=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    device: str = ""  # what the browser says it is, in a word or two
    made_at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
