"""Text classifiers are compared in one table and the first row of the ordered table is printed."""

import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import RidgeClassifier, SGDClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import ComplementNB
from sklearn.pipeline import make_pipeline

reviews = pd.read_json("hotel_reviews.jsonl", lines=True)
text_fit, text_held, stars_fit, stars_held = train_test_split(
    reviews["body"], reviews["positive"], test_size=0.2, random_state=99
)


def vectorised(classifier):
    return make_pipeline(TfidfVectorizer(min_df=3, ngram_range=(1, 2)), classifier)


rows = []
for classifier in (ComplementNB(), RidgeClassifier(), SGDClassifier(random_state=99)):
    pipeline = vectorised(classifier).fit(text_fit, stars_fit)
    # expect: doubt
    # ruleid: tuning-on-test
    score = f1_score(stars_held, pipeline.predict(text_held))
    rows.append({"model": type(classifier).__name__, "f1": score})

table = pd.DataFrame(rows).sort_values("f1", ascending=False).reset_index(drop=True)
print(table.to_markdown())
print("Best model:", table.loc[0, "model"], "with F1", round(table.loc[0, "f1"], 3))
