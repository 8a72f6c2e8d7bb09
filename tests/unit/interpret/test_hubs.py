"""What counts as a repository of a hub, and as a pinned state of it."""

from typing import Any

import pytest

from analyzer.interpret.facts import CallFact
from analyzer.interpret.hubs import Pin, Repository, is_commit, is_local, repository
from analyzer.interpret.values import NOTHING, Origin, Place, Value, join, literal, unknown
from analyzer.knowledge.table import api

COMMIT = "0123456789abcdef0123456789abcdef01234567"
HERE = Place("m", 0, 1)


def fetch(name: Value, hub: str, *, is_open: str = "", pin: str = "revision", **args: Value) -> CallFact:
    row = api("library.fetch(name, **kwargs)", "load", hub=hub, pin=pin)
    given = {"name": name, **args}
    return CallFact(row, row.name, HERE, HERE, given, {}, None, is_open, NOTHING, "m:")


@pytest.mark.parametrize(
    ("name", "hub"),
    [
        ("organisation/model", "models"),
        ("meta-llama/Llama-3.1-8B", "models"),
        ("bert-base-uncased", "models"),
        ("gpt2", "models"),
        ("squad", "datasets"),
        ("all-MiniLM-L6-v2", "sentence"),
        ("data/model", "repositories"),
    ],
)
def test_names_of_repositories(name: str, hub: str) -> None:
    assert repository(fetch(literal(name), hub)) == Repository(name, Pin.MOVING)


@pytest.mark.parametrize(
    ("name", "hub"),
    [
        ("./model", "models"),
        ("../model", "models"),
        ("/srv/model", "models"),
        ("~/model", "models"),
        ("C:\\models\\bert", "models"),
        ("models/bert", "models"),
        ("output/run/checkpoint-500", "models"),
        ("organisation/model.safetensors", "models"),
        ("my_model", "models"),
        ("csv", "datasets"),
        ("trained", "sentence"),
        ("resnet18", "prefixed"),
        ("with space/model", "models"),
        ("", "models"),
    ],
)
def test_names_of_folders_and_of_nothing(name: str, hub: str) -> None:
    assert repository(fetch(literal(name), hub)) is None


def test_what_is_not_a_constant_is_not_known_to_be_a_repository() -> None:
    asked = Origin("parameter", "name", "m:f")
    assert repository(fetch(unknown("a parameter"), "models")) is None
    assert repository(fetch(Value(constants=literal("o/m").constants, origins=frozenset((asked,))), "models")) is None


def test_nothing_is_fetched_if_only_the_cache_may_be_used() -> None:
    assert repository(fetch(literal("o/m"), "models", local_files_only=literal(True))) is None
    assert repository(fetch(literal("o/m"), "models", local_files_only=literal(False))) is not None


@pytest.mark.parametrize(
    ("revision", "pin", "named"),
    [
        (literal(COMMIT), Pin.COMMIT, COMMIT),
        (literal("main"), Pin.MOVING, "main"),
        (literal("v1.0.0"), Pin.MOVING, "v1.0.0"),
        (literal(None), Pin.MOVING, ""),
        (unknown("a setting"), Pin.UNKNOWN, ""),
    ],
)
def test_a_revision_pins_if_it_is_a_commit(revision: Value, pin: Pin, named: str) -> None:
    assert repository(fetch(literal("o/m"), "models", revision=revision)) == Repository("o/m", pin, named)


def test_arguments_that_are_not_seen_may_pin() -> None:
    assert repository(fetch(literal("o/m"), "models", is_open="**kwargs")) == Repository("o/m", Pin.UNKNOWN)


@pytest.mark.parametrize(
    ("name", "hub", "found"),
    [
        ("hf-hub:o/m", "prefixed", Repository("o/m", Pin.MOVING)),
        (f"hf-hub:o/m@{COMMIT}", "prefixed", Repository("o/m", Pin.COMMIT, COMMIT)),
        ("hf-hub:o/m@main", "prefixed", Repository("o/m", Pin.MOVING, "main")),
        ("hf://o/m", "prefixed", Repository("o/m", Pin.MOVING)),
        ("kaggle://o/m/keras/small/2", "prefixed", Repository("kaggle://o/m/keras/small/2", Pin.COMMIT)),
        ("o/m/pytorch/small", "kaggle", Repository("o/m/pytorch/small", Pin.MOVING)),
        ("o/m/pytorch/small/3", "kaggle", Repository("o/m/pytorch/small/3", Pin.COMMIT)),
        ("o/rows/versions/4", "kaggle", Repository("o/rows/versions/4", Pin.COMMIT)),
        ("models:/churn/latest", "mlflow", Repository("churn", Pin.MOVING, "latest")),
        ("models:/churn/7", "mlflow", Repository("models:/churn/7", Pin.COMMIT)),
        ("models:/churn@champion", "mlflow", None),
        ("runs:/abc/model", "mlflow", None),
    ],
)
def test_hubs_with_versions_in_the_name(name: str, hub: str, found: Repository | None) -> None:
    assert repository(fetch(literal(name), hub)) == found


def test_the_parameter_with_the_revision_is_named_by_the_row() -> None:
    given: dict[str, Any] = {"model_kwargs[revision]": literal(COMMIT)}
    call = fetch(literal("o/m"), "models", pin="model_kwargs[revision]", **given)
    assert repository(call) == Repository("o/m", Pin.COMMIT, COMMIT)


@pytest.mark.parametrize(
    ("revision", "answer"),
    [(COMMIT, True), ("548fc3543a", True), ("20240131", False), ("main", False), ("abc", False), (COMMIT + "0", False)],
)
def test_an_abbreviated_commit_is_meant_as_one(revision: str, answer: bool) -> None:
    assert is_commit(revision) is answer


def test_local_is_what_cannot_be_a_repository() -> None:
    assert is_local(literal("./model")) and is_local(literal("checkpoints"))
    assert not is_local(literal("o/m")) and not is_local(None) and not is_local(unknown("?"))


def test_of_several_names_all_must_be_repositories() -> None:
    both = join(literal("o/b"), literal("o/a"))
    assert repository(fetch(both, "models")) == Repository("o/a", Pin.MOVING)
    assert repository(fetch(join(both, literal("./ours")), "models")) is None
    assert repository(fetch(NOTHING, "models")) is None
