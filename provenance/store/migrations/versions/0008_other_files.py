"""The kind of a document, and how much a file holds.

Nothing stood yet in the table of files that are no photos: it is made anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From 0007 to 0008."""
    op.drop_table("other_file")
    op.create_table(
        "other_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("root_id", sa.Integer(), nullable=False),
        sa.Column("relative", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("mtime_ns", sa.LargeBinary(), nullable=False),
        sa.Column("inode", sa.LargeBinary(), nullable=False),
        sa.Column("stamp", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("holds", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("problems", sa.LargeBinary(), nullable=True),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("tried", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["root_id"], ["root.id"], name=op.f("fk_other_file_root_id_root")),
        sa.ForeignKeyConstraint(["origin_id"], ["origin.id"], name=op.f("fk_other_file_origin_id_origin")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_other_file")),
        sa.UniqueConstraint("root_id", "relative", name=op.f("uq_other_file_root_id")),
    )
    op.create_index(op.f("ix_other_file_state"), "other_file", ["state"])
