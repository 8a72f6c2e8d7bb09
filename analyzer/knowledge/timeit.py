"""What do the functions of `timeit` do to values?"""

from analyzer.knowledge.table import api, cls

# A statement may be a text, which is compiled and run, or a callable.
ENTRIES = (
    api("timeit.timeit(stmt, setup, timer, number, globals)", "constant", roles="eval", subject="stmt"),
    api("timeit.repeat(stmt, setup, timer, repeat, number, globals)", "constant", roles="eval", subject="stmt"),
    cls("timeit.Timer(stmt, setup, timer, globals)"),
    api("timeit.default_timer()", "constant"),
)
