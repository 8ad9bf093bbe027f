"""Whatever a stranger writes into a caption, a field, a name or a table does nothing where it is shown."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest
from builders.desk import Desk
from builders.files import a_jpeg
from builders.metadata import an_xmp_packet_of
from builders.payloads import PAYLOADS, assert_json, assert_page, assert_terminal
from builders.pictures import a_picture

from provenance.matching.pixels import to_image
from provenance.report.escape import csv_cell

SCENE = to_image(a_picture(5, 320, 240))


def a_hostile_photo(payload: str) -> bytes:
    """A photo that says it in EXIF, IIM and XMP. XML cannot carry every character: those are left out there."""
    kept = "".join(one if one in "\t\n\r" or one >= " " else "" for one in payload)
    spoken = kept.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    packet = an_xmp_packet_of(
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">'
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{spoken}</rdf:li></rdf:Alt></dc:description>'
        f"<dc:creator><rdf:Seq><rdf:li>{spoken}</rdf:li></rdf:Seq></dc:creator>"
        f"<photoshop:Credit>{spoken}</photoshop:Credit><photoshop:City>{spoken}</photoshop:City></rdf:Description>"
    )
    fields = ("2:05", "2:80", "2:90", "2:105", "2:110", "2:120")
    return a_jpeg(
        SCENE,
        artist=payload,
        description=payload,
        software=payload,
        iptc=dict.fromkeys(fields, payload),
        xmp=packet,
    )


def a_hostile_name(payload: str) -> str:
    """The payload as a file system takes it, with one byte that is no text."""
    name = payload.replace("/", "_").replace("\0", "")
    while len(os.fsencode(name)) > 200:
        name = name[:-1]
    return f"{name}\udcff.jpg"


@pytest.fixture
def attacked(desk: Desk) -> tuple[Desk, dict[str, Path]]:
    """A desk that was sent a photo for each payload, called by it; broken files, pipes and tables besides."""
    photos, rows = {}, []
    for number, (kind, payload) in enumerate(PAYLOADS.items()):
        photos[kind] = desk.text(f"in/{number}/{a_hostile_name(payload)}", a_hostile_photo(payload))
        desk.text(f"in/{number}/broken{a_hostile_name(payload)}", b"\xff\xd8\xff\xe0 broken")
        os.mkfifo(desk.path(f"in/{number}/pipe{a_hostile_name(payload)}"))
        cells = dict.fromkeys(("caption", "credit", "creator", "place", "date", "url", "publisher"), payload)
        rows += [cells | {"file": photos[kind].name}, cells | {"file": f"unmet {payload}.jpg"}]
    table = io.StringIO()
    writer = csv.DictWriter(table, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    desk.text("captions.csv", table.getvalue().encode("utf-8", "surrogateescape"))
    return desk, photos


def tried(desk: Desk, *command: str | Path) -> None:
    """Run a command, and hold all that it prints against what its sink allows."""
    note = " ".join(ascii(str(one)) for one in command[:3])
    answer = desk.prov(*command)
    assert answer.out or answer.err, note
    assert "Traceback" not in answer.err, note
    assert "inside prov" not in answer.err, note
    assert_terminal(answer.err, note)
    (assert_json if "--json" in command else assert_terminal)(answer.out, note)


@pytest.mark.skipif(os.name != "posix", reason="names of any bytes, and pipes, are POSIX")
def test_no_sink_is_harmed(attacked: tuple[Desk, dict[str, Path]]) -> None:
    desk, photos = attacked
    tried(
        desk, "ingest", desk.folder / "in", "--captions", desk.folder / "captions.csv", "--source", PAYLOADS["colour"]
    )
    tried(desk, "ingest", desk.folder / "in", "--captions", desk.folder / "captions.csv", "--json")
    tried(desk, "link", "--waiting")
    for kind, payload in PAYLOADS.items():
        said = ["--caption", payload, "--credit", payload, "--url", payload, "--publisher", payload]
        tried(desk, "link", photos[kind], *said)
        tried(desk, "show", photos[kind])
        tried(desk, "show", photos[kind], "--json")
        tried(desk, "show", payload)
        tried(desk, "read-caption", f"Words {payload}")
        tried(desk, "read-caption", f"Words {payload}", "--json")
        tried(desk, "rules", payload)
    claim = ["--caption", PAYLOADS["colour"] + PAYLOADS["right to left"]]
    tried(desk, "check", *photos.values(), "-v", *claim)
    tried(desk, "check", *photos.values(), *claim)
    tried(desk, "check", *photos.values(), "--json", *claim)
    tried(desk, "inspect", *photos.values())
    tried(desk, "inspect", *photos.values(), "--json")
    tried(desk, "archive", "check", "--read-data")
    tried(desk, "archive", "info")
    for payload in PAYLOADS.values():
        note = desk.text("kill.txt", f"KILL KILL\nPlease kill {payload} plain.jpg at once. {payload}")
        tried(desk, "notice", note, "--source", payload)
    tried(desk, "notice")
    tried(desk, "notice", "--json")
    first = next(iter(photos.values()))
    tried(desk, "forget", first, "--reason", PAYLOADS["colour"], "--by", PAYLOADS["right to left"], "--yes")
    for more in ((), ("--json",)):
        tried(desk, "forget", "--list", *more)
    tried(desk, "ingest", first)
    tried(desk, "check", first)


@pytest.mark.skipif(os.name != "posix", reason="names of any bytes are POSIX")
@pytest.mark.parametrize(
    "kind",
    ["colour", "right to left", "script", "attribute", "end of style", "address", "template", "comment", "entity"],
)
def test_no_page_is_harmed(desk: Desk, kind: str) -> None:
    payload = PAYLOADS[kind]
    photo = desk.text(f"in/{a_hostile_name(payload)}", a_hostile_photo(payload))
    tried(desk, "ingest", desk.folder / "in", "--source", payload)
    tried(desk, "link", photo, "--caption", payload, "--credit", payload, "--url", payload, "--publisher", payload)
    tried(desk, "check", photo, "--caption", payload, "--html", desk.folder / "page.html")
    tried(desk, "compare", photo, photo, "--html", desk.folder / "compare.html")
    for page in ("page.html", "compare.html"):
        assert_page((desk.folder / page).read_text("utf-8"), page)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_a_cell_of_a_table_is_no_formula_and_shows_no_control_character(payload: str) -> None:
    for text in (payload, f" {payload}", f"\t{payload}", f"\u00a0{payload}", f"\ufeff{payload}", f"\n{payload}"):
        cell = csv_cell(text)
        assert cell.lstrip()[:1] not in set("=+-@"), ascii(cell)
        assert cell[:1] not in {"\t", "\r", "\n"}, ascii(cell)
        assert_terminal(cell.replace("\nSPOOFED", " "), "csv")
        (row,) = csv.reader(io.StringIO(written(cell)))
        assert row == [cell]


def written(cell: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([cell])
    return line.getvalue()


@pytest.mark.parametrize("text", ["＝1+1", "﹦1+1", "＋1", "－1", "＠a", "=1", "-1", "+1", "@a", "\x00=1", "\u200b=1"])
def test_other_ways_to_write_a_formula_are_none_either(text: str) -> None:
    assert csv_cell(text).startswith("'") or csv_cell(text)[0] in "\\‹"
