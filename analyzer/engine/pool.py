"""How is a list of jobs done by several processes, so that none of them can take the run down?

Jobs are numbers into a `Work`; answers are bytes. Workers get one batch at a time and answer it whole; if a worker dies
or overstays, the jobs of its batch are tried once more, each alone in a fresh process, and only the one that fails
again is given up. Every job has one answer, whatever the number of workers and whoever was faster.
"""

import contextlib
import gc
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_SPENT = b"spent"  # what a worker says that has grown too large
_CHECK_SECONDS = 1.0  # how often the watchdog looks, if nothing happens


class Work(Protocol):
    """What workers do. It is inherited by forked workers and pickled for spawned ones."""

    def begin(self) -> None:
        """Called once in every process before its first job."""

    def perform(self, job: int) -> bytes:
        """Do one job. Must not raise: a failure is an answer too."""


class Loss(StrEnum):
    """Why there is no answer to a job."""

    DIED = "died"
    TIMEOUT = "timeout"


Answer = bytes | Loss
Take = Callable[[int, Answer], None]


def perform_here(work: Work, count: int, take: Take) -> None:
    """Do jobs 0 to `count` - 1 in this process and hand each answer to `take`."""
    work.begin()
    for job in range(count):
        take(job, work.perform(job))


def perform(
    work: Work,
    batches: Sequence[tuple[int, ...]],
    take: Take,
    *,
    workers: int,
    seconds: float,
    method: str = "",
    growth: int = 0,
) -> None:
    """Do all jobs of all batches in `workers` processes, and hand each answer to `take` as it comes, in any order.

    Args:
        work: what a job is.
        batches: jobs that a worker is given at once; the first batches are started first.
        take: called in this process, once per job.
        workers: number of processes.
        seconds: a batch that takes longer than this per job loses its worker.
        method: "fork" or "spawn"; empty for what suits the system.
        growth: bytes of memory by which a worker may grow before a fresh one, which remembers nothing, takes its place;
            0 for no bound.
    """
    crew = _Crew(
        work,
        workers=min(workers, len(batches)),
        seconds=seconds,
        method=method or start_method(),
        growth=growth,
    )
    again: list[int] = []

    def gather(batch: tuple[int, ...], found: dict[int, Answer]) -> None:
        for job, answer in found.items():
            # A job that was alone and took too long would do so again.
            if answer is Loss.DIED or (answer is Loss.TIMEOUT and len(batch) > 1):
                again.append(job)
            else:
                take(job, answer)

    def give_up(_batch: tuple[int, ...], found: dict[int, Answer]) -> None:
        for job, answer in found.items():
            take(job, answer)

    with crew:
        crew.run(batches, gather)
        crew.run([(job,) for job in sorted(again)], give_up, fresh=True)


def start_method() -> str:
    """ "fork" where it is safe, so that workers share what is already in memory; else "spawn"."""
    return "fork" if sys.platform.startswith("linux") and hasattr(os, "fork") else "spawn"


@dataclass(slots=True)
class _Worker:
    process: "BaseProcess"
    connection: "Connection[Any, Any]"
    batch: tuple[int, ...] = ()
    deadline: float = 0.0
    spent: bool = False


class _Crew:
    """The running workers; leaving the context ends them, however it is left."""

    def __init__(self, work: Work, *, workers: int, seconds: float, method: str, growth: int) -> None:
        import multiprocessing

        self._context: Any = multiprocessing.get_context(method)
        self._forks = method == "fork"
        self._work = work
        self._size = workers
        self._seconds = seconds
        self._growth = growth
        self._workers: list[_Worker] = []

    def __enter__(self) -> "_Crew":
        # Objects that exist now are shared with forked workers; a collection would write to their pages.
        gc.collect()
        gc.freeze()
        return self

    def __exit__(self, *_exception: object) -> None:
        for worker in self._workers:
            self._dismiss(worker)
        self._workers.clear()
        gc.unfreeze()

    def run(
        self,
        batches: Sequence[tuple[int, ...]],
        gather: Callable[[tuple[int, ...], dict[int, Answer]], None],
        *,
        fresh: bool = False,
    ) -> None:
        """Hand out `batches` and `gather` the answers; with `fresh`, every batch gets a process of its own."""
        waiting = deque(batches)
        while waiting or any(worker.batch for worker in self._workers):
            self._hand_out(waiting, fresh=fresh)
            for worker in self._ready():
                batch = worker.batch
                answers = self._collect(worker)
                if fresh or worker.spent or any(isinstance(each, Loss) for each in answers.values()):
                    self._workers.remove(worker)
                    self._dismiss(worker)
                gather(batch, answers)

    def _hand_out(self, waiting: deque[tuple[int, ...]], *, fresh: bool) -> None:
        while waiting:
            idle = None if fresh else next((worker for worker in self._workers if not worker.batch), None)
            if idle is None and len([worker for worker in self._workers if worker.batch]) >= self._size:
                return
            worker = idle or self._hire()
            worker.batch = waiting.popleft()
            worker.deadline = time.monotonic() + self._seconds * len(worker.batch)
            # A worker that is gone already is noticed when its answer does not come.
            with contextlib.suppress(OSError):
                worker.connection.send(worker.batch)

    def _hire(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        inherited = [ours, *(worker.connection for worker in self._workers)] if self._forks else []
        process = self._context.Process(target=_serve, args=(theirs, self._work, inherited, self._growth))
        with _interrupts_held():
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _ready(self) -> list[_Worker]:
        """Workers that have answered, are dead or have overstayed; waits until there is one, or a second."""
        from multiprocessing.connection import wait

        busy = [worker for worker in self._workers if worker.batch]
        timeout = min([_CHECK_SECONDS, *(max(0.0, worker.deadline - time.monotonic()) for worker in busy)])
        # A dead worker's pipe is at its end, which counts as ready.
        ready = wait([worker.connection for worker in busy], timeout)
        now = time.monotonic()
        return [worker for worker in busy if worker.connection in ready or worker.deadline < now]

    def _collect(self, worker: _Worker) -> dict[int, Answer]:
        batch, worker.batch = worker.batch, ()
        if not worker.connection.poll():
            return dict.fromkeys(batch, Loss.TIMEOUT)
        try:
            answers: dict[int, Answer] = {job: worker.connection.recv_bytes() for job in batch}
            worker.spent = worker.connection.recv_bytes() == _SPENT
            return answers
        except (EOFError, OSError):
            return dict.fromkeys(batch, Loss.DIED)

    def _dismiss(self, worker: _Worker) -> None:
        """End a worker at once: it holds nothing that needs saving."""
        worker.connection.close()
        worker.process.kill()
        worker.process.join()
        worker.process.close()


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep an interrupt from a worker that is being born: the parent alone decides what it means."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield  # a worker inherits the mask
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    connection: "Connection[Any, Any]", work: Work, inherited: Sequence["Connection[Any, Any]"], growth: int
) -> None:
    """A worker's life: answer batches until the pipe is closed. An exception ends it, which the parent notices."""
    for other in inherited:
        # While another process holds the far end of a pipe, nobody notices that its owner is gone.
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        work.begin()
        before = _memory()
        while True:
            batch = connection.recv()
            for answer in [work.perform(job) for job in batch]:
                connection.send_bytes(answer)
            connection.send_bytes(_SPENT if growth and _memory() - before > growth else b"")
    finally:
        os._exit(0)  # tearing down the heap of a worker would only cost time


def _memory() -> int:
    """The most memory that this process has used, in bytes; 0 where that is not known."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
