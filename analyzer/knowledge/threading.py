"""What do the classes of `threading` do to values?"""

from analyzer.knowledge.table import cls

# Option `runs`: the function that is called with the arguments in `args` and `kwargs`.
ENTRIES = (
    cls("threading.Thread(group, target, name, args, kwargs, *, daemon)", runs="target"),
    cls("threading.Timer(interval, function, args, kwargs)", runs="function"),
)
