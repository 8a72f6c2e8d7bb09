"""What may a user choose about a report, and what does the terminal allow?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from analyzer import __version__

HOME = "https://github.com/mlvet/mlvet"
"""Where the project lives: SARIF's `informationUri`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a report is told besides the run.

    Attributes:
        colour: write SGR colour codes (text only); see `wants_colour`.
        links: write OSC-8 hyperlinks (text only); see `wants_links`. Needs `root_uri` for links to files.
        width: columns of the terminal; longer source lines are windowed.
        show_suppressed: also list suppressed results and those a baseline knows (text only).
        statistics: end with counts per rule (text only; the other formats always carry them or need none).
        root_uri: `file://` URI of the directory that the run's paths are relative to, with a trailing slash; empty
            if unknown. Only terminal links use it: reports that travel hold relative paths.
        exit_code: the exit code the process is going to return, if known (SARIF only).
        version: the version of the tool.
    """

    colour: bool = False
    links: bool = False
    width: int = 100
    show_suppressed: bool = False
    statistics: bool = False
    root_uri: str = ""
    exit_code: int | None = None
    version: str = __version__


class Stream(Protocol):
    """What is asked of an output stream."""

    def isatty(self) -> bool:
        """Whether a person may be reading."""


def wants_colour(stream: Stream, environ: Mapping[str, str]) -> bool:
    """Whether to colour what goes to `stream`: NO_COLOR (no-color.org) beats FORCE_COLOR beats being a terminal."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return _is_capable_terminal(stream, environ)


def wants_links(stream: Stream, environ: Mapping[str, str]) -> bool:
    """Whether to write OSC-8 hyperlinks: only to a terminal, and never when colour is refused."""
    return _is_capable_terminal(stream, environ) and not environ.get("NO_COLOR")


def _is_capable_terminal(stream: Stream, environ: Mapping[str, str]) -> bool:
    return stream.isatty() and environ.get("TERM", "") != "dumb"
