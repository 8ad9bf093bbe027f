"""What can be wrong with a file, in our own words: a kind, a sentence and a hint for each."""

from __future__ import annotations

from provenance.model.photo import Problem

RAW_WITHOUT_PREVIEW = "raw-without-preview"


def too_much_metadata() -> Problem:
    """The problem of a file whose metadata goes beyond what is read."""
    return Problem(
        "too-much-metadata",
        "The file holds far more metadata than any camera or editor writes; the rest of it was not read.",
        "Ask the sender for another copy of the photo.",
    )


def too_many_blocks(kind: str, count: int, most: int) -> Problem:
    """The problem of a file with more blocks of one kind than are read."""
    return Problem(
        "too-much-metadata",
        f"The file holds {count:,} blocks of {kind} data, far more than any camera or editor writes; "
        f"the first {most} of them were read.",
        "Ask the sender for another copy of the photo.",
    )


def too_many_parts() -> Problem:
    """The reason to refuse a file that would keep a decoder busy for minutes."""
    return Problem(
        "damaged",
        "The file is cut into far more pieces than any camera or editor writes, so it was not decoded.",
        "Ask the sender for another copy of the photo.",
    )


def empty() -> Problem:
    """The problem of a file without a byte."""
    return Problem("empty", "The file is empty.", "Copy or download it again.")


def not_a_photo(likeness: str) -> Problem:
    """The problem of a file that is no picture of a format on the list; `likeness` may be empty."""
    looks = f"; it looks like {likeness}" if likeness else ""
    return Problem(
        "not-a-photo",
        f"The file is not a photo in a format that is read here{looks}.",
        "Photos are read as JPEG, PNG, WebP, GIF, TIFF, HEIC, AVIF and raw files, whatever the file is called.",
    )


def raw_without_preview(format: str) -> Problem:
    """The problem of a camera's raw file that carries no picture that can be shown."""
    name = "This raw file" if format == "raw" else f"This {format} raw file"
    return Problem(
        RAW_WITHOUT_PREVIEW,
        f"{name} carries no preview that can be read here, so it cannot be shown or compared.",
        "Ask for a JPEG of it, or install the package rawpy, which develops it; what it says about itself is shown.",
    )


def out_of_memory() -> Problem:
    """The problem of a file that takes more memory than reading one is allowed."""
    return Problem(
        "out-of-memory",
        "The file takes more memory than reading a photo is allowed, so it was given up.",
        "Ask for a smaller copy of the photo.",
    )


def timed_out() -> Problem:
    """The problem of a file that keeps a decoder busy for longer than any honest one."""
    return Problem(
        "timeout",
        "The file could not be read within the time that is allowed, so it was given up. It may be made to do harm.",
        "Ask the sender for another copy of the photo; do not open this one in other programs.",
    )


def crashed() -> Problem:
    """The problem of a file on which the process that reads it died twice."""
    return Problem(
        "crash",
        "The process that was to read the file broke down twice, so it was given up. It may be made to do harm.",
        "Ask the sender for another copy of the photo; do not open this one in other programs.",
    )


def too_many_pixels(most: int) -> Problem:
    """The problem of a picture that is larger than any camera's."""
    return Problem(
        "too-many-pixels",
        f"The picture has more than {most // 1_000_000} million pixels, so it was not decoded.",
        "Ask for a smaller copy of the photo.",
    )


def truncated() -> Problem:
    """The problem of a picture that is not all there."""
    return Problem(
        "truncated",
        "The file breaks off before the picture is complete.",
        "Copy or download it again, or ask the sender for another copy.",
    )


def damaged() -> Problem:
    """The problem of a picture that no decoder can make sense of."""
    return Problem(
        "damaged",
        "The picture is damaged and could not be decoded.",
        "Open it in an image editor to see what is left, and ask the sender for another copy.",
    )


def unreadable(name: str) -> Problem:
    """The problem of a block that is not what its place says it is; `name` is what people call the block."""
    return Problem(
        "unreadable-metadata",
        f"A part of the {name} data is damaged and could not be read.",
        "What could be read is shown; the photo itself is not affected.",
    )
