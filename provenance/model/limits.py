"""Every threshold of the program, each with its unit and its reason. Rules and matching are handed one of these."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What is read at most from a file that a stranger sent."""

    file_bytes: int = 256 * 1024 * 1024
    """The largest file that is opened: a 100-megapixel TIFF of 16 bits stays below it with lossless compression."""
    pixels: int = 100_000_000
    """The largest picture that is decoded; medium-format cameras reach it, decompression bombs pass it."""
    pixels_edge: int = 1024
    """Longest edge, in pixels, of a picture as it is compared; fingerprints and pages need no more."""
    preview_edge: int = 640
    """Longest edge of the preview that is kept, in pixels."""
    preview_format: str = "WEBP"
    """How it is encoded: half the bytes of JPEG at the same likeness."""
    draft_edge: int = 512
    """Shortest edge that a JPEG is at least decoded to: PDQ then differs by 0 to 6 bits of 256 from a full decode."""
    preview_quality: int = 75
    """The encoder's quality of a preview, 0 to 100."""
    preview_effort: int = 2
    """The encoder's effort, 0 to 6 (WEBP): more takes longer and saves some hundredths of the bytes."""
    metadata_bytes: int = 16 * 1024 * 1024
    """The most metadata read from one file."""
    segments: int = 64
    """The most blocks of one kind that are kept of a file: as many as an extended XMP of 4 MB takes."""
    scans: int = 100
    """The most passes over a progressive JPEG; encoders write about ten, and each is as much work as a picture."""
    nesting: int = 64
    """How deep directories and boxes may stand in one another; genuine files reach four or five."""
    embedded: int = 8
    """The most small pictures taken out of one file; cameras write one to three, raw files up to five."""
    embedded_bytes: int = 24 * 1024 * 1024
    """The largest embedded picture that is opened; a raw file's own preview in full size reaches half of it."""
    embedded_edge: int = 320
    """Longest edge, in pixels, of an embedded picture as it is compared and shown: twice that of an EXIF thumbnail."""
    xmp_bytes: int = 4 * 1024 * 1024
    """The largest XMP packet that is parsed."""
    xmp_elements: int = 50_000
    """The most XML elements parsed in one packet."""
    document_bytes: int = 64 * 1024 * 1024
    """The largest captions file, sidecar or article."""
    document_elements: int = 250_000
    """The most XML elements in one wire document: a message of a thousand photos stays below it."""
    table_rows: int = 200_000
    """The most rows of a table that are read, empty ones counted: some seconds' work, and more than desks export."""
    table_columns: int = 500
    """The most columns of a table; what stands to the right of them is not read."""
    facts: int = 10_000
    """The most facts kept of one photo: genuine files hold some hundreds, long edit histories a few thousand."""
    zip_directory_bytes: int = 16 * 1024 * 1024
    """The largest list of contents of a ZIP: some 100,000 photos."""
    zip_members: int = 100_000
    """The most files in one ZIP."""
    zip_bytes: int = 64 * 1024 * 1024 * 1024
    """The most that all files of a ZIP may hold unpacked; each is held to the limits of its kind besides."""
    zip_ratio: int = 200
    """How many times larger than packed a file in a ZIP may be; photos stay below 2, plain text below 30, and what
    packs a thousandfold was made to fill a disk."""
    zip_ratio_from: int = 4 * 1024 * 1024
    """Unpacked bytes below which the ratio says nothing."""
    credit_characters: int = 15_000
    """Characters at the beginning and at the end of a text that are searched for credits: nobody is credited in the
    middle of a book, and texts made to do harm take a second for 100,000."""
    text_characters: int = 100_000
    """The longest text that is read for claims; what is longer is cut there and says so."""


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What the process that opens strangers' files may use, and what is taken from it."""

    wall_seconds: float = 20.0
    """From handing a file over to its answer, a second try after a crash included."""
    cpu_seconds: float = 10.0
    """Processor time for one file; 100 megapixels of any format stay below 6."""
    memory_bytes: int = 1536 * 1024 * 1024
    """Address space of a worker, all libraries included; 100 megapixels of any format fit."""
    files: int = 200
    """After so many files a worker is replaced: what one of them may have left behind is gone."""
    open_files: int = 16
    """Descriptors that a worker may hold: its connection and the file."""
    start_seconds: float = 60.0
    """Patience with a worker that starts, on a busy machine from a slow disk."""
    facts: int = 20_000
    """The most facts taken from one file; genuine ones have some hundreds, long edit histories some thousands."""
    characters: int = 2_000_000
    """The most characters of all facts and problems of one file."""
    problems: int = 200
    """The most problems taken from one file."""


@dataclass(frozen=True, slots=True)
class MatchLimits:
    """When two pictures count as made from one another."""

    pdq_bits: int = 31
    """PDQ's own recommendation: 31 of 256 bits; the index is exact up to this distance."""
    pdq_near: int = 15
    """Asked first, at a seventeenth of the cost: one band of 16 bits then agrees wholly. What lies further away is
    found by its features; a picture with few of them, or none that agree, is asked for again."""
    few_points: int = 100
    """Local features below which a picture is asked for at PDQ's full reach as well."""
    pdq_quality: int = 50
    """Below it PDQ's authors do not trust a code, and pHash is asked instead."""
    phash_bits: int = 6
    """pHash has 64 bits and more chance collisions than PDQ, so it is held closer than its usual 10."""
    textured_blocks: int = 4
    """A picture with fewer textured blocks (of 100) than this shows too little for its pixels to be compared."""
    smallest_edge: int = 48
    """A picture that is narrower or lower, in pixels of its preview, shows too little for "nothing in common"."""
    agreeing_share: float = 0.55
    """Share of the compared spots that must show the same; under text, noise and heavy filters copies keep so many."""
    agreeing_spots: int = 20
    """Least spots (8 working pixels apart) that agree before anything is said about two pictures."""
    least_spots: int = 6
    """Least spots that agree before a fingerprint that agrees is worth a word."""
    motion: float = 0.02
    """Share of what is recognised that may have moved in a copy: in heavily altered ones it stays below .015."""
    motion_clear: float = 0.005
    """The same where all else agrees: in plain copies nothing moves at all."""
    clear_agreement: float = 0.9
    """Agreement from which a copy counts as plain."""
    moving_spots: int = 6
    """Least neighbouring spots that moved together before another frame is named."""
    grain_gap: float = 0.42
    """How much less fine detail may agree where little is shown than where more is, in a copy in which content differs
    (copies .1 to .3; other exposures from the same spot .5 to .8)."""
    telling_share: float = 0.05
    """Share of all spots that must agree before a copy can be told from another frame: an empty road looks the same
    a minute later."""
    still_motion: float = 0.3
    """Share that may have moved for the camera to have stood still: from another place everything near moves."""
    still_share: float = 0.6
    """Agreement from which the camera stood still, so that what moved were people and things: the same moment."""
    drawn_agreement: float = 0.97
    """Agreement that is needed where what agrees is text and graphics."""
    drawn_unlike: float = 0.1
    """Share of the fine structure of what is drawn that may be unlike: copies 0 to .01, other entries .25 to 1."""
    drawn_telling: int = 60
    """Spots with fine structure below which a drawing is no more than a few shapes (flags 0 to 43, charts 250)."""
    copy_unlike: float = 0.4
    """Share of what agrees coarsely that may be unlike in fine structure (copies 0 to .25, other printed pages .6)."""
    scene_unlike: float = 0.25
    """The same in another frame (0 to .4; flags of one design in the wind .3 to .65), unless many features agree."""
    scene_points: int = 30
    """So many (other frames 42 to 500, such flags 0 to 21)."""
    common_shares: float = 0.68
    """Least sum of what is kept of the known picture and of its share here: two photos of one poster have less."""
    common_shares_perfect: float = 0.6
    """The same where all of it agrees: a quarter of a collage that holds two fifths of a photo."""
    perfect: float = 0.97
    """Agreement, nothing excused, from which all agrees."""
    partly: float = 0.6
    """Where less is kept and less of this picture is filled, both pictures show much that the other does not."""
    partly_agreeing: float = 0.75
    """Agreement, text and graphics not excused, that is needed then (cells of collages have .93 to 1)."""
    changed: float = 0.3
    """Share of the common part that may show other content in a copy; more is another frame, or cannot be told."""
    displaced: int = 15
    """Features of what differs that may stand elsewhere in the known picture; seen from another place, 75 do."""
    recognised: float = 0.25
    """Least share of what is compared that must show the same, text and graphics laid over it not excused (copies under
    large letters .33 to .7; other photos under the same logo .05 to .2)."""
    naming_recognised: float = 0.45
    """The same before a picture is named that is not called the same photo."""
    naming_points: int = 20
    """Features that must agree before a known picture is named although too little of it agrees."""
    naming_share: float = 0.3
    """Least agreement for that."""
    promising: float = 0.25
    """Agreement below which a map on which many features agree is not worth a closer look."""
    sure_points: int = 20
    """Features from which a map is good enough to begin with; below it the pictures get a closer look."""
    least_points: int = 10
    """Features that must agree in a closer look."""
    vote_points: int = 5
    """Features of the archive's few that must agree before a picture gets a closer look."""
    voted: int = 150
    """Pictures with the most votes among which the ones to look at are chosen: all that are proposed, for hundreds
    that share a screenshot's frame have more votes than the photo within."""
    crowd: int = 4
    """So many pictures that share the same features are looked at; more are copies of one, or share one frame."""
    fresh: float = 0.3
    """Share of a picture's agreeing features that fewer than that many have taken, for it to be looked at too."""
    checked: int = 8
    """Candidates with many agreeing features whose pixels are looked at, at most: a collage rarely holds more."""
    checked_weak: int = 3
    """Candidates with few agreeing features that get a closer look, at most: each takes a quarter of a second."""
    copies: int = 24
    """Copies of the whole frame whose pixels are looked at, at most, the nearest first."""
    whole: float = 0.975
    """Share from which a picture counts as shown whole; the edges of previews are uncertain by a pixel."""
    turn: float = 0.7
    """Degrees from which a picture counts as rotated."""
    feature_edge: int = 384
    """Longest edge, in pixels, of the grey copy that local features are taken from; 512 finds .01 more crops."""
    features_kept: int = 200
    """Local features kept of a picture: 120 verify a third of the crops to 15 %, 200 three quarters."""
    features_asked: int = 350
    """Local features of a picture that is looked for."""
    probes: int = 4
    """Visual words looked up for each of them: the nearest ones, for noise moves a feature to a neighbour. Among a
    million photos, 280 copies (crops to 15 %, screenshots, collages) all came among the first 100 so; with 8, at twice
    the cost, among the first 10."""
    shortlist: int = 150
    """Pictures that the search index proposes, for the picture as it is and as many for it mirrored."""
    signature_bits: int = 18
    """Two features are alike within so many of 64 bits: 98 % of true pairs, 15 of 10,000 random ones."""
    document_pictures: int = 20
    """Different pictures that may share an id of a document for it to link them: one photo in all its versions stays
    below it, templates and logos pass it."""
    stretch: float = 0.02
    """Change of the ratio of width to height from which a picture counts as stretched; rounding stays below it."""
    resize: float = 0.005
    """Change of width or height from which a picture counts as resized."""
    tone_step: float = 12.0
    """Change of mean grey (of 255) from which a picture counts as re-toned; re-encoding stays below 2."""
    tone_ratio: float = 1.3
    """Change of contrast or colourfulness, as a ratio, from which a picture counts as re-toned."""
    embedded_alike: float = 0.8
    """Correlation from which a thumbnail and the picture that it stands in lie on one another."""
    embedded_unlike: float = 0.6
    """Correlation below which they show different pictures, however one is laid on the other."""
    embedded_whole: float = 0.93
    """Share of a thumbnail that the picture must cover not to count as cropped; cameras cut off some hundredths."""
    embedded_cell: float = 0.08
    """Edge of the areas in which the two are compared, as a share of the longer edge."""
    embedded_area_alike: float = 0.3
    """Local correlation below which an area shows other content."""
    embedded_area_apart: float = 18.0
    """Difference in grey, of 255, that it must have besides."""
    embedded_area_least: float = 0.01
    """Share of the picture that such an area must have."""

    @property
    def archived(self) -> MatchLimits:
        """The same for a pass over a whole archive, where most pictures have no copy: fewer features, a
        smaller shortlist, and only the likeliest weak candidate, at a third of the cost."""
        return replace(self, features_asked=250, shortlist=100, voted=100, checked_weak=1)


@dataclass(frozen=True, slots=True)
class RuleLimits:
    """What rules let pass."""

    transmission_slack: timedelta = timedelta(days=3)
    """Captions, transmission and in-file dates of genuine wire files lie up to 3 days apart."""
    gps_near: float = 100.0
    """Kilometres between a file's position and the place it is said to show that are normal: captions name the next
    known town, receivers keep the last position they had."""
    clock_slack: timedelta = timedelta(hours=26)
    """A day without a zone is up to 26 hours wider than a day in UTC; cameras and clocks err on top of it."""
    differing_least: float = 0.03
    """Share of a thumbnail that must show other content for more than a note; logos stay below it."""
    kept_least: float = 0.5
    """Share of the best copy that a crop must still show, for an audit to pass over it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """All of them."""

    read: ReadLimits = ReadLimits()
    worker: WorkerLimits = WorkerLimits()
    match: MatchLimits = MatchLimits()
    rule: RuleLimits = RuleLimits()


LIMITS = Limits()
