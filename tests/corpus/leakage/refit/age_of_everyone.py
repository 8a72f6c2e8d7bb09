"""Missing ages in two halves of a passenger list are filled from the joined list."""

import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


class Passengers:
    INPUTS = ["Pclass", "Age", "SibSp", "Parch", "Fare", "is_female"]

    def __init__(self, path):
        people = pd.read_csv(path)
        people["is_female"] = (people["Sex"] == "female").astype(int)
        self.train, self.test = train_test_split(people, test_size=0.3, random_state=27)

    def fill(self):
        everyone = pd.concat([self.train, self.test])
        # expect: claim
        # ruleid: fit-on-train-and-test
        usual = everyone["Age"].median()
        self.train = self.train.fillna({"Age": usual})
        self.test = self.test.fillna({"Age": usual})

    def score(self):
        forest = RandomForestClassifier(n_estimators=200, max_depth=6, random_state=27)
        forest.fit(self.train[self.INPUTS], self.train["Survived"])
        return accuracy_score(self.test["Survived"], forest.predict(self.test[self.INPUTS]))


passengers = Passengers("titanic_full.csv")
passengers.fill()
print("accuracy:", passengers.score())
