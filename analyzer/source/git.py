"""How is git asked about a repository without letting that repository run anything?"""

import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

# The configuration of an untrusted repository may name programs; these settings, given on the command line, outrank it.
_SAFE = (
    "--no-pager",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.quotePath=true"),
    *("-c", "protocol.allow=never"),
    *("-c", "safe.bareRepository=explicit"),
)
# A hook's environment points at the repository of the hook, which need not be the one that is scanned.
_DROPPED = {
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIFF_OPTS",
    "GIT_DIR",
    "GIT_EXTERNAL_DIFF",
    "GIT_GLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_WORK_TREE",
}
_TIMEOUT = 60.0


class GitError(Exception):
    """Git could not answer; the text is one sentence that says why."""


def in_work_tree(folder: Path) -> bool:
    """Whether `folder` or a folder above it holds a `.git`, found without starting a process."""
    return any((parent / ".git").exists() for parent in (folder, *folder.parents))


def git(
    *arguments: str,
    folder: Path,
    settings: Mapping[str, str] | None = None,
    codes: Collection[int] = (0,),
    strict: bool = False,
) -> bytes:
    """What `git arguments` prints when it runs in `folder`.

    No hook, file-system monitor, pager, prompt or network transport is started, and no lock is taken.

    Arguments:
        arguments: a command of git with its options.
        folder: where to run it.
        settings: further configuration values that outrank the repository's.
        codes: the exit codes that are an answer.
        strict: take a warning for a failure.

    Raises:
        GitError: git is missing, failed or took longer than a minute.
    """
    import subprocess  # most scans ask git nothing, or are of one file

    command = ["git", "-C", str(folder), *_SAFE, *arguments]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env=_environment(settings or {}),
            timeout=_TIMEOUT,
        )
    except FileNotFoundError:
        raise GitError("git is not installed") from None
    except OSError as error:
        raise GitError(f"git could not be started: {error.strerror}") from None
    except subprocess.TimeoutExpired:
        raise GitError(f"`git {arguments[0]}` did not end within {_TIMEOUT:.0f} s") from None
    if done.returncode not in codes or (strict and done.stderr):
        raise GitError(f"`git {arguments[0]}` failed: {_reason(done.stderr, done.returncode)}")
    return done.stdout


def entries(output: bytes) -> Sequence[str]:
    """The parts of NUL-terminated output, as file names of this system."""
    return [os.fsdecode(part) for part in output.split(b"\0") if part]


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    environment.update(
        GIT_OPTIONAL_LOCKS="0",
        GIT_TERMINAL_PROMPT="0",
        GIT_NO_LAZY_FETCH="1",
        GIT_NO_REPLACE_OBJECTS="1",
        LC_ALL="C",
    )
    # Unlike `-c`, these variables can hold a name with `=` in it.
    first = int(count) if (count := environment.get("GIT_CONFIG_COUNT", "")).isdecimal() else 0
    for index, (name, value) in enumerate(settings.items(), first):
        environment[f"GIT_CONFIG_KEY_{index}"] = name
        environment[f"GIT_CONFIG_VALUE_{index}"] = value
    if settings:
        environment["GIT_CONFIG_COUNT"] = str(first + len(settings))
    return environment


def _reason(stderr: bytes, code: int) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ").removeprefix("warning: ").rstrip(".") if lines else f"exit code {code}"
