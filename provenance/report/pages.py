"""What all pages have in common: templates, escaping, and the policy that lets a page load nothing."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from provenance.report.escape import visible

if TYPE_CHECKING:
    from jinja2 import Environment


def environment() -> Environment:
    """The templates. Everything put into one is escaped; `shown` makes control characters visible as well."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("provenance.report", "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    made.filters["shown"] = visible
    return made


def policy(style: str, script: str = "") -> str:
    """A Content-Security-Policy: pictures inside the page, this style and this script, and nothing else."""
    allowed = f"default-src 'none'; img-src data:; style-src '{_digest(style)}'"
    allowed += f"; script-src '{_digest(script)}'" if script else ""
    return f"{allowed}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
