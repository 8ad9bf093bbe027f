"""Local features in pieces, what the search indexes have yet to follow, and an index that forgetting needs.

The pictures of an older archive have no features; they are computed from the kept previews later.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From 0001 to 0002."""
    vocabulary = op.create_table(
        "vocabulary",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vocabulary")),
        sa.UniqueConstraint("version", name=op.f("uq_vocabulary_version")),
    )
    op.create_table(
        "described",
        sa.Column("vocabulary_id", sa.Integer(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["picture_id"], ["picture.id"], name=op.f("fk_described_picture_id_picture")),
        sa.ForeignKeyConstraint(
            ["vocabulary_id"], ["vocabulary.id"], name=op.f("fk_described_vocabulary_id_vocabulary")
        ),
        sa.PrimaryKeyConstraint("vocabulary_id", "picture_id", name=op.f("pk_described")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "feature_part",
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["picture_id"], ["picture.id"], name=op.f("fk_feature_part_picture_id_picture")),
        sa.PrimaryKeyConstraint("picture_id", "part", name=op.f("pk_feature_part")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "word_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_change")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "word_index",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vocabulary_id", sa.Integer(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("applied", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.BigInteger(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["vocabulary_id"], ["vocabulary.id"], name=op.f("fk_word_index_vocabulary_id_vocabulary")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_index")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_appearance_superseded_by"), "appearance", ["superseded_by"])
    op.bulk_insert(vocabulary, [{"id": 1, "version": ""}])
    op.execute("INSERT INTO described (vocabulary_id, picture_id) SELECT 1, id FROM picture")
