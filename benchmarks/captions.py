"""Captions read and held against each other, on the part that nobody looked at; beside two plain systems."""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path

from benchmarks.captions_data import Part, captions_of, lacking, parts
from benchmarks.captions_readers import Reader, dateparser, ours, plain
from benchmarks.captions_scores import score
from benchmarks.figures import table
from benchmarks.intervals import exact

FOUND = 0.8
"""Share of a known caption's words that must stand in one caption found on the page, in any order."""
ROWS = (
    ("day dates: precision", "day right", "day read", 0.98),
    ("day dates: recall", "day right", "day n", 0.95),
    ("month, year, decade, no-year dates: precision", "other right", "other read", 0.97),
    ("month, year, decade, no-year dates: recall", "other right", "other n", 0.92),
    ("texts without a date that get one", "dateless given", "dateless", -0.02),
    ("main place right", "place right", "place n", 0.85),
    ("country right", "country right", "country n", 0.93),
    ("place invented where there is none", "placeless given", "placeless", -0.05),
    ("agencies: precision", "agency right", "agency read", 0.98),
    ("agencies: recall", "agency right", "agency n", 0.98),
    ("creators: precision", "creator right", "creator read", 0.94),
    ("creators: recall", "creator right", "creator n", 0.95),
    ("date contradictions, both sides stated: precision", "date found", "date told", 0.98),
    ("date contradictions, both sides stated: recall", "date found", "date conflicts both", 0.97),
    ("place contradictions, both sides stated: precision", "place found", "place told", 0.95),
    ("place contradictions, both sides stated: recall", "place found", "place conflicts both", 0.95),
    ("credit contradictions: precision", "credit found", "credit told", 0.97),
    ("credit contradictions: recall", "credit found", "credit conflicts", 0.98),
    ("subject contradictions: precision (no aim)", "subject found", "subject told", None),
    ("subject contradictions: recall (no aim)", "subject found", "subject conflicts", None),
    ("“cannot tell” although both sides state the fact", "silent", "both", -0.03),
    ("consistent pairs with any alarm", "consistent alarms", "consistent", -0.04),
)
"""What is told: its name, what is counted out of what, and the aim; a negative aim is at most that much."""


def measure(dump: Path | None) -> str:
    """The tables in Markdown; "" where the data is not there. `dump` gets the wrong answers on the developing part."""
    away = lacking()
    if away:
        print(f"Captions were not measured: {', '.join(away)} is not there.")
        return ""
    known, unseen = parts()
    prov = ours()
    readers = [prov, plain(), *([peer] if (peer := dateparser(_texts(known) + _texts(unseen))) else [])]
    milliseconds = _warm(prov, unseen)
    told = []
    for title, part in (
        ("The last third, which nobody looked at while developing", unseen),
        ("The first two thirds", known),
    ):
        counted = {reader.name: _summed(score(reader, part)[0]) for reader in readers}
        told.append(f"**{title}** ({len(part.captions)} captions, {len(part.pairs)} pairs, {len(part.pages)} pages)")
        told.append(_table(readers, counted) + "\n" + _pages(part))
    if dump:
        dump.write_text("\n".join(score(prov, known)[1]) + "\n", encoding="utf-8")
    told.append(f"One caption is read in {milliseconds[0]:.1f} ms (median), {milliseconds[1]:.1f} ms (95 %); aim 5 ms.")
    told.append("Shares with counts and exact 95 % intervals. How they are scored: `benchmarks/captions_scores.py`.")
    return "\n\n".join(told)


def _texts(part: Part) -> list[str]:
    sides = [row[side].get("text") or "" for row in part.pairs for side in ("trusted", "claim")]
    return [*(row["text"] for row in part.captions), *sides]


def _summed(counted: Counter[str]) -> Counter[str]:
    for what in ("silent", "both"):
        counted[what] = sum(counted[f"{axis} {what}"] for axis in ("date", "place", "credit"))
    return counted


def _table(readers: list[Reader], counted: dict[str, Counter[str]]) -> str:
    heads = ("what", "aim", *(reader.name for reader in readers))
    return table(heads, [(what, _aim(aim), *(_cell(one, counted[one.name], hits, of, aim) for one in readers))
                         for what, hits, of, aim in ROWS])  # fmt: skip


def _aim(aim: float | None) -> str:
    return "" if aim is None else f"at least {aim:g}" if aim > 0 else f"at most {-aim:g}"


def _cell(reader: Reader, counted: Counter[str], hits: str, of: str, aim: float | None) -> str:
    axis = "date" if hits.startswith(("day", "other", "dateless", "date ")) else "other"
    if axis not in reader.axes and reader.axes == {"date"}:
        return "-"
    number, all_of = counted[hits], counted[of]
    if not all_of:
        return "none asked"
    share = number / all_of
    low, high = exact(number, all_of)
    missed = aim is not None and (share < aim if aim > 0 else share > -aim)
    words = f"{share:.3f} ({number} of {all_of}; {low:.2f} to {high:.2f})"
    return f"**{words}**" if missed and reader.name == "prov" else words


def _pages(part: Part) -> str:
    """How many of the known captions are found on their pages, as a last row of the table."""
    from provenance.feeds.article import read_article

    wanted = captions_of(part.pages)
    found = 0
    texts: dict[Path, list[set[str]]] = {}
    for page, caption in wanted:
        if page not in texts:
            article = read_article(page.read_bytes(), page.name)
            texts[page] = [_words(f"{one.caption} {one.credit}") for one in article.captions]
        words = _words(caption)
        found += any(len(words & one) >= FOUND * len(words) for one in texts[page])
    low, high = exact(found, len(wanted))
    words = f"{found / max(1, len(wanted)):.3f} ({found} of {len(wanted)}; {low:.2f} to {high:.2f})"
    return f"| captions found in articles | at least 0.95 | {words} | | |"


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _warm(reader: Reader, part: Part) -> tuple[float, float]:
    """Milliseconds to read one caption, once everything is loaded: the median and the 95th percentile."""
    given = [{"text": row["text"], "published": row.get("published") or ""} for row in part.captions]
    for one in given:
        reader.read(one)
    took = []
    for one in given:
        began = time.perf_counter()
        reader.read(one)
        took.append(1000 * (time.perf_counter() - began))
    took.sort()
    return took[len(took) // 2], took[int(0.95 * len(took))]
