"""Opening files in workers: within limits, with one second try after a crash, and with nothing believed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from provenance.media.formats import sniff
from provenance.media.opener import Described
from provenance.media.problems import crashed, damaged, out_of_memory, timed_out
from provenance.media.reading import Reading
from provenance.media.worker.answers import (
    bounds,
    take_described,
    take_examination,
    take_facts,
    take_pixels,
    take_reading,
)
from provenance.media.worker.channel import EndedError, LateError, answered, ask, deadline_in
from provenance.media.worker.ending import Ending, how_it_ended
from provenance.media.worker.handed import Handed, hand_over
from provenance.media.worker.insides import take_inside
from provenance.media.worker.launching import Nursery, Worker, stopped
from provenance.media.worker.messages import Message
from provenance.media.worker.taking import Taking
from provenance.media.worker.telling import Outcome
from provenance.media.worker.trusting import told
from provenance.model.inside import Inside
from provenance.model.isolation import Isolation
from provenance.model.limits import Limits, ReadLimits, WorkerLimits
from provenance.model.photo import Examination, Fact, Pixels, Preview, Problem
from provenance.model.trust import TrustList

_Taken = TypeVar("_Taken")


class _FaultError(Exception):
    """No answer: `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.kind)
        self.problem = problem


@dataclass(slots=True)
class _Errand(Generic[_Taken]):
    """What is asked of a worker about one file, how its answer is taken apart, and by when it must be there."""

    request: dict[str, Any]
    file: Handed
    read: ReadLimits
    take: Callable[[Taking], _Taken]
    describing: bool = False
    trust: Sequence[TrustList] = ()
    deadline: float = 0.0

    @property
    def asked(self) -> dict[str, Any]:
        """The request, with the lists where they are needed: they are long."""
        return self.request | ({"trust": [told(one) for one in self.trust]} if self.file.marked else {})


class Workers:
    """Opens files in as many workers as there are threads that ask, each worker used again and again.

    `module` names the module whose `main` makes a nursery of a process; `vocabulary` is the file of visual words,
    without which no local features are computed.
    """

    def __init__(self, module: str, limits: WorkerLimits, vocabulary: Path | None = None) -> None:
        self.limits = limits
        self.endings: list[Ending] = []
        """How workers ended that did not end well, in the order in which they did."""
        self._nursery = Nursery(module, vocabulary, limits)
        self._idle: list[Worker] = []
        self._lock = threading.Lock()
        self._closed = False
        self._isolation: Isolation | None = None

    def warm(self, *, describing: bool = False) -> None:
        """Begin to start, while the program does something else. `describing` says that files will be described."""
        self._nursery.warm(describing=describing)

    @property
    def isolation(self) -> Isolation:
        """What is in force in the workers; one is started to find out."""
        if self._isolation is None:
            with self._worker(describing=False, crediting=False):
                pass
        return self._isolation or Isolation.NONE

    def examine(self, file: Handed, limits: ReadLimits, trust: Sequence[TrustList] = ()) -> Examination:
        """Decode a photo once and read all it says about itself. No file makes it raise."""

        def take(taking: Taking) -> Examination:
            return take_examination(taking, limits, self.limits, self.isolation)

        try:
            return self._ask(_Errand({"do": "examine", "read": asdict(limits)}, file, limits, take, trust=trust))
        except _FaultError as fault:
            return Examination(_format(file), 0, 0, 1, None, None, None, (), (fault.problem,), self.isolation)

    def read_facts(
        self, file: Handed, limits: ReadLimits, trust: Sequence[TrustList] = ()
    ) -> tuple[str, tuple[Fact, ...], tuple[Problem, ...]]:
        """The format, the facts and the problems of a file, without decoding a pixel."""

        def take(taking: Taking) -> tuple[str, tuple[Fact, ...], tuple[Problem, ...]]:
            found = take_facts(taking, self.limits)
            taking.finish()
            return found

        try:
            return self._ask(_Errand({"do": "read_facts", "read": asdict(limits)}, file, limits, take, trust=trust))
        except _FaultError as fault:
            return _format(file), (), (fault.problem,)

    def look_inside(self, file: Handed, limits: ReadLimits, *, pictures: bool) -> Inside:
        """What stands where in a file; nothing where it cannot be read."""
        request = {"do": "look_inside", "read": asdict(limits), "pictures": pictures}
        try:
            return self._ask(_Errand(request, file, limits, lambda one: take_inside(one, limits)))
        except _FaultError:
            return Inside()

    def read_xmp(self, data: bytes, limits: ReadLimits) -> Reading:
        """The facts and the problems of an XMP packet that stands by itself."""
        request = {"do": "read_xmp", "read": asdict(limits)}
        with hand_over([data]) as file:
            try:
                return self._ask(_Errand(request, file, limits, lambda one: take_reading(one, self.limits)))
            except _FaultError as fault:
                return (), (fault.problem,)

    def open_preview(self, preview: Preview, limits: ReadLimits) -> Pixels:
        """The pixels of a kept preview. ValueError if it is damaged."""
        size = {"format": preview.format, "width": preview.width, "height": preview.height}
        request = {"do": "open_preview", "read": asdict(limits), **size}
        with hand_over([preview.data]) as file:
            try:
                return self._ask(_Errand(request, file, limits, lambda one: take_pixels(one, preview, limits)))
            except _FaultError as fault:
                raise ValueError(fault.problem.sentence) from fault

    def describe(self, file: Handed, limits: Limits, *, features: bool, trust: Sequence[TrustList] = ()) -> Described:
        """The same as `examine`, with fingerprints instead of pixels, and with local features where they are wanted."""

        def take(taking: Taking) -> Described:
            return take_described(taking, limits.read, self.limits, self.isolation)

        request = {"do": "describe", "read": asdict(limits.read), "match": asdict(limits.match), "features": features}
        try:
            return self._ask(_Errand(request, file, limits.read, take, describing=True, trust=trust))
        except _FaultError as fault:
            return Described(_format(file), None, (), (fault.problem,), self.isolation)

    def close(self) -> None:
        """End every worker, those that are busy too: whoever waits for one gets WorkerError."""
        with self._lock:
            self._closed = True
            for worker in self._idle:
                worker.connection.close()
            self._idle.clear()
        self._nursery.close()

    def _ask(self, errand: _Errand[_Taken]) -> _Taken:
        """One file to one answer. A worker that crashes is replaced once; one that is too slow or too large is not."""
        try:
            return self._try(errand)
        except _FaultError as fault:
            if fault.problem != crashed():
                raise
        return self._try(errand)

    def _try(self, errand: _Errand[_Taken]) -> _Taken:
        with self._worker(describing=errand.describing, crediting=errand.file.marked) as worker:
            worker.files += 1
            errand.deadline = errand.deadline or deadline_in(self.limits.wall_seconds)
            try:
                ask(worker.connection, errand.asked, [errand.file.descriptor], errand.deadline)
                message = answered(worker.connection, bounds(errand.read, self.limits), errand.deadline)
                return self._take(worker, message, errand.take)
            except LateError as error:
                self._bury(worker, Ending.LATE)
                raise _FaultError(timed_out()) from error
            except EndedError as error:
                raise _FaultError(_PROBLEMS[self._bury(worker)]()) from error
            except ValueError as error:  # no honest worker answers so
                self._bury(worker, Ending.CRASH)
                raise _FaultError(crashed()) from error

    def _take(self, worker: Worker, message: Message, take: Callable[[Taking], _Taken]) -> _Taken:
        taking = Taking(message)
        outcome = taking.number(min(Outcome), max(Outcome))
        if outcome == Outcome.NO_MEMORY:
            self._bury(worker, Ending.MEMORY)
            raise _FaultError(out_of_memory())
        if outcome == Outcome.DAMAGED:
            raise _FaultError(damaged())
        taken = take(taking)
        if out_of_memory().kind in message.texts:
            self._bury(worker, Ending.MEMORY)
        return taken

    def _bury(self, worker: Worker, why: Ending | None = None) -> Ending:
        """End a worker, and learn how it ended where that is not known."""
        worker.alive = False
        code, most = self._nursery.reap(worker, dying=why is None)
        ending = why or how_it_ended(code, most, self.limits)
        self.endings.append(ending)
        return ending

    @contextmanager
    def _worker(self, *, describing: bool, crediting: bool) -> Iterator[Worker]:
        """A worker for one file, and back to the idle ones, if it may see another."""
        worker = self._taken(describing=describing, crediting=crediting)
        worker = worker or self._nursery.worker(describing=describing, crediting=crediting)
        self._isolation = worker.isolation
        try:
            yield worker
        except (KeyboardInterrupt, SystemExit):
            worker.alive = False  # what it is doing would answer the next question
            raise
        finally:
            self._give_back(worker)

    def _taken(self, *, describing: bool, crediting: bool) -> Worker | None:
        with self._lock:
            if self._closed:
                raise stopped()
            fit = [worker for worker in self._idle if worker.fits(describing=describing, crediting=crediting)]
            if fit:
                self._idle.remove(fit[-1])
            return fit[-1] if fit else None

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            if worker.alive and not self._closed and worker.files < self.limits.files:
                self._idle.append(worker)
                return
        if worker.alive and not self._closed:
            self._nursery.reap(worker)
        worker.connection.close()


def _format(file: Handed) -> str:
    """What the first bytes announce; nothing is decoded."""
    format = sniff(file.head)
    return format.value if format else ""


_PROBLEMS: dict[Ending, Callable[[], Problem]] = {
    Ending.LATE: timed_out,
    Ending.OVERDUE: timed_out,
    Ending.MEMORY: out_of_memory,
    Ending.EXCEPTION: crashed,
    Ending.CRASH: crashed,
}
