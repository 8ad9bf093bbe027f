"""The environment and the options of a command, as settings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from provenance.errors import UsageError
from provenance.model.limits import LIMITS, Limits

ARCHIVE_VARIABLE = "PROV_ARCHIVE"
CACHE_VARIABLE = "PROV_CACHE"
_LONGEST_WAIT = 600.0
"""Seconds that a language model may be waited for."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a command works with.

    `archive` is the absolute path of the archive's folder, which need not exist yet; `named_by` tells what named it:
    "--archive", "PROV_ARCHIVE", or "default" for the platform's folder of user data.
    """

    archive: Path
    named_by: str
    limits: Limits = LIMITS

    @staticmethod
    def from_environment(archive: Path | None, environ: Mapping[str, str]) -> Settings:
        """The settings from the value of --archive (None where it was not given) and the environment's variables."""
        if archive is not None and str(archive):
            return Settings(_absolute(archive), "--archive")
        if environ.get(ARCHIVE_VARIABLE):
            return Settings(_absolute(Path(environ[ARCHIVE_VARIABLE])), ARCHIVE_VARIABLE)
        return Settings(_user_data(), "default")


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """The language model that a desk wants asked about subjects: URL, name, key, and a patience in seconds."""

    url: str
    name: str
    key: str
    seconds: float


def user_name(environ: Mapping[str, str]) -> str:
    """Who works here, as the system knows them; "unknown" where it does not say."""
    names = (environ.get(name, "").strip() for name in ("LOGNAME", "USER", "USERNAME"))
    return next((name for name in names if name), "unknown")


def model_settings(environ: Mapping[str, str]) -> ModelSettings | None:
    """What PROV_MODEL_URL, _NAME, _KEY and _SECONDS say; None where no URL is named: then nothing is asked."""
    url = environ.get("PROV_MODEL_URL", "").strip()
    if not url:
        return None
    try:
        seconds = float(environ.get("PROV_MODEL_SECONDS", "") or 20)
    except ValueError as error:
        raise UsageError("PROV_MODEL_SECONDS is no number.", "Write how many seconds to wait, such as 20.") from error
    patience = min(max(1.0, seconds), _LONGEST_WAIT)
    return ModelSettings(url, environ.get("PROV_MODEL_NAME", ""), environ.get("PROV_MODEL_KEY", ""), patience)


def cache_folder(environ: Mapping[str, str]) -> Path:
    """Where what can be made again is kept: PROV_CACHE, else the platform's folder for that."""
    if environ.get(CACHE_VARIABLE):
        return _absolute(Path(environ[CACHE_VARIABLE]))
    from platformdirs import user_cache_path

    return Path(os.path.abspath(user_cache_path("prov", appauthor=False)))


def _absolute(path: Path) -> Path:
    try:
        return Path(os.path.abspath(path.expanduser()))
    except RuntimeError as error:  # "~someone" whose home nobody knows
        raise UsageError(f"There is no such folder: {path}.", "Write the path without ~.") from error


def _user_data() -> Path:
    from platformdirs import user_data_path

    return Path(os.path.abspath(user_data_path("prov", appauthor=False)))
