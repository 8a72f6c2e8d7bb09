"""Is a report still, word for word, what a person has read and approved?

The approved reports lie in tests/snapshots/report/. After a wanted change, write them anew and read the diff:

    UPDATE_SNAPSHOTS=1 pytest tests/unit/report
"""

import json
import os
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "snapshots" / "report"


def check(name: str, report: bytes) -> None:
    """Compare `report` with the approved file `name`, or approve it if UPDATE_SNAPSHOTS is set."""
    path = FOLDER / name
    if not name.endswith(".txt"):
        # One line in the report; one value a line here, for the diff.
        report = (json.dumps(json.loads(report), indent=1, ensure_ascii=False) + "\n").encode("utf-8")
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(report)
    assert path.is_file(), f"{path} is missing: run with UPDATE_SNAPSHOTS=1 and read what it wrote"
    assert report.decode("utf-8") == path.read_bytes().decode("utf-8")
