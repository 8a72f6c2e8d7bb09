"""Which encoders of category_encoders learn from data, and which from the target?"""

from analyzer.knowledge.table import Api, Class, classes, cls

ENTRIES: tuple[Api | Class, ...] = (
    *classes(
        "category_encoders",
        "TargetEncoder LeaveOneOutEncoder CatBoostEncoder JamesSteinEncoder MEstimateEncoder WOEEncoder GLMMEncoder "
        "QuantileEncoder",
        "abstract.Transformer",
        how="target-encoding",
        target="yes",
    ),
    *classes(
        "category_encoders",
        "OneHotEncoder OrdinalEncoder BinaryEncoder BaseNEncoder CountEncoder BackwardDifferenceEncoder HelmertEncoder "
        "SumEncoder PolynomialEncoder",
        "abstract.Transformer",
        how="encoding",
    ),
    cls("category_encoders.HashingEncoder", "abstract.Stateless"),
)

ALIASES = {"category_encoders.target_encoder": "category_encoders"}
