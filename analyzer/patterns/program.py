"""Which semgrep is there, and how is it run so that neither a scanned repository nor the network has a say?"""

import os
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from subprocess import Popen

NAME = "semgrep"
MOST_BYTES = 128 * 2**20  # of an answer; a finding takes about 1 KB

_PAUSE = 0.02  # seconds between two looks at a process that is waited for
_KEPT = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "TZ")


class ProgramError(Exception):
    """Semgrep gave no answer; the text says why, to follow its name."""


def find(environ: Mapping[str, str]) -> Path | None:
    """The semgrep beside the running interpreter, else the first one in an absolute folder of `PATH`.

    A relative folder of `PATH` would let the folder that is scanned bring its own program.
    """
    suffixes = ("", ".exe") if sys.platform == "win32" else ("",)
    folders = [os.path.dirname(sys.executable), *environ.get("PATH", "").split(os.pathsep)]
    for folder in filter(os.path.isabs, folders):
        for suffix in suffixes:
            path = Path(folder, NAME + suffix)
            if path.is_file() and os.access(path, os.X_OK):
                return path
    return None


@dataclass(slots=True)
class Process:
    """One run of semgrep over the files of a folder.

    Attributes:
        popen: the process, which leads a group of its own.
        answer, errors: the files that its standard output and error go to.
        deadline: when it is given up, by `time.monotonic`.
        seconds: how long it may take, to say so.
    """

    popen: "Popen[bytes]"
    answer: Path
    errors: Path
    deadline: float
    seconds: float

    def wait(self) -> bytes:
        """What semgrep answered, as JSON.

        Raises:
            ProgramError: it took too long, wrote too much, or ended without an answer.
        """
        while self.popen.poll() is None:
            if time.monotonic() > self.deadline:
                self.stop()
                raise ProgramError(f"took longer than {self.seconds:g} seconds and was stopped")
            self._require_small()
            time.sleep(_PAUSE)
        self._require_small()
        answer = self.answer.read_bytes()
        if not answer.strip():
            raise ProgramError(f"{_ended(self.popen.returncode)} without an answer{self._last_words()}")
        return answer

    def stop(self) -> None:
        """End the process and whatever it started."""
        if self.popen.poll() is not None:
            return
        if sys.platform == "win32":
            self.popen.kill()
        else:
            os.killpg(self.popen.pid, signal.SIGKILL)
        self.popen.wait()

    def _require_small(self) -> None:
        if self.answer.stat().st_size > MOST_BYTES:
            self.stop()
            raise ProgramError(f"found so much that its answer is larger than {MOST_BYTES // 2**20} MiB")

    def _last_words(self) -> str:
        lines = self.errors.read_bytes()[-4096:].decode("utf-8", "replace").split("\n")
        said = [line.strip() for line in lines if line.strip()]
        return f": {said[-1][:300]}" if said else ""


def start(program: Path, rules: Sequence[Path], *, tree: Path, home: Path, seconds: float, jobs: int) -> Process:
    """Start semgrep on all files below `tree`.

    Args:
        program: see `find`.
        rules: files of rules.
        tree: a folder of ours: what lies there decides what is searched, no ignore file does.
        home: a folder of ours, where semgrep may keep what it likes to keep.
        seconds: how long it may take.
        jobs: in how many processes it may search.

    Raises:
        ProgramError: it cannot be started.
    """
    import subprocess

    answer, errors = home / "answer.json", home / "errors.txt"
    command = [str(program), "scan", "--json", "--quiet", "--metrics=off", "--disable-version-check"]
    command += ["--no-git-ignore", "--no-rewrite-rule-ids", "--disable-nosem", "--max-target-bytes=0"]
    command += ["--dataflow-traces", f"--jobs={jobs}", *(f"--config={path}" for path in rules), "."]
    try:
        with open(answer, "wb") as out, open(errors, "wb") as err:
            popen = subprocess.Popen(
                command,
                cwd=tree,
                env=_environment(home, os.environ),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )
    except OSError as error:
        raise ProgramError(f"cannot be started: {error.strerror or error}") from None
    return Process(popen, answer, errors, time.monotonic() + seconds, seconds)


def _environment(home: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """Nothing of ours but what a program needs to start: no tokens, no registry, no settings of the user."""
    kept = {name: value for name, value in environ.items() if name in _KEPT}
    return kept | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "SEMGREP_SETTINGS_FILE": str(home / "settings.yml"),
        "SEMGREP_LOG_FILE": str(home / "semgrep.log"),
        "SEMGREP_ENABLE_VERSION_CHECK": "0",
        "SEMGREP_SEND_METRICS": "off",
        "PYTHONIOENCODING": "utf-8",
    }


def _ended(code: int) -> str:
    if code >= 0:
        return f"ended with exit code {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"
