"""A match as compact bytes, and back."""

from __future__ import annotations

import json
import zlib
from typing import Any

from provenance.model.matching import Change, ChangeKind, Match, MatchVerdict, Orientation, Relation
from provenance.model.photo import PictureId
from provenance.store.intact import intact

_PLAIN = (
    *("confidence", "step", "distance", "kept", "of_this", "altered", "overlaid", "angle", "same_moment", "points"),
)


def packed(match: Match) -> bytes:
    """Everything but the picture that it names."""
    said: dict[str, Any] = {name: getattr(match, name) for name in _PLAIN}
    said |= {
        "verdict": match.verdict.value,
        "relations": [one.value for one in match.relations],
        "orientation": match.orientation.name,
        "region": match.region,
        "shown": match.shown,
        "changes": [(one.kind.value, one.box, one.share) for one in match.changes],
    }
    return zlib.compress(json.dumps({name: one for name, one in said.items() if one is not None}).encode(), 9)


@intact()
def unpacked(picture: PictureId, data: bytes) -> Match:
    """The match with a picture."""
    said = json.loads(zlib.decompress(data))
    changes = tuple(Change(ChangeKind(kind), tuple(box), share) for kind, box, share in said["changes"])
    region, shown = said.get("region"), said.get("shown")
    return Match(
        picture=picture,
        verdict=MatchVerdict(said["verdict"]),
        relations=tuple(Relation(one) for one in said["relations"]),
        orientation=Orientation[said["orientation"]],
        region=tuple(tuple(point) for point in region) if region else None,
        shown=tuple(shown) if shown else None,
        changes=changes,
        **{name: said[name] for name in _PLAIN if name in said},
    )
