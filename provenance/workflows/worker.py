"""What a worker process can do: open files, as media does, and describe pictures, as matching does.

photos = workers(LIMITS, WORDS)      in the program
main()                                    in the process that it starts
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.media.worker.workers import Workers
from provenance.model.limits import Limits

if TYPE_CHECKING:
    from provenance.media.worker.messages import Message
    from provenance.media.worker.serving import Task


def workers(limits: Limits, vocabulary: Path | None = None) -> Workers:
    """Workers that open files, and describe them with the visual words in a file where there is one."""
    return Workers(__name__, limits.worker, vocabulary)


def main() -> None:
    """The life of the process that makes workers."""
    from provenance.media.worker.nursery import run

    run(_Skills())


class _Skills:
    """Everything is imported in these, for a worker can import nothing more."""

    def opening(self) -> dict[str, Task]:
        from provenance.media.worker.tasks import opening

        return opening()

    def crediting(self) -> None:
        from provenance.media.worker.tasks import load_credentials

        load_credentials()

    def describing(self, vocabulary: bytes | None) -> dict[str, Task]:
        from provenance.matching.ready import make_ready
        from provenance.matching.words import Words
        from provenance.media.worker.tasks import reading, trusted
        from provenance.media.worker.telling import tell_described
        from provenance.model.limits import LIMITS, MatchLimits
        from provenance.workflows.describing import described

        make_ready()
        words = Words.from_bytes(vocabulary) if vocabulary else None

        def describe(data: bytes, request: dict[str, Any]) -> Message:
            limits = Limits(reading(request), LIMITS.worker, MatchLimits(**request["match"]))
            return tell_described(
                described(data, limits, words if request["features"] else None, trusted(request)), LIMITS.worker
            )

        return {"describe": describe}
