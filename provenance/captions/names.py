"""Names of persons: how they are written, and whether two of them are the same person's."""

from __future__ import annotations

import re

from provenance.captions.spelling import distance, fold, is_cyrillic, to_latin, words_of

FIELD_LENGTH = 32
"""IPTC-IIM cuts By-line and Credit after 32 bytes."""

_PARTS = re.compile(r"[^\W_]+")
_PARTICLES = words_of(
    "de da do dos das del della di du van von der den ter ten la le el al bin ibn abu st san y e af av zu"
)
_SHORT_FORMS = (
    ("alex", "alexander", "alexandra", "aleksandr", "oleksandr", "alejandro"), ("andy", "andrew"), ("ben", "benjamin"),
    ("bill", "william", "will"), ("bob", "rob", "robert"), ("charlie", "chuck", "charles"), ("chris", "christopher",
    "christian"),
    ("dan", "daniel"), ("dave", "david"), ("dick", "rick", "richard"), ("ed", "edward"), ("jim", "james"),
    ("jeff", "jeffrey", "geoffrey"), ("joe", "joseph"), ("jon", "jonathan"), ("kate", "katherine",
    "catherine"), ("ken", "kenneth"),
    ("matt", "matthew"), ("max", "maxim", "maximilian"), ("mike", "michael", "mikhail"), ("nick", "nicholas"),
    ("pat", "patrick"), ("pete", "peter"), ("sam", "samuel"), ("steve", "steven", "stephen"), ("ted", "theodore"),
    ("tim", "timothy"), ("tom", "thomas"), ("tony", "anthony"),
)  # fmt: skip
_SHORT = {word.replace("y", "i"): at for at, group in enumerate(_SHORT_FORMS) for word in group}


def canonical_person(written: str) -> str:
    """A person's name with words in capitals written as names are: "Kiran RIDLEY" becomes "Kiran Ridley"."""
    return " ".join(_cased(word) for word in written.split())


def _cased(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    initials = "." in word or len(letters) < 2 or (len(letters) == 2 and not set(fold(word)) & set("aeiouy"))
    if initials or not all(c.isupper() for c in letters):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0][0] + part[0][1:].lower(), word)


def same_person(one: str, other: str) -> bool | None:
    """Whether two names are one person's: True, False, or None where that cannot be told.

    Capitals, accents, order, initials, missing middle names, usual short forms, small differences of spelling,
    Cyrillic and Latin letters and a field cut after 32 characters are allowed for. One word alone tells nothing
    against a full name.
    """
    left, right = _words(one), _words(other)
    if not left or not right:
        return None
    if left == right or sorted(left) == sorted(right) or "".join(left) == "".join(right):
        return True
    if _cut(one, other) or _cut(other, one):
        return True
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) == 1:
        return True if len(longer) == 1 and _alike(shorter[0], longer[0]) else None
    if _covers(shorter, longer):
        return True
    return None if is_cyrillic(one) != is_cyrillic(other) or _in_doubt(shorter, longer) else False


def _words(name: str) -> tuple[str, ...]:
    spelled = to_latin(fold(name).replace("'", "")).replace("y", "i")  # Sergey and Sergei
    words = _PARTS.findall(spelled)
    return tuple(word for word in words if word not in _PARTICLES) or tuple(words)


def _cut(short: str, whole: str) -> bool:
    """Whether one is the other as a 32-character field holds it."""
    bare, full = fold(short).strip(), fold(whole).strip()
    return FIELD_LENGTH - 4 <= len(bare) <= FIELD_LENGTH and len(full) > len(bare) and full.startswith(bare)


def _covers(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether every word of the shorter name stands for a word of its own in the longer one, at least one in full."""
    left = list(longer)
    full = 0
    for word in sorted(shorter, key=lambda each: -len(each)):
        match = next((other for other in left if word == other), None)
        match = match or next((other for other in left if _alike(word, other)), None)
        if match is None:
            return False
        full += len(word) > 2 and len(match) > 2
        left.remove(match)
    return full > 0


def _alike(one: str, other: str) -> bool:
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    if one in _SHORT and _SHORT.get(one) == _SHORT.get(other):
        return True
    length = min(len(one), len(other))
    if length < 5 or (length < 8 and one[-1] != other[-1]):  # Mario and Maria are two persons
        return False
    return distance(one, other, 2) <= (1 if length < 8 else 2)


def _in_doubt(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """One family name and given names that may be forms of each other: "Bill" and "Wm"; not worth an accusation."""
    shared = [word for word in shorter if word in longer and len(word) > 3]
    rest = [word for word in shorter if word not in shared]
    others = [word for word in longer if word not in shared]
    return bool(shared) and any(
        one[0] == other[0] and min(len(one), len(other)) <= 3 for one in rest for other in others
    )
