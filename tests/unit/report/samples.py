"""Which runs do the tests of the reports look at? Each is built by hand and has a name."""

from collections.abc import Callable
from dataclasses import replace

from analyzer.model.finding import Doubt, DoubtReason, Edit, Finding, Fix, Related, Step
from analyzer.model.level import Level
from analyzer.model.location import Cell, Location
from analyzer.model.result import (
    BaselineState,
    Kind,
    Notification,
    NotificationKind,
    Result,
    RuleInfo,
    Run,
    Suppression,
    SuppressionKind,
)
from analyzer.model.review import Outcome, Quote, Verdict
from analyzer.model.rule import Precision

PICKLE = RuleInfo(
    id="pickle-load-of-download",
    family="deserialization",
    title="A downloaded file is unpickled",
    level=Level.ERROR,
    precision=Precision.HIGH,
    tags=("pickle", "supply-chain", "security"),
    cwe=(502,),
    security_severity=9.8,
    since="0.1.0",
    question="Can someone else choose the bytes?",
    markdown="## What it finds\n\n`pickle.load` of a file\nthat was downloaded.\n\n## Why it matters\n\nIt is code.\n",
)
SPLIT = RuleInfo(
    id="fit-before-split",
    family="leakage",
    title="A transformer is fitted before the split",
    level=Level.WARNING,
    precision=Precision.MEDIUM,
    tags=("leakage", "scikit-learn"),
    cwe=(),
    security_severity=None,
    since="0.1.0",
    question="Does the fitted data hold rows that are evaluated?",
    markdown="",
)

LOAD_PY = (
    "import pickle",
    "import requests",
    "",
    "def fetch(url):",
    "\tbody = requests.get(url).content",
    "\treturn body",
    "",
    'model = pickle.loads(fetch("https://example.org/größe/模型.pkl"))  # 😀 the model',
    "print(model)",
)
TRAIN_PY = (
    "scaler = StandardScaler()",
    "X = scaler.fit_transform(",
    "    X,",
    "    y,",
    "    copy=True,",
    "    sample_weight=None,",
    ")",
    "X_train, X_test = train_test_split(X)",
)
NOTEBOOK = (
    "{",
    ' "cells": [',
    '  {"cell_type": "code", "id": "a1", "source": [',
    '    "import pickle\\n",',
    '    "f = open(\\"m\\u00f6.pkl\\", \\"rb\\")\\n",',
    '    "model = pickle.load(f)"',
    "  ]}",
    " ]",
    "}",
)


def at(path: str, line: int, column: int, end_column: int, end_line: int = 0, cell: Cell | None = None) -> Location:
    """A location on one line, unless `end_line` says otherwise."""
    return Location(path=path, line=line, column=column, end_line=end_line or line, end_column=end_column, cell=cell)


def flow_result(path: str = "src/load.py") -> Result:
    """A proven finding with a flow, in a line with wide and astral characters."""
    return Result(
        finding=Finding(
            rule_id=PICKLE.qualified,
            message="`pickle.loads` runs code from a download",
            at=at(path, 8, 9, 64),
            flow=(
                Step(at=at(path, 5, 9, 34), text="the body of a response"),
                Step(at=at(path, 6, 2, 13), text="returned from `fetch`"),
                Step(at=at(path, 8, 22, 63), text="the argument of `pickle.loads`"),
            ),
            properties=(("sink", "pickle.loads"),),
        ),
        kind=Kind.FAIL,
        level=Level.ERROR,
        shown_level=Level.ERROR,
        fingerprints=(("mlvet/v1", "0123456789abcdef"),),
    )


def related_result(path: str = "src/train.py") -> Result:
    """A proven finding over several lines, with a related place and a fix."""
    return Result(
        finding=Finding(
            rule_id=SPLIT.qualified,
            message="`fit_transform` sees the rows of the test side",
            at=at(path, 2, 5, 2, end_line=7),
            related=(Related(at=at(path, 8, 19, 38), text="the split [first] side"),),
            fix=Fix(
                title="Move the split above the fit", safe=False, edits=(Edit(at=at(path, 2, 1, 1), text="# x\n"),)
            ),
        ),
        kind=Kind.FAIL,
        level=Level.WARNING,
        shown_level=Level.WARNING,
    )


def notebook_result(path: str = "nb/study one.ipynb") -> Result:
    """A doubtful finding in a notebook."""
    return Result(
        finding=Finding(
            rule_id=PICKLE.qualified,
            message="`pickle.load` runs code from a file of unknown origin",
            at=at(path, 6, 14, 28, cell=Cell(index=1, id="a1", line=3)),
            doubt=Doubt(
                reason=DoubtReason.UNKNOWN_PROVENANCE,
                text="It was not seen who writes `mö.pkl`",
                question="Can someone else write the file?",
            ),
        ),
        kind=Kind.REVIEW,
        level=Level.NONE,
        shown_level=Level.NOTE,
    )


def _run(*results: Result, notifications: tuple[Notification, ...] = ()) -> Run:
    lines = {"src/load.py": LOAD_PY, "src/train.py": TRAIN_PY, "nb/study one.ipynb": NOTEBOOK}
    return Run(
        results=results,
        notifications=notifications,
        rules=(PICKLE, SPLIT),
        lines=lines,
        files=3,
        total_lines=1234,
        seconds=0.5,
        selected=("src", "nb"),
    )


def flow() -> Run:
    """One finding with a flow."""
    return _run(flow_result())


def related() -> Run:
    """One finding with a related place."""
    return _run(related_result())


def notebook() -> Run:
    """One doubtful finding in a notebook."""
    return _run(notebook_result())


def settled() -> Run:
    """Suppressed, reviewed and baselined findings, one of them suppressed twice in the same words."""
    in_source = Suppression(
        kind=SuppressionKind.IN_SOURCE, justification="our own bucket", at=at("src/load.py", 8, 66, 80)
    )
    doubt = notebook_result()
    refuted = Verdict(
        outcome=Outcome.REFUTED,
        rationale="The file is\nwritten by this notebook",
        quotes=(Quote(path="nb/study one.ipynb", line=3, text="model = pickle.load(f)"),),
        reviewer="some-model",
        prompt_digest="abc",
        tokens=321,
    )
    external = Suppression(kind=SuppressionKind.EXTERNAL, justification="refuted: written by this notebook")
    return _run(
        replace(doubt, kind=Kind.FAIL, level=Level.ERROR, verdict=refuted, suppressions=(external,)),
        replace(flow_result(), suppressions=(in_source, in_source)),
        replace(related_result(), baseline_state=BaselineState.UNCHANGED),
        replace(flow_result(), baseline_state=BaselineState.ABSENT),
        replace(related_result(), baseline_state=BaselineState.NEW),
    )


def hostile() -> Run:
    """A file whose name, code and message try to drive the terminal."""
    path = "src/a b#c%d?e\x1b[31m.py"
    line = "x = load('\x1b]0;owned\x07')\u202e  # \u200b\x9b31m"
    finding = Finding(
        rule_id=PICKLE.qualified, message="`load('\x1b[2J')` of\nsomething [here](1) {0}", at=at(path, 1, 5, 24)
    )
    return replace(
        _run(Result(finding=finding, kind=Kind.FAIL, level=Level.ERROR, shown_level=Level.ERROR)), lines={path: (line,)}
    )


def nothing() -> Run:
    """No results, no notifications."""
    return replace(_run(), files=1, total_lines=1)


def notifications() -> Run:
    """Only notifications: with a place, with a path, with neither, with a rule."""
    return _run(
        notifications=(
            Notification(kind=NotificationKind.NOTHING_TO_SCAN, level=Level.NOTE, message="no Python file in `docs`"),
            Notification(
                kind=NotificationKind.BROKEN_SYNTAX,
                level=Level.WARNING,
                message="lines 3 to 4 are no Python and were not analysed",
                path="src/broken.py",
                at=at("src/broken.py", 3, 1, 5, end_line=4),
            ),
            Notification(
                kind=NotificationKind.RULE_FAILED,
                level=Level.ERROR,
                message="rule `leakage/fit-before-split` failed on `src/train.py`: ValueError: x",
                path="src/train.py",
                rule_id=SPLIT.qualified,
            ),
            Notification(kind=NotificationKind.UNREADABLE, level=Level.ERROR, message="permission denied", path="a.py"),
        )
    )


def everything() -> Run:
    """All of the above in one run, of a named category."""
    runs = (flow(), related(), notebook(), settled(), hostile(), notifications())
    return replace(
        _run(*(result for run in runs for result in run.results), notifications=notifications().notifications),
        lines={path: lines for run in runs for path, lines in run.lines.items()},
        automation_id="mlvet",
    )


RUNS: dict[str, Callable[[], Run]] = {
    run.__name__: run for run in (flow, related, notebook, settled, hostile, nothing, notifications, everything)
}
