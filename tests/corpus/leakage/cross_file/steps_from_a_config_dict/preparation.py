"""Application of the transformers that the settings name."""

import pandas as pd


def prepare(config):
    traits = pd.read_csv(config["source"]).dropna()
    target = traits.pop(config["target"])
    # expect: claim
    # ruleid: fit-before-split
    values = config["scaler"].fit_transform(traits)
    # expect: claim
    # ruleid: fit-before-split
    values = config["reducer"].fit_transform(values)
    return values, target.to_numpy()
