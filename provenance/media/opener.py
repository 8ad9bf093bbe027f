"""Who opens strangers' files: a worker process wherever the platform has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from provenance.media.reading import Reading
from provenance.media.worker.handed import Handed
from provenance.model.archive import Pictured
from provenance.model.inside import Inside
from provenance.model.isolation import Isolation
from provenance.model.limits import Limits, ReadLimits
from provenance.model.photo import Examination, Fact, Pixels, Preview, Problem
from provenance.model.trust import TrustList


@dataclass(frozen=True, slots=True)
class Described:
    """What reading one file gave, as the archive keeps it. `pictured` is None for a file that could not be decoded."""

    format: str
    pictured: Pictured | None
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]
    isolation: Isolation


class Opener(Protocol):
    """Opens files and kept previews. Whatever is in them, each method answers, in bounded time and memory.

    `trust` are the lists of certificates against which content credentials are judged.
    """

    @property
    def isolation(self) -> Isolation:
        """How well files are kept apart from the program."""

    def examine(self, file: Handed, limits: ReadLimits, trust: Sequence[TrustList] = ()) -> Examination:
        """Decode a photo once and read all it says about itself."""

    def read_facts(
        self, file: Handed, limits: ReadLimits, trust: Sequence[TrustList] = ()
    ) -> tuple[str, tuple[Fact, ...], tuple[Problem, ...]]:
        """The format, the facts and the problems of a file, without decoding a pixel; "" for what is no photo."""

    def look_inside(self, file: Handed, limits: ReadLimits, *, pictures: bool) -> Inside:
        """What stands where in a file; nothing for what is no photo, or what cannot be read.

        With `pictures`, the small pictures in it are decoded, and the picture itself as small as they are.
        """

    def read_xmp(self, data: bytes, limits: ReadLimits) -> Reading:
        """The facts and the problems of an XMP packet that stands by itself."""

    def open_preview(self, preview: Preview, limits: ReadLimits) -> Pixels:
        """The pixels of a kept preview. ValueError if it is damaged."""

    def describe(self, file: Handed, limits: Limits, *, features: bool, trust: Sequence[TrustList] = ()) -> Described:
        """The same as `examine`, with fingerprints instead of pixels, and with local features where they are wanted."""
