"""Previews inside a page: each as its own data, so that the page loads nothing."""

from __future__ import annotations

import base64
from typing import Any

from provenance.model.case import KnownPhoto, Verdict
from provenance.model.photo import Preview


def picture_content(preview: Preview | None) -> dict[str, Any] | None:
    """What an `img` element needs: source, width, height; None where there is no preview."""
    if preview is None:
        return None
    encoded = base64.b64encode(preview.data).decode()
    source = f"data:image/{preview.format.lower()};base64,{encoded}"
    return {"source": source, "width": preview.width, "height": preview.height}


def known_preview(verdict: Verdict, known: KnownPhoto) -> Preview | None:
    """The preview of a known photo, where it was asked for."""
    place = verdict.case.known.index(known)
    return verdict.known_previews[place] if place < len(verdict.known_previews) else None
