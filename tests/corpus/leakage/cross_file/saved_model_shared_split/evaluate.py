"""Evaluation of the saved pump model on the second part of parts.divided."""

import joblib
from parts import divided
from sklearn.metrics import roc_auc_score


def main(path="pump_model.joblib"):
    model = joblib.load(path)
    # ok: recomputed-random-split
    _, x_test, _, y_test = divided()
    print("auc", roc_auc_score(y_test, model.predict_proba(x_test)[:, 1]))


if __name__ == "__main__":
    main()
