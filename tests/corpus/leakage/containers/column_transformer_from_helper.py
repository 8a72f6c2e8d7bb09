"""A hotel cancellation model whose ColumnTransformer comes from a helper function and is fitted inside a pipeline."""

import argparse

import pandas as pd
from sklearn.compose import ColumnTransformer, make_column_selector
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def numeric_steps(strategy):
    return make_pipeline(SimpleImputer(strategy=strategy, add_indicator=True), StandardScaler())


def preprocessing(strategy="median"):
    categories = make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore"))
    # ok: fit-before-split
    return ColumnTransformer(
        [
            ("numbers", numeric_steps(strategy), make_column_selector(dtype_include="number")),
            ("categories", categories, make_column_selector(dtype_include=object)),
        ]
    )


def build(model, **options):
    return Pipeline(steps=[("prepare", preprocessing(**options)), ("model", model)])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bookings", default="bookings.csv")
    parser.add_argument("--strategy", choices=["mean", "median"], default="median")
    args = parser.parse_args()

    bookings = pd.read_csv(args.bookings)
    cancelled = bookings.pop("cancelled")
    b_train, b_test, c_train, c_test = train_test_split(bookings, cancelled, test_size=0.2, random_state=50)

    pipeline = build(GradientBoostingClassifier(), strategy=args.strategy)
    # ok: fit-before-split, evaluation-on-training-rows
    pipeline.fit(b_train, c_train)
    print("train", roc_auc_score(c_train, pipeline.predict_proba(b_train)[:, 1]))
    print("test", roc_auc_score(c_test, pipeline.predict_proba(b_test)[:, 1]))


if __name__ == "__main__":
    main()
