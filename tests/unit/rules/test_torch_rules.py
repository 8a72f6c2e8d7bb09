"""How much do loads, switches and lists of torch weigh, and which cure is offered?"""

import pytest
from msgspec import structs

from analyzer.api import Assignment, DoubtReason, Level, Value
from analyzer.interpret.values import literal, unknown
from tests.unit.rules.facts import PLACE, call_of, coming_from, findings

LOAD = "deserialization/torch-load-without-weights-only"
WIDE = "deserialization/process-wide-unsafe-loading"
PROGRAM = "deserialization/untrusted-torch-program"
HUB = "deserialization/unpinned-torch-hub-code"
NATIVE = "deserialization/untrusted-native-library"
GLOBALS = "deserialization/dangerous-safe-globals"
OLD = {("torch", "2.6"): False, ("torch", "2.10"): False}
MIDDLE = {("torch", "2.6"): True, ("torch", "2.10"): False}


def assigned(owner: str, name: str, value: Value) -> Assignment:
    return Assignment(owner=owner, name=name, value=value, place=PLACE, function="example:")


@pytest.mark.parametrize(
    ("kind", "versions", "level"),
    [
        ("request", OLD, Level.WARNING),
        ("request", MIDDLE, Level.NOTE),
        ("parameter", OLD, Level.NOTE),
        ("command-line", OLD, Level.NOTE),
    ],
)
def test_a_restricted_load_by_a_vulnerable_torch(
    kind: str, versions: dict[tuple[str, str], bool], level: Level
) -> None:
    call = call_of("torch.load", f=coming_from(kind), weights_only=literal(True))
    (found,) = findings(LOAD, call, versions=versions)
    assert (found.level, "CVE-202" in found.message) == (level, True)


@pytest.mark.parametrize("kind", ["parameter", "constant-path", "own-file"])
def test_memory_corruption_needs_a_proven_flow(kind: str) -> None:
    assert not findings(LOAD, call_of("torch.load", f=coming_from(kind), weights_only=literal(True)), versions=MIDDLE)


@pytest.mark.parametrize(
    ("handed_to", "args", "safe"),
    [
        ({"load_state_dict"}, {}, True),
        ({"load_state_dict"}, {"weights_only": literal(False)}, False),
        ({"load_state_dict", ""}, {}, False),
        ({""}, {}, False),
    ],
)
def test_the_flag_is_a_safe_cure_for_state_dicts(handed_to: set[str], args: dict[str, Value], safe: bool) -> None:
    call = structs.replace(call_of("torch.load", f=coming_from("request"), **args), handed_to=frozenset(handed_to))
    (found,) = findings(LOAD, call)
    assert found.remedy is not None
    assert (found.remedy.safe, [change.name for change in found.remedy.changes]) == (safe, ["weights_only"])


def test_a_torch_without_the_flag_is_offered_none() -> None:
    versions = {("torch", "1.13"): False, ("torch", "2.6"): False}
    (found,) = findings(LOAD, call_of("torch.load", f=coming_from("request")), versions=versions)
    assert found.remedy is None


@pytest.mark.parametrize(
    ("flag", "expected"),
    [
        (coming_from("parameter", constants=literal(True).constants, unknown="may be given"), []),
        (coming_from("parameter", constants=literal(False).constants, unknown="may be given"), ["may not"]),
        (coming_from("parameter", unknown="may be given"), ["may not"]),
        (unknown("not seen"), []),
        (literal(False), ["is told"]),
    ],
)
def test_a_flag_says_what_is_known_of_it(flag: Value, expected: list[str]) -> None:
    call = call_of("torch.load", f=coming_from("parameter"), weights_only=flag)
    found = findings(LOAD, call, versions={("torch", "2.6"): True, ("torch", "2.10"): True})
    assert [how for each, how in zip(found, expected, strict=True) if how in each.message] == expected


def test_the_environment_decides_what_is_not_said() -> None:
    call = call_of("torch.load", f=coming_from("request"))
    for name, count in (("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", 1), ("TORCH_FORCE_WEIGHTS_ONLY_LOAD", 0)):
        versions = {("torch", "2.6"): count == 1, ("torch", "2.10"): True}
        found = findings(LOAD, call, assignments=[assigned("os.environ", name, literal("1"))], versions=versions)
        assert len(found) == count


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (literal("1"), [(Level.ERROR, None)]),
        (literal("TRUE"), [(Level.ERROR, None)]),
        (literal("0"), []),
        (unknown("read from a file"), [(Level.NOTE, DoubtReason.UNRESOLVED_VALUE)]),
    ],
)
def test_a_variable_of_the_environment(value: Value, expected: list[object]) -> None:
    found = findings(WIDE, assignments=[assigned("os.environ", "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", value)])
    assert [(each.level, each.doubt.reason if each.doubt else None) for each in found] == expected


def test_what_is_taken_back_is_a_note() -> None:
    name = "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"
    both = [assigned("os.environ", name, literal("1")), assigned("os.environ", name, literal(None))]
    assert [each.level for each in findings(WIDE, assignments=both)] == [Level.NOTE]


def test_messages_and_settings_are_warnings() -> None:
    pickles = Value(elements=(literal("json"), literal("pickle")))
    settings = assigned("celery.app.utils.Settings", "accept_content", pickles)
    found = findings(WIDE, call_of("kombu.enable_insecure_serializers"), assignments=[settings])
    assert [each.level for each in found] == [Level.WARNING, Level.WARNING]


@pytest.mark.parametrize(
    ("name", "kind", "levels"),
    [
        ("torch.export.load", "hub", [Level.ERROR]),
        ("torch.export.load", "parameter", [Level.NOTE]),
        ("torch.jit.load", "hub", [Level.WARNING]),
        ("torch.jit.load", "parameter", []),
    ],
)
def test_a_program_weighs_more_than_a_script(name: str, kind: str, levels: list[Level]) -> None:
    assert [each.level for each in findings(PROGRAM, call_of(name, f=coming_from(kind)))] == levels


@pytest.mark.parametrize(
    ("repository", "levels"),
    [
        (literal("organisation/model"), [None]),
        (literal("organisation/model:main"), [None]),
        (literal("pytorch/vision"), [Level.NOTE]),
        (literal("organisation/model:" + "a" * 40), []),
        (literal("organisation/model:" + "a" * 39), [None]),
        (coming_from("request"), [Level.ERROR]),
        (coming_from("command-line"), [Level.WARNING]),
        (unknown("not seen"), []),
    ],
)
def test_only_a_full_commit_pins_a_repository(repository: Value, levels: list[Level | None]) -> None:
    assert [each.level for each in findings(HUB, call_of("torch.hub.load", repo_or_dir=repository))] == levels


@pytest.mark.parametrize(
    ("kind", "levels"),
    [
        ("upload", [Level.ERROR]),
        ("command-line", [Level.WARNING]),
        ("parameter", [Level.NOTE]),
        ("environment", []),
        ("package-resource", []),
    ],
)
def test_who_says_which_library_is_loaded(kind: str, levels: list[Level]) -> None:
    assert [each.level for each in findings(NATIVE, call_of("ctypes.CDLL", name=coming_from(kind)))] == levels


def test_the_least_trusted_source_counts() -> None:
    name = "torch.utils.cpp_extension.load_inline"
    call = call_of(name, cpp_sources=literal("int f();"), cuda_sources=coming_from("download"))
    assert [each.level for each in findings(NATIVE, call)] == [Level.ERROR]


@pytest.mark.parametrize(
    ("symbol", "levels"),
    [("builtins.getattr", [None]), ("os.system", [None]), ("functools.partial", [Level.WARNING]), ("os.PathLike", [])],
)
def test_what_an_allowed_name_lets_a_checkpoint_do(symbol: str, levels: list[Level | None]) -> None:
    pair = Value(elements=(Value(symbols=frozenset({symbol})), literal("a name")))
    call = call_of("torch.serialization.add_safe_globals", safe_globals=Value(elements=(pair,)))
    assert [each.level for each in findings(GLOBALS, call)] == levels
