"""Principal components of a wine chemistry table are computed from a stack of two labelled parts."""

import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.preprocessing import StandardScaler

train = pd.read_csv("nir_spectra_train.csv")
test = pd.read_csv("nir_spectra_test.csv")
y_train, y_test = train.pop("grape"), test.pop("grape")

scaler = StandardScaler().fit(train)
stacked = np.vstack([scaler.transform(train), scaler.transform(test)])

pca = PCA(n_components=12, random_state=0)
# expect: claim
# ruleid: fit-on-train-and-test
components = pca.fit_transform(stacked)
print("explained:", pca.explained_variance_ratio_.cumsum().round(3))

Z_train, Z_test = components[: len(train)], components[len(train) :]
clf = LogisticRegression(max_iter=2000).fit(Z_train, y_train)
print("accuracy on the second file:", accuracy_score(y_test, clf.predict(Z_test)))
