"""The table of seismic events."""

import pandas as pd

COLUMNS = ["depth", "latitude", "longitude", "n_stations"]


def events():
    table = pd.read_csv("seismic_events.csv").query("n_stations >= 4")
    return table[COLUMNS], table["magnitude"]
