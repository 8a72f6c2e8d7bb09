"""A complaint classifier whose hashing vectorizer and self-written length features are computed before the split."""

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix, hstack
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import Binarizer


class TextShape(BaseEstimator, TransformerMixin):
    def fit(self, texts, y=None):
        return self

    def transform(self, texts):
        shape = [[len(t), t.count("!"), sum(ch.isupper() for ch in t) / max(len(t), 1)] for t in texts]
        return np.array(shape, dtype=float)


complaints = pd.read_csv("complaints.csv", encoding="latin-1")
texts = complaints["message"].fillna("").str.strip()
urgent = complaints["urgent"].astype(int)

# ok: fit-before-split
words = HashingVectorizer(n_features=2**16, norm="l2").fit_transform(texts)
# ok: fit-before-split
shape = TextShape().fit_transform(texts)
# ok: fit-before-split
long_message = Binarizer(threshold=400).fit_transform(shape[:, :1])
matrix = hstack([words, csr_matrix(np.log1p(shape)), csr_matrix(long_message)]).tocsr()

m_train, m_test, u_train, u_test = train_test_split(matrix, urgent, test_size=0.2, stratify=urgent, random_state=71)
sgd = SGDClassifier(loss="modified_huber", class_weight="balanced", random_state=71).fit(m_train, u_train)
print("f1", f1_score(u_test, sgd.predict(m_test)))
