"""How much does a result weigh?"""

from enum import StrEnum


class Level(StrEnum):
    """SARIF's levels of a result (SARIF 2.1.0, 3.27.10), weakest first by `rank`."""

    NONE = "none"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for `none` up to 3 for `error`."""
        return list(Level).index(self)
