"""A naive Bayes score of the job description becomes a column of a boosted model for fake vacancies."""

import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import average_precision_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB
from xgboost import XGBClassifier

TABULAR = ["has_logo", "has_questions", "telecommuting", "salary_from", "salary_to"]

jobs = pd.read_csv("job_postings.csv").fillna({"description": "", "salary_from": -1, "salary_to": -1})
train, test = train_test_split(jobs, test_size=0.2, stratify=jobs["fraudulent"], random_state=26)
train, test = train.copy(), test.copy()

vectorizer = TfidfVectorizer(max_features=30_000, sublinear_tf=True)
train_text = vectorizer.fit_transform(train["description"])
test_text = vectorizer.transform(test["description"])

bayes = MultinomialNB(alpha=0.1)
bayes.fit(train_text, train["fraudulent"])
# expect: claim
# ruleid: stacking-without-out-of-fold
train["text_score"] = bayes.predict_proba(train_text)[:, 1]
test["text_score"] = bayes.predict_proba(test_text)[:, 1]

booster = XGBClassifier(n_estimators=400, max_depth=4, learning_rate=0.05, random_state=26)
booster.fit(train[TABULAR + ["text_score"]], train["fraudulent"])
ranked = booster.predict_proba(test[TABULAR + ["text_score"]])[:, 1]
print("average precision:", average_precision_score(test["fraudulent"], ranked))
print(pd.Series(booster.feature_importances_, index=TABULAR + ["text_score"]).sort_values())
