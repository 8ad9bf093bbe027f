"""Words that came, went or moved, ready to be marked on a page."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.history import Run, RunKind

_LABELS = {
    RunKind.KEPT: "",
    RunKind.ADDED: "added",
    RunKind.REMOVED: "removed",
    RunKind.MOVED_HERE: "moved here",
    RunKind.MOVED_AWAY: "moved from here",
}


def all_new(words: Sequence[Run]) -> bool:
    """Whether so little was kept that marking words would only be in the way of reading."""
    kept = sum(len(run.text) for run in words if run.kind is RunKind.KEPT)
    return 5 * kept < sum(len(run.text) for run in words)


def run_content(run: Run) -> dict[str, str]:
    """The words apart from the spaces around them, so that only words are marked."""
    bare = run.text.strip()
    start = run.text.index(bare) if bare else 0
    return {
        "tag": {RunKind.ADDED: "ins", RunKind.MOVED_HERE: "ins", RunKind.KEPT: ""}.get(run.kind, "del"),
        "label": _LABELS[run.kind],
        "moved": "moved" if run.kind in {RunKind.MOVED_HERE, RunKind.MOVED_AWAY} else "",
        "before": run.text[:start],
        "text": bare,
        "after": run.text[start + len(bare) :],
    }
