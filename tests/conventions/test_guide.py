"""Do README.md and the guide speak of options, settings and rules that exist?"""

import re
from pathlib import Path

import click
import pytest

from analyzer.cli.main import program
from analyzer.config import check_words, load, words_of
from analyzer.engine.registry import load_rules
from tests.conventions.project import ROOT

PAGES = [ROOT / "README.md", ROOT / "docs" / "guide" / "README.md"]


def commands() -> dict[str, click.Command]:
    """Every command of `mlvet` by name."""
    context = click.Context(program)
    found = {name: program.get_command(context, name) for name in program.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.parent.name))
def test_options_exist(page: Path) -> None:
    known = {option for command in commands().values() for each in command.params for option in each.opts}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page.read_text(encoding="utf-8")))
    assert named
    assert not named - known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.parent.name))
def test_commands_exist(page: Path) -> None:
    named = set(re.findall(r"(?:`|\$ |run: )mlvet ([a-z]+)", page.read_text(encoding="utf-8")))
    assert named
    assert not named - set(commands())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.parent.name))
def test_configuration_is_accepted(page: Path, tmp_path: Path) -> None:
    blocks = re.findall(r"^```toml\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        (tmp_path / "pyproject.toml").write_text(block, encoding="utf-8")
        config = load(tmp_path, {}, {})
        assert config.select
        check_words(config, words_of(loaded.info for loaded in load_rules()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.parent.name))
def test_rules_exist(page: Path) -> None:
    rules = load_rules()
    families = "|".join({loaded.family for loaded in rules})
    named = set(re.findall(rf"\b(?:{families})/[a-z][a-z-]+(?!\.md|[\w-])", page.read_text(encoding="utf-8")))
    assert named
    assert not named - {loaded.qualified for loaded in rules}
