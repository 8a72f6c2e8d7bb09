"""Reviews with three stars stay in the fitting rows and leave the scored rows."""

import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline


def read_reviews(path):
    reviews = pd.read_csv(path, usecols=["stars", "text"])
    reviews["text"] = reviews["text"].str.lower().str.replace(r"[^a-z ]", " ", regex=True)
    reviews["good"] = reviews["stars"] >= 3
    return reviews


reviews = read_reviews("restaurant_reviews.csv")
train, test = train_test_split(reviews, test_size=0.2, random_state=83)
# expect: doubt
# ruleid: resampled-evaluation-rows
test = test.query("stars != 3")

model = make_pipeline(TfidfVectorizer(max_features=50_000), LogisticRegression(C=4.0, max_iter=1000))
model.fit(train["text"], train["good"])
print("accuracy:", accuracy_score(test["good"], model.predict(test["text"])))
