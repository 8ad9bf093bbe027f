"""The checks that values make on themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_HEX = re.compile(r"[0-9a-f]+")


def require(condition: bool, sentence: str) -> None:
    """Raise ValueError(sentence) unless the condition holds."""
    if not condition:
        raise ValueError(sentence)


def hex_id(value: str, name: str, digits: int = 64) -> None:
    """Require `value` to be exactly `digits` lower-case hexadecimal digits."""
    require(
        isinstance(value, str) and len(value) == digits and _HEX.fullmatch(value) is not None,
        f"{name} must be {digits} lower-case hexadecimal digits, not {value!r}",
    )


def instances(values: Iterable[Any], kind: type, name: str) -> None:
    """Require every member of `values` to be an instance of `kind`."""
    for value in values:
        require(isinstance(value, kind), f"{name} must hold {kind.__name__}, not {type(value).__name__}")


def share(value: float | None, name: str) -> None:
    """Require a share between 0 and 1, or None where it was not measured."""
    require(value is None or 0.0 <= value <= 1.0, f"{name} must lie between 0 and 1, not {value!r}")
