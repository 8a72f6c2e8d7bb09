"""Which versions does a tree use, according to which file, and what if the files are hostile?"""

import time
from collections.abc import Mapping
from pathlib import PurePath

import pytest

from analyzer.model.result import NotificationKind
from analyzer.project.distributions import distribution_of
from analyzer.project.version_files import LARGEST_FILE
from analyzer.project.versions import VERSION_FILES, Versions, read_versions

UV = """version = 1
requires-python = ">=3.10"

[[package]]
name = "mine"
version = "0.1"
source = { editable = "." }
dependencies = [
    { name = "torch" },
]

[[package]]
name = "torch"
version = "2.6.0"
source = { registry = "https://pypi.example/simple" }
sdist = { url = "https://pypi.example/torch.tar.gz" }

[[package]]
name = "numpy"
version = "1.26.4"

[[package]]
name = "numpy"
version = "2.1.0"
"""
POETRY = """[[package]]
name = "PyYAML"
version = "6.0.1"
description = "version = 'no'"
[package.dependencies]
name = "decoy"
version = "9"
[metadata]
python-versions = "^3.9"
"""
PYLOCK = "lock-version = '1.0'\r\n[[packages]]\r\nname = 'torch'\r\nversion = '2.5.1'\r\n"
PYPROJECT = """[project]
name = "mine"
requires-python = ">= 3.11"
dependencies = ["torch >= 2.6", "Scikit_Learn[extra]>=1.2,<2 ; python_version > '3.8'", "wheel @ https://x/y.whl", 3]
[project.optional-dependencies]
all = ["mine[vision]", "pandas~=2.1"]
[dependency-groups]
test = ["pytest>8", {include-group = "x"}]
[tool.poetry]
name = "theirs"
[tool.poetry.dependencies]
python = "^3.10"
xgboost = "^1.7"
joblib = { version = "~1.3", extras = ["x"] }
keras = [{ version = "<3", python = "<3.9" }, { version = ">=3", python = ">=3.9" }]
local = { path = "../local" }
[tool.poetry.group.dev.dependencies]
dill = "*"
"""
REQUIREMENTS = """\ufeff# comment
torch==2.6.* # why
numpy>=1.26 ; python_version >= "3.9"
joblib==1.4.2 \\
    --hash=sha256:abc \\
    --hash=sha256:def
git+https://example.org/x.git@v1#egg=x
./local
-e .
--index-url https://example.org
https://example.org/skops-0.1-py3-none-any.whl
dill @ https://example.org/dill.whl
keras (>=2,<3)
-r more/extra.txt
-c limits.txt
"""
SETUP_CFG = """[metadata]
name = mine
[options]
python_requires = >=3.8
install_requires =
    torch>=1.13
    # comment
    numpy
[options.extras_require]
x = pandas==2.0.*
"""
CONDA = """name: env
channels:
  - torch
dependencies:
  - python=3.10
  - conda-forge::numpy=1.26
  - pytorch==2.5.1=py3.10_cuda
  - "pandas>=2,<3"
  - scipy 1.11.*
  - scikit-learn
  - pip
  - pip:
      - joblib==1.4.0  # why
      - -r requirements.txt
  - dill=0.3
variables:
  - ignored=1
"""
PIPFILE_LOCK = (
    '{"_meta": {"requires": {"python_version": "3.11"}}, "default": {"torch": {"version": "==2.4.0"}, "x": 1},'
    ' "develop": {"dill": {"git": "u"}}}'
)
PIPFILE = """[packages]
torch = "==2.3"
numpy = "*"
[dev-packages]
dill = {version = ">=0.3"}
[requires]
python_version = "3.9"
"""


def versions(files: Mapping[str, str]) -> Versions:
    """The versions that files declare, which must be readable."""
    found, notifications = read_versions({path: text.encode() for path, text in files.items()})
    assert [
        each for each in notifications if "limits.txt" not in each.message and "extra.txt" not in each.message
    ] == []
    return found


@pytest.mark.parametrize(
    ("path", "text", "distribution", "shown"),
    [
        ("uv.lock", UV, "torch", "==2.6.0"),
        ("uv.lock", UV, "numpy", "==1.26.4 or ==2.1.0"),
        ("uv.lock", UV, "mine", None),
        ("uv.lock", UV, "python", ">=3.10"),
        ("poetry.lock", POETRY, "pyyaml", "==6.0.1"),
        ("poetry.lock", POETRY, "decoy", None),
        ("poetry.lock", POETRY, "python", ">=3.9,<4"),
        ("pylock.toml", PYLOCK, "torch", "==2.5.1"),
        ("pylock.gpu.toml", PYLOCK, "torch", "==2.5.1"),
        ("pdm.lock", UV, "torch", "==2.6.0"),
        ("Pipfile.lock", PIPFILE_LOCK, "torch", "==2.4.0"),
        ("Pipfile.lock", PIPFILE_LOCK, "dill", "any version"),
        ("Pipfile.lock", PIPFILE_LOCK, "python", "==3.11.*"),
        ("Pipfile", PIPFILE, "torch", "==2.3"),
        ("Pipfile", PIPFILE, "dill", ">=0.3"),
        ("Pipfile", PIPFILE, "python", "==3.9.*"),
        ("pyproject.toml", PYPROJECT, "torch", ">=2.6"),
        ("pyproject.toml", PYPROJECT, "scikit-learn", ">=1.2,<2"),
        ("pyproject.toml", PYPROJECT, "pandas", "~=2.1"),
        ("pyproject.toml", PYPROJECT, "pytest", ">8"),
        ("pyproject.toml", PYPROJECT, "wheel", None),
        ("pyproject.toml", PYPROJECT, "xgboost", ">=1.7,<2"),
        ("pyproject.toml", PYPROJECT, "joblib", ">=1.3,<1.4"),
        ("pyproject.toml", PYPROJECT, "keras", "<3 or >=3"),
        ("pyproject.toml", PYPROJECT, "local", "any version"),
        ("pyproject.toml", PYPROJECT, "dill", "any version"),
        ("pyproject.toml", PYPROJECT, "python", ">=3.11 or >=3.10,<4"),
        ("requirements.txt", REQUIREMENTS, "torch", "==2.6.*"),
        ("requirements.txt", REQUIREMENTS, "numpy", ">=1.26"),
        ("requirements.txt", REQUIREMENTS, "joblib", "==1.4.2"),
        ("requirements.txt", REQUIREMENTS, "keras", ">=2,<3"),
        ("requirements.txt", REQUIREMENTS, "dill", None),
        ("requirements.txt", REQUIREMENTS, "x", None),
        ("requirements-dev.txt", REQUIREMENTS, "torch", "==2.6.*"),
        ("dev_requirements.txt", REQUIREMENTS, "torch", "==2.6.*"),
        ("requirements/gpu.txt", REQUIREMENTS, "torch", "==2.6.*"),
        ("constraints.txt", REQUIREMENTS, "torch", "==2.6.*"),
        ("setup.cfg", SETUP_CFG, "torch", ">=1.13"),
        ("setup.cfg", SETUP_CFG, "numpy", "any version"),
        ("setup.cfg", SETUP_CFG, "pandas", "==2.0.*"),
        ("setup.cfg", SETUP_CFG, "python", ">=3.8"),
        ("environment.yml", CONDA, "python", "==3.10.*"),
        ("environment.yml", CONDA, "numpy", "==1.26.*"),
        ("environment.yml", CONDA, "torch", "==2.5.1"),
        ("environment.yml", CONDA, "pandas", ">=2,<3"),
        ("environment.yml", CONDA, "scipy", "==1.11.*"),
        ("environment.yml", CONDA, "scikit-learn", "any version"),
        ("environment.yml", CONDA, "joblib", "==1.4.0"),
        ("environment.yml", CONDA, "dill", "==0.3.*"),
        ("environment.yml", CONDA, "ignored", None),
        ("unrelated.txt", REQUIREMENTS, "torch", None),
    ],
)
def test_format(path: str, text: str, distribution: str, shown: str | None) -> None:
    found = versions({path: text}).of(distribution)
    assert (found and str(found)) == shown


@pytest.mark.parametrize("path", ["uv.lock", "a/b/pyproject.toml", "requirements-dev.txt", "requirements/base.txt"])
def test_the_patterns_name_the_files(path: str) -> None:
    assert any(PurePath(path).match(pattern) for pattern in VERSION_FILES)


def test_includes_are_followed_relative_to_the_file_and_circles_end() -> None:
    files = {
        "a/requirements.txt": "-r ../shared/base.txt\n--constraint=limits.txt",
        "shared/base.txt": "-r ../a/requirements.txt\ntorch==2.1",
        "a/limits.txt": "numpy<2",
    }
    seen = versions(files).for_path("a/train.py")
    assert (str(seen.of("torch")), str(seen.of("numpy"))) == ("==2.1", "<2")


def test_utf_16_with_a_mark_is_read() -> None:
    found, notifications = read_versions({"requirements.txt": "torch==2.6\r\n".encode("utf-16")})
    assert (str(found.of("torch")), notifications) == ("==2.6", ())


def test_a_missing_include_is_said() -> None:
    _, notifications = read_versions({"requirements.txt": b"-r ../../etc/passwd\n"})
    assert [(each.path, "etc/passwd" in each.message) for each in notifications] == [("requirements.txt", True)]


def test_a_lock_beats_a_range_and_a_pin_beats_metadata() -> None:
    files = {"uv.lock": UV, "pyproject.toml": '[project]\ndependencies = ["torch>=2", "dill>=0.1"]'}
    found = versions({**files, "requirements.txt": "torch==2.0\ndill==0.3"})
    assert [(str(found.of(name)), found.source_of(name)) for name in ("torch", "dill", "nothing")] == [
        ("==2.6.0", "uv.lock"),
        ("==0.3", "requirements.txt"),
        ("None", ""),
    ]


def test_a_bare_name_does_not_hide_a_range() -> None:
    files = {"requirements.txt": "torch", "pyproject.toml": '[project]\ndependencies = ["torch>=2.6"]'}
    found = versions(files).of("torch")
    assert found is not None
    assert (found.at_least("2.6"), found.source) == (True, "pyproject.toml")


def test_the_nearest_file_decides_and_a_lock_above_refines_what_agrees_with_it() -> None:
    files = {
        "uv.lock": UV,
        "old/requirements.txt": "torch==1.13",
        "member/pyproject.toml": '[project]\ndependencies = ["torch>=2"]',
        "requirements.txt": "xgboost==1.7",
    }
    found = versions(files)
    shown = {path: str(found.for_path(path).of("torch")) for path in ("x.py", "old/deep/x.py", "member/src/x.py")}
    assert shown == {"x.py": "==2.6.0", "old/deep/x.py": "==1.13", "member/src/x.py": "==2.6.0"}
    assert found.for_path("member/x.py").source_of("torch") == "uv.lock"
    assert str(found.for_path("old/x.py").of("xgboost")) == "==1.7"


def test_the_projects_of_the_tree_are_no_dependencies() -> None:
    found = versions({"pyproject.toml": '[project]\nname = "Mine"\ndependencies = ["mine[x]", "scikit-learn"]'})
    assert not found.declares_import("mine")
    assert found.declares_import("sklearn")
    assert not found.declares_import("torch")


@pytest.mark.parametrize(
    ("module", "distribution"),
    [
        ("sklearn.svm", "scikit-learn"),
        ("yaml", "pyyaml"),
        ("cv2", "opencv-python"),
        ("PIL.Image", "pillow"),
        ("skimage", "scikit-image"),
        ("google.protobuf.message", "protobuf"),
        ("torch", "torch"),
        ("sentence_transformers", "sentence-transformers"),
    ],
)
def test_distribution_of(module: str, distribution: str) -> None:
    assert distribution_of(module) == distribution


def test_other_builds_of_a_distribution_count() -> None:
    assert str(versions({"requirements.txt": "opencv-python-headless==4.9"}).of_import("cv2")) == "==4.9"


@pytest.mark.parametrize(
    ("path", "content", "kind"),
    [
        ("pyproject.toml", b"[project\n", NotificationKind.BROKEN_SYNTAX),
        ("pyproject.toml", b"a = " + b"[" * 50_000, NotificationKind.BROKEN_SYNTAX),
        ("pyproject.toml", b"a = " + b"9" * 10_000, NotificationKind.BROKEN_SYNTAX),
        ("pyproject.toml", b"# " + b"x" * 2_000_000, NotificationKind.BROKEN_SYNTAX),
        ("uv.lock", b"<html>not a lock</html>", NotificationKind.BROKEN_SYNTAX),
        ("uv.lock", b"<<<<<<< ours\n[[package]]\nname = 'x'\nversion = '1'\n", NotificationKind.BROKEN_SYNTAX),
        ("Pipfile.lock", b"{", NotificationKind.BROKEN_SYNTAX),
        ("Pipfile.lock", b"[" * 100_000, NotificationKind.BROKEN_SYNTAX),
        ("Pipfile.lock", b"[]", NotificationKind.BROKEN_SYNTAX),
        ("setup.cfg", b"no section", NotificationKind.BROKEN_SYNTAX),
        ("requirements.txt", b"torch\xff==1", NotificationKind.UNDECODABLE),
        ("requirements.txt", b"\xff\xfet", NotificationKind.UNDECODABLE),
        ("poetry.lock", b" " * (LARGEST_FILE + 1), NotificationKind.TOO_LARGE),
    ],
)
def test_what_cannot_be_read_is_said_once_and_nothing_breaks(path: str, content: bytes, kind: NotificationKind) -> None:
    found, notifications = read_versions({path: content, "a/requirements.txt": b"torch==2.6"})
    assert [(each.kind, each.path) for each in notifications] == [(kind, path)]
    assert str(found.for_path("a/x.py").of("torch")) == "==2.6"


@pytest.mark.parametrize(
    "text",
    [
        "[project]\ndependencies = 'x'\nname = 3\nrequires-python = []\noptional-dependencies = [1]",
        "project = 3\ndependency-groups = 'x'\ntool = []",
        "[tool.poetry]\ndependencies = [1]\ngroup = {x = 1, y = {dependencies = 3}}",
        "[tool.poetry.dependencies]\na = 1\nb = {version = 2}\nc = [1, {}]\nd = '^999999999999999999999999'",
    ],
)
def test_odd_types_are_passed_over(text: str) -> None:
    found, notifications = read_versions({"pyproject.toml": text.encode()})
    assert notifications == ()
    assert found.of("torch") is None


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("uv.lock", (UV + '[[package]]\nname = "x"\nversion = "1"\n' * 4).encode() * 4_000),
        ("uv.lock", b"[[package]]\nname = " + b" " * 5_000_000),
        ("uv.lock", b'[[package]]\nname = "' + b"x" * 10_000_000),
        ("requirements.txt", b"a[" * 2_000_000),
        ("requirements.txt", b"torch" + b" " * 5_000_000 + b"x"),
        ("requirements.txt", b"-r " * 1_000_000),
        ("requirements.txt", b"a \\\n" * 500_000),
        ("requirements.txt", b"torch==1\n" * 100_000),
        ("requirements.txt", b"".join(b"torch==%d\n" % number for number in range(50_000))),
        ("pyproject.toml", b"a." * 400_000 + b"a = 1"),
        ("setup.cfg", b"[options]\ninstall_requires =\n" + b"    torch\n" * 90_000),
        ("environment.yml", b"dependencies:\n- a" + b" " * 5_000_000 + b"!"),
        ("environment.yml", b"dependencies:\n" + b"- numpy=1\n" * 50_000),
    ],
)
def test_large_input_takes_time_in_proportion(path: str, content: bytes) -> None:
    begin = time.process_time()
    found, _ = read_versions({path: content})
    for versions in (found.of("torch"), found.of("numpy")):
        assert versions is None or versions.at_least("3") is not True
    assert time.process_time() - begin < 6
