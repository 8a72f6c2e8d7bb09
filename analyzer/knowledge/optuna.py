"""What does an Optuna study do with the functions it is given?

Read in the wheel of 5.0.0: `Study.optimize` calls the objective with a trial, as often as it is told to.
"""

from analyzer.knowledge.table import Api, Class, api, cls

ENTRIES: tuple[Api | Class, ...] = (
    cls("optuna.study.Study"),
    api("optuna.create_study(**kwargs)", "constant", returns="optuna.study.Study"),
    api("optuna.study.create_study(**kwargs)", "constant", returns="optuna.study.Study"),
    api("optuna.study.Study.optimize(func, n_trials, timeout, **kwargs)", "callback", calls="func", searches="yes"),
    api("optuna.study.Study.best_value", subject="self", attribute="yes"),
)
