"""What do the functions of `celery` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("celery.Celery(main, **kwargs)"),
    api("celery.Celery.task(*args, **options)", roles="handler", origin="queue"),
    api("celery.shared_task(*args, **options)", roles="handler", origin="queue"),
)
