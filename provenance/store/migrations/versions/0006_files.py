"""What became of files that are no photos, or could not be read; who handed files over; files that went missing.

Who handed over what is held already is not known any more, so the next ingest goes through it once, without reading
any file.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From 0005 to 0006."""
    op.create_table(
        "origin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("program", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_origin")),
        sa.UniqueConstraint("source", "standing", "program", name=op.f("uq_origin_source")),
    )
    _renew_location()
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
        sa.Column("photos", sa.Integer(), nullable=False),
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


def _renew_location() -> None:
    """The table with its new columns, so that it lies on disk as in a new archive."""
    for column in ("name_key", "photo_id"):
        op.drop_index(op.f(f"ix_location_{column}"), "location")
    op.rename_table("location", "location_before")
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
        sa.Column("stamp", sa.BigInteger(), nullable=True),
        sa.Column("origin_id", sa.Integer(), nullable=True),
        sa.Column("missing", sa.BigInteger(), nullable=True),
        sa.Column("altered", sa.LargeBinary(), nullable=True),
        sa.Column("altered_seen", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["origin_id"], ["origin.id"], name=op.f("fk_location_origin_id_origin")),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_location_photo_id_photo")),
        sa.ForeignKeyConstraint(["root_id"], ["root.id"], name=op.f("fk_location_root_id_root")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_location")),
        sa.UniqueConstraint("root_id", "relative", name=op.f("uq_location_root_id")),
    )
    op.execute(
        "INSERT INTO location (id, photo_id, root_id, relative, size, mtime_ns, inode, seen, name_key)"
        " SELECT id, photo_id, root_id, relative, size, mtime_ns, inode, seen, name_key FROM location_before"
    )
    op.drop_table("location_before")
    for column in ("name_key", "photo_id"):
        op.create_index(op.f(f"ix_location_{column}"), "location", [column])
