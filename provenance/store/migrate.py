"""Brings an archive's tables up to date. Alembic is heavy and is imported only where there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, column, select, table

from provenance import __version__
from provenance.errors import ArchiveDamagedError
from provenance.store.rows import META

REVISIONS = ("0001",)
"""Every revision of the tables that this program knows, the oldest first."""
HEAD = REVISIONS[-1]
SCRIPTS = Path(__file__).parent / "migrations"

_VERSION = "alembic_version"


def revision_of(connection: Connection) -> str:
    """The revision of an archive's tables; "" where no table was made yet. Another database raises damage."""
    dialect = connection.dialect
    if dialect.has_table(connection, _VERSION):
        return connection.execute(select(column("version_num")).select_from(table(_VERSION))).scalar() or ""
    if dialect.get_table_names(connection):
        raise ArchiveDamagedError(
            "This is a database, but not an archive of prov.",
            "Choose another folder with --archive or PROV_ARCHIVE.",
        )
    return ""


def program_of(connection: Connection) -> str:
    """The version of the program that last changed the tables; "" where it is not told."""
    if not connection.dialect.has_table(connection, META.name):
        return ""
    return connection.execute(select(META.c.value).where(META.c.key == "program")).scalar() or ""


def upgrade(connection: Connection) -> None:
    """Make or alter the tables within the caller's transaction. Where nothing is missing it changes nothing."""
    if revision_of(connection) == HEAD:
        return
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    command.upgrade(config, HEAD)
    connection.execute(META.delete().where(META.c.key == "program"))
    connection.execute(META.insert().values(key="program", value=__version__))
