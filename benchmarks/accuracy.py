"""How much of what is labelled does mlvet find, and how much does it say wrongly?

One scan of the labelled files, scored once per file of labels by a scorer that is not part of this project. The counts
go to a JSON file, the table to standard output. benchmarks/README.md says where the inputs come from.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
MLVET = f"{shlex.quote(sys.executable)} -m analyzer"


class Failed(Exception):
    """The scan or the scorer did not do its work; the text says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What became of the labelled cases of one family in one file of labels.

    Attributes:
        labels: stem of the file of labels.
        family: as the labels call it; ` (disputed)` at the end where two versions of a label differ.
        bad, ok: labelled cases that should, and should not, be reported.
        found, asked, missed: of `bad`: reported; reported as in need of review; not reported.
        false, asked_ok: of `ok`: reported; reported as in need of review.
    """

    labels: str
    family: str
    bad: int
    found: int
    asked: int
    missed: int
    ok: int
    false: int
    asked_ok: int


def scan(mlvet: str, labelled: Path, report: Path) -> None:
    """Scan the folder `labelled` by the command `mlvet` into the SARIF file `report`; no configuration, no cache.

    Raises:
        Failed: the scan ended without a complete report.
    """
    options = [
        "--isolated",
        "--no-cache",
        "--quiet",
        "--fail-on",
        "never",
        "--format",
        "sarif",
        "--output",
        str(report),
    ]
    # From within the folder, so that the report calls the files what the labels call them.
    _run([*shlex.split(mlvet), "scan", ".", *options], cwd=labelled)


def score(scorer: Path, labels: Path, report: Path, families: Path, root: Path) -> tuple[list[Score], list[str]]:
    """The scorer's counts for one file of labels, and its lines about single cases.

    Raises:
        Failed: the scorer failed.
    """
    command = [sys.executable, str(scorer), str(labels), str(report), str(families), "--root", str(root), "--list"]
    lines = _run(command, cwd=root).splitlines()
    return list(parse_table(labels.stem, lines)), [line for line in lines if line.startswith(("missed ", "false "))]


def parse_table(labels: str, lines: Iterable[str]) -> Iterator[Score]:
    """The scores in the scorer's output: one per row of its table, the sum over all rows left out.

    Raises:
        Failed: there is no table.
    """
    rows = iter(lines)
    if not any(line.startswith("family ") for line in rows):
        raise Failed("the scorer printed no table")
    for line in rows:
        words = line.split()
        family = " ".join(words[:-9])
        if family and family != "all":
            bad, found, asked, missed, ok, false, asked_ok = map(int, words[-9:-2])
            yield Score(
                labels=labels,
                family=family,
                bad=bad,
                found=found,
                asked=asked,
                missed=missed,
                ok=ok,
                false=false,
                asked_ok=asked_ok,
            )


def scored(scores: Iterable[Score], families: dict[str, list[str]]) -> list[Score]:
    """The scores of the families that some rule speaks of."""
    ours = {family for each in families.values() for family in each}
    return [each for each in scores if each.family.removesuffix(" (disputed)") in ours]


def table(scores: Iterable[Score]) -> str:
    """The scores as a Markdown table, with recall, the recall that review could reach, and precision."""
    lines = [
        "| labels | family | bad | found | asked | missed | ok | false | asked | recall | with asked | precision |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for each in scores:
        counts = (each.bad, each.found, each.asked, each.missed, each.ok, each.false, each.asked_ok)
        rates = (
            _rate(each.found, each.bad),
            _rate(each.found + each.asked, each.bad),
            _rate(each.found, each.found + each.false),
        )
        lines.append(f"| {each.labels} | {each.family} | {' | '.join(map(str, (*counts, *rates)))} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0, or 1 if something could not be measured."""
    options = _parser().parse_args(arguments)
    root = options.labelled.resolve()
    families = json.loads(options.families.read_text(encoding="utf-8"))
    try:
        with tempfile.TemporaryDirectory() as scratch:
            report = options.report.resolve() if options.report else Path(scratch, "report.sarif")
            scan(options.mlvet, root, report)
            scores, cases = [], []
            for labels in options.labels:
                ours, listed = score(
                    options.scorer.resolve(), labels.resolve(), report, options.families.resolve(), root
                )
                scores += ours
                cases += listed
        version = _run([*shlex.split(options.mlvet), "--version"], cwd=root).strip()
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    ours = scored(scores, families)
    print(table(ours))
    if options.list:
        names = tuple(f" {each.family} " for each in ours)
        print("\n".join(case for case in cases if any(name in case for name in names)))
    data = {"schema": 1, "tool": version, "scores": [asdict(each) for each in ours]}
    options.output.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", type=Path, help="folder with the labelled files")
    parser.add_argument("labels", type=Path, nargs="+", help="files of labels, .jsonl")
    parser.add_argument("--scorer", type=Path, required=True, help="the scorer, score.py")
    parser.add_argument("--families", type=Path, default=HERE / "families.json", help="rules to families of labels")
    parser.add_argument("--mlvet", default=MLVET, help="command that runs mlvet; default: this checkout")
    parser.add_argument("--output", type=Path, default=HERE / "results" / "accuracy.json", help="where the counts go")
    parser.add_argument("--report", type=Path, help="keep the SARIF report here")
    parser.add_argument("--list", action="store_true", help="print every missed and every false case, too")
    return parser


def _run(command: list[str], cwd: Path) -> str:
    """What `command` prints, run in `cwd` with this checkout's package at hand."""
    path = os.pathsep.join(filter(None, [str(HERE.parent), os.environ.get("PYTHONPATH")]))
    environment = os.environ | {"PYTHONPATH": path}
    try:
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    except OSError as error:
        raise Failed(f"{command[0]}: {error.strerror}") from None
    if done.returncode:
        raise Failed(f"{shlex.join(command)}: exit code {done.returncode}\n{done.stderr.strip()[-2000:]}")
    return done.stdout


def _rate(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


if __name__ == "__main__":
    sys.exit(main())
