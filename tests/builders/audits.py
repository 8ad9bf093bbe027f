"""Builders of audits: families with copies, captions, findings, bridges and decisions, as a report is handed them.

report = a_report([a_family(a_listed("Two days"), seed="flood")])
"""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Iterable, Mapping

from builders.cases import NOW, a_change, a_match, a_moment, a_statement, an_id
from builders.files import a_scene
from provenance.captions.word_diff import word_diff
from provenance.model.appearance import Standing, Statement
from provenance.model.audit import (
    Audited,
    Bridge,
    Copy,
    Difference,
    Kept,
    Listed,
    Listing,
    News,
    Role,
    Sample,
    Saying,
    Totals,
    Unread,
    Variant,
)
from provenance.model.claims import Agreement, Axis
from provenance.model.family import Decision, Ruling, caption_id, family_id, match_id
from provenance.model.findings import Confidence, Evidence, Finding, Severity
from provenance.model.matching import Match, Orientation, Relation
from provenance.model.photo import PhotoId, PictureId, Preview
from provenance.model.times import Voucher
from provenance.report.audit_pages import Report

WIRE = "Residents wade through a flooded street in Maribyrnong, Australia, October 14, 2022. REUTERS/Jane Example"
SITE = "Residents wade through a flooded street in Jakarta, Indonesia, January 2, 2020."
ADVICE = "Ask the desk that filed the later caption where it has the day from."


def a_photo_id(seed: str) -> PhotoId:
    """A photo's id."""
    return PhotoId(an_id(f"photo {seed}"))


def a_picture_id(seed: str) -> PictureId:
    """A picture's id: that of `a_match(seed=seed)`."""
    return PictureId(an_id(f"picture {seed}"))


def an_f(seed: str) -> str:
    """A finding's id."""
    return f"F-{hashlib.sha256(seed.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


def a_copy(seed: str = "best", role: Role = Role.BEST, match: Match | None = None, **more: object) -> Copy:
    """A photo of a family, 1200 x 800; with `match` it has the id of the pair."""
    given: dict[str, object] = {
        "files": (f"wire/{seed}.jpg",),
        "width": 1200,
        "height": 800,
        "size": 812_345,
        "format": "JPEG",
        "held_since": a_moment("2022-10-15T08:00"),
        **more,
    }
    picture = a_picture_id(seed)
    pair = match_id(picture, match.picture) if match else ""
    return Copy(a_photo_id(seed), picture, role, match=match, match_id=pair, **given)  # type: ignore[arg-type]


def a_crop_of(seed: str, **measured: object) -> Match:
    """A mirrored crop with something pasted into it."""
    given: dict[str, object] = {
        "kept": 0.48,
        "of_this": 1.0,
        "shown": (0.3, 0.2, 1.0, 0.9),
        "orientation": Orientation.MIRRORED,
        "changes": (a_change(90, 420, 360, 720),),
        "altered": 0.07,
        **measured,
    }
    return a_match(Relation.MIRRORED, Relation.CROPPED, Relation.ALTERED, seed=seed, **given)


def a_saying(
    number: int = 1,
    statement: Statement | None = None,
    photo: str = "best",
    against: int | None = None,
    verdicts: Mapping[Axis, Agreement] | None = None,
    before: str = "",
    **more: object,
) -> Saying:
    """A row of the matrix; with `before` its words are marked against that caption."""
    said = statement or a_statement(WIRE, transmitted="2022-10-14", publisher="Reuters")
    given: dict[str, object] = {
        "date": "October 14, 2022",
        "place": "Maribyrnong, Australia",
        "credit": "REUTERS/Jane Example",
        "judged": True,
        "recorded": a_moment("2022-10-15"),
        "file": f"wire/{photo}.jpg",
        **more,
    }
    return Saying(
        number,
        caption_id(said),
        a_photo_id(photo),
        statement=said,
        against=against,
        verdicts=tuple((verdicts or {}).items()),
        words=word_diff(before, said.caption) if before else (),
        **given,  # type: ignore[arg-type]
    )


def a_finding(
    message: str = "Two captions of this photo name two days.",
    rule: str = "date-conflict",
    severity: Severity = Severity.WARNING,
    seed: str = "",
    **more: object,
) -> Finding:
    """A finding with two quotations and an innocent explanation."""
    given: dict[str, object] = {
        "advice": ADVICE,
        "innocent": ("The later one may be the day of publication.",),
        "evidence": (
            Evidence("Reuters, wire.csv row 2", "October 14, 2022"),
            Evidence("The Example Times, site.csv row 9", "January 2, 2020"),
        ),
        **more,
    }
    return Finding(an_f(seed or message), rule, message, severity, Confidence.HIGH, message, **given)  # type: ignore[arg-type]


def a_listed(
    finding: Finding | None = None, listing: Listing = Listing.TWO_EVENTS, photo: str = "best", **more: object
) -> Listed:
    """A finding in its list."""
    return Listed(finding or a_finding(), listing, a_photo_id(photo), f"wire/{photo}.jpg", **more)  # type: ignore[arg-type]


def a_decision(about: str, ruling: Ruling = Ruling.CONFIRM, note: str = "", by: str = "Ana Archivist") -> Decision:
    """A decision of 20 November 2026."""
    return Decision(about, ruling, by, a_moment("2026-11-20T16:40"), note)


def a_family(*listed: Listed, seed: str = "best", copies: Iterable[Copy] = (), **more: object) -> Audited:
    """A family of one photo with one caption, unless more is given."""
    given: dict[str, object] = {"sayings": (a_saying(photo=seed),), **more}
    return Audited(family_id(a_photo_id(seed)), tuple(copies) or (a_copy(seed),), listed=listed, **given)  # type: ignore[arg-type]


def a_full_family(seed: str = "flood", decided: bool = False) -> Audited:
    """A photo of the wire; a mirrored, altered crop under another day and place; a collage; a bridge."""
    crop, collage = f"{seed}-crop", f"{seed}-collage"
    inset = a_match(
        Relation.INSET, seed=seed, of_this=0.4, kept=1.0, region=((30, 90), (600, 90), (600, 470), (30, 470))
    )
    site = a_statement(
        SITE, "site.csv", Standing.PUBLISHED, Voucher.SPREADSHEET, published="2020-01-03",
        publisher="The Example Times", url="https://example.com/flood",
    )  # fmt: skip
    contradicts = {Axis.DATE: Agreement.CONTRADICTS, Axis.PLACE: Agreement.CONTRADICTS}
    told = a_finding("It is said to show two events: 14 October 2022, and 2 January 2020.", seed=f"{seed} events")
    mirrored = a_finding(
        "This copy is a mirror image of the best one.", "mirrored", Severity.NOTE, f"{seed} mirror",
        innocent=(), evidence=(Evidence("comparison with the best copy", "left and right are exchanged"),),
        advice="Use the best copy.",
    )  # fmt: skip
    ruling = a_decision(told.id, note="The site had the day of another flood.") if decided else None
    other = a_match(Relation.OVERLAID, seed=f"{seed}-other", kept=0.3, overlaid=0.2)
    bridge = Bridge(
        family_id(a_photo_id("relative")), a_photo_id(crop), a_photo_id(f"{seed}-other"), "web/other.png", other,
        match_id(a_picture_id(crop), other.picture),
    )  # fmt: skip
    return a_family(
        a_listed(
            told,
            photo=crop,
            saying=2,
            against=1,
            field="Date Created",
            value="January 2, 2020",
            suggested="October 14, 2022",
            decision=ruling,
        ),
        a_listed(mirrored, Listing.MIRRORED, crop),
        seed=seed,
        copies=(
            a_copy(seed, files=(f"wire/{seed}.jpg", f"wire/2022/{seed}-b.jpg")),
            a_copy(crop, Role.MEMBER, a_crop_of(seed), width=840, height=560, files=(f"site/{crop}.jpg",)),
            a_copy(collage, Role.GUEST, inset, files=(f"web/{collage}.png",), format="PNG", record="DAM 4711"),
        ),
        sayings=(
            a_saying(photo=seed, file=f"wire/{seed}.jpg"),
            a_saying(
                2, site, crop, 1, {**contradicts, Axis.CREDIT: Agreement.CANNOT_TELL}, WIRE, date="January 2, 2020",
                place="Jakarta, Indonesia", credit="", file=f"site/{crop}.jpg",
            ),
            a_saying(
                3,
                a_statement("Flood! Share!", "tips desk", Standing.OFFERED, Voucher.SENDER),
                photo=crop,
                judged=False,
                date="",
                place="",
                credit="",
                file=f"site/{crop}.jpg",
            ),
        ),
        bridges=(bridge,),
        decisions=(ruling,) if ruling else (),
    )  # fmt: skip


def some_previews(family: Audited, side: int = 640) -> dict[PictureId, Preview]:
    """Pictures to look at: the scene, its mirrored crop, a collage that holds it, and one of another family."""
    seed = int(family.id[2:8], 16) % 997 + 1
    whole = a_scene(seed, side, side * 2 // 3)
    made = {}
    for place, one in enumerate(family.copies):
        image = whole
        if place == 1:
            box = (int(side * 0.3), int(whole.height * 0.2), side, int(whole.height * 0.9))
            image = whole.crop(box).transpose(0)  # type: ignore[arg-type]
        elif place == 2:
            image = a_scene(seed + 1, side, side * 2 // 3)
            image.paste(whole.resize((side * 19 // 40, side * 19 // 60)), (side // 40, side * 3 // 40))
        made[one.picture] = a_preview(image)
    for bridge in family.bridges:
        made[bridge.match.picture] = a_preview(a_scene(seed + 5, side // 2, side // 3))
    return made


def a_preview(image: object) -> Preview:
    """A picture as the archive keeps it for looking."""
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=70)  # type: ignore[attr-defined]
    return Preview("WEBP", image.width, image.height, buffer.getvalue())  # type: ignore[attr-defined]


def a_tiny_preview(data: bytes = b"RIFF....WEBP") -> Preview:
    """Bytes that stand for a picture where nobody looks at it."""
    return Preview("WEBP", 4, 3, data)


def a_variant(*names: tuple[str, int], **more: object) -> Variant:
    """Spellings of a photographer's name."""
    spelled = names or (("Zohra Bensemra", 41), ("Zohra Bensemrah", 2))
    evidence = tuple(Evidence(name, f"{number} photos") for name, number in spelled)
    finding = a_finding(
        "These may be one photographer.", "name-variants", Severity.NOTE, repr(spelled), evidence=evidence
    )
    return Variant(finding, Listing.SPELLING, spelled, spelled[0][0], **more)  # type: ignore[arg-type]


def an_unread(file: str = "old/broken.jpg") -> Unread:
    """A file that ends too early."""
    return Unread(file, None, "The file ends in the middle of the picture.", a_moment("2026-01-04"))


def some_totals(families: Iterable[Audited] = (), **more: object) -> Totals:
    """Totals of these families."""
    known = list(families)
    listed = [one for family in known for one in family.listed]
    counted = Counter((one.listing, one.open) for one in listed)
    severities = Counter(one.finding.severity for one in listed if one.open)
    given: dict[str, object] = {
        "photos": 41_203,
        "pictures": 39_870,
        "families": 1_204,
        "copies": 2_871,
        "appearances": 52_118,
        "listed": tuple((one, counted[one, True], counted[one, False]) for one in Listing),
        "severities": tuple((one, severities[one]) for one in reversed(Severity)),
        "bridges": sum(len(family.bridges) for family in known),
        "unread": 1,
        "unrelated": 0,
        "sample": Sample(tuple(one.finding.id for one in listed[:50]), 0, 0, 0.0, 1.0),
        **more,
    }
    return Totals(**given)  # type: ignore[arg-type]


def a_difference(*families: Audited) -> Difference:
    """The first finding of each family is new, another one is gone."""
    new = tuple((News.NEW, _kept(family)) for family in families)
    gone = Kept(an_f("gone"), "P-0123456789", Listing.MIRRORED, Severity.NOTE, "A mirror image.", "web/gone.jpg")
    return Difference(a_moment("2026-10-01T02:00"), (*new, (News.GONE, gone)))


def a_report(families: Iterable[Audited] = (), previews: bool = False, archive: str = "", **more: object) -> Report:
    """A report of families as they come; with `previews` there are pictures to look at."""
    known = list(families)
    given: dict[str, object] = {
        "totals": some_totals(known),
        "variants": (),
        "unread": (),
        "difference": None,
        "title": "Audit of the picture archive",
        **more,
    }
    told = ((one, some_previews(one) if previews else {}) for one in known)
    return Report(
        now_words=f"made on {NOW:%d %B %Y, %H:%M} UTC",
        archive_option=archive,
        families=told,
        **given,  # type: ignore[arg-type]
    )


def _kept(family: Audited) -> Kept:
    one = family.listed[0]
    return Kept(one.finding.id, family.id, one.listing, one.finding.severity, one.finding.message, one.file)
