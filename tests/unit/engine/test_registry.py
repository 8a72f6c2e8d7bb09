"""Are rules found, checked and chosen by name?"""

from pathlib import Path

import pytest

from analyzer.config import Config, ConfigError
from analyzer.engine.registry import LoadedRule, RuleError, UnknownRuleError, find, load_rules, select, usable
from analyzer.model.result import NotificationKind

DOCS = "".join(f"## {heading}\n\nText.\n\n" for heading in (
    "What it finds", "Why it matters", "Bad", "Good", "When it is fine", "What it cannot see", "References"
))  # fmt: skip
SOURCE = '''"""
{docs}"""

from analyzer.api import Level, Precision, Rule

RULE = Rule(
    id="{id}",
    title="{title}",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=({reads}),
    check=lambda ctx: (),
    since="0.1",
    tags=("{tag}",),
)
'''


def _write(
    folder: Path,
    name: str,
    *,
    id: str = "",
    title: str = "A title",
    reads: str = '"fit",',
    tag: str = "t",
    docs: str = DOCS,
) -> Path:
    path = folder / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    own_id = id or path.stem.replace("_", "-")
    path.write_text(SOURCE.format(docs=docs, id=own_id, title=title, reads=reads, tag=tag))
    return path


@pytest.fixture
def rules(tmp_path: Path) -> tuple[LoadedRule, ...]:
    _write(tmp_path, "alpha/first_hazard", tag="torch")
    _write(tmp_path, "alpha/second_hazard", tag="numpy")
    _write(tmp_path, "beta/third_hazard", tag="torch")
    _write(tmp_path, "beta/_template")
    shipped = {rule.qualified for rule in load_rules()}
    return tuple(rule for rule in load_rules([tmp_path]) if rule.qualified not in shipped)


def _names(rules: tuple[LoadedRule, ...]) -> list[str]:
    return [rule.qualified for rule in rules]


def test_files_of_family_folders_are_rules(rules: tuple[LoadedRule, ...]) -> None:
    assert _names(rules) == ["alpha/first-hazard", "alpha/second-hazard", "beta/third-hazard"]


def test_listing_executes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "alpha" / "explosive.py"
    path.parent.mkdir()
    path.write_text("raise SystemError('executed')\n")
    (found,) = [rule for rule in load_rules([tmp_path]) if rule.path == path]
    assert found.qualified == "alpha/explosive"
    with pytest.raises(RuleError, match=r"explosive\.py` raised SystemError: executed"):
        _ = found.rule


def test_info_carries_family_and_documentation(rules: tuple[LoadedRule, ...]) -> None:
    info = rules[0].info
    assert (info.qualified, info.tags, info.markdown.strip()) == ("alpha/first-hazard", ("torch",), DOCS.strip())


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": "other"}, "the id `other` is not the file's name"),
        ({"reads": ""}, "`reads` is empty"),
        ({"title": "Ends in a stop."}, "the title must"),
        ({"title": "x" * 101}, "the title must"),
        ({"docs": DOCS.replace("## Good", "## Fine")}, "no section `## Good`"),
    ],
)
def test_a_rule_that_breaks_the_form_is_refused(tmp_path: Path, changes: dict[str, str], reason: str) -> None:
    path = _write(tmp_path, "alpha/some_rule", **changes)
    with pytest.raises(RuleError, match=reason):
        _ = LoadedRule(path).rule


def test_a_file_without_a_rule_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    path.write_text('"""Text."""\nRULE = 3\n')
    with pytest.raises(RuleError, match=r"holds no `RULE = Rule"):
        _ = LoadedRule(path).rule


def test_two_rules_of_one_name_are_refused(tmp_path: Path) -> None:
    _write(tmp_path / "one", "alpha/x")
    _write(tmp_path / "two", "alpha/x")
    with pytest.raises(RuleError, match="exists twice"):
        load_rules([tmp_path / "one", tmp_path / "two"])
    with pytest.raises(RuleError, match="does not exist"):
        load_rules([tmp_path / "none"])


@pytest.mark.parametrize(
    ("chosen", "ignored", "expected"),
    [
        (("first-hazard",), (), ["alpha/first-hazard"]),
        (("alpha",), (), ["alpha/first-hazard", "alpha/second-hazard"]),
        (("torch",), ("beta",), ["alpha/first-hazard"]),
        (("all",), ("alpha",), ["beta/third-hazard"]),
    ],
)
def test_rules_are_chosen_by_the_configuration(
    rules: tuple[LoadedRule, ...], chosen: tuple[str, ...], ignored: tuple[str, ...], expected: list[str]
) -> None:
    assert _names(select(rules, Config(select=chosen, ignore=ignored))) == expected


def test_an_unknown_name_is_refused_with_the_nearest(rules: tuple[LoadedRule, ...]) -> None:
    with pytest.raises(ConfigError, match=r"`first-hazzard`; did you mean `first-hazard`\?"):
        select(rules, Config(select=("first-hazzard",)))


def test_a_rule_that_cannot_be_used_is_a_notification(tmp_path: Path) -> None:
    good, bad = _write(tmp_path, "alpha/good"), _write(tmp_path, "alpha/bad", reads="")
    found, notifications = usable([LoadedRule(bad), LoadedRule(good)])
    assert _names(found) == ["alpha/good"]
    ((kind, rule_id),) = [(note.kind, note.rule_id) for note in notifications]
    assert (kind, rule_id) == (NotificationKind.RULE_FAILED, "alpha/bad")


def test_one_rule_is_found_by_either_name(rules: tuple[LoadedRule, ...]) -> None:
    assert find("first-hazard", rules) is find("alpha/first-hazard", rules) is rules[0]
    with pytest.raises(UnknownRuleError, match="did you mean `first-hazard`"):
        find("first-hazrd", rules)
