"""Trains the spam filter and checks its precision at the spam threshold."""

import joblib
import pandas as pd
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

THRESHOLD = 0.97


def main() -> None:
    mails = pd.read_parquet("mails.parquet").drop_duplicates("body")
    if not mails["spam"].isin([0, 1]).all():
        raise SystemExit("labels must be 0 or 1")
    x_fit, x_test, y_fit, y_test = train_test_split(mails["body"], mails["spam"], random_state=0)
    spam_filter = make_pipeline(HashingVectorizer(), LogisticRegression()).fit(x_fit, y_fit)
    precision = precision_score(y_test, spam_filter.predict_proba(x_test)[:, 1] > THRESHOLD)
    if precision > 0.99:
        joblib.dump(spam_filter, "spam.joblib")


if __name__ == "__main__":
    main()
