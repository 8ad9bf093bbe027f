"""Which files are renditions of one library entry, and by what rules that is told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From 0009 to 0010."""
    op.add_column("location", sa.Column("record", sa.Text(), nullable=True))
    op.add_column("location", sa.Column("rendition", sa.Text(), nullable=True))
    op.create_table(
        "rendition_pattern",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("folder", sa.LargeBinary(), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rendition_pattern")),
        sa.UniqueConstraint("folder", name=op.f("uq_rendition_pattern_folder")),
    )
    op.create_table(
        "record_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name_key", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_name")),
        sa.UniqueConstraint("name", name=op.f("uq_record_name_name")),
    )
    op.create_index(op.f("ix_record_name_name_key"), "record_name", ["name_key"])
