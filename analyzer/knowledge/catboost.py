"""What do CatBoost's estimators do with data?"""

from analyzer.knowledge.table import Api, Class, api, classes, cls

ENTRIES: tuple[Api | Class, ...] = (
    *classes("catboost", "CatBoostClassifier CatBoostRegressor CatBoostRanker CatBoost", "catboost.Model"),
    cls("catboost.Model", "abstract.Estimator"),
    api(
        "catboost.Model.fit(X,y,cat_features,*,eval_set,sample_weight)",
        "fit",
        roles="fit",
        subject="X",
        returns="self",
    ),
    cls("catboost.Pool(data,label)", "abstract.Frame"),
    api("catboost.cv(pool,params)", "cross-validate", roles="evaluate", subject="pool"),
)
