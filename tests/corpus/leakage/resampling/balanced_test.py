"""Both parts of a spam collection are brought to equal classes and precision is measured."""

import pandas as pd
from imblearn.under_sampling import RandomUnderSampler
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import precision_score, recall_score
from sklearn.model_selection import train_test_split

messages = pd.read_csv("sms_spam.csv", encoding="latin-1")
train, test = train_test_split(messages, test_size=0.3, stratify=messages["spam"], random_state=34)

hashing = HashingVectorizer(n_features=2**18, alternate_sign=False)
X_train, y_train = hashing.transform(train["text"]), train["spam"]
X_test, y_test = hashing.transform(test["text"]), test["spam"]

equal = RandomUnderSampler(random_state=34)
# ok: resampled-evaluation-rows, oversampling-before-split
X_train, y_train = equal.fit_resample(X_train, y_train)
# expect: claim
# ruleid: resampled-evaluation-rows
X_test, y_test = equal.fit_resample(X_test, y_test)

spam_filter = SGDClassifier(loss="log_loss", random_state=34)
spam_filter.fit(X_train, y_train)
answer = spam_filter.predict(X_test)
print(f"precision {precision_score(y_test, answer):.3f}, recall {recall_score(y_test, answer):.3f}")
