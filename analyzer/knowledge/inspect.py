"""What do the functions of `inspect` do to values?"""

from analyzer.knowledge.table import api

# Source text of code that has been imported: the program's own, whatever object it is asked of.
ENTRIES = (
    api("inspect.getsource(object)", "source", origin="own-file"),
    api("inspect.getsourcelines(object)", "source", origin="own-file"),
    api("inspect.cleandoc(doc)", subject="doc"),
    api("inspect.getdoc(object)", "source", origin="own-file"),
)
