"""What was measured on two compared photos, as figures."""

from __future__ import annotations

from provenance.model.matching import Match, Relation
from provenance.report.areas import share_words
from provenance.report.making import made_words


def figures(match: Match) -> tuple[tuple[str, str], ...]:
    """Pairs of label and figure. What was not measured says so."""
    shares = (
        ("Part of B that A shows", match.kept),
        ("Part of A that B fills", match.of_this),
        ("What differs, of what both show", match.altered),
        ("Text or graphics, of what both show", match.overlaid),
        ("Confidence", match.confidence),
    )
    told = [(label, "not measured" if share is None else share_words(share)) for label, share in shares]
    told.append(("B was laid on A", _laid_words(match)))
    return tuple([*told, ("Points that agree", str(match.points))] if match.points is not None else told)


def measured_words(match: Match) -> str:
    """A shows 48 % of B, B fills the whole of A; 9 % differs, 3 % by text or graphics; confidence 98 %."""
    shares = (("A shows", match.kept, "B"), ("B fills", match.of_this, "A"))
    common = ", ".join(f"{does} {part_words(share)} of {letter}" for does, share, letter in shares if share is not None)
    parts = (common, _differing(match), f"confidence {share_words(match.confidence)}")
    return "; ".join(part for part in parts if part) + "."


def part_words(share: float) -> str:
    """48 %; the whole."""
    return "the whole" if share >= 1 else share_words(share)


def _differing(match: Match) -> str:
    if match.altered is None:
        return ""
    by_text = f", {share_words(match.overlaid)} by text or graphics" if match.overlaid else ""
    return f"{share_words(match.altered)} differs{by_text}" if match.altered else "nothing differs"


def _laid_words(match: Match) -> str:
    turned = round(match.orientation.quarter_turns * 90 + (match.angle or 0.0), 1) != 0
    words = [made_words(Relation.MIRRORED, match)] if match.orientation.mirrored else []
    words += [made_words(Relation.ROTATED, match)] if turned else []
    return ", ".join(words) or "as it is"
