"""The captions in an article's plain text, as it comes out of a browser's clipboard or a news archive.

A caption tends to stand twice there, once from the alternative text of the picture and once as it was visible, with
the credit appended to the second. Others end in an agency's sign-off, or stand beside a line "Photo: ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.feeds.article_caption import ArticleCaption, distinct
from provenance.feeds.article_credit import credit_text, split_credit

_SHORTEST = 20
_LONGEST_CREDIT = 120
_WRAPPED = range(40, 101)
"""Characters in the lines of text that an editor or a mail program has wrapped."""
_PHOTO_LINE = re.compile(
    r"(?:photos?|photograph|picture|image|foto|bild|фото)(?: credit)?\s*(?::|(?=by\b|von\b))\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
_NAME_WORDS = 8


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, the number of its first line, and whether it follows the one before without an empty line."""

    text: str
    line: int
    follows: bool

    @property
    def address(self) -> str:
        """Where it stands, for people."""
        return f"line {self.line}"


def text_captions(text: str) -> tuple[ArticleCaption, ...]:
    """The captions of a plain-text article, in their order, each once."""
    parts = paragraphs(text)
    found = [*_told_twice(parts), *_signed(parts), *_photo_lines(parts)]
    return distinct(sorted((one for one in found if one.caption), key=_line)) or distinct(found)


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text: its lines, those that were wrapped put together again."""
    result: list[Paragraph] = []
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*re.split(r"\r\n|\r|\n", text), ""], 1):
        if line.strip():
            block.append((number, " ".join(line.split())))
        else:
            result.extend(_of_block(block))
            block = []
    return result


def _of_block(block: Sequence[tuple[int, str]]) -> Iterator[Paragraph]:
    if len(block) > 1 and all(len(line) in _WRAPPED for _, line in block[:-1]) and len(block[-1][1]) <= _WRAPPED[-1]:
        yield Paragraph(" ".join(line for _, line in block), block[0][0], follows=False)
        return
    for position, (number, line) in enumerate(block):
        yield Paragraph(line, number, follows=position > 0)


def _line(caption: ArticleCaption) -> int:
    return int(caption.address.rpartition(" ")[2])


def _told_twice(parts: Sequence[Paragraph]) -> Iterator[ArticleCaption]:
    """Paragraphs that say again what another one says, with a credit appended."""
    by_beginning: dict[str, list[Paragraph]] = {}
    for position, part in enumerate(parts):
        if len(part.text) < _SHORTEST:
            continue
        inner = _twice_within(part.text)
        if inner:
            yield ArticleCaption(*inner, address=part.address)
        earlier = by_beginning.setdefault(part.text[:_SHORTEST], [])
        for first in earlier[-5:]:
            appended = _appended(first.text, part.text)
            if appended or (appended is not None and parts[position - 1] is first):
                yield ArticleCaption(first.text, appended, address=first.address)
        earlier.append(part)


def _appended(first: str, second: str) -> str | None:
    """What the second adds to the first; "" for nothing, None where it is another text or adds more than a credit."""
    if not second.startswith(first):
        return None
    rest = second[len(first) :].strip()
    if len(rest) > _LONGEST_CREDIT or re.search(r"[a-z]{3}[.!?]\s+\S", rest):
        return None
    return credit_text(rest)


def _twice_within(text: str) -> tuple[str, str] | None:
    """The caption and credit of a paragraph that holds both tellings one after the other."""
    again = text.find(text[:_SHORTEST], _SHORTEST)
    first = text[:again].strip() if again > 0 else ""
    credit = _appended(first, text[again:]) if first else None
    return None if credit is None else (first, credit)


def _signed(parts: Sequence[Paragraph]) -> Iterator[ArticleCaption]:
    for part in parts:
        caption, credit = split_credit(part.text, in_caption=False)
        labelled = _PHOTO_LINE.fullmatch(part.text)
        if credit and not labelled and len(caption) >= _SHORTEST and not _twice_within(part.text):
            yield ArticleCaption(caption, credit, address=part.address)


def _photo_lines(parts: Sequence[Paragraph]) -> Iterator[ArticleCaption]:
    """Lines "Photo: ...": a whole caption, or the credit of the caption in the line before."""
    for position, part in enumerate(parts):
        found = _PHOTO_LINE.fullmatch(part.text)
        if not found:
            continue
        caption, credit = split_credit(found["rest"], in_caption=True)
        if len(found["rest"].split()) > _NAME_WORDS and len(caption) >= _SHORTEST:
            yield ArticleCaption(caption, credit, address=part.address)
        elif part.follows and len(parts[position - 1].text) >= _SHORTEST:
            before = parts[position - 1]
            yield ArticleCaption(before.text, credit_text(part.text), address=before.address)
        else:
            yield ArticleCaption("", credit_text(part.text), address=part.address)
