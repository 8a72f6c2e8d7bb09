"""What does AutoGluon unpickle?

A predictor is a folder of pickles: `load` ends in `pickle.load`; only files at http(s) URLs are refused by default
(1.6.3, `common/loaders/load_pkl.py`).
"""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api("autogluon.tabular.TabularPredictor.load(path, verbosity, **kwargs)", "load", roles="load.model"),
    api("autogluon.timeseries.TimeSeriesPredictor.load(path, require_version_match)", "load", roles="load.model"),
    api("autogluon.common.loaders.load_pkl.load(path, format, verbose, **kwargs)", "load", roles="load.model"),
)

ALIASES = {
    "autogluon.core.utils.loaders": "autogluon.common.loaders",
    "autogluon.tabular.predictor": "autogluon.tabular",
    "autogluon.timeseries.predictor": "autogluon.timeseries",
}
