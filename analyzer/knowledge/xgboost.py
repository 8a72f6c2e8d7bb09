"""What do XGBoost's two interfaces do with data?"""

from analyzer.knowledge.table import Api, Class, api, classes, cls

ENTRIES: tuple[Api | Class, ...] = (
    *classes(
        "xgboost", "XGBClassifier XGBRegressor XGBRanker XGBRFClassifier XGBRFRegressor XGBModel", "abstract.Estimator"
    ),
    cls("xgboost.DMatrix(data,label)", "abstract.Frame"),
    cls("xgboost.callback.EarlyStopping(rounds)", chooses="*"),
    cls("xgboost.Booster", "abstract.Estimator"),
    api(
        "xgboost.Booster.predict(data)", "predict", roles="model-input predict", subject="data", returns="numpy.ndarray"
    ),
    api(
        "xgboost.train(params,dtrain,num_boost_round,evals,obj,feval,maximize,early_stopping_rounds)",
        "fit",
        roles="fit",
        subject="dtrain",
        returns="xgboost.Booster",
    ),
    api("xgboost.cv(params,dtrain,num_boost_round,nfold)", "cross-validate", roles="evaluate", subject="dtrain"),
)

ALIASES = {"xgboost.sklearn": "xgboost"}
