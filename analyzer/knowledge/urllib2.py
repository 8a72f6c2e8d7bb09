"""Under which name do the tables know `urllib2` (Python 2)?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"urllib2.urlopen": "urllib.request.urlopen", "urllib2.Request": "urllib.request.Request"}
