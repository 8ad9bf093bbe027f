"""A file's content credentials in words: for the terminal, for a page, and as an object for scripts.

The name of a signer never stands without what it is worth, and no state but "trusted" identifies anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from provenance.model.credentials import Credentials, Ingredient, credentials
from provenance.model.photo import Fact
from provenance.model.source_types import source_words
from provenance.model.trust import UNTRUSTED, CredentialState
from provenance.report.wording import moment_words

_STATES = {
    CredentialState.REMOTE_ONLY: "Not read: {why}.",
    CredentialState.UNREADABLE: "They cannot be read: {why}.",
    CredentialState.CHANGED: "They do not hold: the file is not what was signed.",
    CredentialState.INVALID: "They do not hold: their signature is not good.",
    CredentialState.UNKNOWN_SIGNER: "Unchanged since it was signed, by somebody whom no imported list knows.",
    CredentialState.TRUSTED: "Unchanged since it was signed, and an imported list vouches for the signer.",
    CredentialState.TRUSTED_EXPIRED: "Unchanged since it was signed; the signer's certificate has expired since, or"
    " before: nothing trusted tells.",
}
_TONES = {
    CredentialState.CHANGED: "look",
    CredentialState.INVALID: "look",
    CredentialState.TRUSTED: "ok",
}
_INSIDE = "They do not hold: something that the picture was made from is not what was signed."
_EXPIRED = "The certificate of the signer has expired, and no imported list knows it."


def state_words(found: Credentials) -> str:
    """The state in a sentence."""
    if found.only_expired:
        return _EXPIRED
    inside_only = not _failed(found.failures) and any(one.failures for one in found.ingredients)
    if found.state is CredentialState.CHANGED and inside_only:
        return _INSIDE
    return _STATES.get(found.state, "There are none.").format(why=found.why or "the reason is not known")


def credentials_rows(facts: Sequence[Fact]) -> Iterator[tuple[str, str]]:
    """Label and words of everything that they say; nothing for a file without any. A label stands at its first row."""
    found = credentials(facts)
    if found is None:
        return
    single = (
        ("state", f"{state_words(found)} ({found.state.value})"),
        ("signed by", found.signer),
        ("held against", "" if found.list in found.signer else found.list),
        ("signed at", _moment(found.signed_at)),
        ("time stated by", found.time_stated_by),
        ("valid until", _moment(found.valid_until)),
        ("lies at", found.address),
        ("program", found.program),
        ("title", found.title),
    )
    yield from ((label, words) for label, words in single if words)
    several = (
        ("author", [str(one.value) for one in found.authors]),
        ("declared as", [_declared(one) for one in found.sources]),
        ("AI models", [str(one.value) for one in found.models]),
        ("done", [str(one.value) for one in found.actions]),
        ("for machines", [str(one.value) for one in found.uses]),
        ("ingredients", [_ingredient_words(one) for one in found.ingredients]),
        ("does not hold", [str(one.value) for one in _failed(found.failures)]),
    )
    for label, texts in several:
        for number, words in enumerate(texts):
            yield ("" if number else label), words


def credentials_content(facts: Sequence[Fact]) -> dict[str, Any] | None:
    """What a page shows: the state in words with its tone, and the rows below it; None for a file without any."""
    found = credentials(facts)
    if found is None:
        return None
    rows: list[tuple[str, list[str]]] = []
    for label, words in credentials_rows(facts):
        if label:
            rows.append((label[0].upper() + label[1:], []))
        rows[-1][1].append(words)
    return {"tone": _TONES.get(found.state, "plain"), "words": state_words(found), "rows": rows[1:]}


def credentials_object(facts: Sequence[Fact], *, readable: bool) -> dict[str, Any] | None:
    """For scripts; None for a file that could not be read, of which nobody knows. Texts not stated are ""."""
    found = credentials(facts) or (Credentials(CredentialState.ABSENT) if readable else None)
    if found is None:
        return None
    return {
        "state": found.state.value,
        "words": state_words(found),
        "signer": found.signer,
        "judged_against": found.list,
        "signed_at": found.signed_at,
        "time_stated_by": found.time_stated_by,
        "certificate_valid_until": found.valid_until,
        "address": found.address,
        "program": found.program,
        "title": found.title,
        "authors": [str(one.value) for one in found.authors],
        "sources": [_source_object(one) for one in found.sources],
        "actions": [{"words": str(one.value), "term": one.raw} for one in found.actions],
        "models": [{"words": str(one.value), "term": one.raw} for one in found.models],
        "uses_by_machines": [{"words": str(one.value), "term": one.raw} for one in found.uses],
        "ingredients": [_ingredient_object(one) for one in found.ingredients],
        "failures": _failure_objects(found.failures),
    }


def _ingredient_object(one: Ingredient) -> dict[str, Any]:
    return {
        "words": str(one.said.value),
        "relationship": one.said.raw,
        "state": one.state.value,
        "sources": [_source_object(source) for source in one.sources],
        "failures": _failure_objects(one.failures),
    }


def _failure_objects(failures: Sequence[Fact]) -> list[dict[str, str]]:
    return [{"words": str(one.value), "code": one.raw} for one in failures]


def _source_object(fact: Fact) -> dict[str, str]:
    return {"words": source_words(fact.raw), "term": fact.raw}


def _ingredient_words(one: Ingredient) -> str:
    declared = f"; declared as: {', '.join(_declared(source) for source in one.sources)}" if one.sources else ""
    failed = "; ".join(str(failure.value) for failure in one.failures)
    return f"{one.said.value}{f', because {failed}' if failed else ''}{declared}"


def _moment(text: str) -> str:
    """A moment for people; as it stands where it is none, or has no zone."""
    try:
        moment = datetime.fromisoformat(text)
        return moment_words(moment.astimezone(UTC)) if moment.tzinfo else text
    except (ValueError, OverflowError):
        return text


def _declared(fact: Fact) -> str:
    return source_words(fact.raw) or fact.raw


def _failed(failures: Sequence[Fact]) -> list[Fact]:
    """What failed; that no list knows the signer is said in the state."""
    return [one for one in failures if one.raw != UNTRUSTED]
