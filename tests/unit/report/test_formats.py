"""Does every format do its work, and is only what is asked for imported?"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from analyzer.report.formats import FORMATS
from analyzer.report.options import Options
from tests.unit.report.samples import everything, nothing

ROOT = Path(__file__).parents[3]


def test_names() -> None:
    assert list(FORMATS) == ["text", "json", "sarif", "github"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_utf8_with_one_final_line_feed_and_the_same_each_time(name: str) -> None:
    for run in (everything(), nothing()):
        report = FORMATS[name](run, Options())
        assert report == FORMATS[name](run, Options())
        assert report.decode("utf-8").endswith("\n")
        assert not report.endswith(b"\n\n")
        if name != "text":
            assert isinstance(json.loads(report), dict)


def test_the_table_of_formats_loads_no_format() -> None:
    program = (
        "import sys, analyzer.report.formats; print(*sorted(m for m in sys.modules if m.startswith('analyzer.report')))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["analyzer.report", "analyzer.report.formats", "analyzer.report.options"]
