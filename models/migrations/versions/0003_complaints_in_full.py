"""Complaints in full: calendars by version, limits and ladders as rules, causes, followers,
leave, reveals, files kept by us; what was there before is carried over.

Tables that others refer to are only added to: SQLite would have to make them anew.
"""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

OPEN = sa.text("resolved_at IS NULL")


def upgrade() -> None:
    _clocks()
    _causes()
    _cases()
    _people()
    _desk()
    _files()
    _messages()
    _carry_over()


def _clocks() -> None:
    op.create_table(
        "calendar_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("calendar", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["units.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_calendar_versions_unit_id", "calendar_versions", ["unit_id"])
    op.create_table(
        "limit_rules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("case_class", sa.String(), nullable=True),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["offices.id"],
        ),
        sa.ForeignKeyConstraint(
            ["set_by"],
            ["people.id"],
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["units.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "ladder_rules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("rung", sa.String(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=True),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["offices.id"],
        ),
        sa.ForeignKeyConstraint(
            ["set_by"],
            ["people.id"],
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["units.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_ladder_rules_office_id", "ladder_rules", ["office_id"])
    op.create_index("ix_ladder_rules_unit_id", "ladder_rules", ["unit_id"])


def _causes() -> None:
    op.create_table(
        "external_causes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("supervisory", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.Column("claimed_by", sa.Integer(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decide_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("remind_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claimed_by"],
            ["officers.id"],
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"],
            ["officers.id"],
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["units.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "causes_due",
        "external_causes",
        ["decide_by"],
        sqlite_where=sa.text("standing = 'claimed'"),
        postgresql_where=sa.text("standing = 'claimed'"),
    )
    op.create_index(
        "causes_open",
        "external_causes",
        ["started_at"],
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index("ix_external_causes_unit_id", "external_causes", ["unit_id"])
    op.create_table(
        "external_cause_cases",
        sa.Column("cause_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.DateTime(timezone=True), nullable=False),
        sa.Column("end", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
        ),
        sa.ForeignKeyConstraint(
            ["cause_id"],
            ["external_causes.id"],
        ),
        sa.PrimaryKeyConstraint("cause_id", "case_id"),
    )
    op.create_index("ix_external_cause_cases_case_id", "external_cause_cases", ["case_id"])


def _desk() -> None:
    op.create_table(
        "answer_templates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["by"],
            ["people.id"],
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["units.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "answer_templates_kept",
        "answer_templates",
        ["unit_id", "name"],
        sqlite_where=sa.text("removed_at IS NULL"),
        postgresql_where=sa.text("removed_at IS NULL"),
    )
    op.create_table(
        "digest_times",
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["units.id"],
        ),
        sa.PrimaryKeyConstraint("unit_id"),
    )
    op.create_index("ix_digest_times_next_at", "digest_times", ["next_at"])
    op.create_table(
        "digests_sent",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officers.id"],
        ),
        sa.PrimaryKeyConstraint("officer_id", "day"),
    )
    op.create_index("ix_digests_sent_day", "digests_sent", ["day"])
    op.create_table(
        "leaves",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("stand_in_id", sa.Integer(), nullable=True),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["entered_by"],
            ["people.id"],
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officers.id"],
        ),
        sa.ForeignKeyConstraint(
            ["stand_in_id"],
            ["officers.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_leaves_officer_id", "leaves", ["officer_id"])
    op.create_index("ix_leaves_until_at", "leaves", ["until_at"])
    op.create_index(
        "leaves_to_begin",
        "leaves",
        ["from_at"],
        sqlite_where=sa.text("begun_at IS NULL AND ended_at IS NULL"),
        postgresql_where=sa.text("begun_at IS NULL AND ended_at IS NULL"),
    )
    op.create_table(
        "quiet_hours",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("manner", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officers.id"],
        ),
        sa.PrimaryKeyConstraint("officer_id"),
    )


def _people() -> None:
    op.create_table(
        "case_followers",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("merged_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
        ),
        sa.ForeignKeyConstraint(
            ["merged_id"],
            ["cases.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
        ),
        sa.PrimaryKeyConstraint("case_id", "person_id"),
    )
    op.create_index("ix_case_followers_person_id", "case_followers", ["person_id"])
    op.create_table(
        "case_readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officers.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("case_readings_of_case", "case_readings", ["case_id", "officer_id", "at"])
    op.create_table(
        "reveals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("asker_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decider_id", sa.Integer(), nullable=True),
        sa.Column("approved", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["asker_id"],
            ["officers.id"],
        ),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
        ),
        sa.ForeignKeyConstraint(
            ["decider_id"],
            ["officers.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_reveals_case_id", "reveals", ["case_id"])
    op.create_index(
        "reveals_undecided",
        "reveals",
        ["expires_at"],
        sqlite_where=sa.text("decided_at IS NULL"),
        postgresql_where=sa.text("decided_at IS NULL"),
    )
    op.create_table(
        "sealed_words",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("original", sa.Text(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("until_message_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
        ),
        sa.PrimaryKeyConstraint("case_id"),
    )
    op.create_table(
        "sealed_messages",
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("original", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
        ),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["case_messages.id"],
        ),
        sa.PrimaryKeyConstraint("message_id"),
    )
    op.create_index("ix_sealed_messages_case_id", "sealed_messages", ["case_id"])


def _cases() -> None:
    for column in (
        "supervisory BOOLEAN NOT NULL DEFAULT FALSE",
        "original TEXT",
        "anonymous BOOLEAN NOT NULL DEFAULT TRUE",
        "confidential BOOLEAN NOT NULL DEFAULT FALSE",
        "calendar_id INTEGER REFERENCES calendar_versions (id)",
        "next_clock VARCHAR",
        "reopened INTEGER NOT NULL DEFAULT 0",
        "followers INTEGER NOT NULL DEFAULT 0",
        "previous_id INTEGER REFERENCES cases (id)",
        "merged_into_id INTEGER REFERENCES cases (id)",
    ):
        op.execute(f"ALTER TABLE cases ADD COLUMN {column}")
    for name in ("verified_at", "next_due", "wake_at"):
        op.add_column("cases", sa.Column(name, sa.DateTime(timezone=True)))
    op.add_column("case_messages", sa.Column("original", sa.Text()))
    for name in ("holder_id", "reporter_id", "state", "unit_id"):
        op.drop_index(f"ix_cases_{name}", "cases")
    _index("cases_held", "holder_id", "resolved_at", "next_due")
    _index("cases_newest", "unit_id", "supervisory", "received_at", where=OPEN)
    _index("cases_of_reporter", "reporter_id", "received_at")
    _index("cases_of_unit", "unit_id", "received_at")
    _index(
        "cases_open", "unit_id", "supervisory", "next_due", "holder_id", "resolved_at", where=OPEN
    )
    op.create_index(
        "cases_supervisory",
        "cases",
        ["supervisory", "resolved_at", "next_due"],
        sqlite_where=sa.text("supervisory IS 1"),
        postgresql_where=sa.text("supervisory IS TRUE"),
    )
    _index("cases_timed", "wake_at", where=sa.text("wake_at IS NOT NULL"))
    _index("ix_cases_merged_into_id", "merged_into_id")
    _index("ix_cases_resolved_at", "resolved_at")


def _index(name: str, *columns: str, where: sa.TextClause | None = None) -> None:
    op.create_index(name, "cases", list(columns), sqlite_where=where, postgresql_where=where)


def _files() -> None:
    """Files sent before are fetched from Telegram, checked and cleaned like any other."""
    with op.batch_alter_table("attachments") as batch:
        batch.add_column(sa.Column("cause_id", sa.Integer()))
        batch.add_column(sa.Column("sender_id", sa.Integer()))
        batch.add_column(sa.Column("state", sa.String(), nullable=False, server_default="pending"))
        batch.add_column(sa.Column("next_try_at", sa.DateTime(timezone=True)))
        batch.add_column(sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"))
        for name in ("reason", "stored_as", "mime", "digest", "sent_file_id"):
            batch.add_column(sa.Column(name, sa.String()))
    op.execute(
        "UPDATE attachments SET next_try_at = at, sender_id = COALESCE("
        "(SELECT officers.person_id FROM case_messages JOIN officers"
        " ON officers.id = case_messages.officer_id"
        " WHERE case_messages.id = attachments.message_id),"
        "(SELECT cases.reporter_id FROM cases WHERE cases.id = attachments.case_id))"
    )
    connection = op.get_bind()
    for (number,) in connection.execute(sa.text("SELECT id FROM attachments")).all():
        connection.execute(
            sa.text("UPDATE attachments SET stored_as = :name WHERE id = :id"),
            {"name": secrets.token_hex(16), "id": number},
        )
    with op.batch_alter_table("attachments") as batch:
        batch.alter_column("next_try_at", nullable=False)
        batch.alter_column("stored_as", nullable=False)
        batch.create_unique_constraint("attachments_stored_as_key", ["stored_as"])
        batch.create_foreign_key(
            "attachments_cause_id_fkey", "external_causes", ["cause_id"], ["id"]
        )
        batch.create_foreign_key("attachments_sender_id_fkey", "people", ["sender_id"], ["id"])
    pending = sa.text("state = 'pending'")
    op.create_index(
        "attachments_due",
        "attachments",
        ["next_try_at"],
        sqlite_where=pending,
        postgresql_where=pending,
    )


def _messages() -> None:
    op.add_column("ledger", sa.Column("person_id", sa.Integer()))
    op.add_column("ledger", sa.Column("outcome", sa.String()))
    op.create_index("ledger_pace", "ledger", ["person_id", "at"])
    op.add_column("outbox", sa.Column("held_until", sa.DateTime(timezone=True)))
    op.drop_index("outbox_due", "outbox")
    held = sa.text("held_until IS NOT NULL")
    ready = sa.text("sent_at IS NULL AND failed_at IS NULL AND held_until IS NULL")
    op.create_index(
        "outbox_held", "outbox", ["held_until"], sqlite_where=held, postgresql_where=held
    )
    op.create_index(
        "outbox_ready", "outbox", ["urgency", "id"], sqlite_where=ready, postgresql_where=ready
    )


def _carry_over() -> None:
    """What the columns say of the cases there are, from the journal; time winds them anew."""
    op.execute("UPDATE cases SET supervisory = TRUE WHERE kind = 'berkadar'")
    op.execute("UPDATE cases SET anonymous = FALSE WHERE reporter_name IS NOT NULL")
    op.execute(
        "UPDATE cases SET verified_at = (SELECT min(at) FROM journal WHERE case_id = cases.id"
        " AND kind IN ('case.taken', 'case.forwarded', 'case.rejected')),"
        " reopened = (SELECT count(*) FROM journal"
        " WHERE case_id = cases.id AND kind = 'case.reopened')"
    )
    # An officer closed a case, or silence did: after a question nothing was solved.
    op.execute(
        "UPDATE cases SET state = 'archived' WHERE state = 'closed' AND 'case.asked_back' ="
        " (SELECT kind FROM journal WHERE case_id = cases.id AND kind IN"
        " ('case.answered', 'case.asked_back', 'case.closed') ORDER BY id DESC LIMIT 1)"
    )
    op.execute("UPDATE cases SET state = 'solved' WHERE state = 'closed'")
    op.execute("UPDATE cases SET wake_at = received_at WHERE resolved_at IS NULL")


def downgrade() -> None:
    raise RuntimeError("there is no way back")
