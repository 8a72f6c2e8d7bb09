"""What do the newest results say? Writes docs/benchmarks.md from the data in benchmarks/results.

python -m benchmarks.page            write
python -m benchmarks.page --check    write nothing; exit code 1 if the page is out of date
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.accuracy import Score
from benchmarks.accuracy import table as accuracy_table
from benchmarks.speed import Cost, Row
from benchmarks.speed import table as speed_table

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path("benchmarks/results")
PAGE = Path("docs/benchmarks.md")
NOTE = "<!-- Written by `python -m benchmarks.page` from benchmarks/results; run the benchmarks, then that. -->"


def page(root: Path) -> str:
    """The Markdown page on all results that are there under `root`."""
    return "\n".join([NOTE, "", "# Benchmarks", "", *_accuracy(root), *_speed(root), *_reproduce()])


def main(arguments: list[str]) -> int:
    """Exit code 0, or 1 if `--check` finds the page out of date."""
    text, target = page(ROOT), ROOT / PAGE
    if target.is_file() and target.read_text(encoding="utf-8") == text:
        return 0
    if "--check" in arguments:
        print(f"{PAGE}: out of date, run `python -m benchmarks.page`", file=sys.stderr)
        return 1
    target.write_text(text, encoding="utf-8")
    print(PAGE)
    return 0


def _accuracy(root: Path) -> Iterator[str]:
    data = _read(root / RESULTS / "accuracy.json")
    if data is None:
        return
    yield "## Accuracy"
    yield ""
    yield f"{data['tool']} on public labelled cases, one row per family of labels that a rule of ours speaks of."
    yield "*Asked* are results that wait for a review: they count neither as found nor as false."
    yield "*Disputed* are cases that two versions of the labels judge differently."
    yield ""
    yield accuracy_table(Score(**score) for score in data["scores"])
    yield ""


def _speed(root: Path) -> Iterator[str]:
    data = _read(root / RESULTS / "speed.json")
    if data is None:
        return
    machine = data["machine"]
    rows = [Row(**{**row, "costs": [Cost(**cost) for cost in row["costs"]]}) for row in data["rows"]]
    yield "## Speed and memory"
    yield ""
    runs = sorted({len(row["costs"]) for row in data["rows"]})
    count = str(runs[0]) if len(runs) == 1 else f"{runs[0]} to {runs[-1]}"
    yield f"Medians of {count} whole processes, the tools taking turns, on {machine['cores']} cores"
    yield f"({machine['machine']}, Python {machine['python']})."
    yield "Memory of all processes together is taken in a run of its own, shared pages counted once."
    yield ""
    yield speed_table(rows)
    yield ""


def _reproduce() -> Iterator[str]:
    yield "## Reproduce"
    yield ""
    yield "Inputs, commands and what is left out: [benchmarks/README.md](../benchmarks/README.md)."
    yield ""


def _read(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
