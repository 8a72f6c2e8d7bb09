"""Positional slices of a headerless flower table feed a nearest-neighbour classifier."""

import pandas as pd
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

NAMES = ["sepal_length", "sepal_width", "petal_length", "petal_width", "species"]

# columns are numbers: the species is stored as 0, 1 or 2
flowers = pd.read_csv("iris_coded.data", header=None, names=NAMES)
print(flowers.describe())
print(flowers["species"].value_counts())

X = flowers.iloc[:, 0:5].values
y = flowers.iloc[:, 4].values

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, stratify=y, random_state=15)

knn = KNeighborsClassifier(n_neighbors=5)
# expect: claim
# ruleid: target-in-features
knn.fit(X_train, y_train)

print("accuracy:", knn.score(X_test, y_test))
print(confusion_matrix(y_test, knn.predict(X_test)))
