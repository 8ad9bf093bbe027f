"""A captions file, however it was exported, becomes one reference a row, and no row is lost in silence."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from builders.documents import HEADINGS, ROW, a_captions_file
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import DocumentError
from provenance.feeds.spreadsheet import Sheet, read_spreadsheet
from provenance.model.appearance import Standing, Waits
from provenance.model.limits import LIMITS
from provenance.model.times import TimeKind, Voucher


def read(data: bytes) -> Sheet:
    return read_spreadsheet(data, "captions.csv", "desk", Standing.RECORD)


def kinds(sheet: Sheet) -> list[str]:
    return [problem.kind for problem in sheet.problems]


def test_a_row_becomes_a_statement_with_its_address() -> None:
    sheet = read(a_captions_file())
    (reference,) = sheet.references
    said = reference.statement
    assert reference.waits == Waits(name="wire/harbour.jpg")
    assert (said.caption, said.credit, said.date, said.place) == ROW[1:]
    assert (said.source, said.standing, said.voucher) == ("desk", Standing.RECORD, Voucher.SPREADSHEET)
    assert (said.address, reference.line, said.external_id) == ("captions.csv row 2", 2, "")
    assert sheet.columns == {name if name != "file" else "photo": name for name in HEADINGS}
    assert sheet.problems == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_delimiter_encoding_and_line_ends_are_recognised(delimiter: str, encoding: str, line_end: str) -> None:
    row = ("a.jpg", "Des pompiers, près du port; à l’aube | «Marseille»\nDeuxième ligne", "Zoé Ümit", "", "Köln")
    sheet = read(a_captions_file([row, ROW], delimiter=delimiter, encoding=encoding, line_end=line_end))
    assert [(one.waits.name, one.statement.caption) for one in sheet.references] == [row[:2], ROW[:2]]
    assert sheet.references[0].statement.place == "Köln"
    assert [one.line for one in sheet.references] == [2, 3]


@pytest.mark.parametrize(
    ("encoding", "caption"),
    [
        ("cp1251", "Спасатели работают в разрушенном доме, Киевская область"),
        ("cp1250", "Żołnierze w Łodzi podczas święta, tłum na ulicach miasta"),
        ("cp1254", "İstanbul'da yağmurlu bir gün, Şişli'de bekleyen kalabalık"),
        ("cp932", "東京の街を歩く人々と雨のなかの傘"),
    ],
)
def test_other_alphabets_of_old_exports_are_recognised(encoding: str, caption: str) -> None:
    (reference,) = read(a_captions_file([("a.jpg", caption)], ("file", "caption"), encoding=encoding)).references
    assert reference.statement.caption == caption


def test_excels_separator_line_is_obeyed_and_counts_as_no_row() -> None:
    sheet = read(a_captions_file(delimiter=";", before="sep=;\r\n"))
    assert sheet.references[0].statement.address == "captions.csv row 2"


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("Dateiname", "Bildunterschrift", "Fotograf", "Aufnahmedatum", "Ort"), "creator"),
        (("nom de fichier", "légende", "crédit", "date", "lieu"), "credit"),
        (("archivo", "pie de foto", "créditos", "fecha", "lugar"), "credit"),
        (("файл", "подпись", "фотограф", "дата", "место"), "creator"),
        (("SourceFile", "IPTC:Caption-Abstract", "IPTC:By-line", "XMP:DateCreated", "Location"), "creator"),
        (("File Name", "Caption (English)", "Credit Line", "Date Taken", "PLACE"), "credit"),
        (("image", "description", "photoCredit", "dateCreated", "location"), "credit"),
    ],
)
def test_headings_are_known_by_common_names(headings: tuple[str, ...], expected: str) -> None:
    (reference,) = read(a_captions_file(headings=headings)).references
    said = reference.statement
    assert reference.waits.name == ROW[0]
    assert (said.caption, said.date, said.place) == (ROW[1], ROW[3], ROW[4])
    assert getattr(said, expected) == ROW[2]


def test_every_field_finds_its_place() -> None:
    columns = {
        "image_url": "https://img.example/1.jpg",
        "link": "https://news.example/story",
        "GUID": "LYNX01",
        "version": "3",
        "headline": "Crane falls",
        "sha256": "AB" * 32,
        "publisher": "The Example",
        "published": "2022-04-08",
        "sent": "2022-04-07T06:20Z",
        "venue": "Pier 4",
        "city": "Odesa",
        "state": "Odesa",
        "country": "Ukraine",
    }
    (reference,) = read(a_captions_file([tuple(columns.values())], tuple(columns))).references
    said = reference.statement
    assert reference.waits == Waits("", "LYNX01", "https://img.example/1.jpg", "ab" * 32)
    assert (said.url, said.external_id, said.version) == ("https://news.example/story", "LYNX01", "3")
    assert (said.headline, said.publisher, said.place) == ("Crane falls", "The Example", "Pier 4, Odesa, Ukraine")
    assert [dated.kind for dated in said.times] == [TimeKind.PUBLISHED, TimeKind.TRANSMITTED]
    assert said.times[1].span.start.isoformat() == "2022-04-07T06:20:00+00:00"


def test_names_with_windows_folders_and_addresses() -> None:
    rows = [("wire\\a.jpg", "one"), ("./b.jpg", "two"), ("https://img.example/c.jpg", "three")]
    waits = [one.waits for one in read(a_captions_file(rows, ("file", "caption"))).references]
    assert waits == [Waits(name="wire/a.jpg"), Waits(name="b.jpg"), Waits(url="https://img.example/c.jpg")]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"colour,size\nred,3\n", "colour, size"),
        (b"file,size\na.jpg,3\n", "file, size"),
        (b"caption,credit\nA crane.,Reuters\n", "caption, credit"),
        (b"", "empty"),
        (b"\r\n\r\n", "empty"),
        (b"\xff\xd8\xff\xe0 not a table at all", ""),
    ],
)
def test_a_table_without_the_columns_needed_says_what_it_has_and_what_is_accepted(data: bytes, told: str) -> None:
    with pytest.raises(DocumentError) as raised:
        read(data)
    assert "captions.csv" in raised.value.sentence
    assert told in raised.value.sentence
    assert "file" in raised.value.hint
    assert "caption" in raised.value.hint


def test_rows_that_cannot_be_used_are_named_by_their_number() -> None:
    data = (
        b"file,caption,credit\n"
        b"a.jpg,fine,Reuters\n"
        b",no photo,Reuters\n"
        b"c.jpg,,\n"
        b"d.jpg,too,many,cells\n"
        b"\n"
        b"e.jpg,short\n"
        b",,\n"
        b"f.jpg,zero\0byte,AP\n"
    )
    sheet = read(data)
    assert [one.waits.name for one in sheet.references] == ["a.jpg", "e.jpg", "f.jpg"]
    assert sheet.references[-1].statement.caption == "zerobyte"
    told = {problem.kind: problem.sentence for problem in sheet.problems}
    rows = {
        "row-without-photo": 3,
        "row-without-words": 4,
        "row-too-long": 5,
        "row-too-short": 7,
        "row-zeros": 9,
    }
    assert set(told) == set(rows)
    assert all(f"Row {row} of captions.csv" in told[kind] for kind, row in rows.items())


def test_a_quotation_mark_that_never_closes_costs_its_own_row() -> None:
    sheet = read(b'file,caption,credit\na.jpg,"open,AP\nb.jpg,fine,AP\nc.jpg,"a ""quoted"" word",AP\nd.jpg,last,AP\n')
    assert [one.waits.name for one in sheet.references] == ["b.jpg", "c.jpg", "d.jpg"]
    assert kinds(sheet) == ["row-damaged"]
    assert "Row 2" in sheet.problems[0].sentence


def test_a_quotation_mark_that_closes_by_chance_further_down_swallows_nothing() -> None:
    sheet = read(b'file,caption,credit\na.jpg,"open,AP\nb.jpg,fine,AP\nc.jpg,"quoted",AP\n')
    assert [one.waits.name for one in sheet.references] == ["b.jpg", "c.jpg"]
    assert kinds(sheet) == ["row-damaged"]


def test_a_huge_cell_is_told_and_the_rest_is_read() -> None:
    sheet = read(b"file,caption\na.jpg," + b"x" * 200_000 + b"\nb.jpg,fine\n")
    assert [one.waits.name for one in sheet.references] == ["b.jpg"]
    assert kinds(sheet) == ["row-damaged"]


def test_a_title_above_the_headings_is_told_and_passed_over() -> None:
    sheet = read(a_captions_file(before="Export of 8 April\r\n\r\n"))
    assert sheet.references[0].line == 4
    assert kinds(sheet) == ["row-above-headings"]


def test_dates_and_digests_that_mean_nothing_are_told_and_the_row_is_kept() -> None:
    rows = [("a.jpg", "one", "soon", "xyz")]
    sheet = read(a_captions_file(rows, ("file", "caption", "published", "sha256")))
    assert sheet.references[0].statement.times == ()
    assert sorted(kinds(sheet)) == ["row-date", "row-sha256"]


@pytest.mark.parametrize(
    "row", ['a","\n', '"""\n', '"aaaa\n\n', '"' + "x" * 150_000 + "\n"], ids=["crossed", "odd", "open", "huge"]
)
def test_tables_of_quotation_marks_end_soon(row: str) -> None:
    began = time.process_time()
    sheet = read(("file,caption\n" + row * (200_000 // len(row))).encode())
    assert sheet.references or sheet.problems
    assert time.process_time() - began < 50


CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t"), max_size=40
)


@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=6),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
    line_end=st.sampled_from(["\r\n", "\n"]),
)
@settings(max_examples=120, deadline=None)
def test_what_a_csv_writer_wrote_comes_back(
    rows: list[tuple[str, ...]], delimiter: str, encoding: str, line_end: str
) -> None:
    table = [(f"{number}.jpg", f"caption {number}", *cells) for number, cells in enumerate(rows)]
    headings = ("file", "headline", "caption", "credit", "place", "publisher")
    sheet = read(a_captions_file(table, headings, delimiter=delimiter, encoding=encoding, line_end=line_end))
    assert sheet.problems == ()
    back = [
        (one.waits.name, said.headline, said.caption, said.credit, said.place, said.publisher)
        for one in sheet.references
        for said in (one.statement,)
    ]
    assert back == [tuple(cell.strip() for cell in row) for row in table]


@given(st.binary(max_size=400), st.sampled_from([b"", b"file,caption\n", b"sep=;\n", b"\xff\xfe"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_sheet_or_a_document_error(data: bytes, beginning: bytes) -> None:
    with suppress(DocumentError):
        assert all(one.statement.says_something for one in read(beginning + data).references)


def test_a_table_of_too_many_rows_is_read_up_to_there_and_says_so() -> None:
    most = LIMITS.read.table_rows
    sheet = read_spreadsheet(b"file,caption\n" + b"a.jpg,x\n" * (most + 50), "c.csv", "wire", Standing.RECORD)
    assert len(sheet.references) == most - 1
    assert [one.kind for one in sheet.problems] == ["too-many-rows"]


def test_a_quotation_mark_that_swallows_the_file_from_every_row_is_given_up() -> None:
    sheet = read_spreadsheet(b"file,caption\n" + b'a,"b","c\n' * 20_000, "c.csv", "wire", Standing.RECORD)
    assert sheet.references == ()
    assert "Nothing below it was read." in sheet.problems[-1].sentence
    assert len(sheet.problems) < 10


def test_columns_far_to_the_right_are_left_out() -> None:
    heads = ["file", "caption", *("more" for _ in range(5000))]
    text = ",".join(heads) + "\n" + ",".join(["a.jpg", "A ferry", *("x" for _ in range(5000))])
    sheet = read_spreadsheet(text.encode(), "c.csv", "wire", Standing.RECORD)
    assert [one.statement.caption for one in sheet.references] == ["A ferry"]
