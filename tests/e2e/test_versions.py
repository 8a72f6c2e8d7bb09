"""Do the dependency files of the scanned tree decide what the version of a library decides?"""

from pathlib import Path

import pytest

from tests.e2e.command import scan

# An upload that reaches `torch.load`, whose default changed with torch 2.6.
CODE = "import torch\nfrom flask import request\n\n\ndef load():\n    return torch.load(request.files['model'])\n"

FORMATS = {
    "requirements.txt": "torch=={}\n",
    "requirements/base.txt": "torch=={} \\\n    --hash=sha256:aa\n    # via -r base.in\n",
    "uv.lock": 'version = 1\n\n[[package]]\nname = "torch"\nversion = "{}"\n',
    "poetry.lock": '[[package]]\nname = "torch"\nversion = "{}"\ndescription = ""\n',
    "pdm.lock": '[metadata]\nlock_version = "4.5.0"\n\n[[package]]\nname = "torch"\nversion = "{}"\n',
    "Pipfile.lock": '{{"default": {{"torch": {{"version": "=={}"}}}}}}',
    "environment.yml": "name: x\ndependencies:\n  - python=3.11\n  - pip:\n      - torch=={}\n",
    "pyproject.toml": '[project]\nname = "x"\nversion = "1"\ndependencies = ["torch=={}"]\n',
}


def _levels(folder: Path) -> list[tuple[str, str]]:
    report = scan("--select", "torch-load-without-weights-only", "--isolated", folder=folder).report
    return [(each["shown_level"], each["kind"]) for each in report["results"]]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_decides(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    (folder / name).parent.mkdir(parents=True)
    (folder / "serve.py").write_text(CODE)
    (folder / name).write_text(FORMATS[name].format("2.5.1"))
    assert _levels(folder) == [("error", "fail")]
    (folder / name).write_text(FORMATS[name].format("2.12.0"))
    assert _levels(folder) == []


@pytest.mark.parametrize("said", ["", "torch\n", "torch>=2.1\n", "torch>=2.0,<3\n"])
def test_an_open_version_is_a_doubt_that_says_so(said: str, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "serve.py").write_text(CODE)
    (folder / "requirements.txt").write_text(said)
    result = scan("--isolated", folder=folder).report["results"][0]
    assert result["kind"] == "review"
    assert result["doubt"]["reason"] == "version-unknown"
    assert "2.6" in result["doubt"]["text"]


def test_a_range_that_excludes_the_old_default_decides(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "serve.py").write_text(CODE)
    (folder / "requirements.txt").write_text("torch>=2.10,<3\n")
    assert _levels(folder) == []
    (folder / "requirements.txt").write_text("torch>=1.13,<2.5\n")
    assert _levels(folder) == [("error", "fail")]
