"""The one place that divides the pump table, used by training and by evaluation."""

import pandas as pd
from sklearn.model_selection import train_test_split

SEED = 310
COLUMNS = ["flow", "pressure", "vibration", "runtime_hours"]


def divided(path="pumps.csv"):
    pumps = pd.read_csv(path).dropna()
    # ok: recomputed-random-split
    return train_test_split(pumps[COLUMNS], pumps["broke_down"], test_size=0.25, random_state=SEED)
