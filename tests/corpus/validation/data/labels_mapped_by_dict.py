"""Trains a review classifier whose text ratings are mapped to numbers with a dictionary."""

import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import matthews_corrcoef
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

RATINGS = {"poor": 0, "fair": 1, "good": 2}


def reviews(path: str) -> pd.DataFrame:
    table = pd.read_json(path, lines=True, dtype={"text": str, "rating": str})
    if table["text"].isna().any() or table["review_id"].duplicated().any():
        raise ValueError("reviews need a text and a unique number")
    return table


def main() -> None:
    table = reviews("reviews.jsonl")
    # expect: claim
    # ruleid: unmapped-labels
    rating = table["rating"].map(RATINGS)
    recommended = (rating >= 2).astype(int)
    x_train, x_test, y_train, y_test = train_test_split(table["text"], recommended, test_size=0.2, random_state=31)
    classifier = make_pipeline(TfidfVectorizer(min_df=4, ngram_range=(1, 2)), LogisticRegression(max_iter=500))
    classifier.fit(x_train, y_train)
    print("mcc", matthews_corrcoef(y_test, classifier.predict(x_test)))


if __name__ == "__main__":
    main()
