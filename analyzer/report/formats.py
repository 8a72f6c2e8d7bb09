"""Which formats are there, by the name a user gives?"""

from collections.abc import Callable

from analyzer.model.result import Run
from analyzer.report.options import Options

Renderer = Callable[[Run, Options], bytes]


def _text(run: Run, options: Options) -> bytes:
    from analyzer.report.text import render

    return render(run, options)


def _json(run: Run, options: Options) -> bytes:
    from analyzer.report.json_report import render

    return render(run, options)


def _sarif(run: Run, options: Options) -> bytes:
    from analyzer.report.sarif import render

    return render(run, options)


def _github(run: Run, options: Options) -> bytes:
    from analyzer.report.github import render

    return render(run, options)


# Each renderer is imported when it is called: a run pays for one format only.
FORMATS: dict[str, Renderer] = {"text": _text, "json": _json, "sarif": _sarif, "github": _github}
