"""A sepsis alarm takes its cut-off from Youden's index and sensitivity and specificity are reported for it."""

import argparse

import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, roc_curve
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import RobustScaler

VITALS = ["heart_rate", "resp_rate", "temperature", "map", "lactate", "wbc"]


def youden(y_true, score):
    # expect: claim
    # ruleid: threshold-on-test
    fpr, tpr, cuts = roc_curve(y_true, score)
    return cuts[(tpr - fpr).argmax()]


def sensitivity_specificity(y_true, alarm):
    tn, fp, fn, tp = confusion_matrix(y_true, alarm).ravel()
    return tp / (tp + fn), tn / (tn + fp)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("admissions", nargs="?", default="admissions.csv")
    args = parser.parse_args()

    admissions = pd.read_csv(args.admissions)
    X_dev, X_eval, y_dev, y_eval = train_test_split(
        admissions[VITALS], admissions["sepsis"], test_size=0.3, random_state=6
    )
    alarm = make_pipeline(SimpleImputer(), RobustScaler(), LogisticRegression(class_weight="balanced"))
    alarm.fit(X_dev, y_dev)

    risk = alarm.predict_proba(X_eval)[:, 1]
    cut = youden(y_eval, risk)
    sens, spec = sensitivity_specificity(y_eval, risk >= cut)
    print(f"cut-off {cut:.3f}: sensitivity {sens:.3f}, specificity {spec:.3f}")


if __name__ == "__main__":
    main()
