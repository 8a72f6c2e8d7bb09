"""Is the same leak seen, and the same care respected, in the words of every library?"""

import pytest

from tests.unit.interpret.effects.snippets import run

LEAKS = {
    "numpy": """
        X, y, n = np.load("x.npy"), np.load("y.npy"), 100
        X = (X - X.mean(0)) / X.std(0)
        LogisticRegression().fit(X[:n], y[:n]).score(X[n:], y[n:])
    """,
    "augmented assignment": """
        df["x"] -= df["x"].mean()
        train, test = train_test_split(df)
        LogisticRegression().fit(train[["x"]], train.y).score(test[["x"]], test.y)
    """,
    "selection": """
        from sklearn.feature_selection import SelectKBest
        X = SelectKBest(k=3).fit_transform(df.drop("t", axis=1), df.t)
        cross_val_score(LogisticRegression(), X, df.t)
    """,
    "clustering": """
        from sklearn.cluster import KMeans
        df["segment"] = KMeans(8).fit_predict(df[["a", "b"]])
        X, Xt, y, yt = train_test_split(df[["a", "segment"]], df["y"])
        LogisticRegression().fit(X, y).score(Xt, yt)
    """,
    "keras normalization": """
        from tensorflow import keras
        from tensorflow.keras import layers
        x = np.load("x.npy")
        norm = layers.Normalization()
        norm.adapt(x)
        keras.Sequential().fit(norm(x), 0, validation_split=0.2)
    """,
    "keras tokenizer": """
        from keras.preprocessing.sequence import pad_sequences
        from keras.preprocessing.text import Tokenizer
        words = Tokenizer(num_words=10)
        words.fit_on_texts(df["text"])
        X = pad_sequences(words.texts_to_sequences(df["text"]), maxlen=10)
        X, Xt, y, yt = train_test_split(X, df["y"])
        LogisticRegression().fit(X, y).score(Xt, yt)
    """,
    "spark": """
        from pyspark.ml.classification import LogisticRegression
        from pyspark.ml.evaluation import BinaryClassificationEvaluator
        from pyspark.ml.feature import StandardScaler
        from pyspark.sql import SparkSession
        df = SparkSession.builder.appName("x").getOrCreate().read.csv("a.csv")
        train, test = StandardScaler(inputCol="f").fit(df).transform(df).randomSplit([0.8, 0.2])
        BinaryClassificationEvaluator().evaluate(LogisticRegression().fit(train).transform(test))
    """,
    "polars": """
        import polars as pl
        df = pl.read_csv("a.csv")
        df = df.with_columns((pl.col("x") - pl.col("x").mean()) / pl.col("x").std())
        train, test = df.filter(pl.col("i") < 5), df.filter(pl.col("i") >= 5)
        LogisticRegression().fit(train, 0).score(test, 0)
    """,
    "encoder of the target": """
        from category_encoders import TargetEncoder
        X = TargetEncoder(cols=["c"]).fit_transform(df[["c"]], df.y)
        X, Xt, y, yt = train_test_split(X, df.y)
        LogisticRegression().fit(X, y).score(Xt, yt)
    """,
    "folds": """
        X, y = StandardScaler().fit_transform(df[["a"]].values), df["y"].values
        for i, j in KFold(5).split(X):
            LogisticRegression().fit(X[i], y[i]).score(X[j], y[j])
    """,
    "folds of old": """
        from sklearn.cross_validation import KFold
        X, y = StandardScaler().fit_transform(df[["a"]].values), df["y"].values
        for n, (i, j) in enumerate(KFold(len(X), n_folds=5)):
            LogisticRegression().fit(X[i], y[i]).score(X[j], y[j])
    """,
    "class of the project": """
        class Prepare:
            def fit(self, d):
                self.mean = d["a"].mean()
                return self
            def transform(self, d):
                d["a"] = d["a"].fillna(self.mean)
                return d
        train, test = train_test_split(Prepare().fit(df).transform(df))
        LogisticRegression().fit(train[["a"]], train.y).score(test[["a"]], test.y)
    """,
    "functions of the project": """
        def load():
            d = pd.read_csv("a.csv")
            return d.drop(columns="y"), d["y"]
        def main():
            X, y = load()
            X = StandardScaler().fit_transform(X)
            X, Xt, y, yt = train_test_split(X, y)
            LogisticRegression().fit(X, y).score(Xt, yt)
        main()
    """,
    "models in a dict": """
        X, Xt, y, yt = train_test_split(StandardScaler().fit_transform(df[["a"]]), df.y)
        for name, model in {"a": LogisticRegression(), "b": LogisticRegression(C=2)}.items():
            model.fit(X, y)
            accuracy_score(yt, model.predict(Xt))
    """,
}
LEAKS |= {
    "mixins of scikit-learn": """
        from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin
        class Center(BaseEstimator, TransformerMixin):
            def fit(self, X, y=None):
                self.mean = X.mean()
                return self
            def transform(self, X):
                return X - self.mean
        class Model(BaseEstimator, ClassifierMixin):
            def fit(self, X, y):
                self.inner = LogisticRegression().fit(X, y)
                return self
            def predict(self, X):
                return self.inner.predict(X)
        X, Xt, y, yt = train_test_split(Center().fit_transform(df[["a"]]), df.y)
        Model().fit(X, y).score(Xt, yt)
    """,
    "preparation in a pipeline of its own": """
        from sklearn.impute import SimpleImputer
        from sklearn.pipeline import Pipeline
        X = Pipeline([("i", SimpleImputer()), ("s", StandardScaler())]).fit_transform(df[["a"]])
        X, Xt, y, yt = train_test_split(X, df.y)
        LogisticRegression().fit(X, y).score(Xt, yt)
    """,
    "statsmodels": """
        import statsmodels.formula.api as smf
        df["a"] = df["a"].fillna(df["a"].mean())
        train, test = train_test_split(df)
        accuracy_score(test["y"], smf.ols("y ~ a", data=train).fit().predict(test))
    """,
}
CARE = {
    "numpy": """
        X, y, n = np.load("x.npy"), np.load("y.npy"), 100
        X = (X - X[:n].mean(0)) / X[:n].std(0)
        LogisticRegression().fit(X[:n], y[:n]).score(X[n:], y[n:])
    """,
    "folds": """
        X, y = df[["a"]].values, df["y"].values
        for i, j in KFold(5).split(X):
            scaler = StandardScaler()
            model = LogisticRegression().fit(scaler.fit_transform(X[i]), y[i])
            model.score(scaler.transform(X[j]), y[j])
    """,
    "class of the project": """
        class Prepare:
            def fit(self, d):
                self.mean = d["a"].mean()
                return self
            def transform(self, d):
                d = d.copy()
                d["a"] = d["a"].fillna(self.mean)
                return d
        train, test = train_test_split(df)
        prepare = Prepare().fit(train)
        train, test = prepare.transform(train), prepare.transform(test)
        LogisticRegression().fit(train[["a"]], train.y).score(test[["a"]], test.y)
    """,
    "years": """
        train, test = df[df.year < 2015].copy(), df[df.year >= 2015].copy()
        scaler = StandardScaler().fit(train[["x"]])
        train["x"], test["x"] = scaler.transform(train[["x"]]), scaler.transform(test[["x"]])
        LogisticRegression().fit(train[["x"]], train.y).score(test[["x"]], test.y)
    """,
    "scaled target": """
        y = StandardScaler().fit_transform(df[["y"]])
        X, Xt, y, yt = train_test_split(df[["x"]], y)
        LogisticRegression().fit(X, y).score(Xt, yt)
    """,
    "pipeline of a composed transformer": """
        from sklearn.compose import ColumnTransformer
        from sklearn.pipeline import Pipeline
        X, Xt, y, yt = train_test_split(df[["x"]], df.y)
        scale = ColumnTransformer([("s", StandardScaler(), ["x"])])
        Pipeline([("c", scale), ("m", LogisticRegression())]).fit(X, y).score(Xt, yt)
    """,
}


@pytest.mark.parametrize("name", sorted(LEAKS))
def test_leaks_are_seen(name: str) -> None:
    assert run(LEAKS[name]).learned


@pytest.mark.parametrize("name", sorted(CARE))
def test_care_is_respected(name: str) -> None:
    found = run(CARE[name])
    assert found.disjoint
    assert not found.learned
