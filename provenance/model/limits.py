"""Every threshold of the program, each with its unit and its reason. Rules and matching are handed one of these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What is read at most from a file that a stranger sent."""

    file_bytes: int = 256 * 1024 * 1024
    """The largest file that is opened: a 100-megapixel TIFF of 16 bits stays below it with lossless compression."""
    pixels: int = 100_000_000
    """The largest picture that is decoded; medium-format cameras reach it, decompression bombs pass it."""
    preview_edge: int = 1024
    """Longest edge of a preview, in pixels."""
    draft_edge: int = 512
    """Shortest edge that a JPEG is at least decoded to: PDQ then differs by 0 to 6 bits of 256 from a full decode."""
    preview_quality: int = 80
    """JPEG quality of a preview."""
    metadata_bytes: int = 16 * 1024 * 1024
    """The most metadata read from one file."""
    xmp_bytes: int = 4 * 1024 * 1024
    """The largest XMP packet that is parsed."""
    xmp_elements: int = 50_000
    """The most XML elements parsed in one packet."""
    document_bytes: int = 64 * 1024 * 1024
    """The largest captions file, sidecar or article."""
    text_characters: int = 100_000
    """The longest text that is read for claims; what is longer is cut there and says so."""


@dataclass(frozen=True, slots=True)
class MatchLimits:
    """When two pictures count as made from one another."""

    pdq_bits: int = 31
    """PDQ's own recommendation: 31 of 256 bits; the index is exact up to this distance."""
    pdq_quality: int = 50
    """Below it PDQ's authors do not trust a code, and pHash is asked instead."""
    phash_bits: int = 6
    """pHash has 64 bits and more chance collisions than PDQ, so it is held closer than its usual 10."""
    textured_blocks: int = 4
    """A picture with fewer textured blocks (of 100) than this shows too little for its pixels to be compared."""
    agreeing_share: float = 0.55
    """Share of the textured blocks that must agree: of 585 re-posts within 31 bits all but one (heavy noise) pass."""
    stretch: float = 0.02
    """Change of the ratio of width to height from which a picture counts as stretched; rounding stays below it."""
    resize: float = 0.005
    """Change of width or height from which a picture counts as resized."""
    tone_step: float = 12.0
    """Change of mean grey (of 255) from which a picture counts as re-toned; re-encoding stays below 2."""
    tone_ratio: float = 1.3
    """Change of contrast or colourfulness, as a ratio, from which a picture counts as re-toned."""


@dataclass(frozen=True, slots=True)
class RuleLimits:
    """What rules let pass."""

    transmission_slack: timedelta = timedelta(days=3)
    """Captions, transmission and in-file dates of genuine wire files lie up to 3 days apart."""
    clock_slack: timedelta = timedelta(hours=26)
    """A day without a zone is up to 26 hours wider than a day in UTC; cameras and clocks err on top of it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """All of them."""

    read: ReadLimits = ReadLimits()
    match: MatchLimits = MatchLimits()
    rule: RuleLimits = RuleLimits()


LIMITS = Limits()
