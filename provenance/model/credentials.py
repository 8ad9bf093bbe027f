"""A file's content credentials, put together again from its facts: for judging them and for telling of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.model.checks import instances
from provenance.model.photo import Fact
from provenance.model.trust import (
    ACTION_FIELD,
    EXPIRY,
    FAILURE_FIELD,
    INGREDIENT_FIELD,
    LIST_FIELD,
    MODEL_FIELD,
    PREFIX,
    SIGNER_FIELD,
    SOURCE_TYPE_FIELD,
    STATE_FIELD,
    UNTRUSTED,
    CredentialState,
)


@dataclass(frozen=True, slots=True)
class Ingredient:
    """Something that the picture was made from: what is said of it, and whether its own credentials hold.

    `sources` say how it, and whatever it was made from itself, came about.
    """

    said: Fact
    state: CredentialState
    failures: tuple[Fact, ...] = ()
    sources: tuple[Fact, ...] = ()

    def __post_init__(self) -> None:
        instances(self.failures, Fact, "failures")
        instances(self.sources, Fact, "sources")


@dataclass(frozen=True, slots=True)
class Credentials:
    """A file's content credentials. A text is "" where they say nothing of the kind.

    `why` says why they could not be judged. `signer` is the name with what it is worth, `name` the name alone; `list`
    the list that vouches for it, else those against which it was held. `failures` are the file's own; those of
    ingredients stand with them.
    """

    state: CredentialState
    why: str = ""
    list: str = ""
    signer: str = ""
    name: str = ""
    valid_until: str = ""
    signed_at: str = ""
    time_stated_by: str = ""
    program: str = ""
    title: str = ""
    address: str = ""
    actions: tuple[Fact, ...] = ()
    sources: tuple[Fact, ...] = ()
    authors: tuple[Fact, ...] = ()
    models: tuple[Fact, ...] = ()
    uses: tuple[Fact, ...] = ()
    ingredients: tuple[Ingredient, ...] = ()
    failures: tuple[Fact, ...] = ()

    @property
    def only_expired(self) -> bool:
        """Whether nothing is wrong with them but that certificates ran out."""
        codes = {one.raw for one in (*self.failures, *(one for it in self.ingredients for one in it.failures))}
        return self.state.broken and bool(codes & EXPIRY) and codes <= EXPIRY | {UNTRUSTED}

    @property
    def holds(self) -> bool:
        """Whether what they say was said of this file, by whomever: nothing was changed since."""
        kept = {CredentialState.TRUSTED, CredentialState.TRUSTED_EXPIRED, CredentialState.UNKNOWN_SIGNER}
        return self.state in kept or self.only_expired


def credentials(facts: Sequence[Fact]) -> Credentials | None:
    """The credentials that a file's facts tell of; None for a file that has none."""
    told = [fact for fact in facts if fact.field.startswith(PREFIX)]
    state = next((fact for fact in told if fact.field == STATE_FIELD), None)
    if state is None:
        return None
    texts = {fact.field: str(fact.value) for fact in told}
    signer = next((fact for fact in told if fact.field == SIGNER_FIELD), None)
    return Credentials(
        state=CredentialState(str(state.value)),
        why=texts.get(f"{PREFIX}why", ""),
        list=texts.get(LIST_FIELD, ""),
        signer=texts.get(SIGNER_FIELD, ""),
        name=signer.raw if signer else "",
        valid_until=texts.get(f"{PREFIX}certificate valid until", ""),
        signed_at=texts.get(f"{PREFIX}signed at", ""),
        time_stated_by=texts.get(f"{PREFIX}time stated by", ""),
        program=texts.get(f"{PREFIX}claim generator", ""),
        title=texts.get(f"{PREFIX}title", ""),
        address=texts.get(f"{PREFIX}address", ""),
        actions=_numbered(told, ACTION_FIELD),
        sources=_numbered(told, SOURCE_TYPE_FIELD),
        authors=_numbered(told, f"{PREFIX}author"),
        models=_numbered(told, MODEL_FIELD),
        uses=_numbered(told, f"{PREFIX}use by machines"),
        ingredients=tuple(_ingredients(told)),
        failures=_numbered(told, FAILURE_FIELD),
    )


def _numbered(told: Sequence[Fact], field: str) -> tuple[Fact, ...]:
    """The facts of a field that is there several times: field[0], field[1]..."""
    return tuple(
        fact
        for fact in told
        if fact.field.startswith(f"{field}[") and fact.field.removeprefix(f"{field}[").rstrip("]").isdecimal()
    )


def _ingredients(told: Sequence[Fact]) -> Iterator[Ingredient]:
    states = {fact.field: fact for fact in told}
    for fact in _numbered(told, INGREDIENT_FIELD):
        state = states.get(f"{fact.field} state")
        failures = _numbered(told, f"{fact.field} failure")
        sources = _numbered(told, f"{fact.field} digitalSourceType")
        yield Ingredient(
            fact, CredentialState(str(state.value)) if state else CredentialState.ABSENT, failures, sources
        )
