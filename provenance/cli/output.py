"""Where answers and complaints go: answers to standard output, everything else to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping

from provenance.errors import ProvenanceError
from provenance.report.escape import one_line, visible


def say(text: str) -> None:
    """Print an answer."""
    sys.stdout.write(text.rstrip("\n") + "\n")
    sys.stdout.flush()


def say_json(value: Mapping[str, object]) -> None:
    """Print one JSON object on one line. It is ASCII, so any terminal and any pipe can take it."""
    sys.stdout.write(json.dumps(value, ensure_ascii=True, allow_nan=False) + "\n")
    sys.stdout.flush()


def complain(sentence: str, hint: str = "") -> None:
    """Print a complaint and what to do about it. Both may quote what a stranger wrote, so both are escaped here.

    Lines after the first are set in, so that no name with a line feed in it can begin one that looks like ours.
    """
    shown = visible(sentence).replace("\n", "\n      ")
    sys.stderr.write(f"prov: {shown}\n" + (f"      {one_line(hint)}\n" if hint else ""))
    sys.stderr.flush()


def complain_of(error: ProvenanceError) -> None:
    """Print an error of ours."""
    complain(error.sentence, error.hint)
