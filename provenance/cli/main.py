"""The command `prov`."""

from __future__ import annotations

import io
import os
import signal
import sys
from types import FrameType, TracebackType
from typing import Annotated, NoReturn

import typer

from provenance import __version__
from provenance.cli.archive import app as archive_app
from provenance.cli.audit import audit
from provenance.cli.captions import compare_captions, read_caption
from provenance.cli.check import check
from provenance.cli.compare import compare
from provenance.cli.decide import decide
from provenance.cli.doctor import doctor
from provenance.cli.forget import forget
from provenance.cli.ingest import ingest
from provenance.cli.inspect import inspect
from provenance.cli.link import link
from provenance.cli.notice import notice
from provenance.cli.options import ArchiveOption
from provenance.cli.rules import rules
from provenance.cli.show import show
from provenance.cli.trust import app as trust_app
from provenance.cli.watch import watch

FIRST_STEPS = """\
prov remembers every photo it has been given, with who said what about it and when.

First, give it the photos you trust:
  prov ingest ~/Pictures/wire --source Reuters --captions captions.csv

Then ask before you publish:
  prov check incoming.jpg --caption "What the sender says it shows, where and when"

See what is known of one photo:   prov show incoming.jpg
Where the archive errs:           prov audit
Lay one photo on another:         prov compare incoming.jpg known.jpg --html page.html
What a file says about itself:    prov inspect incoming.jpg
Where the archive is:             prov archive info
Everything else:                  prov --help
"""

app = typer.Typer(
    name="prov",
    help="Has this photo been seen before, who took it, and does its caption fit?",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    ingest,
    check,
    audit,
    decide,
    compare,
    show,
    link,
    inspect,
    notice,
    watch,
    read_caption,
    compare_captions,
    rules,
    doctor,
    forget,
):
    app.command()(command)
app.add_typer(archive_app, name="archive")
app.add_typer(trust_app, name="trust")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"prov {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    archive: ArchiveOption = None,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Has this photo been seen before, who took it, and does its caption fit?

    Start with `prov ingest FOLDER`, then ask with `prov check PHOTO`.
    """
    context.obj = archive
    if context.invoked_subcommand is None:
        typer.echo(FIRST_STEPS)


def main() -> None:
    """Run the command line. Our own errors become a sentence and an exit code; no traceback reaches a user."""
    from provenance.errors import ProvenanceError

    sys.excepthook = _unexpected
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # our matrices are small, and threads wait for each other
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter gets its number
    signal.signal(signal.SIGINT, _stop)
    try:
        typer.main.get_command(app)()  # app() itself would put another hook in place of ours
    except ProvenanceError as error:
        from provenance.cli.output import complain_of

        complain_of(error)
        sys.exit(error.exit_code)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    """Ctrl-C. The sentence is said here, because the command line's library turns the interrupt into an exit code."""
    sys.stderr.write("\nprov: Stopped. What was acknowledged is kept; the same command again goes on from there.\n")
    raise KeyboardInterrupt


def _unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The last resort: a mistake of ours is admitted in a sentence; PROV_DEBUG=1 shows developers where."""
    sys.stderr.write(
        f"prov: Something went wrong inside prov that should not have ({kind.__name__}). Nothing was half-written.\n"
        "      Please report it with the command you gave. PROV_DEBUG=1 shows the details.\n"
    )
    if os.environ.get("PROV_DEBUG"):
        sys.__excepthook__(kind, error, trace)
