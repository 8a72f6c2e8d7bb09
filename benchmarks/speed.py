"""How fast is mlvet, how much memory does it take, and how does it compare with its peers in the same run?

Every measurement is a whole process, started, waited for and accounted by the operating system. The tools take turns,
so that what else the machine does falls on all of them. Needs Linux for the memory of all processes together.
"""

import argparse
import contextlib
import json
import os
import platform
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
MLVET = f"{shlex.quote(sys.executable)} -m analyzer"
SCAN = "scan {path} --isolated --no-cache --quiet --fail-on never --format sarif --output {output}"
RESCAN = SCAN.replace("--no-cache ", "")
COMPLETE = (0, 1)  # 1: there are findings
SAMPLE_SECONDS = 0.02

# Wall-clock seconds. A project larger than the one that `cold` and `warm` are set for may take as much longer.
BUDGET_LINES = 80_000
BUDGETS = {"version": 0.12, "one file": 0.4, "cold": 2.5, "warm": 0.35}

SMALL = '''\
"""Scores customers with the model of last night."""
import pickle

import numpy as np
import pandas as pd
from flask import Flask, jsonify, request

app = Flask(__name__)

with open("model.pkl", "rb") as stream:
    model = pickle.load(stream)


def frame(body):
    rows = pd.DataFrame(body["rows"])
    rows["age"] = rows["age"].fillna(rows["age"].median())
    return rows[["age", "visits", "spent"]].astype(np.float32)


@app.post("/score")
def score():
    rows = frame(request.get_json())
    return jsonify(model.predict_proba(rows)[:, 1].tolist())
'''


class Failed(Exception):
    """A tool did not do its work, so there is nothing to compare; the text says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one process and all it waited for have taken: seconds, and MiB of the largest process."""

    wall: float
    cpu: float
    largest_mib: float
    exit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Repeated measurements of one tool on one subject.

    Attributes:
        tool: `mlvet` or the name given to a peer.
        subject: a package, or what is measured without one.
        lines: of Python in the subject; 0 if that does not matter.
        costs: one per repetition, in order.
        total_mib: peak of all processes together, shared memory counted once, in a run of its own; None if not taken.
    """

    tool: str
    subject: str
    lines: int
    costs: list[Cost]
    total_mib: float | None = None

    @property
    def wall(self) -> float:
        """Median of the wall-clock seconds."""
        return median(cost.wall for cost in self.costs)

    @property
    def cpu(self) -> float:
        """Median of the seconds of processor time, user and system."""
        return median(cost.cpu for cost in self.costs)

    @property
    def largest_mib(self) -> float:
        """Median of the peak of the largest process."""
        return median(cost.largest_mib for cost in self.costs)


def measure(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run `command` once.

    Raises:
        Failed: it could not be started, or ended with neither 0 nor 1.
    """
    with tempfile.TemporaryFile() as complaints:
        began = time.perf_counter()
        process = _start(command, environment, complaints.fileno())
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in COMPLETE:
            complaints.seek(0)
            said = complaints.read().decode(errors="replace").strip()[-2000:]
            raise Failed(f"{shlex.join(command)}: exit code {process.returncode}\n{said}")
    return Cost(
        wall=round(wall, 4),
        cpu=round(usage.ru_utime + usage.ru_stime, 4),
        largest_mib=round(usage.ru_maxrss / 1024, 1),
        exit=process.returncode,
    )


def total_memory(command: Sequence[str], environment: Mapping[str, str]) -> float | None:
    """Peak in MiB of all processes of `command` together; None where the system does not tell.

    Shared pages are divided among those who share them (PSS), so forked workers are not counted twice. Sampling costs
    time: never in a run that is timed.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    process = _start(command, environment, subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_pss_kib, _family(process.pid))))
        time.sleep(SAMPLE_SECONDS)
    return round(peak / 1024, 1)


def in_turn(tools: Mapping[str, Callable[[], Cost]], repeat: int) -> dict[str, list[Cost]]:
    """The costs of every tool, `repeat` times each, one after the other and each time beginning with another."""
    names = list(tools)
    costs: dict[str, list[Cost]] = {name: [] for name in names}
    for turn in range(repeat):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            costs[name].append(tools[name]())
    return costs


def python_lines(folder: Path) -> int:
    """Newlines in all `.py` files under `folder`."""
    return sum(path.read_bytes().count(b"\n") for path in folder.rglob("*.py") if path.is_file())


def packages(
    folders: Iterable[Path], commands: Mapping[str, str], repeat: int, environment: Mapping[str, str], scratch: Path
) -> Iterator[Row]:
    """One row per package and tool. In `commands`, `{path}` is the package and `{output}` a file to write to."""
    output = scratch / "report"
    for folder in folders:
        words = {name: _words(command, folder, output) for name, command in commands.items()}
        costs = in_turn({name: _measuring(each, environment) for name, each in words.items()}, repeat)
        for name in commands:
            yield Row(
                tool=name,
                subject=folder.name,
                lines=python_lines(folder),
                costs=costs[name],
                total_mib=total_memory(words[name], environment),
            )


def start_up(mlvet: str, repeat: int, environment: Mapping[str, str], scratch: Path) -> Iterator[Row]:
    """`--version`, and the first scan of one small file."""
    small = scratch / "small"
    small.mkdir()
    (small / "app.py").write_text(SMALL, encoding="utf-8")
    subjects = {
        "version": [*shlex.split(mlvet), "--version"],
        "one file": _words(f"{mlvet} {SCAN}", small / "app.py", scratch / "report"),
    }
    for subject, command in subjects.items():
        measure(command, environment)  # so that no run pays for writing byte code
        costs = [measure(command, environment) for _ in range(repeat)]
        yield Row(tool="mlvet", subject=subject, lines=0, costs=costs)


def rescans(
    folders: Iterable[Path], mlvet: str, repeat: int, environment: Mapping[str, str], scratch: Path
) -> Iterator[Row]:
    """Scans of unchanged packages with a cache that one earlier scan has filled."""
    cached = {**environment, "XDG_CACHE_HOME": str(scratch / "cache")}
    for folder in folders:
        command = _words(f"{mlvet} {RESCAN}", folder, scratch / "report")
        measure(command, cached)
        costs = [measure(command, cached) for _ in range(repeat)]
        yield Row(tool="mlvet", subject=f"{folder.name}, unchanged", lines=python_lines(folder), costs=costs)


def budget(row: Row) -> float | None:
    """The wall-clock seconds that `row` may take; None if no budget is set for it."""
    if row.tool != "mlvet":
        return None
    if not row.lines:
        return BUDGETS[row.subject]
    kind = "warm" if row.subject.endswith(", unchanged") else "cold"
    return BUDGETS[kind] * max(1.0, row.lines / BUDGET_LINES)


def table(rows: Iterable[Row]) -> str:
    """Medians as a Markdown table; ratios are those of a peer's to mlvet's on the same package."""
    lines = [
        "| subject | lines | tool | wall s | budget s | CPU s | largest process MiB | all MiB | times mlvet |",
        "|---|--:|---|--:|--:|--:|--:|--:|--:|",
    ]
    ours: dict[str, float] = {}
    for row in rows:
        if row.tool == "mlvet":
            ours[row.subject] = row.wall
        cells = (
            row.subject,
            f"{row.lines:,}" if row.lines else "",
            row.tool,
            f"{row.wall:.2f}",
            _within(row.wall, budget(row)),
            f"{row.cpu:.2f}",
            f"{row.largest_mib:.0f}",
            "" if row.total_mib is None else f"{row.total_mib:.0f}",
            f"{row.wall / ours[row.subject]:.1f}" if row.tool != "mlvet" else "",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0, or 1 if something could not be measured."""
    options = _parser().parse_args(arguments)
    folders = [folder.resolve() for folder in options.packages]
    commands = {"mlvet": f"{options.mlvet} {SCAN}"}
    commands |= dict(peer.partition("=")[::2] for peer in options.peer)
    path = os.pathsep.join(filter(None, [str(HERE.parent), os.environ.get("PYTHONPATH")]))
    environment = os.environ | {"PYTHONPATH": path}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed tool has its byte code
    rows: list[Row] = []
    try:
        with tempfile.TemporaryDirectory() as name:
            scratch = Path(name)
            rows += start_up(options.mlvet, options.repeat, environment, scratch)
            rows += packages(folders, commands, options.repeat, environment, scratch)
            rows += rescans(folders, options.mlvet, options.repeat, environment, scratch)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(table(rows))
    data = {"schema": 1, "machine": _machine(), "repeat": options.repeat, "rows": [asdict(row) for row in rows]}
    options.output.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", type=Path, nargs="+", help="folders with the Python files of one package each")
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=COMMAND", help="with {path} and {output}")
    parser.add_argument("--repeat", type=int, default=5, help="measurements of each")
    parser.add_argument("--mlvet", default=MLVET, help="command that runs mlvet; default: this checkout")
    parser.add_argument("--output", type=Path, default=HERE / "results" / "speed.json", help="where the figures go")
    return parser


def _measuring(command: Sequence[str], environment: Mapping[str, str]) -> Callable[[], Cost]:
    return lambda: measure(command, environment)


def _start(command: Sequence[str], environment: Mapping[str, str], stderr: int) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=stderr
        )
    except OSError as error:
        raise Failed(f"{command[0]}: {error.strerror}") from None


def _words(command: str, path: Path, output: Path) -> list[str]:
    return [word.format(path=path, output=output) for word in shlex.split(command)]


def _family(pid: int) -> Iterator[int]:
    """`pid` and everything below it."""
    yield pid
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))


def _pss_kib(pid: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def _within(seconds: float, allowed: float | None) -> str:
    if allowed is None:
        return ""
    return f"{allowed:.2f}{'' if seconds <= allowed else ' exceeded'}"


def _machine() -> dict[str, object]:
    return {"cores": len(os.sched_getaffinity(0)), "machine": platform.machine(), "python": platform.python_version()}


if __name__ == "__main__":
    sys.exit(main())
