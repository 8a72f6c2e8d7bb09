"""A randomised search logs its inner score next to the score of an untouched part."""

import logging

import pandas as pd
from scipy.stats import loguniform, randint
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import RandomizedSearchCV, train_test_split
from sklearn.pipeline import Pipeline

logging.basicConfig(level=logging.INFO)
log = logging.getLogger("tickets")


def build_search():
    pipeline = Pipeline(
        [
            ("bow", CountVectorizer(stop_words="english")),
            ("clf", LogisticRegression(max_iter=1000)),
        ]
    )
    space = {"bow__min_df": randint(1, 10), "clf__C": loguniform(1e-3, 1e2)}
    return RandomizedSearchCV(pipeline, space, n_iter=25, cv=5, scoring="f1_macro", random_state=5)


def main():
    tickets = pd.read_parquet("support_tickets.parquet")
    train, test = train_test_split(tickets, test_size=0.2, stratify=tickets["queue"], random_state=5)
    search = build_search()
    search.fit(train["subject"] + " " + train["body"], train["queue"])
    # ok: best-score-reported
    log.info("inner cross-validated macro F1: %.3f with %s", search.best_score_, search.best_params_)
    # ok: tuning-on-test
    held_out = search.score(test["subject"] + " " + test["body"], test["queue"])
    log.info("macro F1 on tickets never searched on: %.3f", held_out)


if __name__ == "__main__":
    main()
