"""What does a code-scanning service or a SARIF viewer read after a scan (SARIF 2.1.0)?

Section numbers in comments are those of the OASIS standard. `github.py` holds what GitHub wants otherwise.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind, Result, RuleInfo, Run
from analyzer.report.fingerprint import hashes_of
from analyzer.report.json_value import JsonObject, JsonValue, encoded
from analyzer.report.options import HOME, Options
from analyzer.report.sarif_location import Places, artifact_location
from analyzer.report.sarif_result import Profile, Results, literal
from analyzer.report.sarif_rules import descriptor, notification_descriptor, sentence, taxonomy

SCHEMA_URI = "https://json.schemastore.org/sarif-2.1.0.json"

# What the user asked for or wrote, in contrast to what happened while analysing.
_CONFIGURATION = frozenset(
    (
        NotificationKind.NOT_FOUND,
        NotificationKind.NOTHING_TO_SCAN,
        NotificationKind.BAD_SUPPRESSION,
        NotificationKind.UNUSED_SUPPRESSION,
    )
)
_CODING = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)


def render(run: Run, options: Options) -> bytes:
    """The SARIF report of `run` with everything the standard has a word for, UTF-8."""
    return encoded(log(run, run.results, options, Profile()))


def log(
    run: Run,
    results: Sequence[Result],
    options: Options,
    profile: Profile,
    remarks: Iterable[JsonObject] = (),
) -> JsonObject:
    """The SARIF log of `run` that holds `results`, in their order; `remarks` are further notifications."""
    places = Places(run.lines)
    rules = {rule.qualified: index for index, rule in enumerate(run.rules)}
    writer = Results(places=places, rules=rules, profile=profile, hashes=_hashes(run, results))
    written: list[JsonValue] = [writer.result(result) for result in results]
    invocation = _invocation(run, options, places, rules, remarks)
    sarif_run: JsonObject = {"tool": _tool(run, options, profile)}
    if run.automation_id:
        # What stands before the last slash is the category (3.17.3); without a slash there is none.
        identity = run.automation_id if "/" in run.automation_id else f"{run.automation_id}/"
        sarif_run["automationDetails"] = {"id": identity}
    sarif_run["invocations"] = [invocation]
    sarif_run["originalUriBaseIds"] = {"%SRCROOT%": {"description": {"text": "The root of the source tree."}}}
    sarif_run["artifacts"] = [
        {"location": {**artifact_location(path), "index": index}, "sourceLanguage": "python"}
        for path, index in places.artifacts.items()
    ]
    sarif_run["columnKind"] = "utf16CodeUnits"
    if weaknesses := _weaknesses(run.rules):
        sarif_run["taxonomies"] = [taxonomy(weaknesses)]
    sarif_run["results"] = written
    sarif_run["properties"] = _run_properties(run)
    return {"$schema": SCHEMA_URI, "version": "2.1.0", "runs": [sarif_run]}


def _tool(run: Run, options: Options, profile: Profile) -> JsonObject:
    weaknesses = _weaknesses(run.rules)
    driver: JsonObject = {
        "name": "mlvet",
        "semanticVersion": options.version,
        "informationUri": HOME,
        "rules": [descriptor(rule, weaknesses, most_tags=profile.most_tags) for rule in run.rules],
        "notifications": [notification_descriptor(kind) for kind in _kinds(run)],
    }
    if weaknesses:
        driver["supportedTaxonomies"] = [{"name": "CWE", "index": 0}]
    return {"driver": driver}


def _weaknesses(rules: Iterable[RuleInfo]) -> list[int]:
    return sorted({number for rule in rules for number in rule.cwe})


def _kinds(run: Run) -> list[NotificationKind]:
    return sorted({item.kind for item in run.notifications})


def _run_properties(run: Run) -> JsonObject:
    properties: JsonObject = {
        "mlvet/files": run.files,
        "mlvet/lines": run.total_lines,
        "mlvet/seconds": round(run.seconds, 3),
        "mlvet/selected": list(run.selected),
    }
    if run.fixed:
        properties["mlvet/fixed"] = {path: dict(rules) for path, rules in sorted(run.fixed.items())}
    if any(result.verdict is not None for result in run.results):
        # The word of Microsoft's AI profile for results that a model has judged and not found.
        properties["ai/origin"] = "annotated"
    return properties


def _invocation(
    run: Run, options: Options, places: Places, rules: Mapping[str, int], remarks: Iterable[JsonObject]
) -> JsonObject:
    kinds = {kind: index for index, kind in enumerate(_kinds(run))}
    lists: dict[bool, list[JsonValue]] = {True: [], False: list(remarks)}
    for item in run.notifications:
        lists[item.kind in _CONFIGURATION].append(_notification(item, kinds[item.kind], places, rules))
    invocation: JsonObject = {
        "executionSuccessful": all(item.level is not Level.ERROR for item in run.notifications),
        "toolExecutionNotifications": lists[False],
        "toolConfigurationNotifications": lists[True],
    }
    if options.exit_code is not None:
        invocation["exitCode"] = options.exit_code
    return invocation


def _notification(item: Notification, index: int, places: Places, rules: Mapping[str, int]) -> JsonObject:
    notification: JsonObject = {
        "descriptor": {"id": item.kind.value, "index": index},
        "level": item.level.value,
        "message": {"text": literal(sentence(item.message))},
    }
    if item.at is not None:
        notification["locations"] = [places.location(item.at)]
    elif item.path:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": places.artifact(item.path)}}]
    if item.rule_id in rules:
        notification["associatedRule"] = {"id": item.rule_id, "index": rules[item.rule_id]}
    return notification


def _hashes(run: Run, results: Iterable[Result]) -> dict[str, dict[int, str]]:
    """GitHub's hash of each line that a result starts in, by path."""
    wanted: dict[str, set[int]] = {}
    for result in results:
        wanted.setdefault(result.finding.at.path, set()).add(result.finding.at.line)
    hashes = {}
    for path, numbers in wanted.items():
        lines = run.lines.get(path, ())
        if lines and _is_utf8(lines):
            # GitHub counts an empty line behind the last line end.
            hashes[path] = hashes_of(lines if path in run.unterminated else (*lines, ""), numbers)
    return hashes


def _is_utf8(lines: Sequence[str]) -> bool:
    """Whether GitHub, which reads every file as UTF-8, sees the text that we see."""
    for line in lines[:2]:
        if (declared := _CODING.match(line)) and not declared.group(1).lower().startswith(("utf-8", "utf_8", "utf8")):
            return all(line.isascii() for line in lines)
    return True
