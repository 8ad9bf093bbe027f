"""Verified matches, the families that they make, what editors decided, and the audits that were made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From 0003 to 0004. The relatives of all pictures that are held are still to be looked for."""
    op.create_table(
        "edge",
        sa.Column("one_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["one_id"], ["picture.id"], name=op.f("fk_edge_one_id_picture")),
        sa.ForeignKeyConstraint(["other_id"], ["picture.id"], name=op.f("fk_edge_other_id_picture")),
        sa.PrimaryKeyConstraint("one_id", "other_id", name=op.f("pk_edge")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_edge_other_id"), "edge", ["other_id"])
    op.create_table(
        "unrelated",
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["picture_id"], ["picture.id"], name=op.f("fk_unrelated_picture_id_picture")),
        sa.PrimaryKeyConstraint("picture_id", name=op.f("pk_unrelated")),
    )
    op.create_table(
        "kin",
        sa.Column("family_id", sa.Integer(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.Column("is_guest", sa.Boolean(), nullable=False),
        sa.Column("is_best", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["family_id"], ["picture.id"], name=op.f("fk_kin_family_id_picture")),
        sa.ForeignKeyConstraint(["picture_id"], ["picture.id"], name=op.f("fk_kin_picture_id_picture")),
        sa.PrimaryKeyConstraint("family_id", "picture_id", name=op.f("pk_kin")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_kin_picture_id"), "kin", ["picture_id"])
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("ruling", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("one", sa.LargeBinary(), nullable=True),
        sa.Column("other", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sqlite_autoincrement=True,
    )
    for column in ("about", "one", "other"):
        op.create_index(op.f(f"ix_decision_{column}"), "decision", [column])
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )
    op.execute("INSERT INTO unrelated (picture_id) SELECT id FROM picture")
