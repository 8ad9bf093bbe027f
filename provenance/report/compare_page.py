"""Two compared photos as one self-contained page: laid on each other, with sliders. It loads nothing."""

from __future__ import annotations

from typing import Any

from provenance.model.matching import MatchVerdict, Relation
from provenance.model.pair import Given, Pair
from provenance.model.photo import Preview
from provenance.report.compare_figures import figures, part_words
from provenance.report.compare_places import Area, Corners, areas, known_outline, this_outline, this_region
from provenance.report.compare_words import answer_words, made_words, problem_words
from provenance.report.pages import environment, policy
from provenance.report.previews import picture_content

_TINY = 300  # pixels; a smaller preview is enlarged


def render_compare_page(pair: Pair, laid: Preview | None = None, difference: Preview | None = None) -> str:
    """The page as HTML. `laid` is B laid on A and `difference` what differs, both of A's shape; both or neither.

    Both files must be readable. Text from outside is escaped here, and its control characters are made visible. The
    page says all it says without its script too; the script only makes the sliders move.
    """
    templates = environment()
    style = templates.get_template("compare.css").render()
    script = templates.get_template("compare.js").render() if laid and difference else ""
    content = _content(pair, laid, difference)
    return templates.get_template("compare.html").render(policy=policy(style, script), script=script, **content)


def _content(pair: Pair, laid: Preview | None, difference: Preview | None) -> dict[str, Any]:
    word, sentence = answer_words(pair)
    match = pair.match
    return {
        "word": word,
        "sentence": sentence,
        "tone": _tone(pair),
        "made": made_words(pair).replace(" %", "\N{NO-BREAK SPACE}%"),
        "next_step": _next_step(pair),
        "a": _side(pair.this, this_outline(pair), match.of_this if match else None),
        "b": _side(pair.other, known_outline(pair), match.kept if match else None),
        "laid": picture_content(laid),
        "difference": picture_content(difference),
        "region": _points(this_region(pair), 1),
        "areas": [_area(area) for area in areas(pair)],
        "figures": figures(match) if match else (),
        "problems": problem_words(pair),
    }


def _side(given: Given, outline: Corners | None, share: float | None) -> dict[str, Any]:
    seen = given.examination
    return {
        "file": given.file,
        "photo": given.photo,
        "tiny": _tiny(seen.preview if seen else None),
        "size": f"{given.size[0]} x {given.size[1]} pixels" if given.size else "",
        "picture": picture_content(seen.preview if seen else None),
        "outline": _points(outline),
        "share": part_words(share) if share is not None else "",
    }


def _tiny(preview: Preview | None) -> str:
    """How a tiny picture is enlarged: along its longer edge; "" for any other."""
    if preview is None or max(preview.width, preview.height) >= _TINY:
        return ""
    return "tiny wide" if preview.width >= preview.height else "tiny tall"


def _points(corners: Corners | None, scale: int = 1000) -> str:
    """Corners as SVG writes them, in shares times `scale`; "" where there are none."""
    return " ".join(f"{x * scale:.4g},{y * scale:.4g}" for x, y in corners or ())


def _area(area: Area) -> dict[str, Any]:
    left, top, right, bottom = (round(edge * 1000, 1) for edge in area.box)
    box = {"x": left, "y": top, "width": round(right - left, 1), "height": round(bottom - top, 1)}
    return {"number": area.number, "kind": area.kind.value, "words": area.words, **box}


def _tone(pair: Pair) -> str:
    match = pair.match
    if match is None:
        return "plain"
    changed = match.verdict is not MatchVerdict.SAME_PHOTO or Relation.ALTERED in match.relations
    return "look" if changed else "ok"


def _next_step(pair: Pair) -> str:
    match = pair.match
    if match is None:
        return (
            "Look at the two pictures yourself."
            if pair.showing_little
            else "Compare a larger copy, or a part of the picture."
        )
    if match.verdict is not MatchVerdict.SAME_PHOTO:
        return "Look for people, vehicles, clouds and shadows that stand elsewhere in the other picture."
    return "Look at each area that lights up, in both pictures." if match.changes else ""
