"""What does a call of a library function do to values, given the word that the tables have for it?"""

from collections.abc import Callable

from analyzer.interpret.effects import (
    estimators,
    files,
    joining,
    metrics,
    origins,
    reshaping,
    simple,
    splits,
    statistics,
)
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.values import Value

EFFECTS: dict[str, Callable[[Invocation], Value]] = {
    "unknown": simple.unknown,
    "carry": simple.carry,
    "constant": simple.constant,
    "validate": simple.validate,
    "mutate": simple.mutate,
    "source": origins.source,
    "open": origins.open_,
    "load": origins.load,
    "write": files.write,
    "read": origins.read,
    "rowwise": reshaping.rowwise,
    "subset": reshaping.subset,
    "head": reshaping.head,
    "sample": reshaping.sample,
    "reduce": statistics.reduce,
    "group": statistics.group,
    "group-reduce": statistics.group_reduce,
    "fill": reshaping.fill,
    "duplicate": joining.duplicate,
    "shuffle": reshaping.shuffle,
    "window": joining.window,
    "concat": joining.concat,
    "merge": joining.merge,
    "statistic": statistics.functional,
    "split": splits.split,
    "random-split": splits.random_split,
    "fold": splits.fold,
    "resample": splits.resample,
    "fit": estimators.fit,
    "fit-statistic": estimators.fit_statistic,
    "transform": estimators.transform,
    "fit-transform": estimators.fit_transform,
    "predict": estimators.predict,
    "search": estimators.search,
    "pipeline": estimators.pipeline,
    "score": metrics.score,
    "cross-validate": metrics.cross_validate,
    "metric": metrics.metric,
}
