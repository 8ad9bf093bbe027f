"""What content credentials say, as facts: values in words, the standard's own terms as raw text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from provenance.media.credentials_ingredients import CREATED, MOST, actions, ingredients, sources, strays
from provenance.media.credentials_library import Told
from provenance.media.credentials_shape import entries, labelled, part, text
from provenance.media.credentials_state import Judged, codes
from provenance.media.credentials_words import PERMISSIONS, PURPOSES, action_words, failure_words
from provenance.model.source_types import source_words
from provenance.model.trust import MODEL_FIELD, PREFIX, SOURCE_TYPE_FIELD, CredentialState, TrustKind, TrustList

Said = tuple[str, str, str]
"""A field without "C2PA", its value, and the raw text."""
_MINING = ("c2pa.training-mining", "cawg.training-mining")
_DISCLOSURE = "c2pa.ai-disclosure"
_AUTHORS = "stds.schema-org.CreativeWork"
_OWN = "org.contentauth."
_NO_LIST = "no list of trusted signers"


def told_facts(told: Told, judged: Judged, lists: Sequence[TrustList]) -> Iterator[Said]:
    """Everything worth telling about the file's own credentials, then about its ingredients."""
    manifest = told.manifests[0]
    assertions = part(manifest, "assertions")
    yield from _judged(judged, lists)
    yield from _signature(manifest, judged)
    yield from _claim(manifest)
    yield from _actions(assertions)
    yield from _authors(assertions)
    yield from _models(assertions)
    yield from _mining(assertions)
    yield from ingredients(assertions, told)
    yield from _failures(told)


def _judged(judged: Judged, lists: Sequence[TrustList]) -> Iterator[Said]:
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
    until = text(part(certificate, "validity").get("notAfter"))
    if until:
        yield "certificate valid until", until, until
    stamp = part(signature, "timeStampInfo")
    at = text(stamp.get("timestamp"))
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
    named = dict.fromkeys(text(subject.get(name)) for name in ("CN", "O"))
    return ", ".join(one for one in named if one)


def _claim(manifest: dict[str, Any]) -> Iterator[Said]:
    claim = part(manifest, "claim.v2") or part(manifest, "claim")
    generators = claim.get("claim_generator_info")
    several = generators if isinstance(generators, list) else [generators]
    named = [_program(one) for one in several] or [""]
    program = "; ".join(one for one in named if one) or text(claim.get("claim_generator"))
    if program:
        yield "claim generator", program, program
    title = text(claim.get("dc:title"))
    if title:
        yield "title", title, title


def _program(agent: Any) -> str:
    """A program's name and version, as a text or as an object gives them."""
    if isinstance(agent, dict):
        return " ".join(one for one in (text(agent.get("name")), text(agent.get("version"))) if one)
    return text(agent)


def _actions(assertions: dict[str, Any]) -> Iterator[Said]:
    for number, action in enumerate(actions(assertions)[:MOST]):
        name, source = text(action.get("action")), text(action.get("digitalSourceType"))
        words = source_words(source) if source else ""
        told = words if name == CREATED and words else ": ".join(w for w in (action_words(name), words) if w)
        agent = _program(action.get("softwareAgent"))
        beside = ", ".join(one for one in (agent and f"with {agent}", text(action.get("when"))) if one)
        yield f"action[{number}]", f"{told} ({beside})" if beside else told, " ".join((name, source)).strip()
    for number, source in enumerate(sources(assertions)[:MOST]):
        yield f"{SOURCE_TYPE_FIELD.removeprefix(PREFIX)}[{number}]", source, source


def _authors(assertions: dict[str, Any]) -> Iterator[Said]:
    people = [one for label in labelled(assertions, _AUTHORS) for one in entries(part(assertions, label), "author")]
    for number, person in enumerate(people[:MOST]):
        if text(person.get("name")):
            yield f"author[{number}]", text(person["name"]), text(person["name"])


def _models(assertions: dict[str, Any]) -> Iterator[Said]:
    """The models that had a part in it (C2PA 2.4, AI disclosure)."""
    for number, label in enumerate(labelled(assertions, _DISCLOSURE)[:MOST]):
        told = part(assertions, label)
        name = text(told.get("modelName")) or text(told.get("modelIdentifier"))
        kind = text(told.get("modelType")).rpartition(".")[2].replace("_", " ")
        oversight = text(part(told, "contentProfile").get("humanOversightLevel")).replace("_", " ")
        beside = "; ".join(one for one in (name and kind, oversight and f"human oversight: {oversight}") if one)
        who = name or kind or "a model without a name"
        field = f"{MODEL_FIELD.removeprefix(PREFIX)}[{number}]"
        yield field, f"{who} ({beside})" if beside else who, who


def _mining(assertions: dict[str, Any]) -> Iterator[Said]:
    found = [
        (str(name), entry)
        for label in labelled(assertions, *_MINING)
        for name, entry in part(part(assertions, label), "entries").items()
        if isinstance(entry, dict)
    ]
    for number, (name, entry) in enumerate(found[:MOST]):
        use = text(entry.get("use"))
        purpose = PURPOSES.get(name.rpartition(".")[2], name)
        conditions = text(entry.get("constraint_info"))
        told = f"{purpose}: {PERMISSIONS.get(use, use)}"
        yield f"use by machines[{number}]", f"{told} ({conditions})" if conditions else told, f"{name}={use}"


def _failures(told: Told) -> Iterator[Said]:
    """What failed in the file's own credentials; of ingredients, what belongs to none that is told."""
    results = [part(told.results, "activeManifest"), *strays(told)]
    failed = dict.fromkeys(code for result in results for code in codes(result, "failure"))
    for number, code in enumerate(list(failed)[:MOST]):
        yield f"failure[{number}]", failure_words(code), code
