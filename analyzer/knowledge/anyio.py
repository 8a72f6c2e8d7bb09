"""What do the functions of `anyio` do to values?"""

from analyzer.knowledge.table import api

# What a function gives that is run elsewhere.
ENTRIES = (api("anyio.to_thread.run_sync(func, *args, **kwargs)", "callback", how="runs", calls="func"),)
