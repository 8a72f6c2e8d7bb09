"""What do the functions of `subprocess` do to values?"""

from analyzer.knowledge.table import api
from analyzer.project.summaries import TOLD_COMMANDS

# What fetches or installs. Of all the commands that programs run these are few, so only code that names one is looked
# at.
FETCHING = " ".join(sorted(TOLD_COMMANDS))

# The files that a command fetches are downloads; `shown`: rules read the words of the list.
ENTRIES = (
    *(
        api(f"subprocess.{name}(args, *, shell, **kwargs)", "command", roles="shell.run", shown="args", words=FETCHING)
        for name in ("run", "call", "check_call", "check_output", "Popen")
    ),
    *(
        api(f"subprocess.{name}(cmd, **kwargs)", "command", roles="shell.run", shown="cmd", words=FETCHING)
        for name in ("getoutput", "getstatusoutput")
    ),
)
