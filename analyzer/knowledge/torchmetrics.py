"""In which order does torchmetrics take predictions and labels? Predictions first, unlike scikit-learn.

`swap` is explained at the metrics of `sklearn`.
"""

from analyzer.knowledge.table import Api, Class, api, apis, classes, cls

_WRONG = "precision recall specificity confusion_matrix r2_score mean_absolute_percentage_error explained_variance "
    "fbeta_score"
_HARMLESS = "accuracy f1_score mean_squared_error mean_absolute_error cohen_kappa jaccard_index matthews_corrcoef"
_CLASSES = (
    "Accuracy Precision Recall F1Score FBetaScore Specificity ConfusionMatrix R2Score MeanSquaredError "
    "MeanAbsoluteError "
    "CohenKappa JaccardIndex MatthewsCorrCoef AUROC AveragePrecision MeanAbsolutePercentageError ExplainedVariance"
)


def _functions(names: str, swap: str) -> tuple[Api, ...]:
    signatures = " ".join(f"{name}(preds,target)" for name in names.split())
    return apis("torchmetrics.functional", signatures, "metric", roles="metric", swap=swap)


ENTRIES: tuple[Api | Class, ...] = (
    *_functions(_WRONG, "wrong"),
    *_functions(_HARMLESS, "harmless"),
    *_functions("auroc average_precision roc precision_recall_curve", "raises"),
    cls("torchmetrics.Metric"),
    *apis(
        "torchmetrics.Metric",
        "__call__(preds,target) update(preds,target) forward(preds,target)",
        "metric",
        roles="metric",
    ),
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
