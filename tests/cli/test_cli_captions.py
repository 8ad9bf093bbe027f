"""prov read-caption and prov compare-captions."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

CAPTION = "A flooded street in Passau, Germany, June 3, 2013. REUTERS/Leonie Anders"


def prov(*arguments: str, given: str | bytes = "") -> subprocess.CompletedProcess[bytes]:
    data = given.encode() if isinstance(given, str) else given
    return subprocess.run(
        [sys.executable, "-m", "provenance", *arguments], input=data, capture_output=True, check=False, timeout=60
    )


def objects(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_caption_is_read_for_people_with_the_words_that_say_so() -> None:
    done = prov("read-caption", CAPTION)
    told = done.stdout.decode()
    assert done.returncode == 0
    assert "2013-06-03 (day), from “June 3, 2013”" in told
    assert "Passau" in told
    assert "Leonie Anders / Reuters" in told
    assert max(map(len, told.splitlines())) <= 80


def test_what_a_caption_does_not_state_is_said() -> None:
    told = prov("read-caption", "Two children look at the sea.").stdout.decode()
    assert told.splitlines() == ["when     not stated", "where    not stated", "who      not stated"]


def test_the_json_of_a_caption_has_what_scripts_depend_on() -> None:
    (told,) = objects(prov("read-caption", CAPTION, "--json"))
    when, where, who = told["when"], told["where"], told["who"]
    assert isinstance(when, dict)
    assert isinstance(where, dict)
    assert isinstance(who, dict)
    assert (when["from"], when["to"], when["precision"]) == ("2013-06-03", "2013-06-03", "day")
    assert (where["names"][0], where["country"]) == ("Passau", "DE")
    assert (who["creators"], who["credits"]) == (["Leonie Anders"], ["Reuters"])
    start, end = when["at"]
    assert CAPTION[start:end] == when["text"] == "June 3, 2013"
    assert told["flags"] == []


def test_lines_are_answered_one_by_one_in_their_order_with_their_ids() -> None:
    lines = [
        {"id": 1, "text": CAPTION},
        {"id": "two", "text": "The market burned yesterday.", "published": "2022-04-08"},
        {"id": 3, "text": ""},
    ]
    done = prov("read-caption", "--jsonl", given="\n".join(json.dumps(line) for line in lines))
    told = objects(done)
    assert done.returncode == 0
    assert [one["id"] for one in told] == [1, "two", 3]
    assert isinstance(told[1]["when"], dict)
    assert told[1]["when"]["from"] == "2022-04-07"
    assert told[2]["when"] is None


def test_a_line_that_cannot_be_read_is_answered_and_the_others_go_on() -> None:
    given = b'{"id": 1, "text": NaN}\nnot json\n{"id": 2, "text": 5}\n{"id": 3, "id": 4}\n\xff\xfe\n' + b"[" * 90_000
    done = prov("read-caption", "--jsonl", given=given + b'\n{"id": 9, "text": "In May 2014."}\n')
    told = objects(done)
    assert done.returncode == 3
    assert len(told) == 7
    assert all(isinstance(one["problem"], str) for one in told[:6])
    assert told[2]["id"] == 2
    assert told[6]["id"] == 9
    assert b"Traceback" not in done.stderr


def test_a_publication_date_that_is_none_is_left_out_and_said_so() -> None:
    (told,) = objects(prov("read-caption", "--jsonl", given='{"text": "It rained yesterday.", "published": "soon"}'))
    assert told["when"] is None
    assert "'soon'" in str(told["problem"])


def test_two_captions_are_held_against_each_other_axis_by_axis() -> None:
    line = {"id": 2, "trusted": {"text": CAPTION}, "claim": {"text": "A street in Lagos, Nigeria, on 4 May 2019."}}
    (told,) = objects(prov("compare-captions", "--jsonl", given=json.dumps(line)))
    assert told["id"] == 2
    assert (told["date"], told["place"], told["credit"]) == ("contradicts", "contradicts", "cannot-tell")
    assert set(told) >= {"subject", "why"}
    why = told["why"]
    assert isinstance(why, dict)
    assert "4 May 2019" in why["date"]
    same = prov("compare-captions", CAPTION, CAPTION).stdout.decode()
    assert "CONTRADICTS" not in same
    assert same.startswith("date     agrees")


def test_a_caption_may_stand_in_a_file_in_any_usual_encoding(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        path = tmp_path / f"{encoding}.txt"
        path.write_text("Straße in Köln, Deutschland, am 7. April 2022", encoding=encoding)
        (told,) = objects(prov("read-caption", "--file", str(path), "--json"))
        assert isinstance(told["when"], dict), encoding
        assert told["when"]["from"] == "2022-04-07"


def test_wrong_usage_is_a_sentence() -> None:
    for arguments in (("read-caption",), ("compare-captions", "one"), ("read-caption", "a", "--jsonl")):
        done = prov(*arguments)
        assert done.returncode == 2, arguments
        assert done.stderr.startswith(b"prov: ")
    assert prov("read-caption", "--file", "nowhere.txt").returncode == 3
