"""Questions to the tables, in SQL that every engine understands.

They are written by hand because a check must answer at once: what builds SQL takes longer to import than the whole
archive takes to answer. What the tables are is told in `store/rows.py`; a test holds each question to them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType, SimpleNamespace
from typing import Any

from provenance.store.batches import batches
from provenance.store.codecs import Codec
from provenance.store.intact import intact
from provenance.store.sqlite import Cursor, Source, execute

Row = SimpleNamespace
"""One answer: its columns are attributes."""

_LIST = re.compile(r"\bIN :(\w+)")
_AS_THEY_LIE: Mapping[str, Codec] = MappingProxyType({})


class Query:
    """A SELECT. `:name` stands for a value, `IN :name` (once) for a list of any length, asked for in pieces.

    `codecs` are those of its columns, and of the values that it is given, by name; all others go as they are.
    """

    def __init__(self, text: str, codecs: Mapping[str, Codec] = _AS_THEY_LIE) -> None:
        self.text = text
        self.codecs = codecs
        found = _LIST.search(text)
        self.listed = found[1] if found else None

    def rows(self, source: Source, **given: Any) -> Iterator[Row]:
        """The answers, one by one; for a long list they come piece by piece, ordered within each piece.

        Raises ValueError for a value that its column cannot hold, and ArchiveDamagedError for one that it should not.
        """
        for cursor in self._cursors(source, given):
            yield from self._decoded(cursor)

    def tuples(self, source: Source, **given: Any) -> Iterator[tuple[Any, ...]]:
        """The same, as tuples of what lies in the columns: where thousands are asked for and most thrown away."""
        return chain.from_iterable(self._cursors(source, given))

    def one(self, source: Source, **given: Any) -> Row | None:
        """The first answer; None where there is none."""
        return next(self.rows(source, **given), None)

    def _cursors(self, source: Source, given: dict[str, Any]) -> Iterator[Cursor]:
        if self.listed is None:
            yield execute(source, self.text, self._encoded(given))
            return
        for piece in batches(given.pop(self.listed)):
            names = [f"{self.listed}_{number}" for number in range(len(piece))]
            text = _LIST.sub(f"IN ({', '.join(':' + name for name in names)})", self.text)
            listed = map(self._encode(self.listed), piece)
            yield execute(source, text, {**self._encoded(given), **dict(zip(names, listed, strict=True))})

    def _encoded(self, given: Mapping[str, Any]) -> dict[str, Any]:
        return {name: self._encode(name)(value) for name, value in given.items()}

    def _encode(self, name: str) -> Callable[[Any], Any]:
        return self.codecs[name].encode if name in self.codecs else _same

    def _decoded(self, cursor: Cursor) -> Iterator[Row]:
        names = [column[0] for column in cursor.description]
        coded = [(name, self.codecs[name].decode) for name in names if name in self.codecs]
        with intact():
            for values in cursor:
                row = dict(zip(names, values, strict=True))
                for name, decode in coded:
                    row[name] = None if row[name] is None else decode(row[name])
                yield Row(**row)


def _same(value: Any) -> Any:
    return value
