"""Entry point that chains loading, features, division and the model."""

from sklearn.metrics import roc_auc_score
from xgboost import XGBClassifier

from . import features, loading
from .division import divide


def experiment(folder="data"):
    table = features.build(loading.visits(folder))
    x_train, x_test, y_train, y_test = divide(table, features.COLUMNS)
    model = XGBClassifier(n_estimators=250, max_depth=4, learning_rate=0.1)
    model.fit(x_train, y_train)
    return roc_auc_score(y_test, model.predict_proba(x_test)[:, 1])


if __name__ == "__main__":
    print("auc", experiment())
