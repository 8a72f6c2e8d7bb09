"""A program that stands in for semgrep: it does what a test tells it to, at once."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def semgrep(folder: Path, body: str) -> Path:
    """An executable whose `body` (Python; `sys`, `json`, `os` and `time` are there) runs in place of a search."""
    path = folder / "semgrep"
    path.write_text(f"#!{sys.executable} -I\nimport json, os, sys, time\n{body}\n")
    path.chmod(0o755)
    return path


def answering(folder: Path, answer: Mapping[str, Any], log: Path | None = None) -> Path:
    """An executable that gives this answer, and appends a line to `log` for every start."""
    logged = "" if log is None else f"open({str(log)!r}, 'a').write(os.getcwd() + chr(10))\n"
    return semgrep(folder, f"{logged}print({json.dumps(answer)!r})")


def match(rule: str, path: str, start: int, end: int, **extra: Any) -> dict[str, Any]:
    """One result of semgrep's."""
    said = {"message": "Something is wrong.", "severity": "WARNING", "metadata": {}} | extra
    return {"check_id": rule, "path": path, "start": {"offset": start}, "end": {"offset": end}, "extra": said}
