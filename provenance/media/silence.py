"""Keeps foreign libraries from printing on the user's screen, in words for developers."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager

_STANDARD_ERROR = 2


@contextmanager
def silent_standard_error() -> Iterator[None]:
    """Send the process's standard error nowhere for a moment.

    Python has no hold on what a C library prints, so the file descriptor itself is lent away; what other threads print
    meanwhile is lost. Where there is no standard error, nothing happens.
    """
    try:
        kept = os.dup(_STANDARD_ERROR)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STANDARD_ERROR)
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(nowhere)
        os.close(kept)


@contextmanager
def silent_logger(name: str) -> Iterator[None]:
    """Let a library's logger, and those below it, reach nobody for a moment."""
    logger, nobody = logging.getLogger(name), logging.NullHandler()
    propagated = logger.propagate
    logger.addHandler(nobody)
    logger.propagate = False
    try:
        yield
    finally:
        logger.propagate = propagated
        logger.removeHandler(nobody)
