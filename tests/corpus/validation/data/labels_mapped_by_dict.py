"""Trains a review rating model whose text labels are mapped to numbers with a dictionary."""

import pandas as pd
import xgboost as xgb
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import cohen_kappa_score
from sklearn.model_selection import train_test_split

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
    y = table["rating"].map(RATINGS)
    x_train, x_test, y_train, y_test = train_test_split(table["text"], y, test_size=0.2, random_state=31)
    vectorizer = TfidfVectorizer(min_df=4)
    ranker = xgb.XGBRegressor(n_estimators=300, random_state=31)
    ranker.fit(vectorizer.fit_transform(x_train), y_train)
    rounded = ranker.predict(vectorizer.transform(x_test)).round().clip(0, 2)
    print("kappa", cohen_kappa_score(y_test, rounded, weights="quadratic"))


if __name__ == "__main__":
    main()
