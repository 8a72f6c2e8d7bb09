import numpy as np
import yaml


def settings(text):
    return yaml.load(text, Loader=yaml.UnsafeLoader)


def gaps(column):
    return [i for i, value in enumerate(column) if value == np.nan]


def unfinished(
    model.predict(
