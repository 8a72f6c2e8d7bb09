"""A rent regression whose numeric column is standardised by map with figures of the whole dataset, then divided."""

import numpy as np
from datasets import Dataset
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score

flats = Dataset.from_csv("flats.csv")

# expect: claim
# ruleid: fit-before-split
area_mean, area_std = np.mean(flats["area_m2"]), np.std(flats["area_m2"])


def standardise(row):
    row["area_z"] = (row["area_m2"] - area_mean) / area_std
    return row


flats = flats.map(standardise)
parts = flats.train_test_split(test_size=0.25, seed=13)


def matrix(dataset):
    table = dataset.with_format("numpy")
    return np.column_stack([table["area_z"], table["rooms"], table["floor"]]), table["rent"]


x_train, y_train = matrix(parts["train"])
x_test, y_test = matrix(parts["test"])

ridge = Ridge(alpha=2.0).fit(x_train, y_train)
print("r2 on the test part:", r2_score(y_test, ridge.predict(x_test)))
