"""What do the functions of `subprocess` do to values?"""

from analyzer.knowledge.table import api

# The files that a command fetches are downloads; `shown`: rules read the words of the list.
ENTRIES = (
    *(
        api(f"subprocess.{name}(args, *, shell, **kwargs)", "command", roles="shell.run", shown="args")
        for name in ("run", "call", "check_call", "check_output", "Popen")
    ),
    *(
        api(f"subprocess.{name}(cmd, **kwargs)", "command", roles="shell.run", shown="cmd")
        for name in ("getoutput", "getstatusoutput")
    ),
)
