"""What do the functions of `celery` do to values?"""

from analyzer.knowledge.table import api, cls

# Settings can be keywords of the application, attributes, items and updates of `conf` (celery 5.7.0, `app/base.py` and
# `app/utils.py`). A worker refuses every message whose content type is not in `accept_content`, by default only JSON.
_SETTINGS = "celery.app.utils.Settings"

ENTRIES = (
    cls("celery.Celery(main, **kwargs)", roles="settings.queue", assigns=_SETTINGS),
    api("celery.Celery.task(*args, **options)", roles="handler", origin="queue"),
    api("celery.Celery.conf", "constant", returns=_SETTINGS, attribute="yes"),
    api("celery.shared_task(*args, **options)", roles="handler", origin="queue"),
    cls(_SETTINGS),
    api(f"{_SETTINGS}.update(*args, **kwargs)", "constant", assigns=_SETTINGS),
    api(f"{_SETTINGS}.setdefault(key, value)", "constant", assigns=_SETTINGS),
)

ALIASES = {"celery.app.Celery": "celery.Celery", "celery.app.base.Celery": "celery.Celery"}
