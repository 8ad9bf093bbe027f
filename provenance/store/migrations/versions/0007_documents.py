"""Ids of documents, suppliers' pictures and cameras that photos carry.

Those of photos that are held already are not known; they come when such a photo is forgotten and ingested again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From 0006 to 0007."""
    op.create_table(
        "document",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_document_photo_id_photo")),
        sa.PrimaryKeyConstraint("kind", "document", "photo_id", name=op.f("pk_document")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_document_photo_id"), "document", ["photo_id"])
