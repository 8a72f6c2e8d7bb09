"""Which of imbalanced-learn's samplers repeat rows, and which only drop some?"""

from analyzer.knowledge.table import Api, Class, api, apis, classes, cls

ENTRIES: tuple[Api | Class, ...] = (
    *classes(
        "imblearn.over_sampling",
        "SMOTE ADASYN RandomOverSampler BorderlineSMOTE SVMSMOTE KMeansSMOTE SMOTENC SMOTEN",
        "abstract.Sampler",
        how="oversampling",
    ),
    *classes("imblearn.combine", "SMOTEENN SMOTETomek", "abstract.Sampler", how="oversampling"),
    *classes(
        "imblearn.under_sampling",
        "RandomUnderSampler NearMiss TomekLinks ClusterCentroids EditedNearestNeighbours "
        "RepeatedEditedNearestNeighbours "
        "AllKNN CondensedNearestNeighbour OneSidedSelection NeighbourhoodCleaningRule InstanceHardnessThreshold",
        "abstract.Sampler",
        how="undersampling",
    ),
    cls("imblearn.pipeline.Pipeline(steps)", "sklearn.pipeline.Composite", how="model"),
    *apis("imblearn.pipeline.Pipeline", "fit_resample(X,y) fit_sample(X,y)", "resample", subject="X", how="composite"),
    api("imblearn.pipeline.make_pipeline(*steps)", "pipeline", returns="imblearn.pipeline.Pipeline"),
    *classes(
        "imblearn.ensemble",
        "BalancedRandomForestClassifier BalancedBaggingClassifier EasyEnsembleClassifier RUSBoostClassifier",
        "abstract.Estimator",
    ),
)

ALIASES = {
    "imblearn.over_sampling.smote": "imblearn.over_sampling",
    "imblearn.over_sampling._smote": "imblearn.over_sampling",
}
