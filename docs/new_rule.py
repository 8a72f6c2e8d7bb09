"""How does a new rule start? With a copy of `rules/_template.py` under its own name, and a list of what is left to do.

python docs/new_rule.py leakage/fit-before-split
"""

import re
import sys
from pathlib import Path

from analyzer import __version__

ROOT = Path(__file__).resolve().parent.parent
PLACEHOLDER = "hazard-in-kebab-case"
NO_VERSION = 'since="0.0.0"'

STEPS = """\
Written: {path}
Left to do:
  1. State the hazard and give one Bad and one Good example in its docstring.
  2. `make test RULE={id}`: red, and it shows the line that should have been found.
  3. Write `check`; what a rule may use is in analyzer/api.py. `make test RULE={id}`: green.
  4. A line under Unreleased in CHANGELOG.md, then `make docs` and `make check`.
"""


class BadNameError(ValueError):
    """The name cannot become a rule; the message says why."""


def start(name: str, rules: Path) -> Path:
    """Write the skeleton of the rule `family/id` under `rules` and return its path.

    Raises:
        BadNameError: not of the form family/id, the family is no folder of `rules`, or the rule exists.
    """
    match = re.fullmatch(r"([a-z]+)/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)", name)
    if match is None:
        raise BadNameError(f"{name!r} is not family/id in kebab-case, as in leakage/fit-before-split")
    family, rule_id = match.groups()
    families = sorted(path.name for path in rules.iterdir() if path.is_dir() and path.name.isalpha())
    if family not in families:
        raise BadNameError(f"there is no family {family!r}; there are {', '.join(families)}")
    path = rules / family / f"{rule_id.replace('-', '_')}.py"
    if path.exists():
        raise BadNameError(f"{path.name} exists already")
    template = (rules / "_template.py").read_text(encoding="utf-8")
    text = template.replace(PLACEHOLDER, rule_id).replace(NO_VERSION, f'since="{__version__}"')
    path.write_text(text, encoding="utf-8")
    return path


def main(arguments: list[str]) -> int:
    """Exit code 0, or 2 if the name will not do."""
    if len(arguments) != 1 or not arguments[0]:
        print("usage: make rule NAME=family/id", file=sys.stderr)
        return 2
    try:
        path = start(arguments[0], ROOT / "rules")
    except BadNameError as error:
        print(f"make rule: {error}", file=sys.stderr)
        return 2
    print(STEPS.format(path=path.relative_to(ROOT), id=path.stem.replace("_", "-")), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
