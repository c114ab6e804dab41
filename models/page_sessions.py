"""Who is signed in on the web pages: a single-use link from the chat, then a session.

Only hashes are kept. A session belongs to the person, opens nothing that the person may not see in
the chat at that moment, and may be ended from the chat.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, or_, update
from sqlmodel import Field, SQLModel, col, select

from models import journal, people
from models.database import Transaction, UtcDateTime, table
from models.errors import Refused
from models.journal import Kind

LINK_VALID = timedelta(minutes=10)
IDLE = timedelta(hours=1)  # without a request; a long form takes its time
LONGEST = timedelta(hours=12)
SEEN_EACH = timedelta(minutes=1)  # how exactly it is kept when a session was last used
KEPT = timedelta(days=30)  # a session that has ended
SECRET = 32  # bytes of a token and of a session's key
DEVICE_LIMIT = 60  # characters


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


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whose request it is."""

    session_id: int
    person_id: int
    language: str
    name: str  # of the officer
    seen_at: datetime


# --- links


def link(tx: Transaction, person_id: int, at: datetime, page: str = "/") -> str:
    """A token that signs the person in once, told only now. Earlier ones open nothing any more.

    Refused to who holds no role.
    """
    _require_role(tx, person_id, at)
    tx.execute(delete(table(PageLink)).where(col(PageLink.person_id) == person_id))
    _forget(tx, person_id, at)
    token = secrets.token_urlsafe(SECRET)
    made = PageLink(
        token_hash=hashed(token),
        person_id=person_id,
        page=page,
        made_at=at,
        expires_at=at + LINK_VALID,
    )
    tx.session.add(made)
    return token


def waiting(tx: Transaction, token: str, at: datetime) -> PageLink:
    """The link behind a token, to be shown and not used. Refused when it opens nothing."""
    found = tx.session.exec(
        select(PageLink).where(PageLink.token_hash == hashed(token), _unused(at))
    ).first()
    if found is None:
        raise Refused("pages-link-old")
    return found


def language_of(tx: Transaction, found: PageLink) -> str:
    """Of the person whom a link signs in."""
    return tx.session.get_one(people.Person, found.person_id).language


def open_session(tx: Transaction, token: str, device: str, at: datetime) -> tuple[str, str]:
    """Use a link: the key of a new session, told only now, and the page the link leads to.

    Of two who use it at once one is refused, on both databases: the row is taken by one statement.
    """
    taken = tx.execute(
        update(table(PageLink))
        .where(col(PageLink.token_hash) == hashed(token), _unused(at))
        .values(used_at=at)
        .returning(col(PageLink.person_id), col(PageLink.page))
    ).first()
    if taken is None:
        raise Refused("pages-link-old")
    _require_role(tx, taken.person_id, at)
    key = secrets.token_urlsafe(SECRET)
    made = PageSession(
        key_hash=hashed(key),
        person_id=taken.person_id,
        device=device[:DEVICE_LIMIT],
        made_at=at,
        seen_at=at,
        expires_at=at + LONGEST,
    )
    tx.session.add(made)
    tx.session.flush()
    journal.write(tx, Kind.PAGES_OPENED, at, actor_id=taken.person_id, session=made.id)
    return key, taken.page


# --- sessions


def signed_in(tx: Transaction, key: str, at: datetime) -> SignedIn | None:
    """Whose key it is, if the session is open and the person still holds a role."""
    row = tx.session.exec(
        select(PageSession, people.Person)
        .join(people.Person, col(people.Person.id) == PageSession.person_id)
        .where(PageSession.key_hash == hashed(key), _open(at))
    ).first()
    if row is None:
        return None
    session, person = row
    authority = people.known_authority(tx, session.person_id, at)
    if authority.officer is None or not authority.appointments:
        return None
    return SignedIn(
        session.id or 0, session.person_id, person.language, authority.officer.name, session.seen_at
    )


def is_due(session: SignedIn, at: datetime) -> bool:
    """Whether `seen` has something to write."""
    return at - session.seen_at >= SEEN_EACH


def seen(tx: Transaction, session_id: int, at: datetime) -> None:
    """The session was used: the idle time begins anew, but not of one that has ended."""
    tx.execute(
        update(table(PageSession))
        .where(col(PageSession.id) == session_id, _open(at))
        .values(seen_at=at)
    )


def open_sessions(tx: Transaction, person_id: int, at: datetime) -> list[PageSession]:
    """Of a person, the one used last first."""
    statement = select(PageSession).where(PageSession.person_id == person_id, _open(at))
    return list(tx.session.exec(statement.order_by(col(PageSession.seen_at).desc())))


def end(tx: Transaction, person_id: int, at: datetime, session_id: int | None = None) -> int:
    """End one session of the person, or all, and links that wait; returns how many sessions."""
    tx.execute(delete(table(PageLink)).where(col(PageLink.person_id) == person_id))
    ended = 0
    for session in open_sessions(tx, person_id, at):
        if session_id in (None, session.id):
            session.revoked_at, ended = at, ended + 1
            journal.write(tx, Kind.PAGES_LEFT, at, actor_id=person_id, session=session.id)
    return ended


def hashed(secret: str) -> str:
    """What is kept of a token or a key. They are drawn by chance, so a plain hash is enough."""
    return hashlib.sha256(secret.encode(errors="surrogateescape")).hexdigest()


def _require_role(tx: Transaction, person_id: int, at: datetime) -> None:
    authority = people.known_authority(tx, person_id, at)
    if authority.officer is None or not authority.appointments:
        raise Refused("not-for-you")


def _forget(tx: Transaction, person_id: int, at: datetime) -> None:
    ended = or_(col(PageSession.revoked_at) <= at - KEPT, col(PageSession.expires_at) <= at - KEPT)
    tx.execute(delete(table(PageSession)).where(col(PageSession.person_id) == person_id, ended))


def _unused(at: datetime) -> ColumnElement[bool]:
    return col(PageLink.used_at).is_(None) & (col(PageLink.expires_at) > at)


def _open(at: datetime) -> ColumnElement[bool]:
    return (
        col(PageSession.revoked_at).is_(None)
        & (col(PageSession.expires_at) > at)
        & (col(PageSession.seen_at) > at - IDLE)
    )
