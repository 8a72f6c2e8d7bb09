"""When does a report have colours and links?"""

import pytest

from analyzer.report.options import wants_colour, wants_links


class Stream:
    def __init__(self, terminal: bool) -> None:
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("terminal", "environ", "colour", "links"),
    [
        (True, {}, True, True),
        (False, {}, False, False),
        (True, {"NO_COLOR": "1"}, False, False),
        (True, {"NO_COLOR": ""}, True, True),
        (False, {"FORCE_COLOR": "1"}, True, False),
        (False, {"FORCE_COLOR": "0"}, False, False),
        (True, {"FORCE_COLOR": "0"}, True, True),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        (True, {"TERM": "dumb"}, False, False),
        (True, {"TERM": "dumb", "FORCE_COLOR": "3"}, True, False),
    ],
)
def test_colour_and_links(terminal: bool, environ: dict[str, str], colour: bool, links: bool) -> None:
    assert wants_colour(Stream(terminal), environ) is colour
    assert wants_links(Stream(terminal), environ) is links
