"""Are a user's semgrep rules read whole, and refused with a reason that names the file?"""

from pathlib import Path

import pytest

from analyzer.config import ConfigError
from analyzer.model.level import Level
from analyzer.model.rule import Precision
from analyzer.patterns.user_rules import load

RULES = """\
rules:
  - id: shell-true
    languages: [python]
    severity: HIGH
    message: |
      A shell sees this command. It may
      do more than is meant.
    pattern: subprocess.run(..., shell=True)
    metadata:
      cwe: ["CWE-78: OS Command Injection", "CWE-88"]
      confidence: LOW
      category: security
      technology: [python]
      security-severity: "7.3"
      references: [https://example.com/shell]
  - id: mirror.of_ours
    languages: [generic, yaml]
    severity: INFO
    message: no
    pattern: mirror
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rules.yml"
    path.write_text(RULES)
    return path


def test_metadata_become_properties_of_the_rule(file: Path) -> None:
    mirror, shell = load([file])
    info = shell.info
    assert (info.qualified, info.level, info.precision) == ("patterns/shell-true", Level.ERROR, Precision.LOW)
    assert (info.cwe, info.security_severity, info.tags) == ((78, 88), 7.3, ("security", "python"))
    assert info.title == "A shell sees this command"
    assert "https://example.com/shell" in info.markdown and "do more than is meant" in info.markdown
    assert (mirror.semgrep_id, mirror.info.level, mirror.info.precision) == (
        "mirror.of_ours",
        Level.NOTE,
        Precision.MEDIUM,
    )
    assert (shell.globs, mirror.globs) == (("*.py", "*.pyi"), ("*", "*.yml", "*.yaml"))


def test_a_folder_is_searched_and_tests_in_it_are_passed_over(file: Path) -> None:
    (file.parent / "deep").mkdir()
    (file.parent / "deep" / "more.yaml").write_text(RULES.replace("id: ", "id: other-"))
    (file.parent / "example.test.yaml").write_text("key: value\n")
    assert [rule.semgrep_id for rule in load([file.parent])] == [
        "mirror.of_ours",
        "other-mirror.of_ours",
        "other-shell-true",
        "shell-true",
    ]


def test_the_same_file_twice_is_one_file(file: Path) -> None:
    assert len(load([file, file.parent])) == 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("rules: [", "is not YAML"),
        ("key: value", "no list called `rules`"),
        ("rules: []", "holds no rules"),
        ("rules: [text]", "rule 1 is not a mapping"),
        ("rules: [{id: a, languages: [yaml], severity: INFO}]", "rule `a` has no `message`"),
        ("rules: [{languages: [yaml], severity: INFO, message: m}]", "rule 1 has no `id`"),
        ("rules: [{id: 'a b', languages: [yaml], severity: INFO, message: m}]", "`a b` is no id"),
        ("rules: [{id: a, languages: yaml, severity: INFO, message: m}]", "`languages` is not a list"),
        (RULES + RULES.removeprefix("rules:\n"), "rule `shell-true` exists twice in"),
    ],
)
def test_what_is_no_rule_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "broken.yml"
    path.write_text(text)
    with pytest.raises(ConfigError, match="--patterns: ") as caught:
        load([path])
    assert reason in str(caught.value) and str(path) in str(caught.value)


def test_a_missing_path_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="does not exist"):
        load([tmp_path / "none"])


def test_an_id_in_two_files_is_refused(file: Path) -> None:
    (file.parent / "copy.yml").write_text(RULES)
    with pytest.raises(ConfigError, match=r"exists twice, in .* and in"):
        load([file.parent])


def test_an_id_of_ours_is_refused(file: Path) -> None:
    with pytest.raises(ConfigError, match="already a rule `patterns/shell-true`"):
        load([file], taken={"patterns/shell-true"})
