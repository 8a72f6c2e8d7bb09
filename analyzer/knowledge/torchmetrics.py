"""Which calls of torchmetrics hold predictions against labels? Predictions come first, unlike in scikit-learn.

Option `labels` names the argument that is the labels; `swap` as in the table of `sklearn`, "by class" for methods of
metric objects, whose class says it.
"""

from analyzer.knowledge.table import Api, Class, api, apis, classes, cls

_WRONG = (
    "precision recall specificity confusion_matrix r2_score mean_absolute_percentage_error explained_variance "
    "fbeta_score"
)
_FUNCTIONS = (
    "accuracy f1_score mean_squared_error mean_absolute_error cohen_kappa jaccard_index matthews_corrcoef "
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
    *apis(
        "torchmetrics.functional",
        " ".join(f"{name}(preds,target)" for name in _WRONG.split()),
        "metric",
        roles="metric",
        swap="wrong",
        labels="target",
    ),
    cls("torchmetrics.Metric"),
    *apis("torchmetrics.Metric", _METHODS, "metric", roles="metric", swap="by class", labels="target"),
    api("torchmetrics.Metric.compute()", "constant"),
    api("torchmetrics.Metric.reset()", "constant"),
    *classes("torchmetrics", _CLASSES, "torchmetrics.Metric"),
    *classes(
        "torchmetrics",
        " ".join(
            f"{kind}{name}"
            for kind in ("Binary", "Multiclass", "Multilabel")
            for name in ("Accuracy", "Precision", "Recall", "F1Score", "Specificity", "ConfusionMatrix", "AUROC")
        ),
        "torchmetrics.Metric",
    ),
)

ALIASES = {
    "torchmetrics.classification": "torchmetrics",
    "torchmetrics.regression": "torchmetrics",
    "torchmetrics.functional.classification": "torchmetrics.functional",
    "torchmetrics.functional.regression": "torchmetrics.functional",
}
