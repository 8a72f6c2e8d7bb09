"""What does every end-to-end test start from? A folder with one module that has one result."""

from pathlib import Path

import pytest

from tests.e2e.command import UNSAFE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "unsafe.py").write_text(UNSAFE)
    return folder
