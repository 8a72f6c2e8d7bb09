"""Where are the rules and prompts that ship with mlvet?"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def rules_dir() -> Path:
    """The folder that holds one folder of rules per family.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    return _shipped("rules")


def prompts_dir() -> Path:
    """The folder of the review prompts and the schema of their answer.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    return _shipped("prompts")


def _shipped(name: str) -> Path:
    """`analyzer/_name` of an installed wheel, else `name` beside the package of a source checkout."""
    places = (_PACKAGE / f"_{name}", _PACKAGE.parent / name)
    for place in places:
        if place.is_dir():
            return place
    wanted = " nor ".join(str(place) for place in places)
    raise FileNotFoundError(f"mlvet is not installed completely: neither {wanted} is a folder")
