"""Under which names do the tables know what `six` moves?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {
    "six.moves.cPickle": "pickle",
    "six.moves.urllib": "urllib",
    "six.moves.input": "builtins.input",
    "six.BytesIO": "io.BytesIO",
    "six.StringIO": "io.StringIO",
}
