"""XMP: our own reader, every packet kept, canonical names, nothing expanded, fetched or recursed into."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders.files import a_gif, a_heic, a_jpeg, a_png, a_tiff, a_webp, an_avif, with_chunks, with_segments
from builders.metadata import an_xmp_packet, an_xmp_packet_of
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.media.examine import read_facts
from provenance.media.xmp import read_xmp
from provenance.model.limits import LIMITS

READ = LIMITS.read
HEADER = b"http://ns.adobe.com/xap/1.0/\0"
EXTENSION = b"http://ns.adobe.com/xmp/extension/\0"
SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" '
    'xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
)


def described(inner: str, attributes: str = "") -> dict[str, object]:
    """The facts of one description."""
    packet = an_xmp_packet_of(f'<rdf:Description rdf:about="" {SPACES} {attributes}>{inner}</rdf:Description>')
    facts, problems = read_xmp(packet, READ)
    assert problems == ()
    return {fact.field: fact.value for fact in facts}


def of_file(data: bytes) -> list[tuple[int, str, object]]:
    return [(fact.block, fact.field, fact.value) for fact in read_facts(data, READ)[1] if fact.field.startswith("XMP")]


@pytest.mark.parametrize("build", [a_jpeg, a_png, a_webp, a_tiff, a_heic, an_avif])
def test_every_container_is_searched(build):
    data = build(width=64, height=48, xmp={"dc:description": "Grüße aus Köln", "photoshop:Credit": "Agency"})
    assert of_file(data) == [(0, "XMP dc:description", "Grüße aus Köln"), (0, "XMP photoshop:Credit", "Agency")]


def test_gif_holds_it_in_an_application_extension():
    packet = an_xmp_packet({"photoshop:Credit": "Agency"})
    trailer = b"\1" + bytes(range(255, -1, -1)) + b"\0"
    data = a_gif()[:-1] + b"\x21\xff\x0bXMP DataXMP" + packet + trailer + b";"
    assert of_file(data) == [(0, "XMP photoshop:Credit", "Agency")]


def test_compressed_and_raw_profile_packets_of_png_are_read():
    import zlib

    packet = an_xmp_packet({"photoshop:Credit": "Agency"})
    squeezed = (b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(packet))
    profile = (
        b"zTXt",
        b"Raw profile type xmp\0\0" + zlib.compress(f"\nxmp\n {len(packet)}\n{packet.hex()}\n".encode()),
    )
    for chunk in (squeezed, profile):
        assert of_file(with_chunks(a_png(width=16, height=16), [chunk])) == [(0, "XMP photoshop:Credit", "Agency")]


def test_the_header_that_several_agencies_write_wrongly_is_known():
    packet = an_xmp_packet({"photoshop:Credit": "Agency"})
    jpeg = with_segments(a_jpeg(), [(0xE1, b"XMP\0://ns.adobe.com/xap/1.0/\0" + packet)])
    assert of_file(jpeg) == [(0, "XMP photoshop:Credit", "Agency")]


def test_lists_languages_and_plain_values_have_their_names():
    packet = an_xmp_packet(
        {
            "dc:creator": ["One", "Two"],
            "dc:description": {"x-default": "A street", "de": "Eine Straße"},
            "photoshop:City": "Borodyanka",
        }
    )
    facts, problems = read_xmp(packet, READ)
    assert problems == ()
    assert {fact.field: fact.value for fact in facts} == {
        "XMP dc:creator[0]": "One",
        "XMP dc:creator[1]": "Two",
        "XMP dc:description": "A street",
        "XMP dc:description[de]": "Eine Straße",
        "XMP photoshop:City": "Borodyanka",
    }


def test_without_a_default_language_the_first_has_the_plain_name():
    facts, _ = read_xmp(an_xmp_packet({"dc:title": {"de": "Eins", "en": "One"}}), READ)
    assert [(fact.field, fact.value) for fact in facts] == [("XMP dc:title", "Eins"), ("XMP dc:title[en]", "One")]


def test_properties_written_as_attributes_count_as_much():
    assert described("", 'photoshop:Credit="Agency" photoshop:DateCreated="2022-04-07"') == {
        "XMP photoshop:Credit": "Agency",
        "XMP photoshop:DateCreated": "2022-04-07",
    }


@pytest.mark.parametrize(
    "location",
    [
        '<rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>Kyiv</Iptc4xmpExt:City></rdf:li>',
        "<rdf:li><rdf:Description><Iptc4xmpExt:City>Kyiv</Iptc4xmpExt:City></rdf:Description></rdf:li>",
        '<rdf:li><rdf:Description Iptc4xmpExt:City="Kyiv"/></rdf:li>',
        '<rdf:li Iptc4xmpExt:City="Kyiv"/>',
    ],
)
def test_all_four_ways_to_write_a_structure_mean_the_same(location):
    inner = f"<Iptc4xmpExt:LocationShown><rdf:Bag>{location}</rdf:Bag></Iptc4xmpExt:LocationShown>"
    assert described(inner) == {"XMP Iptc4xmpExt:LocationShown[0]/City": "Kyiv"}


def test_fields_of_another_namespace_keep_their_prefix():
    inner = (
        '<xmpMM:History><rdf:Seq><rdf:li stEvt:action="saved" stEvt:when="2022-04-07T10:00:00+02:00"/></rdf:Seq>'
        "</xmpMM:History>"
    )
    assert described(inner) == {
        "XMP xmpMM:History[0]/stEvt:action": "saved",
        "XMP xmpMM:History[0]/stEvt:when": "2022-04-07T10:00:00+02:00",
    }


def test_qualifiers_and_links_do_not_hide_a_value():
    inner = (
        '<dc:source rdf:resource="https://example.org/1"/>'
        '<xmp:Label rdf:parseType="Resource"><rdf:value>Red</rdf:value><dc:type>colour</dc:type></xmp:Label>'
    )
    assert described(inner) == {"XMP dc:source": "https://example.org/1", "XMP xmp:Label": "Red"}


def test_prefixes_are_canonical_whatever_the_file_calls_them():
    packet = an_xmp_packet_of(
        '<rdf:Description xmlns:ps="http://ns.adobe.com/photoshop/1.0/" xmlns:own="https://example.org/ns/" '
        'ps:Credit="Agency" own:Key="1"/>'
    )
    assert {fact.field for fact in read_xmp(packet, READ)[0]} == {"XMP photoshop:Credit", "XMP own:Key"}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2022-04-07T10:00:00.50+03:00", "2022-04-07T10:00:00.50+03:00"),
        ("2022-04-07T10:00Z", "2022-04-07T10:00+00:00"),
        ("2022:04:07 10:00:00", "2022-04-07T10:00:00"),
        ("2022-04", "2022-04"),
        ("2022", "2022"),
    ],
)
def test_dates_are_as_exact_as_they_are_written(written, value):
    assert described("", f'photoshop:DateCreated="{written}"') == {"XMP photoshop:DateCreated": value}


@pytest.mark.parametrize("written", ["2022-02-30", "0000-00-00T00:00:00", "2022-13", "2022-04-07T10:00:00+99:00"])
def test_dates_that_do_not_exist_stay_as_they_stand(written):
    facts, problems = read_xmp(an_xmp_packet({"photoshop:DateCreated": written}), READ)
    assert [fact.value for fact in facts] == [written]
    assert [problem.kind for problem in problems] == ["impossible-value"]


@pytest.mark.parametrize(("written", "value"), [("50,38.4N", 50.64), ("29,55,12W", -29.92), ("-12.5", -12.5)])
def test_places_are_signed_degrees(written, value):
    field = "exif:GPSLatitude" if written[-1] in "NS" else "exif:GPSLongitude"
    facts, _ = read_xmp(an_xmp_packet({field: written}), READ)
    assert facts[0].value == pytest.approx(value)


def test_two_packets_are_two_witnesses():
    jpeg = a_jpeg(xmp={"photoshop:Credit": "First"})
    both = with_segments(jpeg, [(0xE1, HEADER + an_xmp_packet({"photoshop:Credit": "Second"}))])
    assert of_file(both) == [(0, "XMP photoshop:Credit", "Second"), (1, "XMP photoshop:Credit", "First")]


def test_an_extended_packet_belongs_to_the_one_that_names_it():
    guid = b"0123456789ABCDEF0123456789ABCDEF"
    note = f'<rdf:Description xmlns:n="http://ns.adobe.com/xmp/note/" n:HasExtendedXMP="{guid.decode()}"/>'
    extended = an_xmp_packet({"photoshop:Instructions": "z" * 70_000})
    parts = [
        (0xE1, EXTENSION + guid + len(extended).to_bytes(4, "big") + at.to_bytes(4, "big") + extended[at : at + 60_000])
        for at in (60_000, 0)
    ]
    jpeg = with_segments(a_jpeg(), [*parts, (0xE1, HEADER + an_xmp_packet_of(note))])
    fields = [(block, field) for block, field, _ in of_file(jpeg)]
    assert fields == [(0, "XMP xmpNote:HasExtendedXMP"), (0, "XMP photoshop:Instructions")]


def test_a_sidecar_in_utf_16_is_read():
    packet = an_xmp_packet({"photoshop:City": "Київ"}).decode()
    text = packet[packet.index("<x:xmpmeta") : packet.rindex("<?xpacket")]
    facts, problems = read_xmp(text.encode("utf-16"), READ)
    assert ([fact.value for fact in facts], problems) == (["Київ"], ())


@pytest.mark.parametrize(
    "attack",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&a;</x:xmpmeta>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x:xmpmeta xmlns:x="adobe:ns:meta/"/>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "http://localhost/x">]><x>&a;</x>',
        b"<a>" * 5000 + b"</a>" * 5000,
        b"this is not XML",
        b"<x:xmpmeta",
        b"<a/>" * 3,
    ],
)
def test_attacks_and_rubbish_are_refused_with_a_sentence(attack):
    facts, problems = read_xmp(attack, READ)
    assert facts == ()
    assert [problem.kind for problem in problems] == ["refused-xmp"]


def test_more_elements_or_bytes_than_allowed_are_refused():
    packet = an_xmp_packet({"dc:subject": [f"keyword {number}" for number in range(300)]})
    assert len(read_xmp(packet, READ)[0]) == 300
    assert [problem.kind for problem in read_xmp(packet, replace(READ, xmp_elements=200))[1]] == ["refused-xmp"]
    assert [problem.kind for problem in read_xmp(packet, replace(READ, xmp_bytes=999))[1]] == ["too-much-metadata"]


def test_a_compressed_bomb_is_not_inflated():
    import zlib

    bomb = (b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(b" " * 50_000_000))
    _, facts, _ = read_facts(with_chunks(a_png(width=16, height=16), [bomb]), READ)
    assert facts == ()


NAMES = st.sampled_from(["photoshop:Credit", "photoshop:City", "photoshop:Headline", "xmp:Label", "dc:description"])
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=40).filter(
    lambda text: text.strip() == text != ""
)


@given(st.dictionaries(NAMES, TEXTS), st.lists(TEXTS, max_size=4))
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_back(properties, creators):
    packet = an_xmp_packet({**properties, "dc:creator": creators})
    facts, problems = read_xmp(packet, READ)
    expected = {f"XMP {name}": text for name, text in properties.items()}
    expected |= {f"XMP dc:creator[{index}]": text for index, text in enumerate(creators)}
    assert ({fact.field: fact.value for fact in facts}, problems) == (expected, ())


@given(st.binary(max_size=200), st.integers(0, 900), st.integers(0, 60))
@settings(max_examples=150, deadline=None)
def test_no_bytes_raise(noise, at, cut):
    whole = an_xmp_packet({"dc:creator": ["A"], "dc:description": {"x-default": "B", "de": "C"}})
    for packet in (noise, whole[:at] + noise + whole[at + cut :]):
        read_xmp(packet, READ)
