"""Builders of caption histories: testimonies and a claim in, versions out, put in order by the real code."""

from __future__ import annotations

from builders.captions import claims_of
from builders.cases import NOW, Case, Claimed, Testimony, a_case, a_known_photo, an_id, some_claims
from provenance.captions.history import Said, history
from provenance.model.appearance import Appearance
from provenance.model.history import Version
from provenance.model.photo import PhotoId


def a_history(*testimonies: Testimony, claim: Claimed | None = None) -> tuple[Version, ...]:
    """The versions of the caption of one photo."""
    photo = PhotoId(an_id("known"))
    said = [Said(one.appearance, one.claims, photo) for one in testimonies]
    if claim is not None:
        said.append(Said(Appearance(claim.statement, NOW), claim.claims, None))
    return history(said)


def a_case_with_history(*testimonies: Testimony, claim: Claimed | None = None) -> Case:
    """A case about a known photo with all that was said of it."""
    known = [a_known_photo(*testimonies)]
    return a_case(claim, known, history=a_history(*testimonies, claim=claim))


def said_so(caption: str, **claims: object) -> dict[str, object]:
    """A caption with its claims, as keywords for `a_testimony`."""
    return {"caption": caption, "claims": some_claims(caption, **claims)}


def read_so(caption: str) -> dict[str, object]:
    """A caption with what the readers of captions find in it, as keywords for `a_testimony`."""
    return {"caption": caption, "claims": claims_of(caption)}
