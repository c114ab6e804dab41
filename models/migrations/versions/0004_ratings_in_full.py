"""Ratings in full: visits, the survey, slices of the daily sums, what changed ratings, doubts.

On SQLite the table of ratings is made anew, since a person may now rate a unit twice a day when
there was a visit; others refer to it meanwhile, so `schema.migrate` lets the keys rest.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

VISITED, UNVISITED = sa.text("visit_id IS NOT NULL"), sa.text("visit_id IS NULL")
COMMENTED = sa.text("commented_at IS NOT NULL")
KEPT = (
    "id, rater, unit_id, day, counter_id, officer_id, score, asked, at, comment, commented_at, "
    "reading"
)


def upgrade() -> None:
    _visits()
    _ratings()
    _sums()
    _beside()
    _survey()
    op.add_column("people", sa.Column("may_invite", sa.Boolean(), nullable=True))
    _carry_over()


def _visits() -> None:
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("hint", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("hash"),
    )
    op.create_index("ix_api_keys_unit_id", "api_keys", ["unit_id"])
    op.create_table(
        "api_requests",
        sa.Column("key_id", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("response", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["key_id"], ["api_keys.id"]),
        sa.PrimaryKeyConstraint("key_id", "idempotency_key"),
    )
    op.create_index("ix_api_requests_at", "api_requests", ["at"])
    op.create_table(
        "visit_sums",
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Float(), nullable=False),
        sa.Column("promised", sa.Integer(), nullable=False),
        sa.Column("within", sa.Integer(), nullable=False),
        sa.Column("waits", sa.Integer(), nullable=False),
        sa.Column("waited", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("unit_id", "service_id", "day"),
    )
    op.create_table(
        "visits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("counter_id", sa.Integer(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("external", sa.String(), nullable=True),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("promised", sa.String(), nullable=False),
        sa.Column("minutes", sa.Float(), nullable=True),
        sa.Column("within", sa.Boolean(), nullable=True),
        sa.Column("waited", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["counter_id"], ["counters.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("unit_id", "external"),
    )
    op.create_index("ix_visits_officer_id_day", "visits", ["officer_id", "day", "service_id"])
    op.create_index(
        "ix_visits_open",
        "visits",
        ["officer_id"],
        sqlite_where=sa.text("ended_at IS NULL AND undone_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL AND undone_at IS NULL"),
    )
    op.create_index(
        "ix_visits_unit_id_day_minutes", "visits", ["unit_id", "day", "service_id", "minutes"]
    )
    op.create_table(
        "visit_guests",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"]),
        sa.PrimaryKeyConstraint("visit_id", "person_id"),
    )
    op.create_index("ix_visit_guests_at", "visit_guests", ["at"])
    op.create_index("ix_visit_guests_person_id", "visit_guests", ["person_id"])
    op.create_table(
        "visit_pauses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_visit_pauses_visit_id", "visit_pauses", ["visit_id"])


def _ratings() -> None:
    op.drop_index("ix_ratings_unit_id", table_name="ratings")
    if op.get_bind().dialect.name == "sqlite":
        _made_anew()
    else:
        _added_to()
    op.create_index("ix_ratings_unit_id_day", "ratings", ["unit_id", "day"])
    op.create_index(
        "ix_ratings_visit_id",
        "ratings",
        ["visit_id"],
        unique=True,
        sqlite_where=VISITED,
        postgresql_where=VISITED,
    )
    op.create_index(
        "ix_ratings_of_visits",
        "ratings",
        ["officer_id", "at"],
        sqlite_where=VISITED,
        postgresql_where=VISITED,
    )
    op.create_index(
        "ix_ratings_rater_unit_id_day",
        "ratings",
        ["rater", "unit_id", "day"],
        unique=True,
        sqlite_where=UNVISITED,
        postgresql_where=UNVISITED,
    )
    op.create_index(
        "ix_ratings_commented",
        "ratings",
        ["unit_id", "commented_at", "sentiment", "aspects"],
        sqlite_where=COMMENTED,
        postgresql_where=COMMENTED,
    )


def _made_anew() -> None:
    op.drop_index("ix_ratings_at", table_name="ratings")
    op.create_table(
        "ratings_new",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rater", sa.String(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("service_id", sa.Integer(), nullable=True),
        sa.Column("counter_id", sa.Integer(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("commented_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reading", sa.JSON(), nullable=True),
        sa.Column("sentiment", sa.String(), nullable=True),
        sa.Column("aspects", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.CheckConstraint("score BETWEEN 1 AND 4"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"]),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"]),
        sa.ForeignKeyConstraint(["counter_id"], ["counters.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
    )
    op.execute(
        f"INSERT INTO ratings_new ({KEPT}, standing, aspects) "
        f"SELECT {KEPT}, 'counted', '' FROM ratings"
    )
    op.drop_table("ratings")
    op.rename_table("ratings_new", "ratings")
    op.create_index("ix_ratings_at", "ratings", ["at"])


def _added_to() -> None:
    op.drop_constraint("ratings_rater_unit_id_day_key", "ratings")
    for name, referred in (("visit_id", "visits"), ("service_id", "services")):
        op.add_column("ratings", sa.Column(name, sa.Integer(), nullable=True))
        op.create_foreign_key(f"ratings_{name}_fkey", "ratings", referred, [name], ["id"])
    for name, before in (("standing", "counted"), ("aspects", "")):
        column = sa.Column(name, sa.String(), nullable=False, server_default=before)
        op.add_column("ratings", column)
        op.alter_column("ratings", name, server_default=None)
    for name in ("why", "sentiment"):
        op.add_column("ratings", sa.Column(name, sa.String(), nullable=True))


def _sums() -> None:
    """Made anew from the ratings: of everything, and of each way of asking."""
    op.drop_table("rating_sums")
    op.create_table(
        "rating_sums",
        sa.Column("slice", sa.String(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *(sa.Column(f"n{score}", sa.Integer(), nullable=False) for score in range(1, 5)),
        sa.Column("excluded", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("slice", "unit_id", "day"),
    )
    op.create_index("ix_rating_sums_day_slice", "rating_sums", ["day", "slice"])
    scores = ", ".join(f"sum(CASE score WHEN {score} THEN 1 ELSE 0 END)" for score in range(1, 5))
    for part, group in (("''", ""), ("asked", ", asked")):
        op.execute(
            "INSERT INTO rating_sums (slice, unit_id, day, n1, n2, n3, n4, excluded, withdrawn) "
            f"SELECT {part}, unit_id, day, {scores}, 0, 0 FROM ratings GROUP BY unit_id, day{group}"
        )


def _beside() -> None:
    op.create_table(
        "rating_flag_notices",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.PrimaryKeyConstraint("officer_id"),
    )
    op.create_table(
        "rating_invitation_settings",
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("share BETWEEN 0 AND 100"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("unit_id"),
    )
    op.create_index(
        "ix_rating_invitation_settings_next_at", "rating_invitation_settings", ["next_at"]
    )
    op.create_table(
        "former_comments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rating_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("commented_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sentiment", sa.String(), nullable=True),
        sa.Column("aspects", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["rating_id"], ["ratings.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_former_comments_rating_id", "former_comments", ["rating_id"])
    op.create_index(
        "ix_former_comments_unit_id_commented_at", "former_comments", ["unit_id", "commented_at"]
    )
    op.create_table(
        "rating_corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rating_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=True),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("was", sa.String(), nullable=False),
        sa.Column("now", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["rating_id"], ["ratings.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_rating_corrections_unit_id_day", "rating_corrections", ["unit_id", "day"])
    op.create_index("ix_rating_corrections_rating_id", "rating_corrections", ["rating_id"])
    op.create_table(
        "rating_flags",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rating_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("pattern", sa.String(), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("raised_by", sa.Integer(), nullable=True),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("proposed_by", sa.Integer(), nullable=True),
        sa.Column("proposal", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("because", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["officers.id"]),
        sa.ForeignKeyConstraint(["proposed_by"], ["officers.id"]),
        sa.ForeignKeyConstraint(["raised_by"], ["officers.id"]),
        sa.ForeignKeyConstraint(["rating_id"], ["ratings.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_rating_flags_open",
        "rating_flags",
        ["unit_id"],
        sqlite_where=sa.text("decided_at IS NULL"),
        postgresql_where=sa.text("decided_at IS NULL"),
    )
    op.create_index(
        "ix_rating_flags_rating_id_reason", "rating_flags", ["rating_id", "reason"], unique=True
    )
    op.create_index("ix_rating_flags_unit_id_decision", "rating_flags", ["unit_id", "decision"])
    op.create_table(
        "rating_invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rating_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.ForeignKeyConstraint(["rating_id"], ["ratings.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_rating_invitations_person_id_day",
        "rating_invitations",
        ["person_id", "day"],
        unique=True,
    )
    op.create_index("ix_rating_invitations_unit_id_day", "rating_invitations", ["unit_id", "day"])
    op.create_index(
        "ix_rating_invitations_known",
        "rating_invitations",
        ["sent_at"],
        sqlite_where=sa.text("person_id IS NOT NULL"),
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )


def _survey() -> None:
    op.create_table(
        "follow_up_plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("element", sa.String(), nullable=False),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("due", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["closed_by"], ["people.id"]),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"]),
        sa.ForeignKeyConstraint(["owner_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_follow_up_plans_unit_id", "follow_up_plans", ["unit_id"])
    op.create_table(
        "instruments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("elements", sa.JSON(), nullable=False),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("unit_id", "version"),
    )
    op.create_table(
        "survey_populations",
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("served", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("unit_id", "period"),
    )
    op.create_table(
        "survey_settings",
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("weighting", sa.String(), nullable=False),
        sa.Column("numbering", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("unit_id"),
    )
    op.create_table(
        "survey_sheets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_survey_sheets_unit_id_digest", "survey_sheets", ["unit_id", "digest"], unique=True
    )
    op.create_table(
        "survey_sums",
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("squares", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("unit_id", "key", "day"),
    )
    op.create_table(
        "survey_responses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("medium", sa.String(), nullable=False),
        sa.Column("rating_id", sa.Integer(), nullable=True),
        sa.Column("rater", sa.String(), nullable=True),
        sa.Column("sheet_id", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("instrument_id", sa.Integer(), nullable=True),
        sa.Column("service_id", sa.Integer(), nullable=True),
        sa.Column("sex", sa.String(), nullable=True),
        sa.Column("age", sa.String(), nullable=True),
        sa.Column("education", sa.String(), nullable=True),
        sa.Column("occupation", sa.String(), nullable=True),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["instrument_id"], ["instruments.id"]),
        sa.ForeignKeyConstraint(["rating_id"], ["ratings.id"]),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"]),
        sa.ForeignKeyConstraint(["sheet_id"], ["survey_sheets.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("rating_id"),
    )
    op.create_index(
        "ix_survey_responses_open",
        "survey_responses",
        ["rater"],
        sqlite_where=sa.text("finished_at IS NULL"),
        postgresql_where=sa.text("finished_at IS NULL"),
    )
    op.create_index("ix_survey_responses_sheet_id", "survey_responses", ["sheet_id"])
    op.create_index("ix_survey_responses_unit_id_day", "survey_responses", ["unit_id", "day"])
    op.create_table(
        "survey_answers",
        sa.Column("response_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.CheckConstraint("score BETWEEN 1 AND 4"),
        sa.ForeignKeyConstraint(["response_id"], ["survey_responses.id"]),
        sa.PrimaryKeyConstraint("response_id", "question"),
    )


RATINGS = sa.table(
    "ratings",
    sa.column("id", sa.Integer),
    sa.column("unit_id", sa.Integer),
    sa.column("day", sa.Date),
    sa.column("asked", sa.String),
    sa.column("at", sa.DateTime(timezone=True)),
    sa.column("commented_at", sa.DateTime(timezone=True)),
    sa.column("reading", sa.JSON),
    sa.column("sentiment", sa.String),
    sa.column("aspects", sa.String),
)
JOURNAL = sa.table(
    "journal",
    sa.column("id", sa.Integer),
    sa.column("at", sa.DateTime(timezone=True)),
    sa.column("kind", sa.String),
    sa.column("rating_id", sa.Integer),
    sa.column("data", sa.JSON),
)
CORRECTIONS = sa.table(
    "rating_corrections",
    *(sa.column(name) for name in ("rating_id", "unit_id", "asked", "was", "now")),
    sa.column("day", sa.Date),
    sa.column("given_at", sa.DateTime(timezone=True)),
    sa.column("at", sa.DateTime(timezone=True)),
)
FORMER = sa.table(
    "former_comments",
    *(sa.column(name) for name in ("rating_id", "unit_id", "sentiment", "aspects")),
    sa.column("commented_at", sa.DateTime(timezone=True)),
)


def _carry_over() -> None:
    """What changed ratings, and what comments were about, from the journal and the readings."""
    bind = op.get_bind()
    for row in _entries(bind, "rating.changed"):
        was, now = (f"n{row.data[which]}" for which in ("old", "new"))
        if was != now:
            place = {
                name: getattr(row, name) for name in ("unit_id", "day", "asked", "given_at", "at")
            }
            values = {"rating_id": row.rating_id, "was": was, "now": now, **place}
            bind.execute(CORRECTIONS.insert(), values)
    for row in bind.execute(sa.select(RATINGS).where(RATINGS.c.commented_at.is_not(None))).all():
        named = row.reading or {}
        codes = _codes(
            named.get("sentiment", {}).get("label"), [a["key"] for a in named.get("aspects", ())]
        )
        bind.execute(sa.update(RATINGS).where(RATINGS.c.id == row.id).values(codes))
    _former_comments(bind, _entries(bind, "rating.commented"))


def _former_comments(bind: sa.Connection, entries: Iterable[Any]) -> None:
    """All but the one that stands."""
    by_rating: dict[int, list[Any]] = {}
    for row in entries:
        by_rating.setdefault(row.rating_id, []).append(row)
    for found in by_rating.values():
        gone = found[:-1] if found[-1].commented_at is not None else found
        for row in gone:
            codes = _codes(row.data.get("sentiment"), row.data.get("aspects", ()))
            written: Mapping[str, int | datetime] = {
                "rating_id": row.rating_id,
                "unit_id": row.unit_id,
                "commented_at": row.at,
            }
            bind.execute(FORMER.insert(), {**written, **codes})


def _entries(bind: sa.Connection, kind: str) -> list[Any]:
    """With the rating each is about, in order of time."""
    about = (
        *(RATINGS.c[name] for name in ("unit_id", "day", "asked", "commented_at")),
        RATINGS.c.at.label("given_at"),
    )
    rows = sa.select(JOURNAL.c.rating_id, JOURNAL.c.at, JOURNAL.c.data, *about)
    joined = rows.join_from(JOURNAL, RATINGS, RATINGS.c.id == JOURNAL.c.rating_id)
    ordered = joined.where(JOURNAL.c.kind == kind).order_by(JOURNAL.c.at, JOURNAL.c.id)
    return list(bind.execute(ordered).all())


def _codes(sentiment: str | None, aspects: Iterable[str]) -> dict[str, str | None]:
    packed = ",".join(["", *sorted(set(aspects)), ""]) if aspects else ""
    return {"sentiment": sentiment, "aspects": packed}


def downgrade() -> None:
    raise RuntimeError("there is no way back")
