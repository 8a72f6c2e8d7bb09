"""What do the classes of `concurrent` do to values?"""

from analyzer.knowledge.table import api, cls

_EXECUTOR = "concurrent.futures.Executor"

ENTRIES = (
    cls(_EXECUTOR),
    cls("concurrent.futures.ThreadPoolExecutor(max_workers, **kwargs)", _EXECUTOR),
    cls("concurrent.futures.ProcessPoolExecutor(max_workers, **kwargs)", _EXECUTOR),
    api(f"{_EXECUTOR}.map(fn, iterable, *args, **kwargs)", "callback", how="maps", calls="fn", over="iterable"),
    api(f"{_EXECUTOR}.submit(fn, *args, **kwargs)", "callback", how="runs", calls="fn"),
)
