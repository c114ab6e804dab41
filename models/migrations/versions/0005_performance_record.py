"""The performance record: plans, figures, feedback, appraisals, coaching, the forum, the pages.

Frozen records are append-only like the journal, and its seals also cover the row of the rating or
case that an entry is about.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

FROZEN = ("snapshots", "figures")
REASON = "a frozen record is append-only"


def upgrade() -> None:
    _ground()
    _plans()
    _evidence()
    _feedback()
    _appraisals()
    _coaching()
    _forum()
    _pages()
    op.add_column("journal_seals", sa.Column("digest", sa.String(), nullable=True))
    _never_change(op.get_bind().dialect.name)


def _ground() -> None:
    op.create_table(
        "appraisal_periods",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("office_id", "first_day", "last_day"),
    )
    op.create_index("ix_appraisal_periods_office_id", "appraisal_periods", ["office_id"])
    op.create_table(
        "appraisal_settings",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("yearly", sa.Boolean(), nullable=False),
        sa.Column("freeze_after", sa.Integer(), nullable=False),
        sa.Column("objection_days", sa.Integer(), nullable=False),
        sa.Column("objection_working", sa.Boolean(), nullable=False),
        sa.Column("rate_within", sa.Integer(), nullable=False),
        sa.Column("explain_within", sa.Integer(), nullable=False),
        sa.Column("decide_within", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("objection_days BETWEEN 1 AND 90"),
        sa.ForeignKeyConstraint(["changed_by"], ["people.id"]),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"]),
        sa.PrimaryKeyConstraint("office_id"),
    )
    op.create_table(
        "reporting_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"]),
        sa.ForeignKeyConstraint(["leader_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_reporting_lines_leader_id", "reporting_lines", ["leader_id"])
    op.create_index("ix_reporting_lines_officer_id", "reporting_lines", ["officer_id"])


def _plans() -> None:
    op.create_table(
        "plan_templates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["changed_by"], ["people.id"]),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("office_id", "position"),
    )
    op.create_table(
        "performance_plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("leader_confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expectations", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["leader_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("officer_id", "year", "version"),
    )
    op.create_index("ix_performance_plans_leader_id", "performance_plans", ["leader_id"])
    op.create_index("ix_performance_plans_unit_id", "performance_plans", ["unit_id"])
    op.create_table(
        "plan_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["performance_plans.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_plan_steps_plan_id", "plan_steps", ["plan_id"])
    op.create_table(
        "planned_results",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("leader_result_id", sa.Integer(), nullable=True),
        sa.Column("leader_result", sa.String(), nullable=False),
        sa.Column("continues_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["continues_id"], ["planned_results.id"]),
        sa.ForeignKeyConstraint(["leader_result_id"], ["planned_results.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["performance_plans.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("plan_id", "place"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "planned_indicators",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("result_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("aspect", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("target", sa.Float(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=True),
        sa.Column("continues_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("(source = 'system') = (indicator IS NOT NULL)"),
        sa.CheckConstraint("target >= 0"),
        sa.ForeignKeyConstraint(["continues_id"], ["planned_indicators.id"]),
        sa.ForeignKeyConstraint(["result_id"], ["planned_results.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("result_id", "place"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "realisations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["indicator_id"], ["planned_indicators.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["appraisal_periods.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_realisations_indicator_id_period_id", "realisations", ["indicator_id", "period_id"]
    )
    op.create_table(
        "proofs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("realisation_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["realisation_id"], ["realisations.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_proofs_realisation_id", "proofs", ["realisation_id"])


def _evidence() -> None:
    op.create_table(
        "row_salts",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", "row_id"),
    )
    op.create_table(
        "own_words",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["appraisal_periods.id"]),
        sa.PrimaryKeyConstraint("officer_id", "period_id"),
    )
    op.create_table(
        "snapshots",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("figures", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.CheckConstraint("version = 1 OR (by_id IS NOT NULL AND reason <> '')"),
        sa.ForeignKeyConstraint(["by_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["appraisal_periods.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["performance_plans.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("officer_id", "period_id", "version"),
    )
    op.create_index("ix_snapshots_period_id", "snapshots", ["period_id"])
    op.create_index("ix_snapshots_unit_id", "snapshots", ["unit_id"])
    op.create_table(
        "figures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("formula", sa.Integer(), nullable=False),
        sa.Column("inputs", sa.JSON(), nullable=False),
        sa.Column("result", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("snapshot_id", "indicator"),
    )
    op.create_index("ix_figures_officer_id", "figures", ["officer_id"])
    op.create_table(
        "contests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("rating_id", sa.Integer(), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision_words", sa.Text(), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(accepted IS NULL) = (decided_by_id IS NULL)"),
        sa.CheckConstraint("(rating_id IS NULL) <> (case_id IS NULL)"),
        sa.CheckConstraint("decided_by_id IS NULL OR decided_by_id <> officer_id"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"]),
        sa.ForeignKeyConstraint(["decided_by_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["rating_id"], ["ratings.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_contests_case_id", "contests", ["case_id"])
    op.create_index(
        "ix_contests_officer_id_case_id", "contests", ["officer_id", "case_id"], unique=True
    )
    op.create_index(
        "ix_contests_officer_id_rating_id", "contests", ["officer_id", "rating_id"], unique=True
    )
    op.create_index("ix_contests_rating_id", "contests", ["rating_id"])
    op.create_index("ix_contests_unit_id", "contests", ["unit_id"])
    op.create_table(
        "late_seen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "late_told",
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"]),
        sa.PrimaryKeyConstraint("snapshot_id", "kind"),
    )


def _feedback() -> None:
    op.create_table(
        "feedback_rounds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("change_reason", sa.String(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["opened_by"], ["officers.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["appraisal_periods.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("officer_id", "period_id"),
    )
    op.create_index("ix_feedback_rounds_period_id", "feedback_rounds", ["period_id"])
    op.create_table(
        "feedback_answers",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=True),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("example", sa.Text(), nullable=True),
        sa.CheckConstraint("leader_id IS NULL OR relation = 'leader'"),
        sa.CheckConstraint("level IS NULL OR level BETWEEN 1 AND 4"),
        sa.ForeignKeyConstraint(["leader_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["round_id"], ["feedback_rounds.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_feedback_answers_round_id", "feedback_answers", ["round_id"])
    op.create_table(
        "feedback_drafts",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("giver_id", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["giver_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["round_id"], ["feedback_rounds.id"]),
        sa.PrimaryKeyConstraint("round_id", "giver_id"),
    )
    op.create_table(
        "feedback_givers",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("giver_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["giver_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["round_id"], ["feedback_rounds.id"]),
        sa.PrimaryKeyConstraint("round_id", "giver_id"),
    )
    op.create_index("ix_feedback_givers_giver_id", "feedback_givers", ["giver_id"])
    op.create_table(
        "feedback_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("giver_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("result_id", sa.Integer(), nullable=True),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["giver_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["result_id"], ["planned_results.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_feedback_notes_officer_id", "feedback_notes", ["officer_id"])


def _appraisals() -> None:
    op.create_table(
        "appraisals_waiting",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["appraisal_periods.id"]),
        sa.PrimaryKeyConstraint("officer_id", "period_id"),
    )
    op.create_table(
        "organisation_ratings",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("predicate", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "predicate IN ('istimewa', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang')"
        ),
        sa.ForeignKeyConstraint(["entered_by"], ["people.id"]),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["appraisal_periods.id"]),
        sa.PrimaryKeyConstraint("office_id", "period_id"),
    )
    op.create_table(
        "appraisals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("appraiser_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rate_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("work", sa.String(), nullable=True),
        sa.Column("behaviour", sa.String(), nullable=True),
        sa.Column("work_note", sa.Text(), nullable=False),
        sa.Column("behaviour_note", sa.Text(), nullable=False),
        sa.Column("contradiction", sa.Text(), nullable=False),
        sa.Column("rated_by_id", sa.Integer(), nullable=True),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rated_on_id", sa.Integer(), nullable=True),
        sa.Column("predicate", sa.String(), nullable=True),
        sa.Column("confirmed_by_id", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("objection_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("final_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded", sa.String(), nullable=False),
        sa.CheckConstraint("behaviour IS NULL OR behaviour IN ('below', 'as_expected', 'above')"),
        sa.CheckConstraint(
            "predicate IS NULL OR (work = 'above' AND behaviour = 'below' AND "
            "predicate = 'kurang') OR (work = 'above' AND behaviour = 'as_expected' "
            "AND predicate = 'baik') OR (work = 'above' AND behaviour = 'above' AND "
            "predicate = 'sangat_baik') OR (work = 'as_expected' AND behaviour = "
            "'below' AND predicate = 'kurang') OR (work = 'as_expected' AND behaviour"
            " = 'as_expected' AND predicate = 'baik') OR (work = 'as_expected' AND "
            "behaviour = 'above' AND predicate = 'baik') OR (work = 'below' AND "
            "behaviour = 'below' AND predicate = 'sangat_kurang') OR (work = 'below' "
            "AND behaviour = 'as_expected' AND predicate = 'butuh_perbaikan') OR "
            "(work = 'below' AND behaviour = 'above' AND predicate = "
            "'butuh_perbaikan')",
            name="ck_appraisals_predicate",
        ),
        sa.CheckConstraint("work IS NULL OR work IN ('below', 'as_expected', 'above')"),
        sa.CheckConstraint("(behaviour IS NULL) = (rated_by_id IS NULL)"),
        sa.CheckConstraint("(predicate IS NULL) = (confirmed_by_id IS NULL)"),
        sa.CheckConstraint("(rated_by_id IS NULL) = (rated_on_id IS NULL)"),
        sa.CheckConstraint("(work IS NULL) = (rated_by_id IS NULL)"),
        sa.CheckConstraint("appraiser_id <> officer_id"),
        sa.CheckConstraint("confirmed_by_id IS NULL OR confirmed_by_id <> officer_id"),
        sa.CheckConstraint("predicate IS NULL OR work IS NOT NULL"),
        sa.CheckConstraint("rated_by_id IS NULL OR rated_by_id <> officer_id"),
        sa.ForeignKeyConstraint(["appraiser_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["confirmed_by_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["appraisal_periods.id"]),
        sa.ForeignKeyConstraint(["rated_by_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["rated_on_id"], ["snapshots.id"]),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("officer_id", "period_id"),
    )
    op.create_index("ix_appraisals_appraiser_id", "appraisals", ["appraiser_id"])
    op.create_index("ix_appraisals_period_id", "appraisals", ["period_id"])
    op.create_index("ix_appraisals_state", "appraisals", ["state"])
    op.create_index("ix_appraisals_unit_id", "appraisals", ["unit_id"])
    op.create_table(
        "appraisal_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("appraisal_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("work", sa.String(), nullable=True),
        sa.Column("behaviour", sa.String(), nullable=True),
        sa.Column("predicate", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "predicate IS NULL OR (work = 'above' AND behaviour = 'below' AND "
            "predicate = 'kurang') OR (work = 'above' AND behaviour = 'as_expected' "
            "AND predicate = 'baik') OR (work = 'above' AND behaviour = 'above' AND "
            "predicate = 'sangat_baik') OR (work = 'as_expected' AND behaviour = "
            "'below' AND predicate = 'kurang') OR (work = 'as_expected' AND behaviour"
            " = 'as_expected' AND predicate = 'baik') OR (work = 'as_expected' AND "
            "behaviour = 'above' AND predicate = 'baik') OR (work = 'below' AND "
            "behaviour = 'below' AND predicate = 'sangat_kurang') OR (work = 'below' "
            "AND behaviour = 'as_expected' AND predicate = 'butuh_perbaikan') OR "
            "(work = 'below' AND behaviour = 'above' AND predicate = "
            "'butuh_perbaikan')",
            name="ck_appraisal_steps_predicate",
        ),
        sa.CheckConstraint("behaviour IS NULL OR officer_id IS NOT NULL"),
        sa.CheckConstraint("predicate IS NULL OR officer_id IS NOT NULL"),
        sa.CheckConstraint("work IS NULL OR officer_id IS NOT NULL"),
        sa.ForeignKeyConstraint(["appraisal_id"], ["appraisals.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_appraisal_steps_appraisal_id", "appraisal_steps", ["appraisal_id"])
    op.create_table(
        "objections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("appraisal_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("explained_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("explain_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decide_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superior_id", sa.Integer(), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changed", sa.Boolean(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.CheckConstraint("(decided_at IS NULL) = (changed IS NULL)"),
        sa.CheckConstraint("(decided_at IS NULL) = (decided_by_id IS NULL)"),
        sa.ForeignKeyConstraint(["appraisal_id"], ["appraisals.id"]),
        sa.ForeignKeyConstraint(["decided_by_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["superior_id"], ["officers.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("appraisal_id"),
    )
    op.create_index("ix_objections_superior_id", "objections", ["superior_id"])


def _coaching() -> None:
    op.create_table(
        "trainings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_trainings_office_id", "trainings", ["office_id"])
    op.create_table(
        "promises",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["officers.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["appraisal_periods.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_promises_unit_id", "promises", ["unit_id"])
    op.create_table(
        "recognitions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("decided_by_id <> officer_id"),
        sa.ForeignKeyConstraint(["decided_by_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["appraisal_periods.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("officer_id", "period_id"),
    )
    op.create_index("ix_recognitions_office_id", "recognitions", ["office_id"])
    op.create_table(
        "training_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("training_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("last_day >= first_day"),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"]),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"]),
        sa.ForeignKeyConstraint(["training_id"], ["trainings.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_training_events_office_id", "training_events", ["office_id"])
    op.create_table(
        "training_watchers",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("sent_for", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.PrimaryKeyConstraint("office_id", "officer_id"),
    )
    op.create_table(
        "training_needs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("training_id", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision_words", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("(accepted IS NULL) = (decided_by_id IS NULL)"),
        sa.ForeignKeyConstraint(["decided_by_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["event_id"], ["training_events.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.ForeignKeyConstraint(["period_id"], ["appraisal_periods.id"]),
        sa.ForeignKeyConstraint(["training_id"], ["trainings.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_training_needs_officer_id", "training_needs", ["officer_id"])
    op.create_index("ix_training_needs_unit_id", "training_needs", ["unit_id"])
    op.create_table(
        "training_participants",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("attended", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["training_events.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"]),
        sa.PrimaryKeyConstraint("event_id", "officer_id"),
    )
    op.create_index("ix_training_participants_officer_id", "training_participants", ["officer_id"])
    op.create_table(
        "training_record_looks",
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"]),
        sa.PrimaryKeyConstraint("snapshot_id"),
    )


def _forum() -> None:
    op.create_table(
        "forum_questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text_id", sa.Text(), nullable=False),
        sa.Column("text_en", sa.Text(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("options_en", sa.JSON(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("closes_at >= opens_at"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"]),
        sa.ForeignKeyConstraint(["opened_by"], ["people.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["follow_up_plans.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_forum_questions_closes_at", "forum_questions", ["closes_at"])
    op.create_index("ix_forum_questions_office_id", "forum_questions", ["office_id"])
    op.create_table(
        "forum_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("rater", sa.String(), nullable=False),
        sa.Column("choice", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["question_id"], ["forum_questions.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("question_id", "rater"),
    )


def _pages() -> None:
    op.create_table(
        "page_links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_index("ix_page_links_person_id", "page_links", ["person_id"])
    op.create_table(
        "page_sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key_hash", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key_hash"),
    )
    op.create_index("ix_page_sessions_person_id", "page_sessions", ["person_id"])


def _never_change(database: str) -> None:
    """Frozen records cannot be changed or deleted, not even by our own code."""
    if database == "sqlite":
        for table in FROZEN:
            for change in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{REASON}'); END"
                )
        return
    op.execute(
        "CREATE FUNCTION frozen_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REASON}'; END $$"
    )
    for table in FROZEN:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION frozen_is_append_only()"
        )
