"""Is everything that is slow to import left to the function that needs it?"""

import json
import subprocess
import sys

import pytest

# Seconds each costs: openai 0.36, libcst 0.23, rich and jinja2 about 0.08 each; semgrep is a program, never a library.
HEAVY = {"jinja2", "libcst", "openai", "rich", "semgrep"}


def loaded_by(module: str) -> set[str]:
    """Top-level names of what a fresh interpreter has loaded after importing `module`."""
    program = f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    return {name.partition(".")[0] for name in json.loads(done.stdout)}


@pytest.mark.parametrize("module", ["analyzer.cli.main", "analyzer.api"])
def test_heavy_libraries_are_not_loaded(module: str) -> None:
    loaded = loaded_by(module)
    assert "analyzer" in loaded
    assert not loaded & HEAVY


def test_it_would_notice() -> None:
    assert loaded_by("jinja2") & HEAVY
