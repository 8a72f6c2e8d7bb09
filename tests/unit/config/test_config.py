"""Does each setting come from where it should, and is everything wrong refused by name?"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from analyzer.config import Config, ConfigError, Format, Output, Profile, check_words, load, words_of
from analyzer.model.level import Level
from analyzer.model.result import RuleInfo
from analyzer.model.rule import Precision


def rule(qualified: str, *tags: str) -> RuleInfo:
    family, _, id_ = qualified.partition("/")
    return RuleInfo(
        id=id_,
        family=family,
        title="t",
        level=Level.WARNING,
        precision=Precision.HIGH,
        tags=tags,
        cwe=(),
        security_severity=None,
        since="0.1",
        question="",
        markdown="",
    )


SPLIT = rule("leakage/fit-before-split", "split")
PICKLE = rule("deserialization/pickle-load", "security")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


def project(root: Path, table: str) -> Config:
    (root / "pyproject.toml").write_text(f"[tool.mlvet]\n{table}\n")
    return load(root, {}, {})


def refused(root: Path, table: str) -> str:
    with pytest.raises(ConfigError) as error:
        project(root, table)
    return str(error.value)


def test_without_settings_the_defaults_hold(root: Path) -> None:
    assert load(root, {}, {}) == Config()
    (root / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert load(root, {"select": (), "fail_on": None}, {"MLVET_JOBS": "", "HOME": "/"}) == Config()


def test_a_project_file_that_does_not_speak_of_this_tool_is_not_judged(root: Path) -> None:
    (root / "pyproject.toml").write_bytes(b"a = = \xff")
    assert load(root, {}, {}) == Config()


def test_flags_outrank_the_environment_which_outranks_the_project(root: Path) -> None:
    (root / "pyproject.toml").write_text('[tool.mlvet]\nselect = ["a"]\nignore = ["b"]\nfail-on = "note"\n')
    config = load(root, {"select": ("c", "d,e")}, {"MLVET_SELECT": "x", "MLVET_IGNORE": "y, z"})
    assert (config.select, config.ignore, config.fail_on) == (("c", "d", "e"), ("y", "z"), Level.NOTE)
    assert config.origins == {"select": "--select", "ignore": "MLVET_IGNORE", "fail_on": "pyproject.toml"}


def test_the_project_says_what_is_worth_reporting(root: Path) -> None:
    config = project(
        root,
        'exclude = ["data/"]\nfail-on = "never"\nbaseline = "ci/known.json"\n'
        'per-file-ignores = {"tests/**" = ["leakage/"]}\nseverity = {"a/b" = "note", c = "off"}',
    )
    assert config.exclude == ("data/",)
    assert config.fail_on is None
    assert config.baseline == root.resolve() / "ci" / "known.json"
    assert config.per_file_ignores == (("tests/**", ("leakage/",)),)
    assert config.severity == (("a/b", Level.NOTE), ("c", None))


@pytest.mark.parametrize(
    "key", ["outputs", "jobs", "profile", "sarif-category", "diff-base", "max-file-size", "cache", "patterns"]
)
def test_the_project_cannot_say_where_reports_go_or_what_runs(root: Path, key: str) -> None:
    variable = "MLVET_" + key.upper().replace("-", "_")
    assert refused(root, f'{key} = "1"') == (
        f"pyproject.toml: [tool.mlvet]: `{key}` cannot be set by the scanned project; use the flag `--{key}` or the "
        f"environment variable `{variable}`"
    )


@pytest.mark.parametrize("path", ["../known.json", "/etc/passwd", "link/known.json"])
def test_the_project_cannot_lead_out_of_itself(root: Path, path: str) -> None:
    (root / "link").symlink_to("..")
    assert refused(root, f'baseline = "{path}"') == "pyproject.toml: [tool.mlvet]: `baseline` leads out of the project"


def test_a_flag_may_lead_anywhere(root: Path) -> None:
    assert load(root, {"baseline": "../known.json"}, {}).baseline == Path("../known.json")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('selct = ["a"]', "`selct` is not a setting; did you mean `select`?"),
        ('fail_on = "note"', "`fail_on` is not a setting; did you mean `fail-on`?"),
        ('endpoint = "x"', "`endpoint` is not a setting"),
        ("select = 3", "`select`: must be a list of strings"),
        ("select = [3]", "`select`: must be a list of strings"),
        ('fail-on = "eror"', "`fail-on`: `eror` is none of `note`, `warning`, `error`, `never`; did you mean `error`?"),
        ("fail-on = true", "`fail-on`: `True` is none of `note`, `warning`, `error`, `never`"),
        ('severity = {a = "loud"}', "`severity`: `loud` is none of `note`, `warning`, `error`, `off`"),
        ('severity = ["a"]', "`severity`: must be a table or look like `KEY=VALUE`"),
        ("per-file-ignores = 1", "`per-file-ignores`: must be a table or look like `KEY:VALUE`"),
        ('exclude = ["!"]', "`exclude`: `!` is not a glob as in a .gitignore"),
        ("baseline = 1", "`baseline`: must be a path"),
    ],
)
def test_wrong_keys_and_values_are_refused_by_name(root: Path, table: str, message: str) -> None:
    assert refused(root, table) == f"pyproject.toml: [tool.mlvet]: {message}"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"mlvet = 1\nb = = 2\n", "pyproject.toml:2: is not TOML: Invalid value"),
        (b"mlvet = '", 'pyproject.toml: is not TOML: Expected "\'"'),
        (b"#" * (4 * 2**20 + 1), "pyproject.toml: is larger than 4 MiB"),
        (b"# mlvet \xff\n", "pyproject.toml: is not UTF-8"),
        (b"[tool]\nmlvet = 1\n", "pyproject.toml: `tool.mlvet` is not a table"),
        (b"mlvet = " + b"[" * 100_000, "pyproject.toml: is nested too deeply"),
    ],
)
def test_a_damaged_file_is_refused_with_its_line(root: Path, raw: bytes, message: str) -> None:
    (root / "pyproject.toml").write_bytes(raw)
    with pytest.raises(ConfigError) as error:
        load(root, {}, {})
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("flags", "environ", "message"),
    [
        ({"selekt": ("a",)}, {}, "--selekt: there is no such setting; did you mean `select`?"),
        ({"jobs": -1}, {}, "--jobs: `-1` is not a number from 0 to 9999"),
        ({"jobs": True}, {}, "--jobs: `True` is not a number from 0 to 9999"),
        ({"outputs": ("txt",)}, {}, "--outputs: `txt` is none of `text`, `sarif`, `json`, `markdown`, `html`"),
        (
            {"outputs": ("text", "json")},
            {},
            "--outputs: only one report can go to standard output; name a file: `sarif:report.sarif`",
        ),
        ({}, {"MLVET_FAILON": "note"}, "MLVET_FAILON: there is no such setting; did you mean `MLVET_FAIL_ON`?"),
        ({}, {"MLVET_CACHE": "maybe"}, "MLVET_CACHE: `maybe` is none of `1`, `true`, `yes`, `on`, `0`, `false`"),
        ({}, {"MLVET_MAX_FILE_SIZE": "2 MM"}, "MLVET_MAX_FILE_SIZE: `2 MM` is not a size such as"),
        ({}, {"MLVET_SEVERITY": "a"}, "MLVET_SEVERITY: must be a table or look like `KEY=VALUE`"),
    ],
)
def test_wrong_flags_and_variables_are_refused_by_name(
    root: Path, flags: Mapping[str, object], environ: Mapping[str, str], message: str
) -> None:
    with pytest.raises(ConfigError) as error:
        load(root, flags, environ)
    assert str(error.value).startswith(message)


def test_variables_of_other_parts_are_left_alone(root: Path) -> None:
    assert load(root, {}, {"MLVET_MODEL": "m"}, other_variables=["MLVET_MODEL"]) == Config()


def test_values_as_strings_are_understood(root: Path) -> None:
    environ = {
        "MLVET_OUTPUTS": "text,sarif:out/a.sarif",
        "MLVET_PROFILE": "github",
        "MLVET_JOBS": "4",
        "MLVET_MAX_FILE_SIZE": "3 MiB",
        "MLVET_CACHE": "No",
        "MLVET_SEVERITY": "leakage=error,a/b=off",
        "MLVET_PER_FILE_IGNORES": "tests/*:leakage",
        "MLVET_SARIF_CATEGORY": "nightly",
        "MLVET_DIFF_BASE": "origin/main",
    }
    config = load(root, {}, environ)
    assert config.outputs == (Output(format=Format.TEXT), Output(format=Format.SARIF, path="out/a.sarif"))
    assert (config.profile, config.jobs, config.max_file_size, config.cache) == (Profile.GITHUB, 4, 3 * 2**20, False)
    assert config.severity == (("leakage", Level.ERROR), ("a/b", None))
    assert config.per_file_ignores == (("tests/*", ("leakage",)),)
    assert (config.sarif_category, config.diff_base) == ("nightly", "origin/main")
    assert config.origins["outputs"] == "MLVET_OUTPUTS"


@pytest.mark.parametrize(
    ("select", "ignore", "runs"),
    [
        ((), (), True),
        (("leakage",), (), True),
        (("leakage/",), (), True),
        (("split",), (), True),
        (("fit-before-split",), (), True),
        (("leakage/fit-before-split",), (), True),
        (("deserialization", "security"), (), False),
        (("leakage/fit",), (), False),
        ((), ("leakage",), False),
        (("leakage",), ("leakage/fit-before-split",), False),
        (("fit-before-split",), ("leakage",), True),
        (("leakage",), ("split",), False),
        (("all",), ("security",), True),
        ((), ("all",), False),
    ],
)
def test_the_more_exact_word_decides_what_runs(select: tuple[str, ...], ignore: tuple[str, ...], runs: bool) -> None:
    assert Config(select=select, ignore=ignore).runs(SPLIT) is runs


def test_the_most_exact_severity_counts_and_off_keeps_a_rule_from_running() -> None:
    config = Config(severity=(("leakage/fit-before-split", Level.NOTE), ("leakage", Level.ERROR), ("security", None)))
    assert config.level_of(SPLIT) is Level.NOTE
    assert config.level_of(rule("leakage/other")) is Level.ERROR
    assert config.level_of(rule("validation/x")) is Level.WARNING
    assert config.level_of(PICKLE) is None
    assert (config.runs(SPLIT), config.runs(PICKLE)) == (True, False)


def test_rules_can_be_ignored_in_some_files() -> None:
    config = Config(per_file_ignores=(("tests/", ("leakage",)), ("*_demo.py", ("all",))))
    assert config.ignores_in("tests/unit/a.py", SPLIT)
    assert not config.ignores_in("src/a.py", SPLIT)
    assert not config.ignores_in("tests/unit/a.py", PICKLE)
    assert config.ignores_in("src/a_demo.py", PICKLE)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (
            'select = ["fit-before"]',
            "pyproject.toml: `select`: no rule, family or tag is called `fit-before`; did you mean `fit-before-split`?",
        ),
        (
            'per-file-ignores = {"*" = ["leek"]}',
            "pyproject.toml: `per-file-ignores`: no rule, family or tag is called `leek`",
        ),
        ('severity = {"x/y" = "off"}', "pyproject.toml: `severity`: no rule, family or tag is called `x/y`"),
    ],
)
def test_words_that_mean_no_rule_are_refused(root: Path, table: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        check_words(project(root, table), words_of([SPLIT, PICKLE]))
    assert str(error.value) == message


def test_words_that_mean_a_rule_pass_and_flags_are_named() -> None:
    known = words_of([SPLIT, PICKLE])
    used = ("all", "leakage", "leakage/", "split", "fit-before-split", "leakage/fit-before-split")
    check_words(Config(select=used, ignore=("security",)), known)
    with pytest.raises(ConfigError, match=r"^--ignore: no rule, family or tag is called `secure`"):
        check_words(Config(ignore=("secure",), origins={"ignore": "--ignore"}), known)
