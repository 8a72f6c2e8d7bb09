"""How does SARIF write one result: message, places, flow, suppressions, fixes?"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from analyzer.model.finding import Finding, Fix, Step
from analyzer.model.result import Kind, Result, Suppression
from analyzer.report.json_value import JsonObject, JsonValue
from analyzer.report.sarif_location import Places, in_words
from analyzer.report.sarif_rules import sentence

_EMBEDDED_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a consumer of SARIF can take.

    Attributes:
        kinds: it reads `kind`, `suppressions`, `baselineState` and `fixes`; if not, results needing review get the
            level that `Result.shown_level` holds, and say so in words.
        most_steps, most_related, most_tags: upper limits; None for none.
    """

    kinds: bool = True
    most_steps: int | None = None
    most_related: int | None = None
    most_tags: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Writes results of one run.

    Attributes:
        places: writes their locations.
        rules: per qualified id its index in the driver's rules.
        profile: what the reader can take.
        hashes: per path and line GitHub's hash of the line.
    """

    places: Places
    rules: Mapping[str, int]
    profile: Profile
    hashes: Mapping[str, Mapping[int, str]] = field(repr=False)

    def result(self, result: Result) -> JsonObject:
        """A `result` object."""
        finding = result.finding
        written: JsonObject = {"ruleId": finding.rule_id}
        if finding.rule_id in self.rules:
            written["ruleIndex"] = self.rules[finding.rule_id]
        if self.profile.kinds:
            written["kind"] = result.kind.value
        written["level"] = (result.level if self.profile.kinds else result.shown_level).value
        written["message"] = {"text": self._message(result)}
        written["locations"] = [self.places.location(finding.at, context=True)]
        if finding.related:
            written["relatedLocations"] = [
                self.places.location(place.at, message=literal(sentence(place.text)), number=number)
                for number, place in enumerate(finding.related[: self.profile.most_related], start=1)
            ]
        if finding.flow:
            written["codeFlows"] = [{"threadFlows": [{"locations": self._steps(finding.flow)}]}]
        if fingerprints := self._fingerprints(result):
            written["partialFingerprints"] = fingerprints
        if self.profile.kinds:
            written.update(self._beyond_github(result))
        if properties := _properties(result):
            written["properties"] = properties
        return written

    def _message(self, result: Result) -> str:
        """The message with the words a viewer needs that shows neither cells, kinds nor unlinked places."""
        finding = result.finding
        text = finding.message
        if not self.profile.kinds and result.kind is Kind.REVIEW:
            text = f"Needs review: {text}"
        if where := in_words(finding.at, self.places.lines.get(finding.at.path, ())):
            text = f"{text.rstrip('.')} ({where})"
        parts = [literal(sentence(text))]
        related = finding.related[: self.profile.most_related]
        if related:
            links = (f"[{_link_text(place.text)}]({number})" for number, place in enumerate(related, start=1))
            parts.append(f"See {', '.join(links)}.")
        if finding.doubt is not None and result.kind is Kind.REVIEW:
            parts.append(literal(sentence(finding.doubt.text)))
        return " ".join(parts)

    def _steps(self, flow: tuple[Step, ...]) -> list[JsonValue]:
        most = self.profile.most_steps
        if most is not None and len(flow) > most:
            # The ends say where it comes from and where it does harm.
            flow = flow[: most // 2] + flow[len(flow) - (most - most // 2) :]
        last = len(flow) - 1
        return [
            {
                "location": self.places.location(step.at, message=literal(sentence(step.text))),
                "importance": "essential" if index in (0, last) else "important",
            }
            for index, step in enumerate(flow)
        ]

    def _fingerprints(self, result: Result) -> JsonObject:
        fingerprints: JsonObject = dict(result.fingerprints)
        at = result.finding.at
        # A hash that is not the one GitHub computes is worse than none.
        fingerprints.pop("primaryLocationLineHash", None)
        if line_hash := self.hashes.get(at.path, {}).get(at.line):
            fingerprints["primaryLocationLineHash"] = line_hash
        return fingerprints

    def _beyond_github(self, result: Result) -> JsonObject:
        """What GitHub ignores or misreads, and others use."""
        written: JsonObject = {}
        if result.suppressions:
            # Equal elements make an upload fail: the standard wants a set (3.27.23).
            written["suppressions"] = [self._suppression(item) for item in dict.fromkeys(result.suppressions)]
        if result.baseline_state is not None:
            written["baselineState"] = result.baseline_state.value
        if result.finding.fix is not None and result.finding.fix.edits:
            written["fixes"] = [self._fix(result.finding.fix)]
        return written

    def _suppression(self, item: Suppression) -> JsonObject:
        suppression: JsonObject = {"kind": item.kind.value, "status": "accepted"}
        if item.justification:
            suppression["justification"] = item.justification
        if item.at is not None:
            suppression["location"] = self.places.location(item.at)
        return suppression

    def _fix(self, fix: Fix) -> JsonObject:
        changes: dict[str, list[JsonValue]] = {}
        for edit in fix.edits:
            # The file of a notebook is JSON, and its code stands there inside strings.
            text = json.dumps(edit.text, ensure_ascii=False)[1:-1] if edit.at.cell is not None else edit.text
            replacement: JsonObject = {"deletedRegion": self.places.region(edit.at, snippet=False)}
            replacement["insertedContent"] = {"text": text}
            changes.setdefault(edit.at.path, []).append(replacement)
        return {
            "description": {"text": literal(sentence(fix.title))},
            "artifactChanges": [
                {"artifactLocation": self.places.artifact(path), "replacements": replacements}
                for path, replacements in changes.items()
            ],
            "properties": {"mlvet/safe": fix.safe},
        }


def _properties(result: Result) -> JsonObject:
    finding: Finding = result.finding
    properties: JsonObject = {f"mlvet/{name}": value for name, value in finding.properties}
    if finding.doubt is not None:
        doubt = finding.doubt
        properties["mlvet/doubt"] = {"reason": doubt.reason.value, "text": doubt.text, "question": doubt.question}
    if result.verdict is not None:
        verdict = result.verdict
        properties["mlvet/verdict"] = {
            "outcome": verdict.outcome.value,
            "rationale": verdict.rationale,
            "reviewer": verdict.reviewer,
            "promptDigest": verdict.prompt_digest,
        }
    return properties


def literal(text: str) -> str:
    """`text` with brackets escaped where SARIF would read an embedded link (3.11.6)."""
    return _EMBEDDED_LINK.sub(r"\\[", text)


def _link_text(text: str) -> str:
    """`text` as the text of an embedded link."""
    return re.sub(r"([\\\[\]])", r"\\\1", text.strip().rstrip("."))
