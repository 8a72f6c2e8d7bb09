"""What do the functions of `_xxsubinterpreters` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("_xxsubinterpreters.create(isolated)", "constant"),
    api("_xxsubinterpreters.run_string(id, script, shared)", "constant", roles="eval", subject="script"),
)
