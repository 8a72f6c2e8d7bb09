"""Does every file get a unique, importable-looking name?"""

import pytest

from analyzer.project.names import module_names


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["train.py", "scripts/train.py"], ["train", "scripts.train"]),
        (["src/pkg/__init__.py", "src/pkg/sub/__init__.py", "src/pkg/sub/m.py"], ["pkg", "pkg.sub", "pkg.sub.m"]),
        (["src/space/m.py"], ["space.m"]),
        (["a/pkg/__init__.py", "a/pkg/m.py", "pkg/__init__.py"], ["a.pkg", "a.pkg.m", "pkg"]),
        (["pkg/__init__.py", "pkg/data/m.py"], ["pkg", "pkg.data.m"]),
        (["train.py", "train.ipynb"], ["train", "train_ipynb"]),
        (["pkg.py", "pkg/__init__.py"], ["pkg_py", "pkg"]),
        (["__init__.py", "m.py"], ["__init__", "m"]),
        (["v1.2/my-script.py"], ["v1_2.my-script"]),
        (["x'; import os\n.py"], ["x___import_os_"]),
    ],
)
def test_name(paths: list[str], names: list[str]) -> None:
    assert list(module_names(paths).values()) == names


def test_every_file_has_its_own_name_whatever_the_order() -> None:
    paths = ["a.b/c.py", "a_b/c.py", "a/b/c.py", "a b/c.py", "src/c.py", "c.py", "c.ipynb", "src/src/c.py"]
    names = module_names(paths)
    assert len(set(names.values())) == len(paths)
    assert module_names(reversed(paths)) == names


def test_a_path_given_twice_is_one_module() -> None:
    assert module_names(["m.py", "m.py"]) == {"m.py": "m"}
