"""The first tables: photos, pictures and their fingerprints, locations, facts, appearances and what they wait for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From nothing to 0001."""
    op.create_table(
        "picture",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_picture")),
        sa.UniqueConstraint("digest", name=op.f("uq_picture_digest")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "preview",
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["picture_id"], ["picture.id"], name=op.f("fk_preview_picture_id_picture")),
        sa.PrimaryKeyConstraint("picture_id", name=op.f("pk_preview")),
    )
    op.create_table(
        "fingerprint",
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("code", sa.LargeBinary(), nullable=False),
        sa.Column("library", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("quality", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["picture_id"], ["picture.id"], name=op.f("fk_fingerprint_picture_id_picture")),
        sa.PrimaryKeyConstraint("picture_id", "kind", name=op.f("pk_fingerprint")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "band",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["picture_id"], ["picture.id"], name=op.f("fk_band_picture_id_picture")),
        sa.PrimaryKeyConstraint("key", "picture_id", name=op.f("pk_band")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("held_since", sa.BigInteger(), nullable=False),
        sa.Column("problems", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["picture_id"], ["picture.id"], name=op.f("fk_photo_picture_id_picture")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo")),
        sa.UniqueConstraint("digest", name=op.f("uq_photo_digest")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_photo_held_since"), "photo", ["held_since"])
    op.create_index(op.f("ix_photo_picture_id"), "photo", ["picture_id"])
    op.create_table(
        "facts",
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_facts_photo_id_photo")),
        sa.PrimaryKeyConstraint("photo_id", name=op.f("pk_facts")),
    )
    op.create_table(
        "root",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("path", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_root")),
        sa.UniqueConstraint("path", name=op.f("uq_root_path")),
    )
    op.create_table(
        "location",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column("root_id", sa.Integer(), nullable=False),
        sa.Column("relative", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("mtime_ns", sa.LargeBinary(), nullable=False),
        sa.Column("inode", sa.LargeBinary(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.Column("name_key", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_location_photo_id_photo")),
        sa.ForeignKeyConstraint(["root_id"], ["root.id"], name=op.f("fk_location_root_id_root")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_location")),
        sa.UniqueConstraint("root_id", "relative", name=op.f("uq_location_root_id")),
    )
    op.create_index(op.f("ix_location_name_key"), "location", ["name_key"])
    op.create_index(op.f("ix_location_photo_id"), "location", ["photo_id"])
    op.create_table(
        "appearance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("voucher", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("creator", sa.Text(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_appearance_photo_id_photo")),
        sa.ForeignKeyConstraint(
            ["superseded_by"], ["appearance.id"], name=op.f("fk_appearance_superseded_by_appearance")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appearance")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_appearance_photo_id"), "appearance", ["photo_id"])
    op.create_table(
        "appearance_time",
        sa.Column("appearance_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("voucher", sa.Text(), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("end", sa.BigInteger(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appearance_id"], ["appearance.id"], name=op.f("fk_appearance_time_appearance_id_appearance")
        ),
        sa.PrimaryKeyConstraint("appearance_id", "position", name=op.f("pk_appearance_time")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "waiting",
        sa.Column("appearance_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("supplier_id", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["appearance_id"], ["appearance.id"], name=op.f("fk_waiting_appearance_id_appearance")),
        sa.PrimaryKeyConstraint("appearance_id", name=op.f("pk_waiting")),
    )
    op.create_table(
        "supplier",
        sa.Column("supplier_id", sa.Text(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_supplier_photo_id_photo")),
        sa.PrimaryKeyConstraint("supplier_id", "photo_id", name=op.f("pk_supplier")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "waiting_key",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("appearance_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appearance_id"], ["appearance.id"], name=op.f("fk_waiting_key_appearance_id_appearance")
        ),
        sa.PrimaryKeyConstraint("key", "appearance_id", name=op.f("pk_waiting_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
