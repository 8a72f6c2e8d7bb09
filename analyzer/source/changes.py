"""Which lines differ from a base revision?"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from analyzer.model.location import Location
from analyzer.source.git import GitError, entries, git

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_NEW_NAME = b"+++ "
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_ESCAPED = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
# Said explicitly, because the repository's own configuration and attributes must not change or hide anything.
_DIFF = (
    "diff",
    "--unified=0",
    "--inter-hunk-context=0",
    "--find-renames",
    "--text",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=all",
    "--src-prefix=a/",
    "--dst-prefix=b/",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a change added or altered.

    Attributes:
        lines: per path (relative to the root of the scan, POSIX) the first and last line of each altered stretch.
        whole: paths of files that git does not know yet.
    """

    lines: Mapping[str, tuple[tuple[int, int], ...]]
    whole: frozenset[str] = frozenset()

    def covers(self, location: Location) -> bool:
        """Whether any line of `location` is new or altered."""
        if location.path in self.whole:
            return True
        stretches = self.lines.get(location.path, ())
        return any(first <= location.end_line and location.line <= last for first, last in stretches)


def changed_lines(base: str, root: Path) -> Changes:
    """The lines of the work tree that differ from where `HEAD` and `base` parted; untracked files count whole.

    Lines that were only deleted leave nothing to point at and do not count.

    Arguments:
        base: a revision of the repository: branch, tag or commit.
        root: a folder of the work tree; paths are relative to it.

    Raises:
        GitError: no work tree, no such revision, or no common history.
    """
    start = _merge_base(base, root)
    prefix = git("rev-parse", "--show-prefix", folder=root).decode("utf-8", "surrogateescape").rstrip("\n")
    patch = git(*_DIFF, start, "--", folder=root, settings=_without_filters(root))
    lines = {_below(name, prefix): stretches for name, stretches in _stretches(patch) if stretches}
    # From the root of the work tree, because a scan may reach above its own root.
    top = git("rev-parse", "--show-toplevel", folder=root).decode("utf-8", "surrogateescape").rstrip("\n")
    untracked = entries(git("ls-files", "--others", "--exclude-standard", "-z", folder=Path(top)))
    return Changes(lines=lines, whole=frozenset(_below(name, prefix) for name in untracked))


def _merge_base(base: str, root: Path) -> str:
    try:
        commit = git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}", folder=root)
    except GitError as error:
        # With `--quiet`, git has nothing to say of a revision it does not know.
        reason = f"there is no revision `{base}`" if "exit code" in str(error) else str(error)
        raise GitError(reason) from None
    start = git("merge-base", commit.decode().strip(), "HEAD", folder=root, codes=(0, 1)).decode().split()
    if not start:
        raise GitError(f"`{base}` and `HEAD` have no common history here; a shallow clone needs to be deepened")
    return start[0]


def _without_filters(root: Path) -> dict[str, str]:
    """Settings that switch off every filter driver: to compare a file of the work tree, git would run them."""
    command = ("config", "--null", "--name-only", "--get-regexp", r"^filter\.")
    settings: dict[str, str] = {}
    for name in entries(git(*command, folder=root, codes=(0, 1))):
        driver = name.rpartition(".")[0]
        settings |= {f"{driver}.clean": "", f"{driver}.process": "", f"{driver}.required": "false"}
    return settings


def _stretches(patch: bytes) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """Per file of a patch without context: its new name, from the top of the repository, and its altered stretches."""
    name = ""
    found: list[tuple[int, int]] = []
    skip = 0
    for line in patch.split(b"\n"):
        if line.startswith(b"\\ "):
            continue
        if skip:
            # The text of a hunk, which may look like anything, is counted, not parsed.
            skip -= 1
        elif hunk := _HUNK.match(line):
            removed, first, added = (int(number) if number is not None else 1 for number in hunk.groups())
            skip = removed + added
            if added:
                found.append((first, first + added - 1))
        elif line.startswith(_NEW_NAME):
            if name:
                yield name, tuple(found)
            name, found = _unquoted(line[len(_NEW_NAME) :]), []
    if name:
        yield name, tuple(found)


def _unquoted(name: bytes) -> str:
    """A file name of a patch: `b/name`, with a tab behind if it holds spaces, or in quotes with C's escapes."""
    name = name.removesuffix(b"\t")
    if name.startswith(b'"'):
        name = _ESCAPE.sub(lambda match: _character(match[1]), name[1:-1])
    return name.decode("utf-8", "surrogateescape").removeprefix("b/")


def _character(escape: bytes) -> bytes:
    return bytes([int(escape, 8)]) if len(escape) == 3 else _ESCAPED.get(escape, escape)


def _below(name: str, prefix: str) -> str:
    """A name from the top of the repository as one from the root of the scan, spelt as `Candidate.path` is."""
    path = name.removeprefix(prefix) if name.startswith(prefix) else posixpath.relpath(name, prefix)
    return path if path.isascii() else path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
