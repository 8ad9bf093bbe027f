"""The recall part of the page: a table per attack with all systems, the figures, what was mistaken for what."""

from __future__ import annotations

from collections import Counter
from statistics import mean

from benchmarks.figures import HEADS, table
from benchmarks.recall import Measured, Plan
from benchmarks.recall_ask import Outcome
from benchmarks.recall_figures import figures
from benchmarks.recall_judged import by_attack, called_same, part, right, share, wrong
from benchmarks.recall_peers import Asked, Peer


def sections(plan: Plan, measured: Measured) -> str:
    """The whole part, in Markdown."""
    half = "calibration" if plan.calibrate else "reporting"
    pieces = [
        f"Photographs and frames of the {half} half only (`benchmarks/split.py`). Every query is a JPEG of quality 90,"
        " put to the program's own check in two processes. `found` counts matches with the right picture that are"
        " called the same photo or cannot be told; one that is only called another frame does not count.",
        table(HEADS, [one.cells for one in figures(measured.outcomes)]),
        "### Recall by attack",
        _attacks(measured),
        _thresholds(measured.peers),
        "### Pictures that are not in the archive",
        _absent(measured),
    ]
    return "\n\n".join(piece for piece in pieces if piece)


def _attacks(measured: Measured) -> str:
    peers = list(measured.peers.peers) if measured.peers else []
    rates = {
        attack: (
            share(outcomes, right),
            share(outcomes, called_same),
            *(_found(measured.peers, one, attack) for one in peers),
        )
        for attack, outcomes in by_attack(measured.outcomes).items()
    }
    if not rates:
        return ""
    rows = [(attack, *(f"{rate:.2f}" for rate in row)) for attack, row in rates.items()]
    means = [f"**{mean(column):.3f}**" for column in zip(*rates.values(), strict=True)]
    heads = ("attack", "prov: found", 'prov: "same photo"', *(peer.name for peer in peers))
    return table(heads, [*rows, ("**mean**", *means)])


def _found(asked: Asked | None, peer: Peer, attack: str) -> float:
    outcomes = asked.outcomes if asked else ()
    rows = [n for n, one in enumerate(outcomes) if one.query.part == "copy" and one.query.attack == attack]
    return mean(asked.found(peer, row) for row in rows) if asked and rows else 0.0


def _thresholds(asked: Asked | None) -> str:
    if asked is None:
        return "Other systems were not asked."
    lines = [
        "Thresholds of the others were chosen on the calibration half, so that at most 1 of 1,000 queries lets a wrong"
        " picture pass:"
    ]
    lines += [f"- {one.name} ({one.version}): {_limit(one)}" for one in asked.peers]
    return "\n".join([*lines, *(f"- {problem}" for problem in asked.problems)])


def _limit(peer: Peer) -> str:
    if peer.name.endswith("own thresholds"):
        return "as its authors set them"
    return f"{peer.threshold} bits" if peer.threshold >= 0 else "nothing passes"


def _absent(measured: Measured) -> str:
    asked = part(measured.outcomes, "absent")
    rows = [_class(kind, measured, asked) for kind in dict.fromkeys(one.query.picture.kind for one in asked)]
    peers = list(measured.peers.peers) if measured.peers else []
    heads = ("class", "independent", "asked", "with a wrong match", "called same photo", "cannot tell", "same scene")
    return table((*heads, *(peer.name for peer in peers)), rows) if rows else ""


def _class(kind: str, measured: Measured, asked: list[Outcome]) -> tuple[str, ...]:
    some = [one for one in asked if one.query.picture.kind == kind]
    verdicts = Counter(match.verdict for one in some for match in wrong(one))
    units = len({one.query.picture.unit for one in some})
    bad = sum(bool(wrong(one)) for one in some)
    own = (str(bad), *(str(verdicts[one]) for one in ("same-photo", "cannot-tell", "same-scene")))
    peers = measured.peers
    theirs = [_wrong(peers, peer, kind) for peer in peers.peers] if peers else []
    return (kind, str(units), str(len(some)), *own, *theirs)


def _wrong(asked: Asked, peer: Peer, kind: str) -> str:
    rows = [n for n, one in enumerate(asked.outcomes) if one.query.part == "absent" and one.query.picture.kind == kind]
    return "-" if peer.name.endswith("crop-resistant") else str(sum(asked.wrong(peer, row) for row in rows))
