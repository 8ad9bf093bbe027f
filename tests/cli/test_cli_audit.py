"""prov audit and prov decide: what an archive holds against itself, and what an editor says to that."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from builders.desk import Answer, Desk
from builders.reposts import a_sample, as_jpeg, cropped
from jsonschema import Draft202012Validator
from PIL import Image, ImageOps

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "audit-1.json").read_text(encoding="utf-8"))
KENYA = "Workers count votes in Gatundu, Kenya, March 4, 2013. REUTERS/Ann Hall"
UKRAINE = "Residents wait in Bakhmut, Ukraine, August 9, 2022. REUTERS/Ann Hall"


def tell(desk: Desk, rows: dict[str, str], source: str, standing: str = "record") -> None:
    """Ingest the files of a folder named after the source, each with its caption."""
    lines = [f'{name},"{caption}"' for name, caption in rows.items()]
    table = desk.text(f"{source}.csv", "file,caption\n" + "\n".join(lines))
    options = ["--source", source, "--standing", standing, "--captions", table]
    answer = desk.prov("ingest", desk.folder / source, *options)
    assert answer.code == 0, answer.err


def a_contradiction(desk: Desk) -> None:
    """A wire photo, its mirrored crop under another day and country, and a photo of something else."""
    sample = a_sample("market")
    desk.path("wire/a.jpg").write_bytes(as_jpeg(sample, 92))
    desk.path("wire/z.jpg").write_bytes(as_jpeg(a_sample("harbour"), 92))
    tell(desk, {"a.jpg": KENYA, "z.jpg": "Boats in Oslo, Norway, May 2, 2014. REUTERS/Ann Hall"}, "wire")
    crop = ImageOps.mirror(cropped(sample, (0.1, 0.1, 0.9, 0.95)))
    desk.path("page/b.jpg").write_bytes(as_jpeg(crop, 70))
    tell(desk, {"b.jpg": UKRAINE}, "page", "published")


def audit(desk: Desk, *options: str) -> tuple[Answer, list[dict], dict]:
    answer = desk.prov("audit", "--json", *options)
    lines = answer.objects
    return answer, [one for one in lines if one["kind"] == "family"], lines[-1]


def test_every_line_for_scripts_follows_the_schema(desk: Desk) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    a_contradiction(desk)
    two_of_one_document(desk)
    desk.path("wire/broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 broken")
    desk.prov("ingest", desk.folder / "wire", "--source", "wire")
    _answer, families, _totals = audit(desk)
    desk.prov("decide", findings(families)[0]["id"], "dismiss", "--note", "an old slip")
    lines = audit(desk)[0].objects
    for line in lines:
        Draft202012Validator(SCHEMA).validate(line)
    assert {line["kind"] for line in lines} >= {"family", "totals"}
    assert not Draft202012Validator(SCHEMA).is_valid({**lines[0], "copies": None})


def findings(families: list[dict], rule: str = "") -> list[dict]:
    return [one for each in families for one in each["findings"] if not rule or one["rule"] == rule]


def test_a_copy_under_another_event_is_told_with_its_family(desk: Desk) -> None:
    a_contradiction(desk)
    answer, families, totals = audit(desk)
    assert answer.code == 0  # warnings; --fail-on error
    (family,) = families
    assert sorted(file for copy in family["copies"] for file in copy["files"]) == ["a.jpg", "b.jpg"]
    assert {one["list"] for one in findings(families)} >= {"two-events", "mirrored"}
    (date,) = findings(families, "date-conflict")
    assert (date["field"], date["value"], date["suggested"]) == ("Date Created", "August 9, 2022", "March 4, 2013")
    assert (date["appearance"], date["against"]) == (2, 1)
    assert (totals["photos"], totals["families"], totals["copies"]) == (3, 1, 1)


def test_the_answer_for_people_says_what_where_and_what_to_do(desk: Desk) -> None:
    a_contradiction(desk)
    answer = desk.prov("audit")
    assert "CONTRADICTIONS nobody has decided" in answer.out
    assert "Same picture, two events" in answer.out
    assert "b.jpg" in answer.out
    assert "prov decide F-" in answer.out
    assert all(len(line) <= 80 for line in answer.out.splitlines())


def test_the_exit_code_tells_whether_something_waits_for_a_decision(desk: Desk) -> None:
    a_contradiction(desk)
    assert desk.prov("audit", "--fail-on", "warning").code == 1
    for one in findings(audit(desk)[1]):
        assert desk.prov("decide", one["id"], "dismiss", "--note", "known").code == 0
    answer, families, totals = audit(desk, "--fail-on", "note")
    assert answer.code == 0
    assert {one["decision"]["note"] for one in findings(families)} == {"known"}
    assert totals["undecided"] == {"note": 0, "warning": 0, "error": 0}


def test_a_family_is_dismissed_as_a_whole(desk: Desk) -> None:
    a_contradiction(desk)
    (family,) = audit(desk)[1]
    assert desk.prov("decide", family["family"], "dismiss", "--by", "ann").code == 0
    answer, families, _totals = audit(desk, "--fail-on", "note")
    assert answer.code == 0
    assert {one["decision"]["by"] for one in findings(families)} == {"ann"}


def test_a_rejected_pair_never_returns_in_audits_and_checks(desk: Desk) -> None:
    a_contradiction(desk)
    (family,) = audit(desk)[1]
    match = next(copy["match_id"] for copy in family["copies"] if copy["match_id"])
    done = desk.prov("decide", match, "not-same", "--note", "two prints")
    assert done.code == 0
    assert "families were put together anew" in done.out
    assert audit(desk)[1] == []
    checked = desk.prov("check", "--json", desk.folder / "page/b.jpg").objects[0]
    assert [one["files"] for one in checked["matches"]] == [["b.jpg"]]
    desk.prov("archive", "reindex")
    assert audit(desk)[1] == []
    assert desk.prov("decide", match, "same-photo").code == 0
    assert len(audit(desk)[1]) == 1


def test_a_confirmed_finding_makes_its_record_the_one_that_others_are_held_against(desk: Desk) -> None:
    a_contradiction(desk)
    (date,) = findings(audit(desk)[1], "date-conflict")
    done = desk.prov("decide", date["id"], "confirm")
    assert "is what others are held against now" in done.out
    (family,) = audit(desk)[1]
    assert [one["confirmed"] for one in family["appearances"]] == [True, False]
    claim = ["--caption", "Bakhmut, Ukraine, 9 August 2022"]
    checked = desk.prov("check", "--json", desk.folder / "wire/a.jpg", *claim).objects[0]
    axes = {one["axis"]: one for one in checked["axes"]}
    assert (axes["date"]["verdict"], axes["date"]["on_record"]) == ("contradicts", "March 4, 2013")
    assert [one["ruling"] for one in checked["decisions"]] == ["confirm"]


def test_a_dismissed_finding_of_a_check_counts_no_more(desk: Desk) -> None:
    a_contradiction(desk)
    question = ["check", "--json", desk.folder / "wire/a.jpg", "--date", "2022-08-10", "--fail-on", "warning"]
    answer = desk.prov(*question)
    assert answer.code == 1
    for one in answer.objects[0]["findings"]:
        desk.prov("decide", one["id"], "dismiss", "--note", "asked the agency", "--by", "ann")
    again = desk.prov(*question)
    assert again.code == 0
    assert again.objects[0]["findings"] == []
    assert {one["by"] for one in again.objects[0]["decisions"]} == {"ann"}
    assert "contradicts" not in {one["verdict"] for one in again.objects[0]["axes"]}
    assert "ann" in desk.prov("check", "-v", *question[2:5]).out


def test_what_is_new_gone_and_decided_since_the_last_audit(desk: Desk) -> None:
    a_contradiction(desk)
    assert "first audit" in desk.prov("audit", "--diff").out
    assert "Nothing is new" in desk.prov("audit", "--diff").out
    (date,) = findings(audit(desk)[1], "date-conflict")
    desk.prov("decide", date["id"], "confirm")
    desk.path("third/c.jpg").write_bytes(as_jpeg(a_sample("market"), 60))
    tell(desk, {"c.jpg": "Voters in Lima, Peru, March 4, 2013. REUTERS/Ann Hall"}, "third", "published")
    told = desk.prov("audit", "--diff").out
    assert "New (" in told
    assert "Lima" in told
    assert "Decided (1)" in told
    photo = next(copy["photo"] for copy in audit(desk)[1][0]["copies"] if "c.jpg" in copy["files"])
    desk.prov("forget", photo, "--reason", "an order of the court", "--yes")
    assert "Gone (" in desk.prov("audit", "--diff").out


def test_filters(desk: Desk) -> None:
    a_contradiction(desk)
    assert audit(desk, "--folder", str(desk.folder / "nowhere"))[1] == []
    assert len(audit(desk, "--folder", str(desk.folder / "page"))[1]) == 1
    only = findings(audit(desk, "--rule", "mirrored")[1])
    assert [one["rule"] for one in only] == ["mirrored"]
    assert audit(desk, "--since", "2199-01-01")[1] == []
    assert len(audit(desk, "--since", "2020-01-01")[1]) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "--rule", "no-such-rule"),
        ("audit", "--since", "yesterday"),
        ("decide", "Q-0123456789", "dismiss"),
        ("decide", "F-0123456789", "same-photo"),
        ("decide", "F-0123456789", "maybe"),
        ("decide", "M-0123456789", "not-same"),
        ("decide", "P-0123456789", "dismiss"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(desk: Desk, arguments: tuple[str, ...]) -> None:
    a_contradiction(desk)
    answer = desk.prov(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("prov: ")


def test_decisions_are_listed_with_who_when_and_why(desk: Desk) -> None:
    a_contradiction(desk)
    assert "Nothing has been decided" in desk.prov("decide").out
    (date,) = findings(audit(desk)[1], "date-conflict")
    desk.prov("decide", date["id"], "dismiss", "--by", "ann", "--note", "slip")
    assert f"{date['id']}  dismiss, by ann, " in desk.prov("decide").out
    (kept,) = desk.prov("decide", "--json").objects
    assert (kept["about"], kept["ruling"], kept["note"]) == (date["id"], "dismiss", "slip")


def test_an_empty_archive_and_none(desk: Desk) -> None:
    assert desk.prov("audit").code == 4
    desk.photo("a/a.jpg")
    desk.prov("ingest", desk.folder / "a")
    answer, families, totals = audit(desk)
    assert (answer.code, families, totals["photos"]) == (0, [], 1)
    assert "NOTHING TO DECIDE" in desk.prov("audit").out


def test_names_of_one_photographer_in_several_spellings(desk: Desk) -> None:
    for number, scene in enumerate(("market", "harbour", "flood")):
        desk.path(f"wire/{number}.jpg").write_bytes(as_jpeg(a_sample(scene), 80))
    names = ("Zohra Bensemra", "Zohra Bensemra", "Zohra Bensemrah")
    tell(
        desk, {f"{at}.jpg": f"Oslo, Norway, May {at + 1}, 2014. REUTERS/{one}" for at, one in enumerate(names)}, "wire"
    )
    (line,) = [one for one in desk.prov("audit", "--json").objects if one["kind"] == "name-variants"]
    assert line["suggested"] == "Zohra Bensemra"
    assert [one["photos"] for one in line["names"]] == [2, 1]


def test_the_same_archive_gives_the_same_list(desk: Desk) -> None:
    a_contradiction(desk)
    first, second = (json.dumps(audit(desk)[1]) for _ in range(2))
    assert first == second


def named_in_xmp(picture: Image.Image, document: str) -> bytes:
    """A JPEG whose XMP names the document that it was edited as."""
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"'
        f' xmpMM:OriginalDocumentID="{document}"/></rdf:RDF></x:xmpmeta>'
    )
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=90, xmp=packet.encode())
    return made.getvalue()


def two_of_one_document(desk: Desk) -> None:
    desk.path("wire/a.jpg").write_bytes(named_in_xmp(a_sample("market"), "xmp.did:1234abcd"))
    desk.path("page/b.jpg").write_bytes(named_in_xmp(a_sample("harbour"), "xmp.did:1234ABCD"))
    tell(desk, {"a.jpg": KENYA}, "wire")
    tell(desk, {"b.jpg": UKRAINE}, "page", "published")


def test_files_of_one_document_that_look_different_may_be_one_family_and_are_not_joined(desk: Desk) -> None:
    two_of_one_document(desk)
    _answer, families, totals = audit(desk)
    assert [len(family["copies"]) for family in families] == [1, 1]
    assert not findings(families, "date-conflict")
    assert totals["possibly_one_family"] == 2
    (possibly,) = families[0]["possibly"]
    assert possibly["by"] == {"kind": "xmp-document", "id": "xmp.did:1234abcd"}
    shown = desk.prov("audit", "-v").out
    assert "both files carry the id of the document" in " ".join(shown.split())
    desk.prov("decide", possibly["match_id"], "not-same")
    assert audit(desk)[2]["possibly_one_family"] == 0


def test_an_editor_may_join_files_of_one_document(desk: Desk) -> None:
    two_of_one_document(desk)
    match = audit(desk)[1][0]["possibly"][0]["match_id"]
    assert desk.prov("decide", match, "same-photo").code == 0
    (family,) = audit(desk)[1]
    assert len(family["copies"]) == 2
    assert findings([family], "date-conflict")


def test_a_check_names_the_photo_whose_document_the_file_names(desk: Desk) -> None:
    two_of_one_document(desk)
    new = desk.path("new.jpg")
    new.write_bytes(named_in_xmp(a_sample("stadium"), "xmp.did:1234abcd"))
    answer = desk.prov("check", new)
    assert "the id of the document that it was edited as xmp.did:1234abcd, as those of a.jpg" in " ".join(
        answer.out.split()
    )
    (told,) = desk.prov("check", new, "--json").objects
    assert [one["file"] for one in told["linked"]] == ["a.jpg", "b.jpg"]
    assert told["matches"] == []
    (again,) = desk.prov("check", desk.folder / "wire" / "a.jpg", "--json").objects
    assert [one["file"] for one in again["linked"]] == ["b.jpg"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a process's files")
def test_an_audit_that_cannot_be_kept_is_told_all_the_same(desk: Desk) -> None:
    a_contradiction(desk)
    log = desk.archive / "archive.db-wal"
    script = (
        "import resource, signal, sys\nsys.dont_write_bytecode = True\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (33_000, 33_000))\n"
        f"sys.argv = ['prov', '--archive', {str(desk.archive)!r}, 'audit', '--fail-on', 'warning']\n"
        "from provenance.cli.main import main\n"
        "main()\n"
    )
    with closing(sqlite3.connect(desk.archive / "archive.db", isolation_level=None)) as reading:
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM photo").fetchone()  # as long as it reads, the log only grows
        while not log.exists() or log.stat().st_size < 33_000:
            desk.prov("audit")
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, "Same picture, two events" in done.stdout) == (1, True), done.stderr
    assert "was not kept" in done.stderr
