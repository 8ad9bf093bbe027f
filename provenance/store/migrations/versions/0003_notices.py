"""Notices that photos are killed, withdrawn or corrected; and what few statements carry besides their columns."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NOTICE_TEXTS = (
    *("kind", "source", "address", "publisher", "headline", "text", "corrected"),
    *("external_id", "version", "voucher"),
)


def upgrade() -> None:
    """From 0002 to 0003."""
    op.create_table(
        "appearance_detail",
        sa.Column("appearance_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appearance_id"], ["appearance.id"], name=op.f("fk_appearance_detail_appearance_id_appearance")
        ),
        sa.PrimaryKeyConstraint("appearance_id", "field", "position", name=op.f("pk_appearance_detail")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _NOTICE_TEXTS),
        sa.Column("issued_start", sa.BigInteger(), nullable=True),
        sa.Column("issued_end", sa.BigInteger(), nullable=True),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("digest", name=op.f("uq_notice_digest")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "notice_sign",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["notice_id"], ["notice.id"], name=op.f("fk_notice_sign_notice_id_notice")),
        sa.PrimaryKeyConstraint("notice_id", "position", name=op.f("pk_notice_sign")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_notice_sign_key"), "notice_sign", ["key"])
    op.create_table(
        "notice_photo",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["notice_id"], ["notice.id"], name=op.f("fk_notice_photo_notice_id_notice")),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_notice_photo_photo_id_photo")),
        sa.PrimaryKeyConstraint("notice_id", "photo_id", name=op.f("pk_notice_photo")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_notice_photo_photo_id"), "notice_photo", ["photo_id"])
