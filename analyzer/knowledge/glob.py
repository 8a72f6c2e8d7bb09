"""What do the functions of `glob` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (api("glob.glob(pathname, **kwargs)"), api("glob.iglob(pathname, **kwargs)"), api("glob.escape(pathname)"))
