"""What a picture was made from, by its content credentials: how each came about, and whether its own ones hold.

Whoever makes a picture with a program and then opens it in another one signs twice. What the first signature declares
stands with the ingredient alone, however far down.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from provenance.media.credentials_library import Told
from provenance.media.credentials_shape import entries, labelled, part, text
from provenance.media.credentials_state import codes, deltas, ingredient_state, manifest_of, recorded
from provenance.media.credentials_words import RELATIONSHIPS, failure_words
from provenance.model.trust import UNTRUSTED, CredentialState

MOST = 50
"""The most actions, ingredients and failures that are told; long edits have a dozen of each."""
CREATED = "c2pa.created"
_INGREDIENT, _ACTIONS = "c2pa.ingredient", ("c2pa.actions", "c2pa.actions.v2")
_METADATA = ("c2pa.metadata", "cawg.metadata", "stds.iptc")
_SOURCE_TYPE = "Iptc4xmpExt:DigitalSourceType"
_PLACE = "/c2pa.assertions/"


def actions(assertions: dict[str, Any]) -> list[dict[str, Any]]:
    """Every step that a manifest lists."""
    return [one for label in labelled(assertions, *_ACTIONS) for one in entries(part(assertions, label), "actions")]


def sources(assertions: dict[str, Any]) -> list[str]:
    """How a manifest says that its picture came about: the kinds of source, as addresses."""
    made = [text(one.get("digitalSourceType")) for one in actions(assertions) if one.get("action") == CREATED]
    said = [text(part(assertions, label).get(_SOURCE_TYPE)) for label in labelled(assertions, *_METADATA)]
    return [one for one in dict.fromkeys((*made, *said)) if one]


def ingredients(assertions: dict[str, Any], told: Told) -> Iterator[tuple[str, str, str]]:
    """Each ingredient in words, its state, what failed in it, and how it and what it was made from came about."""
    for number, label in enumerate(labelled(assertions, _INGREDIENT)[:MOST]):
        ingredient, field = part(assertions, label), f"ingredient[{number}]"
        relation = text(ingredient.get("relationship"))
        title = text(ingredient.get("dc:title")) or text(ingredient.get("instanceID")) or "unnamed"
        state = ingredient_state(ingredient, f"{_PLACE}{label}", told)
        own = "without credentials" if state is CredentialState.ABSENT else f"its own credentials: {state.value}"
        yield field, f"{RELATIONSHIPS.get(relation, 'part of it')}: {title}, {own}", relation
        yield f"{field} state", state.value, state.value
        below = _below(manifest_of(ingredient), told)
        for at, code in enumerate(_failed(ingredient, label, below, told)[:MOST]):
            yield f"{field} failure[{at}]", failure_words(code), code
        declared = dict.fromkeys(one for manifest in below.values() for one in _declared(manifest))
        for at, source in enumerate(list(declared)[:MOST]):
            yield f"{field} digitalSourceType[{at}]", source, source


def strays(told: Told) -> Iterator[dict[str, Any]]:
    """What was found out about ingredients that are not told of, because nothing leads to them."""
    assertions = part(told.manifests[0], "assertions")
    known = {text(told.manifests[0].get("label"))}
    for label in labelled(assertions, _INGREDIENT)[:MOST]:
        known |= set(_below(manifest_of(part(assertions, label)), told))
    for one in entries(told.results, "ingredientDeltas"):
        if _holder(one) not in known:
            yield part(one, "validationDeltas")


def _declared(manifest: dict[str, Any]) -> list[str]:
    """How a manifest's picture came about, with the steps that say so of a part."""
    assertions = part(manifest, "assertions")
    steps = [text(one.get("digitalSourceType")) for one in actions(assertions)]
    return [*sources(assertions), *(one for one in steps if one)]


def _below(label: str | None, told: Told) -> dict[str, dict[str, Any]]:
    """A manifest and all those of its ingredients, by label; each once, however they refer to each other."""
    by_label = {text(one.get("label")): one for one in told.manifests[1:]}
    found: dict[str, dict[str, Any]] = {}
    waiting = [label] if label else []
    while waiting:
        name = waiting.pop()
        if name in by_label and name not in found:
            found[name] = by_label[name]
            assertions = part(by_label[name], "assertions")
            inside = (manifest_of(part(assertions, one)) for one in labelled(assertions, _INGREDIENT))
            waiting.extend(one for one in inside if one)
    return found


def _failed(ingredient: dict[str, Any], label: str, below: dict[str, dict[str, Any]], told: Told) -> list[str]:
    """The codes of what failed in an ingredient, when it was added and now; an unknown signer is no failure."""
    now = [code for delta in deltas(told, f"{_PLACE}{label}") for code in codes(delta, "failure")]
    now += [code for one in below.values() for code in codes(part(one, "validationResults"), "failure")]
    for one in entries(told.results, "ingredientDeltas"):
        if _holder(one) in below:
            now += codes(part(one, "validationDeltas"), "failure")
    return [code for code in dict.fromkeys((*sorted(recorded(ingredient)), *now)) if code != UNTRUSTED]


def _holder(delta: dict[str, Any]) -> str:
    """The label of the manifest that holds the ingredient which was looked at."""
    return text(delta.get("ingredientAssertionURI")).partition(_PLACE)[0].rpartition("/")[2]
