"""Trains and judges a model of house prices."""

import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import precision_score, recall_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from features import clean


def scaled(path):
    """A score that knows the test rows' scale."""
    df = clean(pd.read_csv(path))
    X, y = df.drop(columns=["sold"]), df["sold"]
    X = StandardScaler().fit_transform(X)
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
    model = RandomForestClassifier().fit(X_train, y_train)
    return recall_score(y_test, model.predict(X_test))


def balanced(path):
    """A score on copies of training rows."""
    df = pd.read_csv(path)
    X, y = SMOTE().fit_resample(df.drop(columns=["sold"]), df["sold"])
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
    model = RandomForestClassifier().fit(X_train, y_train)
    return precision_score(model.predict(X_test), y_test)


def honest(path):
    """A score on rows that nothing has seen."""
    df = pd.read_csv(path)
    X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["sold"]), df["sold"], random_state=0)
    model = make_pipeline(StandardScaler(), RandomForestClassifier()).fit(X_train, y_train)
    return model.score(X_test, y_test)


def flattering(path):
    """A score on the rows the model was trained on."""
    df = pd.read_csv(path)
    model = RandomForestClassifier().fit(df.drop(columns=["sold"]), df["sold"])
    return model.score(df.drop(columns=["sold"]), df["sold"])
