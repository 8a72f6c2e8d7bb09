"""A paper topic classifier that weighs all abstracts with TF-IDF and then divides the matrix."""

import joblib
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder
from sklearn.svm import LinearSVC


def clean(text):
    return " ".join(word for word in text.lower().split() if word.isalpha())


papers = pd.read_json("papers.jsonl", lines=True)
papers["clean"] = papers["abstract"].fillna("").map(clean)

topics = LabelEncoder()
# ok: fit-before-split
labels = topics.fit_transform(papers["topic"])

vectorizer = TfidfVectorizer(ngram_range=(1, 2), min_df=3, max_features=50_000, sublinear_tf=True)
# expect: claim
# ruleid: fit-before-split
weights = vectorizer.fit_transform(papers["clean"])

w_train, w_test, l_train, l_test = train_test_split(weights, labels, test_size=0.2, random_state=42, stratify=labels)

svc = LinearSVC(C=0.8)
svc.fit(w_train, l_train)
print(classification_report(l_test, svc.predict(w_test), target_names=topics.classes_))
joblib.dump((vectorizer, topics, svc), "topics.joblib")
