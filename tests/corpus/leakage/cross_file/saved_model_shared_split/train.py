"""Training of the pump model on the first part of parts.divided."""

import joblib
from parts import divided
from sklearn.ensemble import HistGradientBoostingClassifier


def main():
    x_train, _, y_train, _ = divided()
    model = HistGradientBoostingClassifier(max_iter=150, learning_rate=0.05)
    # ok: evaluation-on-training-rows
    model.fit(x_train, y_train)
    joblib.dump(model, "pump_model.joblib")
    return model


if __name__ == "__main__":
    main()
