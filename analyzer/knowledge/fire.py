"""What do the functions of `fire` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api(
        "fire.Fire(component, command, name)", roles="handler", origin="command-line", subject="component", methods="*"
    ),
)
