"""Credits in scripts that write no spaces between words: Chinese, Japanese, Korean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HAN = r"[\u3400-\u9fff\u3005·]"
_JAPANESE = r"[\u3005\u3040-\u30ff\u3400-\u9fff]"
_KOREAN = r"[\uac00-\ud7af]"
_OPENS = frozenset("=＝/／(（[［【:：|｜—-–·・ⓒ©,，、。.;；\n \t\u3000")
_CLOSES = re.compile(
    r"[\s)）\]］】/／、，,。;；|｜]|$|记者|記者|发|發|摄|攝|供图|供圖|图片|提供|写真|撮影|제공|자료|기자|=|＝|社"
)
_LATIN = re.compile(r"(?:AP|AFP|EPA|UPI|REUTERS)(?=\s?/?\s?$)")
_PERSONS = (
    re.compile(rf"(?:记者|記者|摄影师|攝影師|摄影记者)\s{{0,2}}({_HAN}{{2,4}}?)\s{{0,2}}[摄攝](?!{_HAN})"),
    re.compile(rf"(?<=[（(，,、。\s])({_HAN}{{2,4}}?)\s{{0,2}}[摄攝](?=[)）。，,\s]|$)"),
    re.compile(rf"(?:摄影|攝影)\s{{0,2}}[:：/／]\s{{0,2}}({_HAN}{{2,4}})(?!{_HAN})"),
    re.compile(rf"(?<=[、，,＝=（(：:／/\s])({_JAPANESE}{{2,8}}?)(?:\s?(?:記者|氏|さん))?撮影(?=[)）。\s]|$)"),
    re.compile(rf"(?:撮影|写真)\s?[:：・／/＝=]\s?({_JAPANESE}{{2,8}})(?=[)）。\s]|$)"),
    re.compile(rf"(?<=[=\]/\s])({_KOREAN}{{2,4}})\s?(?:선임|사진|인턴|객원)?\s?기자(?!{_KOREAN})"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name in characters `start` to `end`; `agency` is its canonical name, "" where it is a person's."""

    agency: str
    start: int
    end: int


def find_unspaced(text: str, agencies: Mapping[str, str]) -> tuple[Found, ...]:
    """The credits that a text in one of these scripts holds. `agencies` maps written names to canonical ones."""
    if _SCRIPT.search(text) is None:
        return ()
    known = list(_agencies(text, agencies))
    taken = {at for each in known for at in range(each.start, each.end)}
    persons = [each for each in _photographers(text) if taken.isdisjoint(range(each.start, each.end))]
    return tuple(sorted((*known, *persons), key=lambda each: each.start))


def _agencies(text: str, agencies: Mapping[str, str]) -> Iterator[Found]:
    end_of_last = -1
    spots = ((found.start(), written) for written in agencies for found in re.finditer(re.escape(written), text))
    for start, written in sorted(spots, key=lambda spot: (spot[0], -len(spot[1]))):
        end = start + len(written)
        if start < end_of_last or _CLOSES.match(text, end) is None:
            continue
        latin = _LATIN.search(text, max(0, start - 8), start)
        opens = latin.start() if latin is not None else start
        if opens in {end_of_last, 0} or text[opens - 1] in _OPENS:
            if latin is not None:
                yield Found({"REUTERS": "Reuters"}.get(latin[0], latin[0]), latin.start(), latin.end())
            yield Found(agencies[written], start, end)
            end_of_last = end


def _photographers(text: str) -> Iterator[Found]:
    taken = -1
    spots = sorted(found.span(1) for pattern in _PERSONS for found in pattern.finditer(text))
    for start, end in spots:
        if start >= taken:
            yield Found("", start, end)
            taken = end
