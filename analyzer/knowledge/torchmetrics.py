"""Which calls of torchmetrics hold predictions against labels? Predictions come first, unlike in scikit-learn.

No row has the option `swap` of `sklearn`'s metrics: rules read it as "labels first".
"""

from analyzer.knowledge.table import Api, Class, api, apis, classes, cls

_FUNCTIONS = (
    "precision recall specificity confusion_matrix r2_score mean_absolute_percentage_error explained_variance "
    "fbeta_score accuracy f1_score mean_squared_error mean_absolute_error cohen_kappa jaccard_index matthews_corrcoef "
    "auroc average_precision roc precision_recall_curve"
)
_CLASSES = (
    "Accuracy Precision Recall F1Score FBetaScore Specificity ConfusionMatrix R2Score MeanSquaredError "
    "MeanAbsoluteError CohenKappa JaccardIndex MatthewsCorrCoef AUROC AveragePrecision MeanAbsolutePercentageError "
    "ExplainedVariance"
)
_SIGNATURES = " ".join(f"{name}(preds,target)" for name in _FUNCTIONS.split())
_METHODS = "__call__(preds,target) update(preds,target) forward(preds,target)"

ENTRIES: tuple[Api | Class, ...] = (
    *apis("torchmetrics.functional", _SIGNATURES, "metric", roles="metric"),
    cls("torchmetrics.Metric"),
    *apis("torchmetrics.Metric", _METHODS, "metric", roles="metric"),
    api("torchmetrics.Metric.compute()", "constant"),
    api("torchmetrics.Metric.reset()", "constant"),
    *classes("torchmetrics", _CLASSES, "torchmetrics.Metric"),
)

ALIASES = {
    "torchmetrics.classification": "torchmetrics",
    "torchmetrics.regression": "torchmetrics",
    "torchmetrics.functional.classification": "torchmetrics.functional",
    "torchmetrics.functional.regression": "torchmetrics.functional",
}
