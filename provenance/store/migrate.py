"""Brings an archive's tables up to date. Alembic is heavy and is imported only where there is something to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from provenance import __version__
from provenance.errors import ArchiveDamagedError
from provenance.store.codecs import WORDS
from provenance.store.query import Query
from provenance.store.sqlite import Source, tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011")
"""Every revision of the tables that this program knows, the oldest first."""
HEAD = REVISIONS[-1]
SCRIPTS = Path(__file__).parent / "migrations"

_REVISION = Query("SELECT version_num FROM alembic_version")
_PROGRAM = Query("SELECT value FROM meta WHERE key = 'program'", {"value": WORDS})


def revision_of(source: Source) -> str:
    """The revision of an archive's tables; "" where no table was made yet. Another database raises damage."""
    names = tables(source)
    if "alembic_version" in names:
        row = _REVISION.one(source)
        return str(row.version_num) if row else ""
    if names:
        raise ArchiveDamagedError(
            "This is a database, but not an archive of prov.",
            "Choose another folder with --archive or PROV_ARCHIVE.",
        )
    return ""


def program_of(source: Source) -> str:
    """The version of the program that last changed the tables; "" where it is not told."""
    row = _PROGRAM.one(source) if "meta" in tables(source) else None
    return row.value if row else ""


def upgrade(connection: Connection) -> None:
    """Make or alter the tables within the caller's transaction. Where nothing is missing it changes nothing."""
    if revision_of(connection) == HEAD:
        return
    from alembic import command
    from alembic.config import Config

    from provenance.store.rows import META

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    command.upgrade(config, HEAD)
    connection.execute(META.delete().where(META.c.key == "program"))
    connection.execute(META.insert().values(key="program", value=__version__))
