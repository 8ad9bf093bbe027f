"""What each metadata block of a file says, put together by meaning; nothing is merged across blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.model.meanings import Group, Meaning, key, meaning_of
from provenance.model.photo import Fact

PREFERRED = ("exifread", "pillow")
"""Of two readers of one field the first is believed: it was right more often against ExifTool."""
_PAIRS = {
    "IPTC-IIM 2:55": "IPTC-IIM 2:60",
    "IPTC-IIM 2:62": "IPTC-IIM 2:63",
    "IPTC-IIM 1:70": "IPTC-IIM 1:80",
    "IPTC-IIM 2:30": "IPTC-IIM 2:35",
    "IPTC-IIM 2:37": "IPTC-IIM 2:38",
    "EXIF GPSDateStamp": "EXIF GPSTimeStamp",
}
"""A day, and the time of day that stands in a field of its own."""
_UNTOLD = re.compile(r"(?:Id|ID|Id\[\d+\]|changed|CvId|CvTermId)$")
"""Fields of structures that hold identifiers, not words."""
_LIMITS = {
    **dict.fromkeys(("2:80", "2:85", "2:90", "2:92", "2:95", "2:103", "2:110", "2:115", "2:122"), 32),
    **dict.fromkeys(("2:5", "2:101"), 64),
    "2:116": 128,
    **dict.fromkeys(("2:40", "2:105"), 256),
    "2:120": 2000,
}
"""The most bytes that IIM 4.2 allows; what is exactly as long was probably cut there."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one field of one block says: its values in order, who read them, and whether the field cut it off.

    `field` is the first fact's own ("XMP dc:creator[0]"), `block` the block's name with its number ("XMP[1]"), `cut`
    how many characters the field can hold where it is full, else 0.
    """

    meaning: Meaning
    field: str
    block: str
    values: tuple[str, ...]
    readers: tuple[str, ...]
    cut: int = 0
    impossible: bool = False

    @property
    def text(self) -> str:
        """All values in one line of words."""
        return "; ".join(self.values)

    @property
    def name(self) -> str:
        """The field with the number of its block where there are several ("XMP[1] dc:creator")."""
        return f"{self.block} {key(self.field).partition(' ')[2]}" if "[" in self.block else _called(self.field)


def said(facts: Sequence[Fact], *groups: Group) -> tuple[Said, ...]:
    """All that means something to people, in the order of the fields; of the named groups, where any are named.

    Readings of one field that agree stand once; where they do not, each stands for itself, the better reader first.
    """
    grouped: dict[tuple[str, int], dict[str, list[Fact]]] = {}
    meanings: dict[str, Meaning] = {}
    for fact in facts:
        meaning = meaning_of(fact.field)
        if meaning is not None and (not groups or meaning.group in groups):
            name = key(fact.field).partition("/")[0]
            meanings[name] = meaning
            grouped.setdefault((name, fact.block), {}).setdefault(fact.reader, []).append(fact)
    clocks = {(key(fact.field), fact.block, fact.reader): fact for fact in facts}
    return tuple(
        one
        for (name, block), readings in grouped.items()
        if name not in _PAIRS.values() or not _has_day(name, block, grouped)
        for one in _readings(meanings[name], name, block, readings, clocks)
    )


def believed(sayings: Iterable[Said]) -> tuple[Said, ...]:
    """Those of the better reader only, where two read the same field."""
    first: dict[tuple[str, str], Said] = {}
    for one in sayings:
        first.setdefault((one.block, key(one.field)), one)
    return tuple(first.values())


def _readings(
    meaning: Meaning, name: str, block: int, readings: dict[str, list[Fact]], clocks: dict[tuple[str, int, str], Fact]
) -> list[Said]:
    found: dict[tuple[str, ...], list[str]] = {}
    order = sorted(readings, key=lambda reader: PREFERRED.index(reader) if reader in PREFERRED else 9)
    for reader in order:
        clock = clocks.get((_PAIRS.get(name, ""), block, reader))
        found.setdefault(_values(readings[reader], clock), []).append(reader)
    told = [(values, readers) for values, readers in found.items() if values]
    return [_said(meaning, values, readers, readings[readers[0]], block) for values, readers in told]


def _said(meaning: Meaning, values: tuple[str, ...], readers: list[str], facts: list[Fact], block: int) -> Said:
    first = facts[0]
    kind = first.field.partition(" ")[0]
    name = f"{kind}[{block}]" if block else kind
    impossible = any(fact.impossible for fact in facts)
    return Said(meaning, first.field, name, values, tuple(readers), _cut(facts), impossible)


def _values(facts: list[Fact], clock: Fact | None) -> tuple[str, ...]:
    """The texts of a field, a structure being one text, a day with its time of day one moment."""
    items: dict[str, list[str]] = {}
    for fact in facts:
        top, _, inner = fact.field.partition("/")
        text = " ".join(_words(fact.value).replace("\0", " ").split())
        if text and not (inner and _UNTOLD.search(inner)):
            items.setdefault(top if inner else f"{top}#{len(items)}", []).append(text)
    texts = [", ".join(dict.fromkeys(parts)) for parts in items.values()]
    if clock is not None and len(texts) == 1 and not clock.impossible and len(texts[0]) == len("2022-04-07"):
        return (f"{texts[0]}T{clock.value}",)
    return tuple(texts)


def _words(value: str | float) -> str:
    """A value as text; fractions to six places, which are some ten centimetres on Earth."""
    return f"{value:.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _has_day(name: str, block: int, grouped: dict[tuple[str, int], dict[str, list[Fact]]]) -> bool:
    return any(clock == name and (day, block) in grouped for day, clock in _PAIRS.items())


def _cut(facts: list[Fact]) -> int:
    kind, _, name = facts[0].field.partition(" ")
    most = _LIMITS.get(name.partition(" ")[0], 0) if kind == "IPTC-IIM" else 0
    return most if most and any(_length(fact) == most for fact in facts) else 0


def _length(fact: Fact) -> int:
    return fact.length if fact.length is not None else len(fact.raw)


def _called(field: str) -> str:
    """The field without a position in a list."""
    return field.partition("[")[0].partition("/")[0]
