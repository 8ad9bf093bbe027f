"""JSON read strictly: no NaN, no infinity, no key twice, no depth that no document has."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any, NoReturn

from provenance.errors import DocumentError
from provenance.feeds.encoding import decode

_HINT = "Ask the supplier to send it again, or export it again."


class _RefusedError(ValueError):
    """What strict JSON does not hold. `args` holds what was wrong, in words that follow "It"."""


def read_json(data: bytes, name: str) -> Any:
    """What a document called `name` holds. Raises DocumentError for what is not strict JSON (RFC 8259)."""
    try:
        return json.loads(decode(data), object_pairs_hook=_object, parse_constant=_constant, parse_float=_float)
    except _RefusedError as error:
        raise DocumentError(f"{name} is not strict JSON: it {error.args[0]}.", _HINT) from error
    except RecursionError as error:
        raise DocumentError(f"{name} is nested deeper than any wire document; it was not read.", _HINT) from error
    except ValueError as error:
        raise DocumentError(f"{name} is damaged or cut off: it is not JSON.", _HINT) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    names = sorted(name for name, _ in pairs)
    twice = next(one for one, other in pairwise(names) if one == other)
    raise _RefusedError(f'holds "{twice[:60]}" twice in one object')


def _constant(text: str) -> NoReturn:
    raise _RefusedError(f"holds {text}, which is no number")


def _float(text: str) -> float:
    number = float(text)
    if number in {float("inf"), float("-inf")}:
        raise _RefusedError("holds a number too large for any program")
    return number
