"""Are rows that are drawn, joined away or read again told apart from those of the other side?"""

import pytest

from analyzer.engine.registry import find, load_rules
from analyzer.testing import findings_in

_HEAD = """
import numpy as np
import pandas as pd
import torch
from sklearn.linear_model import LogisticRegression
from torch.utils.data import random_split

df = pd.read_csv("churn.csv")


def judge(train, test):
    model = LogisticRegression().fit(train[["age"]], train["left"])
    print(model.score(test[["age"]], test["left"]))

"""


def lines(rule_id: str, code: str) -> list[int]:
    """The lines of `code` on which the rule finds something."""
    findings, notifications = findings_in({"train.py": code}, [find(rule_id, load_rules())])
    assert not notifications
    return sorted(each.at.line for each in findings)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("judge(df[np.random.rand(len(df)) < 0.8], df[np.random.rand(len(df)) < 0.2])", True),
        ("share = np.random.rand(len(df))\njudge(df[share < 0.8], df[share >= 0.8])", False),
        ("mask = np.random.rand(len(df)) < 0.8\njudge(df[mask], df[~mask])", False),
        ("def cut():\n    np.random.seed(3)\n    mask = np.random.rand(len(df)) < 0.8\n    return df[mask], df[~mask]\n"
         "judge(cut()[0], cut()[1])", False),
        ("def cut():\n    draw = np.random.default_rng(3)\n    mask = draw.random(len(df)) < 0.8\n"
         "    return df[mask], df[~mask]\njudge(cut()[0], cut()[1])", False),
    ],
)  # fmt: skip
def test_masks_of_two_draws_are_two_splits(code: str, found: bool) -> None:
    """The same numbers again, by a seed or because they were kept, are the same split."""
    assert bool(lines("recomputed-random-split", _HEAD + code)) is found


@pytest.mark.parametrize(
    ("second", "found"),
    [("draw", True), ("torch.Generator().manual_seed(5)", False)],
)
def test_a_generator_goes_on_after_a_split(second: str, found: bool) -> None:
    """Only a generator that begins anew splits alike once more."""
    code = f"""
draw = torch.Generator().manual_seed(5)
one = random_split(df, [0.8, 0.2], generator=draw)
other = random_split(df, [0.8, 0.2], generator={second})
judge(one[0], other[1])
"""
    assert bool(lines("recomputed-random-split", _HEAD + code)) is found


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ('df.join(test, on="id", how="anti")', False),
        ('df.join(test, on="id", how="left")', True),
        ('df.join(test, on="id", how="semi")', False),  # which of them is not known
    ],
)
def test_an_anti_join_leaves_none_of_the_other_rows(rest: str, found: bool) -> None:
    """What a join takes away is apart from what is left."""
    code = f"""
import polars as pl

df = pl.read_parquet("churn.parquet")
test = df.sample(fraction=0.2, seed=1)
judge({rest}, test)
"""
    assert bool(lines("evaluation-on-training-rows", _HEAD + code)) is found
