"""How words are compared: without capitals, accents and the differences that transliteration makes."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ə": "e",
        "’": "'",
        "ʼ": "'",
        "‘": "'",
    }
)
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ж": "zh", "з": "z", "и": "i",
        "і": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
        "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
        "ю": "yu", "я": "ya",
    }
)  # fmt: skip


_LONGEST_WORD = 64
"""Longer words are no names; comparing them letter by letter would take time by the square of their length."""


def fold(text: str) -> str:
    """The text in small letters and without accents; its length may differ from the original's."""
    if text.isascii():
        return text.lower()
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.casefold().translate(_LETTERS))


def is_cyrillic(text: str) -> bool:
    """Whether it holds a letter of the Cyrillic alphabet."""
    return any("Ѐ" <= c <= "ӿ" for c in text)


def to_latin(folded: str) -> str:
    """Folded text with Cyrillic letters written in Latin ones (a light, lossy transliteration for comparing)."""
    return folded if folded.isascii() else folded.translate(_CYRILLIC)


def distance(one: str, other: str, most: int) -> int:
    """How many letters must change, appear or go to make one word the other; `most + 1` where it is more than that."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > most or max(len(one), len(other)) > _LONGEST_WORD:
        return most + 1
    previous = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        current = [row]
        for column, right in enumerate(other, 1):
            change = previous[column - 1] + (left != right)
            current.append(min(previous[column] + 1, current[-1] + 1, change))
        if min(current) > most:
            return most + 1
        previous = current
    return min(previous[-1], most + 1)


def words_of(*lines: str) -> frozenset[str]:
    """The words of some lines, as a set: how the readers' word lists are written."""
    return frozenset(word for line in lines for word in line.split())
