"""Do jobs get done once, in order, whatever dies on the way?"""

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

import pytest

from analyzer.engine import pool
from analyzer.engine.pool import Answer, Loss, perform_here


class Echo:
    """Answers with the job and the process it was done in; some jobs misbehave."""

    def __init__(self, folder: Path, *, deadly: Sequence[int] = (), deadly_once: Sequence[int] = (), slow: int = -1):
        self.folder = folder
        self.deadly = deadly
        self.deadly_once = deadly_once
        self.slow = slow

    def begin(self) -> None:
        (self.folder / f"began-{os.getpid()}").touch()

    def perform(self, job: int) -> bytes:
        if job in self.deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        if job in self.deadly_once and not (self.folder / f"tried-{job}").exists():
            (self.folder / f"tried-{job}").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if job == self.slow:
            time.sleep(30)
        return f"{job}".encode()


def perform(
    work: Echo,
    batches: Sequence[tuple[int, ...]],
    *,
    workers: int,
    seconds: float = 30,
    method: str = "",
    growth: int = 0,
) -> dict[int, Answer]:
    """The answers by job, each taken once."""
    answers: dict[int, Answer] = {}

    def take(job: int, answer: Answer) -> None:
        assert job not in answers
        answers[job] = answer

    pool.perform(work, batches, take, workers=workers, seconds=seconds, method=method, growth=growth)
    return dict(sorted(answers.items()))


def test_every_job_is_answered_whatever_the_number_of_workers(tmp_path: Path) -> None:
    batches = [(0, 1, 2), (3,), (4, 5), (6,)]
    expected: dict[int, Answer] = {job: str(job).encode() for job in range(7)}
    here: dict[int, Answer] = {}
    perform_here(Echo(tmp_path), 7, here.__setitem__)
    assert here == expected
    for workers in (1, 2, 4):
        assert perform(Echo(tmp_path), batches, workers=workers) == expected


def test_no_more_processes_than_asked_for(tmp_path: Path) -> None:
    perform(Echo(tmp_path), [(job,) for job in range(20)], workers=2)
    assert len(list(tmp_path.glob("began-*"))) <= 2


class Greedy(Echo):
    """Keeps 40 MB more with every job."""

    kept: ClassVar[list[bytes]] = []

    def perform(self, job: int) -> bytes:
        self.kept.append(os.urandom(1) * 40_000_000)
        return super().perform(job)


def test_a_worker_that_has_grown_makes_room_for_another(tmp_path: Path) -> None:
    batches = [(job,) for job in range(6)]
    answers = perform(Greedy(tmp_path), batches, workers=1, growth=60_000_000)
    assert answers == {job: str(job).encode() for job in range(6)}
    assert len(list(tmp_path.glob("began-*"))) == 3


def test_a_spawned_worker_gives_the_same_answers(tmp_path: Path) -> None:
    answers = perform(Echo(tmp_path), [(0, 1), (2,)], workers=2, method="spawn")
    assert answers == {0: b"0", 1: b"1", 2: b"2"}


def test_only_the_job_that_kills_twice_is_lost(tmp_path: Path) -> None:
    answers = perform(Echo(tmp_path, deadly=(2,)), [(0, 1, 2), (3, 4)], workers=2)
    assert answers == {0: b"0", 1: b"1", 2: Loss.DIED, 3: b"3", 4: b"4"}


def test_a_death_that_does_not_repeat_loses_nothing(tmp_path: Path) -> None:
    answers = perform(Echo(tmp_path, deadly_once=(1,)), [(0, 1), (2,)], workers=1)
    assert answers == {0: b"0", 1: b"1", 2: b"2"}


def test_a_job_that_overstays_is_lost_alone(tmp_path: Path) -> None:
    started = time.monotonic()
    answers = perform(Echo(tmp_path, slow=1), [(0, 1), (2,)], workers=2, seconds=0.5)
    assert answers == {0: b"0", 1: Loss.TIMEOUT, 2: b"2"}
    assert time.monotonic() - started < 10


def test_no_worker_outlives_the_call(tmp_path: Path) -> None:
    def interrupt(_job: int, _answer: Answer) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pool.perform(Echo(tmp_path), [(job,) for job in range(8)], interrupt, workers=2, seconds=30)
    for began in tmp_path.glob("began-*"):
        with pytest.raises(ProcessLookupError):
            os.kill(int(began.name.partition("-")[2]), 0)
