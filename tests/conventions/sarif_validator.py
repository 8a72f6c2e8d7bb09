"""Does Microsoft's SARIF validator, with GitHub's rules, find errors in SARIF files? CI calls this; unit tests do not.

The validator is silent about a file whose values are outside the schema's enumerations: it examines nothing and reports
success. So each file is first held against the JSON Schema of SARIF that comes in the same package.

    python tests/conventions/sarif_validator.py [--multitool PROGRAM] FILE.sarif ...

The validator comes from npm, as a program that needs no .NET:

    npm install @microsoft/sarif-multitool-linux@5.7.0

It is taken from `--multitool` or `MLVET_SARIF_MULTITOOL` (the program itself), else looked for in `node_modules` of the
current directory and its parents. Exit code 0: no errors; 1: errors, printed; 2: the validator could not be run.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

PROGRAM = Path("node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool")
_SECONDS = 300


class ValidatorError(Exception):
    """The validator is not there, or did not do its work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A result of the validator: which of its rules speaks, how loud, where in the SARIF file, and what it says."""

    rule: str
    level: str
    line: int
    text: str


def program() -> Path:
    """The validator's program.

    Raises:
        ValidatorError: it is not installed.
    """
    if named := os.environ.get("MLVET_SARIF_MULTITOOL"):
        candidates = [Path(named)]
    else:
        here = Path.cwd()
        candidates = [folder / PROGRAM for folder in (here, *here.parents)]
    for candidate in candidates:
        if candidate.is_file():
            return candidate
    raise ValidatorError("the SARIF multitool is not installed: npm install @microsoft/sarif-multitool-linux@5.7.0")


def validate(file: Path, multitool: Path) -> list[Remark]:
    """All remarks of the validator, the program `multitool`, on `file`.

    Raises:
        ValidatorError: it cannot be run, or wrote no report on the file.
    """
    if broken := _outside_schema(file, multitool.with_name("sarif-2.1.0.json")):
        return broken
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.sarif")
        # Not the npm wrapper: it goes through a shell, for which the `;` below ends a command.
        command = [str(multitool), "validate", str(file.resolve()), "--rule-kind", "Sarif;Ghas"]
        command += ["--level", "Error;Warning;Note", "--max-file-size-in-kb", "100000"]
        command += ["--output", str(report), "--log", "ForceOverwrite"]
        environment = {"DOTNET_BUNDLE_EXTRACT_BASE_DIR": folder, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        try:
            done = subprocess.run(
                command, env={**os.environ, **environment}, capture_output=True, text=True, timeout=_SECONDS
            )
        except PermissionError as error:
            # npm may leave the program without its permission bits.
            raise ValidatorError(f"{error}: chmod u+x it") from error
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ValidatorError(str(error)) from error
        # The exit code is 0 even with errors: only the report counts.
        if not report.is_file():
            raise ValidatorError(f"the validator wrote no report on {file}: {done.stdout}{done.stderr}")
        return remarks(json.loads(report.read_text(encoding="utf-8-sig")))


def _outside_schema(file: Path, schema: Path) -> list[Remark]:
    """What in `file` contradicts the JSON Schema of SARIF."""
    if not schema.is_file():
        raise ValidatorError(f"`{schema}`, which is part of the npm package, is not there")
    try:
        log = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return [Remark(rule="json", level="error", line=0, text=str(error))]
    checker = Draft202012Validator(json.loads(schema.read_text(encoding="utf-8-sig")))
    return [
        Remark(rule="schema", level="error", line=0, text=f"{error.json_path}: {error.message[:300]}")
        for error in checker.iter_errors(log)
    ]


def remarks(report: dict[str, Any]) -> list[Remark]:
    """The remarks in the validator's own SARIF `report`.

    Raises:
        ValidatorError: the report says that the file was not examined.
    """
    found: list[Remark] = []
    for run in report["runs"]:
        for invocation in run.get("invocations", ()):
            for notification in invocation.get("toolExecutionNotifications", ()):
                if notification.get("level") == "error":
                    raise ValidatorError(str(notification.get("message", {}).get("text", notification)))
        rules = run["tool"]["driver"].get("rules", [])
        found.extend(_remark(result, rules) for result in run.get("results", ()))
    return found


def _remark(result: dict[str, Any], rules: list[dict[str, Any]]) -> Remark:
    index = result.get("ruleIndex", -1)
    # Sub-rules have ids of their own: `SARIF1012/x` belongs to the rule `SARIF1012`.
    identity = str(result.get("ruleId") or rules[index]["id"])
    rule = rules[index] if index >= 0 else next((rule for rule in rules if rule["id"] == identity.split("/")[0]), {})
    level = result.get("level") or rule.get("defaultConfiguration", {}).get("level", "warning")
    message = result.get("message", {})
    text = message.get("text") or rule.get("messageStrings", {}).get(message.get("id"), {}).get("text", "")
    for number, argument in enumerate(message.get("arguments", ())):
        text = text.replace(f"{{{number}}}", argument)
    places = result.get("locations") or [{}]
    line = places[0].get("physicalLocation", {}).get("region", {}).get("startLine", 0)
    return Remark(rule=identity, level=level, line=line, text=text)


def main(arguments: list[str] | None = None) -> int:
    """Validate the files named in `arguments`; print errors in full and the rest as counts."""
    parser = argparse.ArgumentParser(description="Validate SARIF files with Microsoft's multitool.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--multitool", type=Path, metavar="PROGRAM", help="the validator; default: looked for")
    parser.add_argument("-v", "--verbose", action="store_true", help="print warnings and notes in full, too")
    options = parser.parse_args(arguments)
    failed = False
    for file in options.files:
        try:
            found = validate(file, options.multitool or program())
        except ValidatorError as error:
            print(f"{file}: {error}", file=sys.stderr)
            return 2
        counts = Counter(remark.level for remark in found)
        print(f"{file}: {', '.join(f'{n} {level}' for level, n in sorted(counts.items())) or 'nothing to remark'}")
        for remark in found:
            if remark.level == "error" or options.verbose:
                print(f"  {remark.level} {remark.rule}, line {remark.line}: {remark.text}")
        failed = failed or counts["error"] > 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
