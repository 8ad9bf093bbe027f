"""Names of persons: how they are written, and whether two of them are the same person's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.captions.given_names import form, same_given_name, sound
from provenance.captions.spelling import distance, fold, is_cyrillic, to_latin, words_of

FIELD_LENGTH = 32
"""IPTC-IIM cuts By-line and Credit after 32 bytes."""

_PARTS = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_HALF_SHOUTED = re.compile(r"-[^\W\d_a-z]{2,}(?![^\W\d_])")
_PARTICLES = words_of(
    "de da do dos das del della di du van von der den ter ten la le el al bin ibn abu st san y e af av zu"
)
_SUFFIXES = words_of("jr sr ii iii iv phd md")
_VOWELS = frozenset("aeiou")
_SLIPS = 5
"""Letters from which a word may differ from another by a slip and be the same name."""
_TWO_SLIPS = 8
"""Letters from which it may be two."""


def canonical_person(written: str) -> str:
    """A person's name with words in capitals written as names are: "Kiran RIDLEY" becomes "Kiran Ridley"."""
    return " ".join(_cased(word) for word in written.split())


def _cased(word: str) -> str:
    if "." in word or word.rstrip(",").lower() in _SUFFIXES or not (word.isupper() or _HALF_SHOUTED.search(word)):
        return word
    return _LETTERS.sub(_cased_part, word)


def _cased_part(part: re.Match[str]) -> str:
    written = part[0]
    initials = len(written) < 2 or (len(written) == 2 and not set(fold(written)) & set("aeiouy"))
    return written if initials or not written.isupper() else written[0] + written[1:].lower()


def same_person(one: str, other: str) -> bool | None:
    """Whether two names are one person's: True, False, or None where that cannot be told.

    Capitals, accents, order, initials, missing middle names, suffixes, usual short forms, small differences of
    spelling, Cyrillic and Latin letters and a field cut after 32 characters are allowed for. A family name alone
    agrees with a full name that holds it.
    """
    one, other = sorted((one, other), key=lambda name: (len(name), name))  # the answer does not depend on the side
    left, right = _words(one), _words(other)
    if not left or not right:
        return None
    if left == right or sorted(left) == sorted(right) or "".join(left) == "".join(right):
        return True
    if _cut(one, other) or _cut(other, one):
        return True
    shorter, longer = sorted((left, right), key=lambda words: (len(words), words))
    if len(shorter) == 1:
        return _one_word(shorter[0], longer, one, other)
    if _covers(shorter, longer):
        return True
    return None if is_cyrillic(one) != is_cyrillic(other) or _in_doubt(shorter, longer) else False


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as names are compared by them, without initials."""
    return tuple(word for word in _words(name) if len(word) > 1)


def word_keys(word: str) -> Iterator[str]:
    """Keys of a word of a name: words that count as alike share at least one, and few others do.

    Besides its sound and the forms of a given name, these are its sound with a letter or two left out: spellings
    that are one or two slips apart meet there (Garbe: SymSpell, 2012).
    """
    spoken = sound(word)
    yield f"={word}"
    yield f"~{spoken}"
    if (number := form(word)) is not None:
        yield f"#{number}"
    if len(spoken) >= _SLIPS:
        shorter = {spoken[:at] + spoken[at + 1 :] for at in range(len(spoken))}
        if len(spoken) >= _TWO_SLIPS:
            shorter |= {one[:at] + one[at + 1 :] for one in tuple(shorter) for at in range(len(one))}
        yield from (f"~{one}" for one in shorter)


def _one_word(word: str, longer: tuple[str, ...], one: str, other: str) -> bool | None:
    """One word against a name: the same family name, another one, or too little to tell (initials, an account)."""
    if any(len(word) > 1 and _alike(word, each) for each in longer if len(each) > 1):
        return True
    account = "@" in one + other or any(c.isdigit() for c in one + other)
    told = len(word) > 3 and not account and (one + other).isascii()
    together = "".join(longer)
    return False if told and not together.startswith(word[:3]) and not together.endswith(word[-3:]) else None


def _words(name: str) -> tuple[str, ...]:
    spelled = to_latin(fold(name).replace("'", "")).replace("y", "i")  # Sergey and Sergei
    words = [word for word in _PARTS.findall(spelled) if word not in _SUFFIXES]
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
        full += len(word) > 1 and len(match) > 1
        left.remove(match)
    return full > 0


def _alike(one: str, other: str) -> bool:
    """Whether two words are one name: an initial of it, a form of it, the same sound, or one slip of the hand."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    if same_given_name(one, other):
        return True
    left, right = sound(one), sound(other)
    length = min(len(left), len(right))
    if left == right:
        return length > 2
    if length < _SLIPS or left[0] != right[0] or (length < _TWO_SLIPS and left[-1] != right[-1]):
        return False  # Mario and Maria are two persons
    if distance(left, right, 2) > (1 if length < _TWO_SLIPS else 2):
        return False
    return _bones(left) == _bones(right) or len(left) != len(right) or length > _TWO_SLIPS


def _bones(word: str) -> str:
    """The consonants: Martin and Marvin are two persons, Brandon and Brandan one."""
    return "".join(c for c in word if c not in _VOWELS)


def _in_doubt(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """One family name and given names that may be forms of each other: "Bill" and "Wm"; not worth an accusation."""
    shared = [word for word in shorter if word in longer and len(word) > 3]
    rest = [word for word in shorter if word not in shared]
    others = [word for word in longer if word not in shared]
    return bool(shared) and any(
        one[0] == other[0] and min(len(one), len(other)) <= 3 for one in rest for other in others
    )
