"""What does the interpreter say of a few lines of data code?"""

import textwrap
from dataclasses import dataclass

from analyzer.interpret.entry import interpret
from analyzer.interpret.facts import Evaluation, Facts
from analyzer.interpret.rows import contains, overlaps
from analyzer.knowledge.vocabulary import Ask, Vocabulary
from analyzer.project.project import ModuleEntry, Project
from analyzer.project.versions import Versions
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read
from analyzer.syntax.lower import parse

IMPORTS = """
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import KFold, GridSearchCV, cross_val_score, train_test_split
from sklearn.preprocessing import LabelEncoder, Normalizer, StandardScaler
df = pd.read_csv("data.csv")
"""
SPLIT_AND_JUDGE = """
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = LogisticRegression().fit(X_train, y_train)
model.score(X_test, y_test)
"""


@dataclass(frozen=True, slots=True)
class Interpreted:
    """The facts of a snippet, with the questions that tests ask of them."""

    facts: Facts

    @property
    def judged(self) -> list[Evaluation]:
        """Evaluations of models, without mere predictions."""
        return [each for each in self.facts.evaluations if each.kind != "prediction"]

    @property
    def learned(self) -> set[str]:
        """What kinds of statistics over both sides have gone into some judged pair."""
        return {
            statistic.how
            for each in self.judged
            for statistic in each.fit.statistics | each.statistics
            if overlaps(statistic.rows, each.fit.rows) and overlaps(statistic.rows, each.rows)
        }

    @property
    def copied(self) -> set[str]:
        """What kinds of duplication have gone into some judged pair."""
        return {copies.how for each in self.judged for copies in each.fit.duplicates | each.duplicates}

    @property
    def disjoint(self) -> bool:
        """Whether every judged pair is made of disjoint rows; there must be one."""
        return bool(self.judged) and not any(overlaps(each.fit.rows, each.rows) for each in self.judged)

    @property
    def on_training_rows(self) -> bool:
        """Whether some model is surely judged on rows that it was trained on."""
        return any(contains(each.fit.rows, each.rows) for each in self.judged)


def run(code: str, *, imports: str = IMPORTS) -> Interpreted:
    """Interpret `imports` and then `code`, as one module."""
    text = imports + textwrap.dedent(code)
    source = read(Candidate(path="m.py", absolute="m.py", kind=FileKind.MODULE, content=text.encode()))
    assert isinstance(source, SourceFile)
    project = Project({"m": ModuleEntry("m.py", parse(source, "m", False))}, Versions())
    asked = Ask(frozenset({"fit", "evaluate", "metric", "split"}))
    facts = interpret(project, "m", Vocabulary([asked]))
    assert not facts.exhausted
    return Interpreted(facts)
