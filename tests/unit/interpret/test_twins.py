"""Is a loaded model traced to the training that saved it?"""

from analyzer.interpret.twins import is_near, twins
from analyzer.model.location import Location
from analyzer.model.preprocessing import Preprocessing


def _way(purpose: str, path: str, artefact: str, declared: bool = False) -> Preprocessing:
    at = Location(path=path, line=1, column=1, end_line=1, end_column=2)
    return Preprocessing(entry=path, purpose=purpose, steps=(), artefact=artefact, at=at, declared=declared)


def test_the_training_with_the_longest_common_path_is_meant() -> None:
    far, near = _way("train", "a/train.py", "x/m.pkl"), _way("train", "b/train.py", "models/m.pkl")
    serve = _way("serve", "app.py", "models/m.pkl")
    assert dict(twins([far, serve, near])) == {serve: (near,)}


def test_of_equal_paths_the_nearest_module_is_meant() -> None:
    far, near = _way("train", "a/train.py", "m.pkl"), _way("train", "b/train.py", "m.pkl")
    serve = _way("serve", "b/app.py", "m.pkl")
    assert dict(twins([far, near, serve])) == {serve: (near,)}


def test_other_files_and_declared_steps_are_kept_apart() -> None:
    found = [_way("train", "train.py", "n.pkl"), _way("train", "train.py", "m.pkl", declared=True)]
    assert dict(twins([*found, _way("serve", "app.py", "m.pkl")])) == {}


def test_folders_beside_each_other_leave_a_doubt() -> None:
    serve = _way("serve", "app/main.py", "m.pkl")
    assert is_near(serve, _way("train", "train.py", "m.pkl"))
    assert is_near(serve, _way("train", "app/train.py", "m.pkl"))
    assert is_near(serve, _way("train", "training/train.py", "../app/m.pkl"))
    assert not is_near(serve, _way("train", "training/train.py", "m.pkl"))
