"""How much does a load weigh, given where its content comes from?"""

import pytest
from msgspec import structs

from analyzer.api import DoubtReason, Level, Value
from analyzer.interpret.facts import Restriction
from analyzer.interpret.values import Func, literal, unknown
from tests.unit.rules.facts import PLACE, call_of, coming_from, findings

PICKLE = "deserialization/pickle-load-of-untrusted-data"
TORCH = "deserialization/torch-load-without-weights-only"
YAML = "deserialization/unsafe-yaml-load"
REMOTE = "deserialization/trust-remote-code"


@pytest.mark.parametrize(
    ("kind", "level", "reason"),
    [
        ("request", Level.ERROR, None),
        ("queue", Level.ERROR, None),
        ("hub", Level.ERROR, None),
        ("command-line", Level.WARNING, DoubtReason.INTENT),
        ("environment", Level.NOTE, DoubtReason.INTENT),
        ("parameter", Level.NOTE, DoubtReason.UNKNOWN_PROVENANCE),
        ("shared-path", Level.NOTE, DoubtReason.UNKNOWN_PROVENANCE),
    ],
)
def test_provenance_decides_the_level(kind: str, level: Level, reason: DoubtReason | None) -> None:
    (found,) = findings(PICKLE, call_of("pickle.loads", data=coming_from(kind)))
    assert found.level is level
    assert (found.doubt.reason if found.doubt is not None else None) is reason
    assert [step.text for step in found.flow] == ["it comes in here", "`pickle.loads` loads it"]


@pytest.mark.parametrize("value", [literal("model.pkl"), coming_from("own-file"), coming_from("verified")])
def test_own_content_is_no_finding(value: Value) -> None:
    assert not findings(PICKLE, call_of("joblib.load", filename=value))


def test_a_doubt_about_a_parameter_names_its_function() -> None:
    (found,) = findings(PICKLE, call_of("pickle.load", file=coming_from("parameter")))
    assert found.doubt is not None
    assert found.doubt.parameters_of == ("example:f",)


def test_an_argument_that_was_not_seen_is_a_doubt() -> None:
    (found,) = findings(PICKLE, call_of("pickle.load", None, "*args"))
    assert found.level is Level.NOTE
    assert found.doubt is not None


@pytest.mark.parametrize(
    ("switch", "count", "doubted"),
    [
        ({}, 0, False),
        ({"allow_pickle": literal(False)}, 0, False),
        ({"allow_pickle": literal(0)}, 0, False),
        ({"allow_pickle": literal(True)}, 1, False),
        ({"allow_pickle": literal("False")}, 1, False),
        ({"allow_pickle": unknown("a flag")}, 1, True),
    ],
)
def test_numpy_only_unpickles_if_it_is_told_to(switch: dict[str, Value], count: int, doubted: bool) -> None:
    found = findings(PICKLE, call_of("numpy.load", file=coming_from("request"), **switch))
    assert len(found) == count
    assert any(each.doubt is not None for each in found) is doubted


def test_old_numpy_unpickles_by_default() -> None:
    call = call_of("numpy.load", file=coming_from("request"))
    assert findings(PICKLE, call, versions={("numpy", "1.16.3"): False})
    assert not findings(PICKLE, call, versions={("numpy", "1.16.3"): True})


@pytest.mark.parametrize(
    ("verdict", "count", "doubted"),
    [("listed", 0, False), ("bypassable", 1, False), ("undecided", 1, True)],
)
def test_what_find_class_lets_through_decides(verdict: str, count: int, doubted: bool) -> None:
    call = call_of("pickle.Unpickler.load", coming_from("request"))
    judged = structs.replace(call, restriction=Restriction("Own.find_class", verdict, "lets all through", PLACE))
    found = findings(PICKLE, judged)
    assert len(found) == count
    assert all("`Own.find_class` lets all through" in each.message and each.related for each in found)
    assert any(each.doubt is not None for each in found) is doubted


@pytest.mark.parametrize(
    ("modern", "count", "reason"),
    [(True, 0, None), (False, 1, None), (None, 1, DoubtReason.VERSION_UNKNOWN)],
)
def test_the_default_of_torch_load_depends_on_the_version(
    modern: bool | None, count: int, reason: DoubtReason | None
) -> None:
    versions = {} if modern is None else {("torch", "2.6"): modern}
    found = findings(TORCH, call_of("torch.load", f=coming_from("download")), versions=versions)
    assert len(found) == count
    assert all(each.level is Level.ERROR for each in found)
    assert all((each.doubt.reason if each.doubt else None) is reason for each in found)


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ({"weights_only": literal(True)}, 0),
        ({"weights_only": literal(False)}, 1),
        ({"weights_only": literal(None)}, 0),
        ({"pickle_module": Value(symbols=frozenset({"dill"}))}, 1),
        ({"weights_only": literal(True), "pickle_module": Value(symbols=frozenset({"dill"}))}, 0),
        ({"weights_only": unknown("a flag")}, 1),
    ],
)
def test_arguments_of_torch_load(arguments: dict[str, Value], count: int) -> None:
    call = call_of("torch.load", f=coming_from("download"), **arguments)
    assert len(findings(TORCH, call, versions={("torch", "2.6"): True})) == count


def test_an_own_checkpoint_is_at_most_a_note() -> None:
    (found,) = findings(TORCH, call_of("torch.load", f=literal("model.pt"), weights_only=literal(False)))
    assert found.level is Level.NOTE
    assert found.doubt is None
    assert not findings(TORCH, call_of("torch.load", f=coming_from("own-file"), weights_only=literal(False)))


def test_two_doubts_are_one_that_needs_both_answers() -> None:
    call = call_of("torch.load", f=coming_from("parameter"), weights_only=coming_from("parameter", unknown="a flag"))
    (found,) = findings(TORCH, call)
    assert found.doubt is not None
    assert found.doubt.reason is DoubtReason.UNRESOLVED_VALUE
    assert found.doubt.question.startswith("Can `weights_only` be false here, and can someone")
    assert found.doubt.parameters_of == ("example:f",)


@pytest.mark.parametrize(
    ("loaders", "level"),
    [
        (["yaml.SafeLoader"], None),
        (["yaml.CSafeLoader", "yaml.BaseLoader"], None),
        (["yaml.Loader"], Level.ERROR),
        (["yaml.SafeLoader", "yaml.UnsafeLoader"], Level.ERROR),
        (["yaml.FullLoader"], Level.NOTE),
    ],
)
def test_yaml_loaders(loaders: list[str], level: Level | None) -> None:
    loader = Value(symbols=frozenset(loaders))
    found = findings(YAML, call_of("yaml.load", stream=coming_from("request"), Loader=loader))
    assert [each.level for each in found] == ([] if level is None else [level])
    assert all(each.doubt is None for each in found)


def test_full_loader_before_its_repair_is_unsafe() -> None:
    call = call_of("yaml.full_load", stream=coming_from("request"))
    (found,) = findings(YAML, call, versions={("PyYAML", "5.4"): False})
    assert found.level is Level.ERROR


def test_yaml_loader_that_is_computed_is_a_doubt() -> None:
    loader = Value(funcs=frozenset({Func("example", "make")}), unknown="made at run time")
    (found,) = findings(YAML, call_of("yaml.load", stream=coming_from("request"), Loader=loader))
    assert found.doubt is not None
    assert found.doubt.reason is DoubtReason.UNRESOLVED_VALUE


COMMIT = literal("0123456789abcdef0123456789abcdef01234567")


@pytest.mark.parametrize(
    ("repository", "revision", "level", "doubted"),
    [
        (literal("organisation/model"), None, None, False),
        (literal("organisation/model"), literal("main"), None, False),
        (literal("organisation/model"), COMMIT, Level.WARNING, False),
        (literal("organisation/model"), unknown("a setting"), Level.WARNING, False),
        (coming_from("command-line"), None, Level.WARNING, False),
        (coming_from("request"), None, Level.ERROR, False),
        (coming_from("parameter"), None, None, True),
    ],
)
def test_remote_code(repository: Value, revision: Value | None, level: Level | None, doubted: bool) -> None:
    arguments = {"trust_remote_code": literal(True)} | ({} if revision is None else {"revision": revision})
    call = call_of("transformers.AutoModel.from_pretrained", pretrained_model_name_or_path=repository, **arguments)
    (found,) = findings(REMOTE, call)
    assert found.level is level  # None: the rule's own, an error
    assert (found.doubt is not None) is doubted


@pytest.mark.parametrize("repository", ["./models/ours", "/models/ours", "../ours", ".", "~/ours", "C:\\ours"])
def test_code_in_a_folder_is_not_remote(repository: str) -> None:
    call = call_of(
        "sentence_transformers.SentenceTransformer",
        model_name_or_path=literal(repository),
        trust_remote_code=literal(True),
    )
    assert not findings(REMOTE, call)


def test_a_flag_that_the_library_refuses_is_no_finding() -> None:
    call = call_of("datasets.load_dataset", path=literal("a/b"), trust_remote_code=literal(True))
    assert findings(REMOTE, call)
    assert not findings(REMOTE, call, versions={("datasets", "4.0.0"): True})
