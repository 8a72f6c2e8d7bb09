"""How much does a severity of semgrep's weigh here?"""

from analyzer.model.level import Level

_LEVELS = {
    "CRITICAL": Level.ERROR,
    "HIGH": Level.ERROR,
    "ERROR": Level.ERROR,
    "MEDIUM": Level.WARNING,
    "WARNING": Level.WARNING,
}


def level_of(severity: str) -> Level:
    """Our level for a severity of semgrep's, of the old words (ERROR, WARNING, INFO) or the new (CRITICAL to LOW)."""
    return _LEVELS.get(severity.upper(), Level.NOTE)
