"""Ten folds written as percentage slices, where the training slice leaves out the slice that is scored."""

import numpy as np
from datasets import load_dataset
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import f1_score

hasher = HashingVectorizer(n_features=2**18, ngram_range=(1, 2), alternate_sign=False)


def featurise(rows):
    # ok: fit-before-split
    return hasher.fit_transform(rows["sentence"]), np.asarray(rows["label"])


scores = []
for start in range(0, 100, 10):
    stop = start + 10
    # ok: overlapping-split-slices
    held_out = load_dataset("glue", "sst2", split=f"train[{start}%:{stop}%]")
    # ok: overlapping-split-slices
    rest = load_dataset("glue", "sst2", split=f"train[:{start}%]+train[{stop}%:]")

    x_fit, y_fit = featurise(rest)
    x_out, y_out = featurise(held_out)

    clf = SGDClassifier(loss="log_loss", alpha=1e-6)
    # ok: evaluation-on-training-rows
    clf.fit(x_fit, y_fit)
    scores.append(f1_score(y_out, clf.predict(x_out)))

print(f"f1 {np.mean(scores):.3f} +- {np.std(scores):.3f}")
