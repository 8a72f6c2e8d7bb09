"""What do the functions of `sqlite3` do to values?"""

from analyzer.knowledge.table import api, cls

_CONNECTION, _CURSOR = "sqlite3.Connection", "sqlite3.Cursor"

# A database is a file: what it holds is as trustworthy as its path.
ENTRIES = (
    api("sqlite3.connect(database, **kwargs)", "open", returns=_CONNECTION),
    cls(_CONNECTION),
    api(f"{_CONNECTION}.cursor(factory)", subject="self", returns=_CURSOR),
    cls(_CURSOR),
    *(
        api(f"{owner}.{name}(sql, *args)", subject="self", returns=_CURSOR)
        for owner in (_CONNECTION, _CURSOR)
        for name in ("execute", "executemany")
    ),
    *(api(f"{_CURSOR}.{name}(*args)", subject="self") for name in ("fetchone", "fetchall", "fetchmany")),
)
