"""Ways into what the C2PA library answers, of whatever shape: what is not as expected is as if it were missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def part(of: dict[str, Any], name: str) -> dict[str, Any]:
    """A member that is an object; an empty one where it is not."""
    found = of.get(name)
    return found if isinstance(found, dict) else {}


def entries(of: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """The objects in a member that is a list."""
    found = of.get(name)
    return (one for one in (found if isinstance(found, list) else ()) if isinstance(one, dict))


def text(value: Any) -> str:
    """A text in one line; "" for what is none."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def labelled(assertions: dict[str, Any], *names: str) -> list[str]:
    """The labels of all assertions of some kinds: a version and a number may follow the name."""
    return [
        label
        for label in assertions
        if any(label == name or label.startswith((f"{name}__", f"{name}.v")) for name in names)
    ]
