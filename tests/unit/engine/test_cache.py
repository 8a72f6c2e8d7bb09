"""Is an analysis remembered exactly as long as it would come out the same?"""

import hashlib
import os
import time
from pathlib import Path

import pytest

from analyzer.engine.cache import MOST_ENTRIES, Remembered, State, folder, key, recall, settled, stamp, store
from analyzer.engine.survey import crash
from analyzer.model.finding import Finding
from analyzer.model.location import Location

AT = Location(path="a.py", line=1, column=1, end_line=1, end_column=2)
LONG_AGO = time.time_ns() - 3_600_000_000_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.py"
    path.write_text("x = 1\n")
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "mlvet"


def _remembered(file: Path, *, digest: str = "") -> Remembered:
    return Remembered(
        states=(State("a.py", stamp(str(file)), digest),),
        findings=(Finding(rule_id="f/r", message="m", at=AT),),
        marked={"a.py": b"\x90"},
        notifications=(crash("a.py", ValueError("x")),),
        files=1,
        lines=1,
    )


def test_what_was_remembered_is_recalled(file: Path, cache: Path) -> None:
    remembered = _remembered(file)
    store("k", remembered, cache)
    assert recall("k", {"a.py": str(file)}, cache) == remembered
    assert recall("other", {"a.py": str(file)}, cache) is None


def test_a_changed_file_is_noticed(file: Path, cache: Path) -> None:
    store("k", _remembered(file), cache)
    file.write_text("x = 2\n")
    assert recall("k", {"a.py": str(file)}, cache) is None


def test_a_file_that_was_only_touched_counts_by_its_digest(file: Path, cache: Path) -> None:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    store("k", _remembered(file, digest=digest), cache)
    os.utime(file)
    assert recall("k", {"a.py": str(file)}, cache) is not None
    file.write_text("y = 1\n")
    assert recall("k", {"a.py": str(file)}, cache) is None


def test_more_fewer_or_other_files_are_noticed(file: Path, cache: Path) -> None:
    store("k", _remembered(file), cache)
    assert recall("k", {}, cache) is None
    assert recall("k", {"b.py": str(file)}, cache) is None
    assert recall("k", {"a.py": str(file), "b.py": str(file)}, cache) is None
    assert recall("k", {"a.py": str(file) + "-gone"}, cache) is None


@pytest.mark.parametrize("damage", [b"", b"garbage", None, "cut"])
def test_a_damaged_entry_is_ignored(file: Path, cache: Path, damage: bytes | str | None) -> None:
    store("k", _remembered(file), cache)
    whole = (cache / "k").read_bytes()
    if damage is None:
        damaged = whole[:-3] + bytes([whole[-3] ^ 1]) + whole[-2:]
    else:
        damaged = whole[: len(whole) // 2] if isinstance(damage, str) else damage
    (cache / "k").write_bytes(damaged)
    assert recall("k", {"a.py": str(file)}, cache) is None
    store("k", _remembered(file), cache)
    assert recall("k", {"a.py": str(file)}, cache) is not None


def test_a_file_just_written_proves_nothing_by_its_times(file: Path) -> None:
    now = time.time_ns()
    os.utime(file, ns=(now, now))
    assert settled(stamp(str(file)), now) == ()
    assert settled(stamp(str(file)), now + 10_000_000_000) == stamp(str(file))


def test_the_cache_stays_small(file: Path, cache: Path) -> None:
    for number in range(MOST_ENTRIES + 5):
        store(f"k{number}", _remembered(file), cache)
        os.utime(cache / f"k{number}", (number, number))
    names = {path.name for path in cache.iterdir()}
    assert len(names) <= MOST_ENTRIES
    assert f"k{MOST_ENTRIES + 4}" in names and "k0" not in names


def test_a_cache_that_cannot_be_written_is_no_cache(file: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file")
    store("k", _remembered(file), blocked / "mlvet")
    assert recall("k", {"a.py": str(file)}, blocked / "mlvet") is None


def test_the_folder_is_the_users_own() -> None:
    assert folder({"XDG_CACHE_HOME": "/somewhere"}) == Path("/somewhere/mlvet")
    assert folder({"XDG_CACHE_HOME": "relative"}) == folder({})


def test_a_key_depends_on_every_part() -> None:
    assert key("a", ("b",)) == key("a", ("b",))
    assert len({key("a", "b"), key("ab"), key("a", ("b",)), key("b", "a")}) == 4
