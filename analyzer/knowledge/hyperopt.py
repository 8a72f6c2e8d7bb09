"""What does hyperopt do with the functions it is given?"""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    # `fmin` calls the objective with points of the space (hyperopt's documentation, "Getting started").
    api("hyperopt.fmin(fn, space, **kwargs)", "callback", how="maps", calls="fn", over="space", searches="yes"),
)
