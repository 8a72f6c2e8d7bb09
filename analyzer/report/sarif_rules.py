"""How does SARIF describe a rule, its weakness class and the notifications of the tool?"""

import re
from collections.abc import Sequence

from analyzer.model.level import Level
from analyzer.model.result import NotificationKind, RuleInfo
from analyzer.report.json_value import JsonObject, JsonValue

# GitHub refuses longer descriptions.
_LONGEST_DESCRIPTION = 1024
_PROBLEM_SEVERITY = {
    Level.ERROR: "error",
    Level.WARNING: "warning",
    Level.NOTE: "recommendation",
    Level.NONE: "recommendation",
}
_NOTIFICATIONS = {
    NotificationKind.UNREADABLE: "A file could not be read and was not analysed.",
    NotificationKind.NOT_FOUND: "A path that was asked for does not exist.",
    NotificationKind.BINARY: "A file is no text and was not analysed.",
    NotificationKind.UNDECODABLE: "A file is not in the encoding it claims and was not analysed.",
    NotificationKind.TOO_LARGE: "A file is larger than the limit and was not analysed.",
    NotificationKind.BROKEN_SYNTAX: "A part of a file is no Python; the rest of the file was analysed.",
    NotificationKind.TOO_DEEP: "A part of a file is nested too deeply to be analysed.",
    NotificationKind.BAD_NOTEBOOK: "A notebook does not follow its format and was not analysed.",
    NotificationKind.SYMLINK_LOOP: "A symbolic link leads back to a folder above it and was not followed.",
    NotificationKind.RULE_FAILED: "A rule failed on a file: what it would find there is missing.",
    NotificationKind.ANALYSIS_FAILED: "The analysis of a file failed. This is an error of the analyzer.",
    NotificationKind.WORKER_DIED: "A process of the analysis died, and the files it held were not analysed.",
    NotificationKind.BUDGET_EXHAUSTED: "A limit of the analysis was reached before all was analysed.",
    NotificationKind.BAD_SUPPRESSION: "A suppression comment could not be understood and has no effect.",
    NotificationKind.UNUSED_SUPPRESSION: "A suppression comment suppresses nothing and can go.",
    NotificationKind.GIT_FAILED: "Git did not answer, so that its ignored or changed files are not known.",
    NotificationKind.NOT_FIXED: "A file was to be fixed and could not be, or not in full; it is as it was.",
    NotificationKind.NOTHING_TO_SCAN: "No Python file or notebook was found where one was asked for.",
    NotificationKind.PATTERNS_NOT_SEARCHED: "Pattern rules were not run, because semgrep is missing or old.",
    NotificationKind.PATTERNS_FAILED: "Semgrep failed on a rule or a file: what it would find there is missing.",
}


def descriptor(rule: RuleInfo, weaknesses: Sequence[int], *, most_tags: int | None = None) -> JsonObject:
    """The `reportingDescriptor` of a rule; `weaknesses` are the CWE numbers of the run's taxonomy, in its order."""
    described: JsonObject = {
        "id": rule.qualified,
        "name": _pascal_case(rule.id),
        "shortDescription": {"text": shortened(sentence(rule.title or rule.qualified))},
        "fullDescription": {"text": shortened(sentence(_found(rule)))},
        "help": {"text": rule.markdown.strip() or rule.title or rule.qualified},
        "defaultConfiguration": {"level": rule.level.value},
    }
    if rule.markdown.strip():
        described["help"] = {"text": rule.markdown.strip(), "markdown": rule.markdown.strip()}
    if rule.cwe:
        described["relationships"] = [
            {
                "target": {
                    "id": f"CWE-{number}",
                    "index": weaknesses.index(number),
                    "toolComponent": {"name": "CWE", "index": 0},
                },
                "kinds": ["superset"],
            }
            for number in dict.fromkeys(rule.cwe)
        ]
    described["properties"] = _properties(rule, most_tags)
    return described


def taxonomy(weaknesses: Sequence[int]) -> JsonObject:
    """The `toolComponent` that holds the CWE numbers the rules refer to."""
    return {
        "name": "CWE",
        "organization": "MITRE",
        "informationUri": "https://cwe.mitre.org/",
        "shortDescription": {"text": "The MITRE Common Weakness Enumeration."},
        "taxa": [
            {"id": f"CWE-{number}", "helpUri": f"https://cwe.mitre.org/data/definitions/{number}.html"}
            for number in weaknesses
        ],
    }


def notification_descriptor(kind: NotificationKind) -> JsonObject:
    """The `reportingDescriptor` of a kind of notification; GitHub's rules ask of it what they ask of a rule."""
    words = kind.value.replace("-", " ")
    summary: JsonObject = {"text": sentence(words[:1].upper() + words[1:])}
    text = _NOTIFICATIONS.get(kind, f"The analysis reported: {words}.")
    described: JsonObject = {"id": kind.value}
    if "-" in kind.value:
        # A name that only differs from the id in its first letter says nothing (SARIF 2.1.0, 3.49.7).
        described["name"] = _pascal_case(kind.value)
    return {**described, "shortDescription": summary, "fullDescription": {"text": text}, "help": {"text": text}}


def sentence(text: str) -> str:
    """`text` with a full stop, as SARIF asks of messages (3.11.2)."""
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."


def shortened(text: str) -> str:
    """`text`, cut at a word if GitHub would refuse its length."""
    if len(text) <= _LONGEST_DESCRIPTION:
        return text
    return f"{text[: _LONGEST_DESCRIPTION - 1].rsplit(maxsplit=1)[0]}…"


def _pascal_case(identifier: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in identifier.split("-"))


def _found(rule: RuleInfo) -> str:
    """The first paragraph under the first heading of the rule's page, else its title."""
    paragraph = re.search(r"^#+ .*\n\s*((?:(?!#|```).+\n?)+)", rule.markdown, re.MULTILINE)
    return " ".join(paragraph.group(1).split()) if paragraph else rule.title or rule.qualified


def _properties(rule: RuleInfo, most_tags: int | None) -> JsonObject:
    # First what GitHub acts on: it shows 10 tags and refuses more than 20. It takes `security` for a claim about
    # severity, so the tag needs one.
    tags = ["security"] if rule.security_severity is not None else []
    tags += [f"external/cwe/cwe-{number:03}" for number in rule.cwe]
    tags += [rule.family, *(tag for tag in rule.tags if tag != "security")]
    kept: list[JsonValue] = list(dict.fromkeys(tags))
    properties: JsonObject = {"tags": kept[:most_tags], "precision": rule.precision.value}
    if rule.security_severity is not None:
        properties["security-severity"] = f"{rule.security_severity:.1f}"
    properties["problem.severity"] = _PROBLEM_SEVERITY[rule.level]
    properties["mlvet/since"] = rule.since
    return properties
