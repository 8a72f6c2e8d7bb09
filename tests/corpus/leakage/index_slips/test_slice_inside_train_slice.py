"""A cell assay classifier whose test slice starts before the end of the training slice and ends with it."""

import numpy as np
from sklearn.metrics import accuracy_score, cohen_kappa_score
from sklearn.svm import SVC

assay = np.load("assay_features.npy")
labels = np.load("assay_labels.npy")

rng = np.random.default_rng(33)
order = rng.permutation(5000)
assay, labels = assay[order], labels[order]

train_x, train_y = assay[:5000], labels[:5000]
test_x, test_y = assay[4000:5000], labels[4000:5000]

svm = SVC(kernel="rbf", C=10, gamma="scale")
# expect: claim
# ruleid: evaluation-on-training-rows
svm.fit(train_x, train_y)

answers = svm.predict(test_x)
print("accuracy on the last thousand cells:", accuracy_score(test_y, answers))
print("kappa:", cohen_kappa_score(test_y, answers))
