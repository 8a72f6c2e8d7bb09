"""Does the flow of a leak across files name every call on the way, in the order of execution?"""

from analyzer.engine.registry import find, load_rules
from analyzer.testing import findings_in

FILES = {
    "data.py": """
import pandas as pd
from sklearn.impute import SimpleImputer


def impute(frame):
    frame[["age"]] = SimpleImputer().fit_transform(frame[["age"]])
    return frame


class Loader:
    def load(self):
        return impute(pd.read_csv("churn.csv"))
""",
    "splitting.py": """
from sklearn.model_selection import train_test_split


def cut(frame, target):
    return train_test_split(frame.drop(columns=[target]), frame[target])


def sides(frame):
    return cut(frame, "left")
""",
    "train.py": """
from data import Loader
from sklearn.linear_model import LogisticRegression
from splitting import sides


def main():
    frame = Loader().load()
    a, b, c, d = sides(frame)
    model = LogisticRegression()
    model.fit(a, c)
    print(model.score(b, d))


main()
""",
}


def test_every_call_on_the_way_is_named() -> None:
    (finding,) = findings_in(FILES, [find("fit-before-split", load_rules())])[0]
    assert (finding.at.path, finding.at.line) == ("data.py", 7)
    assert [(step.at.path, step.at.line, step.text) for step in finding.flow] == [
        ("train.py", 15, "`main` is called here"),
        ("train.py", 8, "`load` is called here"),
        ("data.py", 13, "`impute` is called here"),
        ("data.py", 7, "a fill value computed over rows of both sides"),
        ("train.py", 9, "`sides` is called here"),
        ("splitting.py", 10, "`cut` is called here"),
        ("splitting.py", 6, "the rows are split here"),
        ("train.py", 11, "the model is trained here"),
        ("train.py", 12, "it is evaluated on these rows here"),
    ]
