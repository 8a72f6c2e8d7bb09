"""Building of the pipeline and of the two parts from the settings."""

import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline


def parts(settings):
    colonies = pd.read_csv(settings["csv"])
    target = colonies.pop(settings["target"])
    return train_test_split(colonies, target, test_size=0.3, random_state=settings["seed"], stratify=target)


def pipeline(settings):
    # ok: fit-before-split
    return Pipeline(settings["steps"])
