"""Row-wise transforms are called with fit_transform on two parts of a text collection."""

import pandas as pd
from scipy.sparse import hstack
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import PassiveAggressiveClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import Normalizer

COUNTS = ["capitals", "exclamations", "links", "words"]

articles = pd.read_csv("articles_labelled.csv").dropna(subset=["title", "body"])
train, test = train_test_split(articles, test_size=0.2, random_state=68)

hashing = HashingVectorizer(n_features=2**16, norm="l2")
unit = Normalizer()

X_train = hstack([hashing.fit_transform(train["title"]), unit.fit_transform(train[COUNTS])])
# ok: refit-on-test
X_test = hstack([hashing.fit_transform(test["title"]), unit.fit_transform(test[COUNTS])])

model = PassiveAggressiveClassifier(random_state=68)
model.fit(X_train, train["fake"])
print("accuracy:", accuracy_score(test["fake"], model.predict(X_test)))
