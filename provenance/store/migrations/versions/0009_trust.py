"""Lists of certificates against which content credentials are judged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From 0008 to 0009."""
    op.create_table(
        "trust_list",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("name", "kind", "dated")),
        sa.Column("imported", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("anchors", "entities")),
        sa.Column("certificates", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trust_list")),
        sa.UniqueConstraint("name", name=op.f("uq_trust_list_name")),
    )
