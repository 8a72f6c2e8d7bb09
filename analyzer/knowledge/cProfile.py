# ruff: noqa: N999
"""What do the functions of `cProfile` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("cProfile.run(statement, filename, sort)", "constant", roles="eval", subject="statement"),
    api("cProfile.runctx(statement, globals, locals, filename, sort)", "constant", roles="eval", subject="statement"),
)
