"""Which rows do trainers, streams, expressions over columns and pipelines of other frameworks learn from and judge?"""

import pytest

from tests.unit.interpret.effects.snippets import run

HUGGING_FACE = """
import numpy as np
from datasets import DatasetDict, concatenate_datasets, load_dataset
from transformers import AutoModelForSequenceClassification, Trainer, TrainingArguments
def own(name):
    return load_dataset("csv", data_files=name, split="train")
def run(training, held_out):
    model = AutoModelForSequenceClassification.from_pretrained("bert")
    trainer = Trainer(model, TrainingArguments("out"), train_dataset=training, eval_dataset=held_out)
    trainer.train()
    print(trainer.evaluate())
"""
POLARS = """
import polars as pl
from sklearn.linear_model import LogisticRegression
df = pl.read_csv("data.csv")
def run(training, held_out):
    model = LogisticRegression().fit(training.select("z").to_numpy(), training["y"].to_numpy())
    print(model.score(held_out.select("z").to_numpy(), held_out["y"].to_numpy()))
"""
SPARK = """
from pyspark.ml import Pipeline
from pyspark.ml.classification import LogisticRegression
from pyspark.ml.evaluation import BinaryClassificationEvaluator
from pyspark.ml.feature import StandardScaler, StringIndexer, VectorAssembler
from pyspark.sql import SparkSession, functions as F
df = SparkSession.builder.getOrCreate().read.parquet("data.parquet")
def run(training, held_out, model=LogisticRegression()):
    print(BinaryClassificationEvaluator().evaluate(model.fit(training).transform(held_out)))
"""
TENSORFLOW = """
import pandas as pd
import tensorflow as tf
df = pd.read_csv("data.csv")
data = tf.data.Dataset.from_tensor_slices((df[["a"]].values, df["y"].values))
def run(training, held_out):
    model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
    model.fit(training.batch(8))
    print(model.evaluate(held_out.batch(8)))
"""


@pytest.mark.parametrize(
    "code",
    [
        "ds = load_dataset('imdb')\nrun(ds['train'], ds['test'])",
        "run(load_dataset('imdb', split='train[:80%]'), load_dataset('imdb', split='train[80%:]'))",
        "a, b = load_dataset('glue', 'sst2', split=['train', 'validation'])\nrun(a, b)",
        "ds = own('a.csv').shuffle(seed=1)\nrun(ds.select(range(80)), ds.select(range(80, 100)))",
        "ds = own('a.csv').train_test_split(0.2).map(lambda row: row)\nrun(ds['train'], ds['test'])",
        "run(*(own('a.csv').train_test_split(0.2, seed=1)[side] for side in ('train', 'test')))",
        "run(own('a.csv'), own('b.csv'))",
        "ds = own('a.csv')\nrun(ds.shard(num_shards=5, index=0), ds.shard(num_shards=5, index=1))",
        "ds = DatasetDict({'a': own('a.csv').take(80), 'b': own('a.csv').skip(80)})\nrun(ds['a'], ds['b'])",
    ],
)
def test_sides_of_hugging_face_datasets(code: str) -> None:
    assert run(code, imports=HUGGING_FACE).disjoint


@pytest.mark.parametrize(
    "code",
    [
        "ds = load_dataset('imdb', split='train')\nrun(ds, ds.select(range(10)))",
        "run(load_dataset('imdb', split='train+test'), load_dataset('imdb', split='test'))",
        "ds = load_dataset('imdb')\nrun(concatenate_datasets([ds['train'], ds['test']]), ds['test'])",
    ],
)
def test_hugging_face_datasets_that_hold_the_judged_rows(code: str) -> None:
    assert run(code, imports=HUGGING_FACE).on_training_rows


def test_a_statistic_in_a_function_that_is_mapped() -> None:
    program = run(
        """
        ds = load_dataset("csv", data_files="a.csv", split="train")
        mean = np.mean(ds["x"])
        ds = ds.map(lambda row: {"z": row["x"] - mean}).train_test_split(0.2)
        run(ds["train"], ds["test"])
        """,
        imports=HUGGING_FACE,
    )
    assert program.learned == {"aggregate"}


@pytest.mark.parametrize(
    ("code", "learned"),
    [
        ("df = df.with_columns((pl.col('x') - pl.col('x').mean()).alias('z'))", {"aggregate"}),
        ("df = df.with_columns(z=pl.col('x').mean().over('k'))", {"group-aggregate"}),
        ("df = df.with_columns(z=pl.col('x').shift(1).over('k'))", set()),
        ("df = df.with_columns(w=pl.col('x').mean(), z=pl.col('x') + 1)", set()),  # of a column that is not used
        ("df = df.join(df.group_by('k').agg(pl.col('x').mean().alias('z')), on='k')", {"group-aggregate"}),
    ],
)
def test_expressions_of_polars(code: str, learned: set[str]) -> None:
    sides = "run(df.filter(pl.col('i') < 80), df.filter(pl.col('i') >= 80))"
    assert run(f"{code}\n{sides}", imports=POLARS).learned == learned


@pytest.mark.parametrize(
    "sides",
    [
        "df.filter(pl.col('i') < 80), df.filter(pl.col('i') >= 80)",
        "df.slice(0, 80), df.slice(80)",
        "df.filter(chosen), df.filter(~chosen)",
        "df.filter(pl.col('i').is_in(['a'])), df.filter(~pl.col('i').is_in(['a']))",
    ],
)
def test_sides_of_polars_frames(sides: str) -> None:
    assert run(f"chosen = (pl.col('a') > 3) & (pl.col('b') == 'x')\nrun({sides})", imports=POLARS).disjoint


@pytest.mark.parametrize(
    ("code", "learned"),
    [
        ("df = StandardScaler(inputCol='f').fit(df).transform(df)", {"scaling"}),
        ("df = Pipeline(stages=[StringIndexer(), VectorAssembler()]).fit(df).transform(df)", {"encoding"}),
        ("df = VectorAssembler().transform(df)", set()),
        ("m = df.select(F.mean('x')).first()[0]\ndf = df.withColumn('z', F.col('x') - m)", {"aggregate"}),
    ],
)
def test_transformers_of_spark(code: str, learned: set[str]) -> None:
    assert run(f"{code}\nrun(*df.randomSplit([0.8, 0.2]))", imports=SPARK).learned == learned


def test_a_pipeline_of_spark_that_is_fitted_on_the_training_side() -> None:
    program = run(
        "a, b = df.randomSplit([0.8, 0.2])\nrun(a, b, Pipeline(stages=[StringIndexer(), LogisticRegression()]))",
        imports=SPARK,
    )
    assert program.disjoint
    assert not program.learned


@pytest.mark.parametrize(
    ("code", "disjoint"),
    [
        ("run(data.take(80), data.skip(80))", True),
        ("data = data.shuffle(9)\nrun(data.take(80), data.skip(80))", False),
        ("data = data.shuffle(9, reshuffle_each_iteration=False)\nrun(data.take(80), data.skip(80))", True),
        ("data = data.shuffle(9).cache()\nrun(data.take(80), data.skip(80))", True),
        ("run(data.take(80).shuffle(9), data.skip(80))", True),
    ],
)
def test_parts_of_streams(code: str, disjoint: bool) -> None:
    assert run(code, imports=TENSORFLOW).disjoint is disjoint


def test_what_a_layer_has_learned_is_in_the_model() -> None:
    program = run(
        """
        layer = tf.keras.layers.Normalization()
        layer.adapt(df[["a"]].values)
        model = tf.keras.Sequential([layer, tf.keras.layers.Dense(1)])
        model.fit(df[["a"]].values, df["y"].values, validation_split=0.2)
        """,
        imports=TENSORFLOW,
    )
    assert program.learned == {"scaling"}


def test_a_data_module_of_lightning() -> None:
    program = run(
        """
        class Rows(lightning.LightningDataModule):
            def setup(self, stage=None):
                frame = pd.read_csv("data.csv")
                self.training, self.held_out = random_split(TensorDataset(torch.tensor(frame.values)), [80, 20])
            def train_dataloader(self):
                return DataLoader(self.training)
            def test_dataloader(self):
                return DataLoader(self.held_out)
        class Net(lightning.LightningModule):
            pass
        rows, net, trainer = Rows(), Net(), lightning.Trainer()
        trainer.fit(net, datamodule=rows)
        trainer.test(datamodule=rows)
        """,
        imports="import lightning\nimport pandas as pd\nimport torch\n"
        "from torch.utils.data import DataLoader, TensorDataset, random_split\n",
    )
    assert program.disjoint
