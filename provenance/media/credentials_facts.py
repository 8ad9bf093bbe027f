"""What content credentials say, as facts: values in words, the standard's own terms as raw text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from provenance.media.credentials_library import Told
from provenance.media.credentials_state import Judged, deltas, entries, ingredient_state, part
from provenance.media.credentials_words import (
    PERMISSIONS,
    PURPOSES,
    RELATIONSHIPS,
    action_words,
    source_words,
)
from provenance.model.trust import SOURCE_TYPE_FIELD, CredentialState, TrustKind, TrustList

Said = tuple[str, str, str]
"""A field without "C2PA", its value, and the raw text."""
_MOST = 50
"""The most actions, ingredients and failures that are told; long edits have a dozen of each."""
_INGREDIENT, _ACTIONS = "c2pa.ingredient", ("c2pa.actions", "c2pa.actions.v2")
_MINING = ("c2pa.training-mining", "cawg.training-mining")
_AUTHORS = "stds.schema-org.CreativeWork"
_OWN = "org.contentauth."
_NO_LIST = "no list of trusted signers"


def told_facts(told: Told, judged: Judged, lists: Sequence[TrustList]) -> Iterator[Said]:
    """Everything worth telling about the file's own credentials, then about its ingredients."""
    manifest = told.manifests[0]
    assertions = part(manifest, "assertions")
    yield from judged_facts(judged, lists)
    yield from _signature(manifest, judged)
    yield from _claim(manifest)
    yield from _actions(assertions)
    yield from _authors(assertions)
    yield from _mining(assertions)
    yield from _ingredients(assertions, told)
    yield from _failures(told)


def judged_facts(judged: Judged, lists: Sequence[TrustList]) -> Iterator[Said]:
    """The state, and by which lists it was found."""
    yield "state", judged.state.value, judged.state.value
    signers = "; ".join(one.title for one in lists if one.kind is TrustKind.SIGNERS)
    yield "judged against", judged.list.title if judged.list else signers or _NO_LIST, signers


def _signature(manifest: dict[str, Any], judged: Judged) -> Iterator[Said]:
    signature = part(manifest, "signature")
    certificate = part(signature, "certificateInfo")
    name = _holder(certificate)
    if name:
        yield "signer", _vouched(name, judged), name
    until = _text(part(certificate, "validity").get("notAfter"))
    if until:
        yield "certificate valid until", until, until
    stamp = part(signature, "timeStampInfo")
    at = _text(stamp.get("timestamp"))
    if at:
        yield "signed at", at, at
        authority = _holder(part(stamp, "certificateInfo"))
        known = "" if judged.time_vouched else ", which no imported list vouches for"
        yield "time stated by", f"{authority or 'an unnamed authority'}{known}", authority


def _vouched(name: str, judged: Judged) -> str:
    """The signer's name, never without what it is worth."""
    if judged.state is CredentialState.TRUSTED and judged.list is not None:
        return f"{name}, vouched for by {judged.list.title}"
    if judged.state is CredentialState.TRUSTED_EXPIRED and judged.list is not None:
        why = "its certificate has expired, and nothing trusted shows that the file was signed before"
        return f"says it was signed by {name}, which {judged.list.title} vouched for; {why}"
    return f"says it was signed by {name}, which nothing here vouches for"


def _holder(certificate: dict[str, Any]) -> str:
    subject = part(certificate, "subject")
    named = dict.fromkeys(_text(subject.get(name)) for name in ("CN", "O"))
    return ", ".join(one for one in named if one)


def _claim(manifest: dict[str, Any]) -> Iterator[Said]:
    claim = part(manifest, "claim.v2") or part(manifest, "claim")
    generators = claim.get("claim_generator_info")
    several = generators if isinstance(generators, list) else [generators]
    named = [_program(one) for one in several] or [""]
    program = "; ".join(one for one in named if one) or _text(claim.get("claim_generator"))
    if program:
        yield "claim generator", program, program
    title = _text(claim.get("dc:title"))
    if title:
        yield "title", title, title


def _program(agent: Any) -> str:
    """A program's name and version, as a text or as an object gives them."""
    if isinstance(agent, dict):
        return " ".join(one for one in (_text(agent.get("name")), _text(agent.get("version"))) if one)
    return _text(agent)


def _actions(assertions: dict[str, Any]) -> Iterator[Said]:
    done = [one for label in _labels(assertions, *_ACTIONS) for one in entries(part(assertions, label), "actions")]
    for number, action in enumerate(done[:_MOST]):
        name = _text(action.get("action"))
        source = _text(action.get("digitalSourceType"))
        words = source_words(source) if source else ""
        told = words if name == "c2pa.created" and words else ": ".join(w for w in (action_words(name), words) if w)
        agent = _program(action.get("softwareAgent"))
        beside = ", ".join(one for one in (agent and f"with {agent}", _text(action.get("when"))) if one)
        yield f"action[{number}]", f"{told} ({beside})" if beside else told, " ".join((name, source)).strip()
    sources = dict.fromkeys(_text(one.get("digitalSourceType")) for one in done)
    for number, source in enumerate([one for one in sources if one][:_MOST]):
        yield f"{SOURCE_TYPE_FIELD.removeprefix('C2PA ')}[{number}]", source, source


def _authors(assertions: dict[str, Any]) -> Iterator[Said]:
    people = [one for label in _labels(assertions, _AUTHORS) for one in entries(part(assertions, label), "author")]
    for number, person in enumerate(people[:_MOST]):
        if _text(person.get("name")):
            yield f"author[{number}]", _text(person["name"]), _text(person["name"])


def _mining(assertions: dict[str, Any]) -> Iterator[Said]:
    found = [
        (str(name), entry)
        for label in _labels(assertions, *_MINING)
        for name, entry in part(part(assertions, label), "entries").items()
        if isinstance(entry, dict)
    ]
    for number, (name, entry) in enumerate(found[:_MOST]):
        use = _text(entry.get("use"))
        purpose = PURPOSES.get(name.rpartition(".")[2], name)
        conditions = _text(entry.get("constraint_info"))
        told = f"{purpose}: {PERMISSIONS.get(use, use)}"
        yield f"use by machines[{number}]", f"{told} ({conditions})" if conditions else told, f"{name}={use}"


def _ingredients(assertions: dict[str, Any], told: Told) -> Iterator[Said]:
    for number, label in enumerate(_labels(assertions, _INGREDIENT)[:_MOST]):
        ingredient = part(assertions, label)
        relation = _text(ingredient.get("relationship"))
        title = _text(ingredient.get("dc:title")) or _text(ingredient.get("instanceID")) or "unnamed"
        state = ingredient_state(ingredient, f"/c2pa.assertions/{label}", told)
        own = "without credentials" if state is CredentialState.ABSENT else f"its own credentials: {state.value}"
        yield f"ingredient[{number}]", f"{RELATIONSHIPS.get(relation, 'part of it')}: {title}, {own}", relation
        yield f"ingredient[{number}] state", state.value, state.value


def _failures(told: Told) -> Iterator[Said]:
    results = [part(told.results, "activeManifest"), *deltas(told)]
    failed = [one for result in results for one in entries(result, "failure")]
    for number, one in enumerate(failed[:_MOST]):
        yield f"failure[{number}]", _text(one.get("code")), _text(one.get("url"))


def _labels(assertions: dict[str, Any], *names: str) -> list[str]:
    """The labels of all assertions of some kinds: a version and a number may follow the name."""
    return [
        label
        for label in assertions
        if any(label == name or label.startswith((f"{name}__", f"{name}.v")) for name in names)
    ]


def _text(value: Any) -> str:
    """A text in one line; "" for what is none."""
    return " ".join(value.split()) if isinstance(value, str) else ""
