"""How does a test run the real command, in a process of its own?"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 120

# The smallest module with an error-level result, to see that the rest of a run is unharmed.
UNSAFE = "import pickle\nfrom flask import request\n\n\ndef load():\n    return pickle.loads(request.data)\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run of the command left: exit code, standard output and error."""

    code: int
    out: bytes
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """The JSON report on standard output."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    @property
    def notifications(self) -> list[tuple[str, str, str]]:
        """(kind, level, path) of the report's notifications."""
        return [(each["kind"], each["level"], each["path"]) for each in self.report["notifications"]]

    @property
    def found(self) -> list[str]:
        """`path:line` of the report's results."""
        return [f"{each['at']['path']}:{each['at']['line']}" for each in self.report["results"]]


def mlvet(*arguments: str, folder: Path, stdin: bytes | None = None) -> Outcome:
    """Run `mlvet arguments` in `folder`, with a cache of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MLVET_")}
    environment |= {
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(folder.parent / "cache"),
        "TERM": "dumb",
        "COLUMNS": "120",
    }
    done = subprocess.run(
        [sys.executable, "-m", "analyzer", *arguments],
        cwd=folder,
        env=environment,
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    return Outcome(code=done.returncode, out=done.stdout, err=done.stderr.decode())


def scan(*arguments: str, folder: Path) -> Outcome:
    """Run `mlvet scan --format json arguments` in `folder`."""
    return mlvet("scan", "--format", "json", *arguments, folder=folder)
