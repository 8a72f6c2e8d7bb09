"""Settings of the bee colony model, with the steps of the pipeline as a list of names and objects."""

from sklearn.impute import KNNImputer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import RobustScaler

SETTINGS = {
    "csv": "colonies.csv",
    "target": "collapsed",
    "steps": [
        ("impute", KNNImputer(n_neighbors=4)),
        ("scale", RobustScaler()),
        ("model", LogisticRegression(C=0.3)),
    ],
    "seed": 23,
}
