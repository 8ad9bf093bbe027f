"""The ids that suppliers gave a photo are found by the photo: every check asks for them once a notice is on record."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From 0010 to 0011."""
    op.create_index(op.f("ix_supplier_photo_id"), "supplier", ["photo_id"])
