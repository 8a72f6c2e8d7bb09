"""Hyper-parameters of a gradient-boosted churn model are searched with optuna."""

import argparse

import optuna
import pandas as pd
import xgboost as xgb
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

NUMERIC = ["tenure", "monthly_charges", "total_charges", "support_calls"]


def read(path):
    frame = pd.read_csv(path)
    return frame[NUMERIC], frame["churned"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--csv", default="telco_churn.csv")
    parser.add_argument("--trials", type=int, default=60)
    args = parser.parse_args()

    features, label = read(args.csv)
    X_train, X_test, y_train, y_test = train_test_split(features, label, test_size=0.2, random_state=13)

    def objective(trial):
        params = {
            "max_depth": trial.suggest_int("max_depth", 2, 9),
            "learning_rate": trial.suggest_float("learning_rate", 0.01, 0.3, log=True),
            "subsample": trial.suggest_float("subsample", 0.5, 1.0),
        }
        candidate = xgb.XGBClassifier(n_estimators=250, random_state=13, **params)
        candidate.fit(X_train, y_train)
        # expect: claim
        # ruleid: tuning-on-test
        return roc_auc_score(y_test, candidate.predict_proba(X_test)[:, 1])

    study = optuna.create_study(direction="maximize")
    study.optimize(objective, n_trials=args.trials)

    final = xgb.XGBClassifier(n_estimators=250, random_state=13, **study.best_params)
    final.fit(X_train, y_train)
    auc = roc_auc_score(y_test, final.predict_proba(X_test)[:, 1])
    print("test AUC of the tuned model:", round(auc, 4))


if __name__ == "__main__":
    main()
