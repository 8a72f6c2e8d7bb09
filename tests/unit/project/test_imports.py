"""Which file does an import mean, seen from the file that imports?"""

from collections.abc import Callable

import pytest

from analyzer.project.project import Project

Build = Callable[..., Project]

SCRIPTS = {"a/train.py": "", "a/utils.py": "", "b/train.py": "", "b/utils.py": "", "main.py": "", "utils.py": ""}
PACKAGE = {
    "src/pkg/__init__.py": "",
    "src/pkg/io.py": "",
    "src/pkg/sub/__init__.py": "",
    "src/pkg/sub/m.py": "",
    "tests/test_m.py": "",
    "tools/shared.py": "",
}


@pytest.mark.parametrize(("importer", "found"), [("a.train", "a.utils"), ("b.train", "b.utils"), ("main", "utils")])
def test_a_script_means_the_file_next_to_it(build: Build, importer: str, found: str) -> None:
    assert build(SCRIPTS).resolve_import(importer, "utils", 0) == found


def test_a_script_in_a_deeper_folder_means_the_nearest_above(build: Build) -> None:
    assert build({**SCRIPTS, "a/deep/run.py": ""}).resolve_import("a.deep.run", "utils", 0) == "a.utils"


@pytest.mark.parametrize(
    ("importer", "module", "level", "found"),
    [
        ("pkg.sub.m", "", 1, "pkg.sub"),
        ("pkg.sub", "m", 1, "pkg.sub.m"),
        ("pkg.sub.m", "io", 2, "pkg.io"),
        ("pkg.sub.m", "sub.m", 2, "pkg.sub.m"),
        ("pkg.sub.m", "x", 9, None),
        ("pkg.sub.m", "pkg.io", 0, "pkg.io"),
        ("pkg.sub.m", "io", 0, None),
        ("pkg", "missing", 1, None),
        ("tests.test_m", "pkg.sub", 0, "pkg.sub"),
        ("tests.test_m", "tools.shared", 0, "tools.shared"),
        ("tests.test_m", "tools", 0, "tools"),
        ("tests.test_m", "torch.nn", 0, None),
        ("nobody", "pkg", 0, None),
        ("nobody", "pkg", 1, None),
    ],
)
def test_resolve(build: Build, importer: str, module: str, level: int, found: str | None) -> None:
    assert build(PACKAGE).resolve_import(importer, module, level) == found


def test_a_sibling_in_a_package_is_a_guess_that_a_declared_dependency_beats(build: Build) -> None:
    files = {**PACKAGE, "src/pkg/shapely.py": ""}
    assert build(files).resolve_import("pkg.sub.m", "shapely", 0) == "pkg.shapely"
    assert build(files, "shapely>=2").resolve_import("pkg.sub.m", "shapely", 0) is None


def test_a_sibling_in_a_package_is_a_guess_that_a_well_known_library_beats(build: Build) -> None:
    project = build({**PACKAGE, "src/pkg/wandb.py": ""})
    assert project.resolve_import("pkg.sub.m", "wandb", 0) is None
    assert project.resolve_import("pkg.sub.m", "wandb", 2) == "pkg.wandb"


def test_a_module_that_imports_its_own_name_means_the_library(build: Build) -> None:
    project = build({"dags/airflow.py": "from airflow import DAG", "dags/main.py": "from airflow import DAG"})
    assert project.resolve_import("dags.airflow", "airflow", 0) is None
    found = project.find_import("dags.main", "airflow", 0, "DAG")
    assert found is not None
    assert found.qualified == "airflow.DAG"


def test_a_script_finds_its_neighbour_even_if_a_dependency_has_that_name(build: Build) -> None:
    files = {"a/datasets.py": "", "a/train.py": ""}
    assert build(files, "datasets").resolve_import("a.train", "datasets", 0) == "a.datasets"


def test_two_packages_of_one_name_are_told_apart_by_nearness(build: Build) -> None:
    files = {f"{side}/lib/{name}.py": "" for side in ("x", "y") for name in ("__init__", "m")}
    project = build({**files, "x/tests/t.py": "", "y/tests/t.py": "", "z/t.py": ""})
    paths = {name: project.resolve_import(f"{name}.tests.t", "lib.m", 0) for name in ("x", "y")}
    assert {side: project.paths[str(name)] for side, name in paths.items()} == {"x": "x/lib/m.py", "y": "y/lib/m.py"}
    assert project.resolve_import("z.t", "lib.m", 0) is None


def test_a_scan_that_starts_inside_a_package_understands_the_package_name(build: Build) -> None:
    project = build({"__init__.py": "", "m.py": "", "sub/__init__.py": ""})
    assert project.resolve_import("sub", "outer.m", 0) == "m"
    assert project.resolve_import("sub", "m", 2) == "m"


def test_a_folder_without_init_is_an_empty_module(build: Build) -> None:
    found = build(PACKAGE).module("tools")
    assert found is not None
    assert (found.path, found.is_package, found.body) == ("tools", True, ())
