"""A blood value experiment that calls the preparer on the undivided table and then lets a class divide and score it."""

import pandas as pd
from preparer import Preparer
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

VALUES = ["hemoglobin", "ferritin", "leukocytes", "platelets"]


class Experiment:
    def __init__(self, path):
        self.table = pd.read_csv(path)

    def setup(self):
        preparer = Preparer(VALUES).fit(self.table)
        self.table = preparer.prepare(self.table)
        self.train, self.test = train_test_split(self.table, test_size=0.25, random_state=5)

    def run(self):
        self.setup()
        knn = KNeighborsClassifier(n_neighbors=9).fit(self.train[VALUES], self.train["anaemia"])
        return f1_score(self.test["anaemia"], knn.predict(self.test[VALUES]))


if __name__ == "__main__":
    print("f1", Experiment("blood.csv").run())
