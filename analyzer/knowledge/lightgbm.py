"""What do LightGBM's two interfaces do with data?"""

from analyzer.knowledge.table import Api, Class, api, classes, cls

ENTRIES: tuple[Api | Class, ...] = (
    *classes("lightgbm", "LGBMClassifier LGBMRegressor LGBMRanker LGBMModel", "abstract.Estimator"),
    cls("lightgbm.Dataset(data,label)", "abstract.Frame"),
    cls("lightgbm.early_stopping(stopping_rounds)", chooses="*"),
    cls("lightgbm.Booster", "abstract.Estimator"),
    api(
        "lightgbm.Booster.predict(data)",
        "predict",
        roles="model-input predict",
        subject="data",
        returns="numpy.ndarray",
    ),
    api(
        "lightgbm.train(params,train_set,num_boost_round,valid_sets,*,early_stopping_rounds,callbacks)",
        "fit",
        roles="fit",
        subject="train_set",
        returns="lightgbm.Booster",
    ),
    api("lightgbm.cv(params,train_set)", "cross-validate", roles="evaluate", subject="train_set"),
)

ALIASES = {"lightgbm.sklearn": "lightgbm"}
