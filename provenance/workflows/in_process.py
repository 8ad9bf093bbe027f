"""Opening files in this very process: where the platform has no workers, and to measure what they cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from provenance.media.examine import examine, read_facts
from provenance.media.inside import look_inside
from provenance.media.opener import Described
from provenance.media.previews import open_preview
from provenance.media.reading import Reading
from provenance.media.worker.handed import Handed
from provenance.media.xmp import read_xmp
from provenance.model.inside import Inside
from provenance.model.isolation import Isolation
from provenance.model.limits import Limits, ReadLimits
from provenance.model.photo import Examination, Fact, Pixels, Preview, Problem
from provenance.model.trust import TrustList

if TYPE_CHECKING:
    from provenance.matching.words import Words


@dataclass(frozen=True)
class InThisProcess:
    """Opens files without any isolation, and says so."""

    vocabulary: Callable[[], bytes] | None = None

    @property
    def isolation(self) -> Isolation:
        """There is none."""
        return Isolation.NONE

    @cached_property
    def _words(self) -> Words | None:
        return words_of(self.vocabulary) if self.vocabulary else None

    def warm(self, *, describing: bool = False) -> None:
        """Nothing has to be started."""

    def examine(self, file: Handed, limits: ReadLimits, trust: Sequence[TrustList] = ()) -> Examination:
        """Decode a photo once and read all it says about itself."""
        return examine(file.read(), limits, trust)

    def read_facts(
        self, file: Handed, limits: ReadLimits, trust: Sequence[TrustList] = ()
    ) -> tuple[str, tuple[Fact, ...], tuple[Problem, ...]]:
        """The format, the facts and the problems of a file."""
        return read_facts(file.read(), limits, trust)

    def look_inside(self, file: Handed, limits: ReadLimits, *, pictures: bool) -> Inside:
        """What stands where in a file."""
        return look_inside(file.read(), limits, pictures=pictures)

    def read_xmp(self, data: bytes, limits: ReadLimits) -> Reading:
        """The facts and the problems of an XMP packet that stands by itself."""
        return read_xmp(data, limits)

    def open_preview(self, preview: Preview, limits: ReadLimits) -> Pixels:
        """The pixels of a kept preview. ValueError if it is damaged."""
        return open_preview(preview, limits)

    def describe(self, file: Handed, limits: Limits, *, features: bool, trust: Sequence[TrustList] = ()) -> Described:
        """The same as `examine`, with fingerprints instead of pixels."""
        from provenance.workflows.describing import described

        return described(file.read(), limits, self._words if features else None, trust)

    def close(self) -> None:
        """Nothing was started."""


@cache
def words_of(vocabulary: Callable[[], bytes]) -> Words:
    """The vocabulary of visual words, loaded once."""
    from provenance.matching.words import Words

    return Words.from_bytes(vocabulary())
