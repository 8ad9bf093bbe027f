"""prov read-caption and prov compare-captions"""

from __future__ import annotations

import json as json_format
import sys
from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.options import JsonOption

if TYPE_CHECKING:
    from provenance.captions.vocabulary import Vocabulary

Given = Mapping[str, object]
Answer = dict[str, object]

_LONGEST_LINE = 4_000_000
LinesOption = Annotated[
    bool, typer.Option("--jsonl", help="Read JSON objects from standard input, one per line, and answer each.")
]


def read_caption(
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="The caption.", show_default=False)] = None,
    file: Annotated[Path | None, typer.Option("--file", metavar="FILE", help="Read the caption from a file.")] = None,
    published: Annotated[
        str, typer.Option("--published", metavar="DATE", help="When it was published: for yesterday, on Monday.")
    ] = "",
    credit: Annotated[str, typer.Option("--credit", help="Its credit field.")] = "",
    creator: Annotated[str, typer.Option("--creator", help="Its field for the photographer.")] = "",
    date: Annotated[str, typer.Option("--date", help="Its date field.")] = "",
    place: Annotated[str, typer.Option("--place", help="Its place field.")] = "",
    json: JsonOption = False,
    jsonl: LinesOption = False,
) -> None:
    """What does a caption say: when, where, who took it? Needs no archive.

    With --jsonl every line is an object such as {"id": 1, "text": "...", "published": "2022-04-08"}; headline, credit,
    creator, date and place may stand in it too. Exit code 0: read, whatever it says; 2: wrong usage; 3: a line or file
    could not be read.
    """
    from provenance.errors import UsageError

    if jsonl:
        if text or file:
            raise UsageError("With --jsonl captions come from standard input, and not from the command line.")
        _answer_lines(_read_answer)
        return
    if (text is None) == (file is None):
        raise UsageError("Give one caption.", 'Write: prov read-caption "..."   or   --file caption.txt')
    said = text if text is not None else _file_text(file or Path())
    given = {"text": said, "published": published, "credit": credit, "creator": creator, "date": date, "place": place}
    _tell_claims(given, json=json)


def compare_captions(
    trusted: Annotated[
        str | None, typer.Argument(metavar="TRUSTED", help="The caption on record.", show_default=False)
    ] = None,
    claim: Annotated[
        str | None, typer.Argument(metavar="CLAIM", help="The caption in question.", show_default=False)
    ] = None,
    trusted_published: Annotated[
        str, typer.Option("--trusted-published", metavar="DATE", help="When the first was published.")
    ] = "",
    published: Annotated[str, typer.Option("--published", metavar="DATE", help="When the second was published.")] = "",
    json: JsonOption = False,
    jsonl: LinesOption = False,
) -> None:
    """Do two captions of one photo agree about date, place, credit and subject? Needs no archive.

    With --jsonl every line is an object such as {"id": 2, "trusted": {"text": "..."}, "claim": {"text": "..."}}; date,
    place, credit, creator and published may stand in either. Exit code 0: compared, whatever the answer; 2: wrong
    usage; 3: a line could not be read.
    """
    from provenance.errors import UsageError

    if jsonl:
        if trusted or claim:
            raise UsageError("With --jsonl captions come from standard input, and not from the command line.")
        _answer_lines(_compare_answer)
        return
    if trusted is None or claim is None:
        raise UsageError("Give two captions.", 'Write: prov compare-captions "the one on record" "the claim"')
    _tell_comparison(
        {"text": trusted, "published": trusted_published}, {"text": claim, "published": published}, json=json
    )


def _tell_claims(given: Given, *, json: bool) -> None:
    from provenance.cli.output import complain, say, say_json
    from provenance.model.limits import LIMITS
    from provenance.report.captions import render_claims
    from provenance.workflows.captions import read_caption as hear

    heard = hear(given, _vocabulary(), LIMITS.read)
    if heard.problem:
        complain(heard.problem)
    if json:
        say_json(_read_answer(given, _vocabulary()))
    else:
        say(render_claims(heard.claims))


def _tell_comparison(trusted: Given, claim: Given, *, json: bool) -> None:
    from provenance.cli.output import complain, say, say_json
    from provenance.model.limits import LIMITS
    from provenance.report.captions import render_comparisons
    from provenance.workflows.captions import compare_captions as hold

    if json:
        say_json(_compare_answer({"trusted": trusted, "claim": claim}, _vocabulary()))
        return
    from provenance.cli.options import advisor

    sides = hold(trusted, claim, _vocabulary(), LIMITS.read, advisor())
    for problem in (sides.trusted.problem, sides.claim.problem, sides.problem):
        if problem:
            complain(problem)
    say(render_comparisons(sides.comparisons))


def _read_answer(given: Given, vocabulary: Vocabulary) -> Answer:
    from provenance.model.limits import LIMITS
    from provenance.report.captions_objects import claims_object
    from provenance.workflows.captions import read_caption as hear

    heard = hear(given, vocabulary, LIMITS.read)
    answer = claims_object(heard.claims)
    return answer | {"problem": heard.problem} if heard.problem else answer


def _compare_answer(given: Given, vocabulary: Vocabulary) -> Answer:
    from provenance.errors import UsageError
    from provenance.model.limits import LIMITS
    from provenance.report.captions_objects import comparisons_object
    from provenance.workflows.captions import compare_captions as hold

    sides = []
    for name in ("trusted", "claim"):
        side = given.get(name)
        if isinstance(side, str):
            side = {"text": side}
        if not isinstance(side, dict):
            raise UsageError(f'There is no "{name}" in it.', 'Write: {"trusted": {"text": "..."}, "claim": {...}}')
        sides.append(side)
    from provenance.cli.options import advisor

    held = hold(sides[0], sides[1], vocabulary, LIMITS.read, advisor())
    problem = " ".join(said for said in (held.trusted.problem, held.claim.problem, held.problem) if said)
    answer = comparisons_object(held.comparisons)
    return answer | {"problem": problem} if problem else answer


def _answer_lines(answer: Callable[[Given, Vocabulary], Answer]) -> None:
    """Answer every line of standard input as soon as it has come. A line that cannot be read is answered too."""
    from provenance.cli.output import complain, say_json

    vocabulary = _vocabulary()
    bad = 0
    for number, line in enumerate(_lines(), start=1):
        if line.strip():
            told = _answer_line(line, number, answer, vocabulary)
            bad += "line" in told
            say_json(told)
    if bad:
        complain(f"{bad} {'line' if bad == 1 else 'lines'} could not be read; the answers say why.")
        raise typer.Exit(3)


def _answer_line(
    line: bytes, number: int, answer: Callable[[Given, Vocabulary], Answer], vocabulary: Vocabulary
) -> Answer:
    """The answer with the id that was given; where the line cannot be read, its number and why."""
    from provenance.errors import UsageError

    given: Given = {}
    try:
        given = _object(line)
        return _identity(given) | answer(given, vocabulary)
    except UsageError as error:
        identity = _identity(given) or {"id": None}
        return identity | {"line": number, "problem": f"{error.sentence} {error.hint}".rstrip()}


def _identity(given: Given) -> Answer:
    return {"id": given["id"]} if "id" in given and isinstance(given["id"], str | int | float | None) else {}


def _lines() -> Iterator[bytes]:
    """The lines of standard input; of one that is too long only its beginning, and one character more than allowed."""
    while line := sys.stdin.buffer.readline(_LONGEST_LINE + 1):
        rest = line
        while len(rest) > _LONGEST_LINE and not rest.endswith(b"\n"):
            rest = sys.stdin.buffer.readline(_LONGEST_LINE + 1)
        yield line


def _object(line: bytes) -> Given:
    """One JSON object, read strictly."""
    from provenance.errors import UsageError

    if len(line) > _LONGEST_LINE:
        raise UsageError(f"This line is longer than {_LONGEST_LINE:,} bytes, so it was not read.")
    try:
        value = json_format.loads(line, parse_constant=_no_number, parse_float=_finite, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise UsageError(
            "This line is not JSON.", 'Every line is one object, such as {"id": 1, "text": "..."}'
        ) from error
    if not isinstance(value, dict):
        raise UsageError("This line is not a JSON object.", 'Write: {"id": 1, "text": "..."}')
    return value


def _no_number(word: str) -> object:
    raise ValueError(f"{word} is no number in JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise ValueError(f"{digits} is too large")
    return number


def _once(pairs: list[tuple[str, object]]) -> Given:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return made


def _file_text(path: Path) -> str:
    from provenance.files import read_document
    from provenance.model.limits import LIMITS

    data = read_document(path, LIMITS.read)
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace")


def _vocabulary() -> Vocabulary:
    from provenance.cli.options import vocabulary

    return vocabulary()
