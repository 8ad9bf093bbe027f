"""The rule that a file declares to be made by a program, wholly or in part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from provenance.model.case import Case
from provenance.model.credentials import Credentials, credentials
from provenance.model.findings import Confidence, Door, Evidence, Severity
from provenance.model.limits import RuleLimits
from provenance.model.photo import Fact
from provenance.model.trust import STATE_FIELD
from provenance.rules.quoting import brief
from provenance.rules.rule import Cannot, Hit, rule

_VOCABULARY = "cv.iptc.org/newscodes/digitalsourcetype/"
_SOURCE_TYPES = ("XMP Iptc4xmpExt:DigitalSourceType", "XMP Iptc4xmpExt:DigitalSourcefileType")
_AI_FIELDS = tuple(
    f"XMP Iptc4xmpExt:{name}"
    for name in ("AISystemUsed", "AISystemVersionUsed", "AIPromptInformation", "AIPromptWriterName")
)
_GENERATED = {
    "trainedAlgorithmicMedia": "made by generative AI",
    "compositeWithTrainedAlgorithmicMedia": "a photo changed by generative AI, or a composite with such parts",
    "compositeSynthetic": "a composite with parts that are not photographed",
    "algorithmicMedia": "made by a program without training on pictures",
}
_DRAWN = {
    "algorithmicallyEnhanced": "enhanced by a program",
    "digitalCreation": "made by a person with software",
    "digitalArt": "made by a person with software",
    "softwareImage": "made with software",
    "dataDrivenMedia": "drawn from data",
    "virtualRecording": "a recording of a virtual world",
    "screenCapture": "a picture of a screen",
    "composite": "a composite of several elements",
    "compositeCapture": "a composite of several photos",
}
_CREATED = "c2pa.created"
_INNOCENT = (
    "Illustrations are declared so as a matter of course; what counts is whether it is offered as a photo.",
    "Desks declare small corrections with such tools too.",
)


@rule(
    id="declared-synthetic",
    title="The file declares that it is not simply a photo",
    severity=Severity.WARNING,
    advice="Ask the sender how the picture was made, and label it if it is used.",
    doors=(Door.CHECK, Door.INSPECT, Door.AUDIT),
)
def declared_synthetic(case: Case, limits: RuleLimits) -> Iterator[Hit | Cannot]:
    """Reads what a file declares of its own making: the IPTC field Digital Source Type in XMP and in content
    credentials, with their steps, the AI models they name and what the picture was made from, and IPTC's fields about
    AI (system, version, prompt, prompt writer). Generative AI is a warning; other kinds that are no plain photo, as
    screen captures, drawings and composites, are a note, and so is what credentials say that do not hold for the file.

    Cameras, AI services and editors write it, and more of them every year. It is the maker's own word.

    That nothing is declared means nothing: most tools say nothing, and platforms take it out. It looks only into the
    XMP and the credentials that stand where the file's format has them, never at text that was appended to a file, and
    it never guesses from the picture. A term that the IPTC's list does not have cannot be judged.
    """
    del limits
    declared = {(fact.field, str(fact.value)): fact for fact in case.facts if _declares(fact)}
    for fact in declared.values():
        term = str(fact.value).rstrip("/").rpartition("/")[2]
        if _SOURCE_TYPES[0] == fact.field and not _known(str(fact.value)):
            yield Cannot(f"the Digital Source Type “{brief(str(fact.value))}” is not on the IPTC's list")
        elif term in _GENERATED or term in _DRAWN:
            yield _hit(fact, {**_GENERATED, **_DRAWN}[term], Severity.WARNING if term in _GENERATED else Severity.NOTE)
    yield from _by_fields(case)
    yield from _by_credentials(credentials(case.facts))


def _declares(fact: Fact) -> bool:
    return fact.field.partition("[")[0] in _SOURCE_TYPES


def _known(value: str) -> bool:
    """Whether it is an address of the IPTC's vocabulary (http and https alike), or a term of it alone."""
    return _VOCABULARY in value.lower() or "/" not in value


def _hit(fact: Fact, words: str, severity: Severity) -> Hit:
    return Hit(
        message=f"The file declares itself as {words}.",
        evidence=(Evidence(fact.field, str(fact.value)),),
        innocent=_INNOCENT,
        confidence=Confidence.HIGH,
        severity=severity,
    )


def _by_fields(case: Case) -> Iterator[Hit]:
    fields = [fact for fact in case.facts if fact.field.partition("[")[0].startswith(_AI_FIELDS)]
    if fields:
        quoted = tuple(Evidence(fact.field, str(fact.value)) for fact in fields)
        system = next((brief(str(fact.value)) for fact in fields if "AISystemUsed" in fact.field), "")
        message = f"The file names an AI system that made or changed it: {system}." if system else _UNNAMED
        yield Hit(message, quoted, _INNOCENT, Confidence.HIGH)


_UNNAMED = "The file holds a prompt for an AI system, or names who wrote it."


def _by_credentials(found: Credentials | None) -> Iterator[Hit]:
    """What content credentials declare of the picture, of steps in its making, and of what it was made from."""
    if found is None:
        return
    for fact in found.sources:
        yield from _said(found, fact, "The file declares itself as {}, by its content credentials.", Confidence.HIGH)
    for fact in found.actions:
        name, _, source = fact.raw.partition(" ")
        if source and name != _CREATED:
            step = _plain(brief(str(fact.value)))
            yield from _said(found, fact, f"Its content credentials list “{step}”.", Confidence.MEDIUM)
    yield from _models(found)
    for inside in found.ingredients:
        for fact in inside.sources:
            what = _plain(brief(str(inside.said.value)))
            yield from _said(found, fact, f"It was made from something declared as {{}} ({what}).", Confidence.MEDIUM)


def _plain(words: str) -> str:
    """Words as they stand in a pattern."""
    return words.replace("{", "{{").replace("}", "}}")


def _said(found: Credentials, fact: Fact, pattern: str, confidence: Confidence) -> Iterator[Hit]:
    """One declaration of the credentials."""
    term = fact.raw.rpartition(" ")[2].rstrip("/").rpartition("/")[2]
    words = {**_GENERATED, **_DRAWN}.get(term)
    if words is not None:
        severity = Severity.WARNING if term in _GENERATED else Severity.NOTE
        yield _weighed(found, Hit(pattern.format(words), (_quoted(fact),), _INNOCENT, confidence, severity))


def _models(found: Credentials) -> Iterator[Hit]:
    """All models that the credentials name."""
    if found.models:
        named = brief(", ".join(dict.fromkeys(one.raw for one in found.models)))
        message = f"Its content credentials name an AI model that had a part in it: {named}."
        evidence = tuple(_quoted(one) for one in found.models)
        yield _weighed(found, Hit(message, evidence, _INNOCENT, Confidence.MEDIUM, Severity.WARNING))


def _quoted(fact: Fact) -> Evidence:
    return Evidence(fact.field, str(fact.value))


def _weighed(found: Credentials, hit: Hit) -> Hit:
    """What credentials declare with their state; worth little where they do not hold for this file."""
    hit = replace(hit, evidence=(*hit.evidence, Evidence(STATE_FIELD, found.state.value)))
    if found.holds:
        return hit
    return replace(hit, innocent=(_ELSEWHERE, *hit.innocent), confidence=Confidence.LOW, severity=Severity.NOTE)


_ELSEWHERE = "The credentials do not hold for this file, so this may have been said of another one."
