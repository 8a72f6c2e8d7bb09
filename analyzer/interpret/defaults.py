"""Which arguments only spell out what holds without them?"""

from typing import Final

# scikit-learn 1.x, by the last name of the class; of pandas and numpy, by the name of the function. A text is that of
# `interpret.lineage.text`.
_DEFAULTS: Final[dict[str, dict[str, str]]] = {
    "StandardScaler": {"copy": "True", "with_mean": "True", "with_std": "True"},
    "MinMaxScaler": {"feature_range": "[0, 1]", "copy": "True", "clip": "False"},
    "MaxAbsScaler": {"copy": "True"},
    "RobustScaler": {"with_centering": "True", "with_scaling": "True", "quantile_range": "[25, 75]", "copy": "True"},
    "Normalizer": {"norm": "'l2'", "copy": "True"},
    "SimpleImputer": {"strategy": "'mean'", "fill_value": "None", "copy": "True", "add_indicator": "False"},
    "KNNImputer": {"n_neighbors": "5", "weights": "'uniform'"},
    "OneHotEncoder": {"categories": "'auto'", "drop": "None", "sparse_output": "True", "handle_unknown": "'error'"},
    "OrdinalEncoder": {"categories": "'auto'", "handle_unknown": "'error'"},
    "PolynomialFeatures": {"degree": "2", "interaction_only": "False", "include_bias": "True"},
    "PowerTransformer": {"method": "'yeo-johnson'", "standardize": "True"},
    "QuantileTransformer": {"n_quantiles": "1000", "output_distribution": "'uniform'"},
    "KBinsDiscretizer": {"n_bins": "5", "encode": "'onehot'", "strategy": "'quantile'"},
    "PCA": {"n_components": "None", "whiten": "False", "svd_solver": "'auto'"},
    "CountVectorizer": {"lowercase": "True", "stop_words": "None", "ngram_range": "[1, 1]", "max_features": "None"},
    "TfidfVectorizer": {
        "lowercase": "True",
        "stop_words": "None",
        "ngram_range": "[1, 1]",
        "max_features": "None",
        "use_idf": "True",
        "sublinear_tf": "False",
        "norm": "'l2'",
    },
    "get_dummies": {"drop_first": "False", "dummy_na": "False"},
    "read_csv": {"sep": "','", "header": "'infer'"},
    "round": {"decimals": "0"},
    "train_test_split": {"shuffle": "True", "stratify": "None"},
}


def is_default(owner: str, name: str, text: str) -> bool:
    """Whether argument `name` of the class or function `owner`, given as `text`, is what it is without being given."""
    return _DEFAULTS.get(owner.rpartition(".")[2], {}).get(name) == text
