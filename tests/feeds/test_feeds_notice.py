"""Kill and correction notices, as agencies send them."""

from __future__ import annotations

import time
from email.message import EmailMessage

import pytest
from builders.newsml import GUID, a_message, a_text_item, an_item
from builders.ninjs import a_ninjs_1, a_ninjs_3, a_story, ninjs
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import DocumentError
from provenance.feeds.notice import read_notices
from provenance.model.notice import Notice, NoticeKind
from provenance.model.times import Voucher

KILL, WITHDRAWAL, CORRECTION, ADVISORY = NoticeKind


def read(data: bytes | str, kind: NoticeKind | None = None) -> tuple[Notice, ...]:
    return read_notices(data.encode() if isinstance(data, str) else data, "notice.txt", "an agency", kind)


def only(data: bytes | str, kind: NoticeKind | None = None) -> Notice:
    (one,) = read(data, kind)
    return one


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("MANDATORY KILL\nPicture VAL101 of rowers. Its source altered it.", KILL),
        ("PHOTO KILL: VAL101, Valtorre, May 3.", KILL),
        ("KILL: harbour_0503.jpg", KILL),
        ("Kill notice. Image #2073451234 must come down.", KILL),
        ("Subject line\n\nPlease remove this photo from your archives: VAL101", KILL),
        ("The image RC2ABC1DEF23 may no longer be used in any manner.", KILL),
        ("ACHTUNG REDAKTIONEN: Bitte löschen Sie das Foto 240503-99-123456 aus allen Systemen.", KILL),
        ("Bildsperrung: dpa 240503-99-123456", KILL),
        ("ANNULATION OBLIGATOIRE. Photo AFP_34KQ2Z9", KILL),
        ("Merci de bien vouloir retirer la photo AFP_34KQ2Z9 de vos archives.", KILL),
        ("Rogamos eliminen de sus archivos la imagen 123456789.", KILL),
        ("Si prega di eliminare la fotografia VAL101 dagli archivi.", KILL),
        ("WITHDRAWN: VAL101. We no longer stand by the picture.", WITHDRAWAL),
        ("The agency has withdrawn the photo VAL101 taken in Valtorre.", WITHDRAWAL),
        ("Das Bild 240503-99-123456 wird zurückgezogen.", WITHDRAWAL),
        ("La photo AFP_34KQ2Z9 est annulée.", WITHDRAWAL),
        ("Foto VAL101 anulada.", WITHDRAWAL),
        ("CAPTION CORRECTION for VAL101. CORRECTS NAME OF TOWN TO VALTORRE, NOT VALTORTA.", CORRECTION),
        ("Correction: VAL101. The man on the left is Ole Brandt.", CORRECTION),
        ("Korrektur: In der Bildunterschrift zu 240503-99-123456 muss es Bremen heißen.", CORRECTION),
        ("RECTIFICATIF légende. Photo AFP_34KQ2Z9: lire Lyon au lieu de Lille.", CORRECTION),
        ("Corrección del pie de foto VAL101: es Lugo, no León.", CORRECTION),
        ("NOTE TO EDITORS: the faces in VAL101 were blurred by the source.", ADVISORY),
    ],
)
def test_what_a_notice_asks_for_is_told_by_its_words(text: str, kind: NoticeKind) -> None:
    assert only(text).kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed when a bridge fell in Valtorre, Italy, May 3, 2024. AGENCY/Mira Solent",
        "A photo of the president was removed from the wall of the town hall on Friday.",
        "Workers remove a sculpture from a square. (Agency Photo/Mira Solent)",
        "Rowers pass under the old bridge.",
        "The court withdrew the charges.",
    ],
)
def test_what_captions_say_is_no_notice(text: str) -> None:
    with pytest.raises(DocumentError, match="holds no kill or correction notice") as caught:
        read(text)
    assert "--kind" in caught.value.hint


def test_a_person_may_know_better_what_it_asks_for() -> None:
    assert only("About VAL101: take care.", KILL).kind is KILL


@pytest.mark.parametrize(
    ("text", "names", "ids", "urls"),
    [
        ("VAL101 and NYOL2", (), ("VAL101", "NYOL2"), ()),
        ("harbour_0503.jpg, “Old bridge (2).JPG”", ("Old bridge (2).JPG", "harbour_0503.jpg"), (), ()),
        ("see https://pix.example/x/RX1.jpg.", (), (), ("https://pix.example/x/RX1.jpg",)),
        ("RC2ABC1DEF23 GM1E9341HD701 LYNXMPEA6F0MS", (), ("RC2ABC1DEF23", "GM1E9341HD701", "LYNXMPEA6F0MS"), ()),
        ("epa08033505; AFP_34KQ2Z9", (), ("epa08033505", "AFP_34KQ2Z9"), ()),
        ("image number: 2073451234", (), ("2073451234",), ()),
        ("Bild-Nr. 20240503-991 / photo 123456789", (), ("20240503-991", "123456789"), ()),
        (f"guid {GUID}", (), (GUID,), ()),
        ("on May 3, 2024 at 14:20, call +44 20 7946 0991, COVID-19, 2024-05-03", (), (), ()),
    ],
)
def test_photos_are_named_in_many_ways(
    text: str, names: tuple[str, ...], ids: tuple[str, ...], urls: tuple[str, ...]
) -> None:
    notice = only(f"KILL: {text}")
    assert notice.names == names
    assert set(notice.ids) == set(ids)
    assert notice.urls == urls


def test_a_correction_says_what_was_wrong_and_how_it_shall_read() -> None:
    notice = only(
        "CAPTION CORRECTION VAL101\nCORRECTS TOWN TO VALTORRE, NOT VALTORTA, AND THE DAY\n\n"
        "Corrected caption: Rowers in Valtorre, Italy, May 3, 2024.\n\nThe desk"
    )
    assert notice.wrong == ("VALTORTA",)
    assert notice.corrected == "Rowers in Valtorre, Italy, May 3, 2024."


def test_a_mail_says_who_sent_it_and_when() -> None:
    mail = EmailMessage()
    mail["From"] = "Agency Bilddienst <desk@agency.example>"
    mail["Subject"] = "Sperrung: Brücke in Görlitz"
    mail["Date"] = "Fri, 3 May 2024 16:20:00 +0200"
    mail.set_content("Bitte löschen Sie das Bild 240503-99-123456.\n")
    mail.add_alternative("<p>Bitte <b>löschen</b> Sie das Bild 240503-99-123456.</p>", subtype="html")
    notice = only(mail.as_bytes())
    assert (notice.publisher, notice.headline) == ("Agency Bilddienst", "Sperrung: Brücke in Görlitz")
    assert notice.issued is not None
    assert notice.issued.span.start.isoformat() == "2024-05-03T14:20:00+00:00"
    assert notice.ids == ("240503-99-123456",)
    assert notice.voucher is Voucher.SENDER


def test_a_mail_in_html_alone_and_one_quoted_in_an_answer_are_read() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Picture"
    mail.set_content("<html><head><style>p {color: red}</style></head><p>MANDATORY KILL<br>VAL101</p></html>", "html")
    assert only(mail.as_bytes()).ids == ("VAL101",)
    assert only("Fwd:\n> > MANDATORY KILL\n> > VAL101\n").ids == ("VAL101",)


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        (an_item(status="stat:canceled"), KILL),
        (an_item(status="stat:withheld"), WITHDRAWAL),
        (an_item(status="stat:withheld", meta="<edNote>MANDATORY KILL</edNote>"), KILL),
        (an_item(meta="<edNote>ATTENTION EDITORS - MANDATORY KILL</edNote>"), KILL),
        (an_item(headline="PICTURE KILL - Rowers"), KILL),
        (an_item(meta='<signal qcode="sig:correction"/>'), CORRECTION),
        (an_item(meta="<edNote>CAPTION CORRECTION: town</edNote>"), CORRECTION),
        (an_item(caption="CORRECTS NAME OF TOWN Rowers in Valtorre."), CORRECTION),
    ],
)
def test_an_item_of_newsml_says_it_by_state_signal_note_headline_or_caption(item: str, kind: NoticeKind) -> None:
    notice = only(a_message(item))
    assert notice.kind is kind
    assert GUID in notice.ids
    assert "GX1E9341HD701" in notice.ids
    assert notice.issued is not None
    assert (notice.external_id, notice.version, notice.publisher) == (GUID, "3", "agency.example")


def test_a_corrected_item_brings_the_new_caption() -> None:
    item = an_item(
        meta="<edNote>CAPTION CORRECTION: the town is Valtorre, not Valtorta.</edNote>", caption="In Valtorre."
    )
    notice = only(a_message(item))
    assert (notice.corrected, notice.wrong) == ("In Valtorre.", ("Valtorta",))


def test_a_story_may_be_a_notice_about_photos_that_it_names_or_links_to() -> None:
    link = '<link rel="irel:relatedTo" residref="tag:agency.example,2024:newsml_GX77788899"/>'
    data = a_message(a_text_item("Please remove the picture VAL101 from all archives.", "ADVISORY", links=link))
    notice = only(data)
    assert set(notice.ids) == {"VAL101", "tag:agency.example,2024:newsml_GX77788899"}


def test_usual_restrictions_are_no_kill() -> None:
    with pytest.raises(DocumentError):
        read(a_message(an_item(meta="<edNote>EDITORIAL USE ONLY. NO RESALES. NO ARCHIVES.</edNote>")))


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (a_ninjs_1(pubstatus="canceled"), KILL),
        (a_ninjs_3(pubStatus="withheld"), WITHDRAWAL),
        (a_ninjs_1(ednote="MANDATORY KILL. Please remove this photo."), KILL),
        (a_ninjs_3(edNote="CORRECTION: the day"), CORRECTION),
        (a_story(a_ninjs_1(pubstatus="canceled")), KILL),
        (a_story(headline="PHOTO KILL", body_html="<p>Please remove RX4471902.jpg</p>"), KILL),
    ],
)
def test_ninjs_says_it_by_state_note_or_story(document: object, kind: NoticeKind) -> None:
    notice = only(ninjs(document))
    assert notice.kind is kind
    assert notice.names_photos


def test_the_same_notice_has_the_same_id_wherever_it_lies() -> None:
    data = b"MANDATORY KILL: VAL101"
    (one,), (other,) = read_notices(data, "a.txt", "a", None), read_notices(data, "b/c.txt", "a", None)
    assert one.id == other.id
    assert one.id != only("MANDATORY KILL: VAL102").id


@pytest.mark.parametrize("data", [b"", b" \r\n", b"\xef\xbb\xbf", b"\0\0"])
def test_an_empty_notice_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(DocumentError, match="empty"):
        read(data)


PIECES = (
    *("please ", "kill ", "the this these ", "photo ", "caption ", ".", "(", '"', "# ", "id:", "a.jpg", "A-", "> "),
    *("<p <p", "\n \n *", "tag:a,1234:", "Subject: x\n a", "not ", "bitte ", "1" * 50 + " "),
)


@pytest.mark.parametrize("piece", PIECES)
def test_long_texts_are_read_in_well_under_a_second(piece: str) -> None:
    text = ("KILL: " + piece * (100_000 // len(piece)))[:100_000]
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 20


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_whatever_stands_in_a_notice_it_is_answered(data: bytes) -> None:
    (notice,) = read(b"MANDATORY KILL\n" + data)
    assert notice.kind is KILL
