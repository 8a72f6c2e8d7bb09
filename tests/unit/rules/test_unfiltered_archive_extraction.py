"""How much does the unpacking of an archive weigh, given its origin, its filter and the version of Python?"""

import pytest
from msgspec import structs

from analyzer.api import CallFact, DoubtReason, Level, Value
from analyzer.interpret.values import NOTHING, Func, literal, unknown
from tests.unit.rules.facts import call_of, coming_from, findings

RULE = "deserialization/unfiltered-archive-extraction"
OLD = {("python", "3.14"): False, ("python", "2"): True}
NEW = {("python", "3.14"): True, ("python", "2"): True}


def tar(kind: str = "download", **args: Value) -> CallFact:
    return call_of("tarfile.TarFile.extractall", coming_from(kind), **args)


@pytest.mark.parametrize(
    ("kind", "level"),
    [("upload", Level.ERROR), ("download", Level.ERROR), ("command-line", Level.WARNING), ("parameter", Level.NOTE)],
)
def test_the_origin_decides_the_level(kind: str, level: Level) -> None:
    (found,) = findings(RULE, tar(kind), versions=OLD)
    assert found.level is level
    assert (found.doubt is None) is (level is Level.ERROR)
    assert found.remedy is not None
    assert found.remedy.safe


@pytest.mark.parametrize("kind", ["own-file", "constant-path", "verified"])
def test_own_archives_are_no_finding(kind: str) -> None:
    assert not findings(RULE, tar(kind), versions=OLD)


@pytest.mark.parametrize(
    ("value", "count", "doubted"),
    [
        (literal("data"), 0, False),
        (literal("tar"), 0, False),
        (Value(symbols=frozenset({"tarfile.data_filter"})), 0, False),
        (literal("fully_trusted"), 1, False),
        (literal(None), 1, False),
        (Value(symbols=frozenset({"tarfile.fully_trusted_filter"})), 1, False),
        (Value(funcs=frozenset({Func("m", "own")})), 1, True),
        (unknown("a setting"), 1, True),
    ],
)
def test_filters(value: Value, count: int, doubted: bool) -> None:
    found = findings(RULE, tar(filter=value), versions=OLD)
    assert len(found) == count
    assert any(each.doubt is not None for each in found) is doubted


def test_python_3_14_has_a_filter_of_its_own() -> None:
    assert not findings(RULE, tar(), versions=NEW)
    assert findings(RULE, tar(filter=literal("fully_trusted")), versions=NEW)


def test_a_version_that_nobody_names_is_a_doubt() -> None:
    (found,) = findings(RULE, tar())
    assert found.doubt is not None
    assert found.doubt.reason is DoubtReason.VERSION_UNKNOWN


@pytest.mark.parametrize(
    ("members", "count", "doubted"),
    [
        (Value(elements=()), 0, False),
        (Value(types=frozenset({"tarfile.Members"})), 1, False),
        (Value(types=frozenset({"list"})), 1, True),
        (literal(None), 1, False),
    ],
)
def test_chosen_members(members: Value, count: int, doubted: bool) -> None:
    found = findings(RULE, tar(members=members), versions=OLD)
    assert len(found) == count
    assert any(each.doubt is not None for each in found) is doubted


def test_names_that_were_looked_at_are_a_doubt() -> None:
    (found,) = findings(RULE, structs.replace(tar(), words=frozenset({"names-read"})), versions=OLD)
    assert found.doubt is not None
    assert found.doubt.reason is DoubtReason.INTENT


@pytest.mark.parametrize(
    ("args", "level"),
    [
        ({"format": literal("zip")}, Level.NOTE),
        ({"format": literal("gztar")}, Level.ERROR),
        ({}, Level.ERROR),
    ],
)
def test_unpack_archive_by_format(args: dict[str, Value], level: Level) -> None:
    (found,) = findings(RULE, call_of("shutil.unpack_archive", filename=coming_from("upload"), **args), versions=OLD)
    assert found.level is level
    assert (found.remedy is not None) is (level is Level.ERROR and "format" in args)  # zip files take no filter


@pytest.mark.parametrize(("kind", "count"), [("upload", 1), ("download", 0), ("parameter", 0)])
def test_zip_bombs_come_from_strangers(kind: str, count: int) -> None:
    call = call_of("zipfile.ZipFile.extractall", coming_from(kind))
    assert len(findings(RULE, call, versions=OLD)) == count
    assert not findings(RULE, structs.replace(call, words=frozenset({"names-read"})), versions=OLD)
    assert call.result is NOTHING
