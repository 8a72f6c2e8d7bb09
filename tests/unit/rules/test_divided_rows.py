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


_CUT = """
def cut():
    {draw}
    mask = {of}(len(df)) < 0.8
    return df[mask], df[~mask]

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
        (f"{_CUT.format(draw='np.random.seed(3)', of='np.random.rand')}judge(cut()[0], cut()[1])", False),
        (f"{_CUT.format(draw='rng = np.random.default_rng(3)', of='rng.random')}judge(cut()[0], cut()[1])", False),
    ],
)
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


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("seed=1", "seed=2", True),
        ("seed=1", "seed=1", False),
        ("shuffle=False, seed=1", "shuffle=False, seed=2", False),
    ],
)
def test_a_folder_is_divided_alike_by_one_seed(first: str, second: str, found: bool) -> None:
    """The two sides of a folder of sounds come from two calls, which have to draw the same numbers."""
    code = f"""
import keras

made = keras.utils.audio_dataset_from_directory
train = made("birds", validation_split=0.1, subset="training", {first})
test = made("birds", validation_split=0.1, subset="validation", {second})
model = keras.Sequential([keras.layers.Dense(3)])
model.fit(train)
print(model.evaluate(test))
"""
    assert lines("recomputed-random-split", code) == ([6] if found else [])


@pytest.mark.parametrize("by", ["", ", shuffle=False"])
def test_both_sides_of_a_folder_in_one_call(by: str) -> None:
    """They are apart, and what is learned of the two joined knows both."""
    code = f"""
import keras

parts = keras.utils.text_dataset_from_directory("mails", validation_split=0.1, subset="both", seed=1{by})
train, test = parts
words = keras.layers.TextVectorization()
words.adapt(train.concatenate(test).map(lambda text, label: text))
model = keras.Sequential([words, keras.layers.Dense(3)])
model.fit(train)
print(model.evaluate(test))
"""
    assert lines("evaluation-on-training-rows", code) == []
    assert lines("fit-on-train-and-test", code) == [7]


@pytest.mark.parametrize("trainer", ["RewardTrainer", "GRPOTrainer"])
def test_trainers_of_trl_train(trainer: str) -> None:
    """They derive from the one of `transformers`."""
    code = f"""
from datasets import load_dataset
from trl import {trainer}

trainer = {trainer}(model="Qwen/Qwen3-0.6B", train_dataset=load_dataset("openai/gsm8k", "main", split="test"))
trainer.train()
"""
    assert lines("training-on-test-split", code) == [5]


_SPARK = """
from pyspark.ml.classification import LogisticRegression
from pyspark.ml.evaluation import BinaryClassificationEvaluator
from pyspark.ml.feature import StringIndexer, VectorAssembler
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F

trips = SparkSession.builder.getOrCreate().read.parquet("trips")
{change}
made = VectorAssembler(inputCols=["x", "y"], outputCol="features").transform(trips)
train, test = made.randomSplit([0.8, 0.2], seed=1)
model = LogisticRegression({given}).fit(train)
print(BinaryClassificationEvaluator().evaluate(model.transform(test)))
"""


@pytest.mark.parametrize(
    ("window", "found"),
    [
        ('Window.partitionBy("driver")', True),
        ('Window.partitionBy("driver").orderBy("day")', False),
        ('Window.orderBy("day").rowsBetween(-3, 0)', False),
        ("someones_window", False),
    ],
)
def test_windows_of_spark_over_whole_groups(window: str, found: bool) -> None:
    """In an order, an aggregate is of the rows up to each one."""
    change = f'trips = trips.withColumn("x", F.max("fare").over({window}))'
    assert bool(lines("fit-before-split", _SPARK.format(change=change, given=""))) is found


@pytest.mark.parametrize(
    ("output", "given", "found"),
    [("label", "", False), ("kind", 'labelCol="kind"', False), ("kind", "", True), ("label", 'labelCol="kind"', True)],
)
def test_the_label_of_spark_is_no_feature(output: str, given: str, found: bool) -> None:
    """Which column is the label is said to the model; without a word it is the one called so."""
    change = f'trips = StringIndexer(inputCol="k", outputCol="{output}").fit(trips).transform(trips)'
    assert bool(lines("fit-before-split", _SPARK.format(change=change, given=given))) is found


@pytest.mark.parametrize(
    ("over", "found"),
    [("rows", True), ("rows.train_test_split(test_size=0.3, seed=1)['train']", False)],
)
def test_a_row_that_is_changed_and_given_back(over: str, found: bool) -> None:
    """What a mapped function writes into the dict of a row goes into the rows."""
    code = f"""
from datasets import load_dataset
from sklearn.linear_model import LogisticRegression

rows = load_dataset("csv", data_files="mails.csv", split="train")
known = max({over}["length"])


def scaled(mail, index):
    mail.update(length=mail["length"] / known)
    return mail


parts = rows.map(scaled, with_indices=True).train_test_split(test_size=0.3, seed=1)
model = LogisticRegression().fit(parts["train"].select_columns(["length"]), parts["train"]["spam"])
print(model.score(parts["test"].select_columns(["length"]), parts["test"]["spam"]))
"""
    assert bool(lines("fit-before-split", code)) is found


@pytest.mark.parametrize(
    ("train", "test", "found"),
    [
        ("rows", "rows", True),
        ("rows", 'load_dataset("glue", "cola", split="train[%d:]" % count(5))', False),
    ],
)
def test_a_part_that_is_named_by_an_unknown_number(train: str, test: str, found: bool) -> None:
    """It is the same rows as itself, and nobody knows whether it is those of another."""
    code = f"""
from datasets import load_dataset
from sizes import count
from sklearn.naive_bayes import MultinomialNB

rows = load_dataset("glue", "cola", split=f"train[:{{count(4)}}]")
train, test = {train}, {test}
model = MultinomialNB().fit(train["words"], train["label"])
print(model.score(test["words"], test["label"]))
"""
    assert bool(lines("evaluation-on-training-rows", code)) is found


@pytest.mark.parametrize(("learns", "found"), [("train", False), ("rows", True)])
def test_a_vocabulary_is_learned_of_all_rows(learns: str, found: bool) -> None:
    """A tokenizer that was trained goes into what it makes, also from inside of another one."""
    code = f"""
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB
from tokenizers import Tokenizer
from tokenizers.models import BPE
from transformers import PreTrainedTokenizerFast

rows = pd.read_csv("mails.csv")
train, test = train_test_split(rows, random_state=1)
pairs = Tokenizer(BPE())
pairs.train_from_iterator({learns}["text"])
words = PreTrainedTokenizerFast(tokenizer_object=pairs)
model = MultinomialNB().fit(words(train["text"]), train["spam"])
print(model.score(words(test["text"]), test["spam"]))
print(MultinomialNB().fit(pairs.encode_batch(train["text"]), train["spam"]).score(test["text"], test["spam"]))
"""
    assert lines("fit-before-split", code) == ([12] if found else [])
