"""What do the design matrices of patsy know of the rows?"""

from analyzer.knowledge.table import Api, Class, api

# Categories in a formula become columns, and `center`, `standardize` and `bs` are stateful transforms: all are learned
# from the rows given (patsy's documentation, "Stateful transforms"; signatures read in the wheel of 1.0.3).
ENTRIES: tuple[Api | Class, ...] = (
    api(
        "patsy.dmatrix(formula_like, data, eval_env, NA_action, return_type)",
        "statistic",
        subject="data",
        how="encoding",
        returns="pandas.DataFrame",
    ),
    api(
        "patsy.dmatrices(formula_like, data, eval_env, NA_action, return_type)",
        "statistic",
        subject="data",
        how="encoding",
        returns="pandas.DataFrame,pandas.DataFrame",
    ),
)
