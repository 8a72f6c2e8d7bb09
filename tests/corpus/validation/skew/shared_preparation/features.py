"""Feature preparation of the taxi model, used by training and serving alike."""

import numpy as np
import pandas as pd

FEATURES = ["distance", "hour_sin", "hour_cos", "passengers"]


def prepare(trips: pd.DataFrame) -> pd.DataFrame:
    hour = trips["pickup"].dt.hour
    return pd.DataFrame(
        {
            "distance": np.log1p(trips["distance"].clip(0, 200)),
            "hour_sin": np.sin(2 * np.pi * hour / 24),
            "hour_cos": np.cos(2 * np.pi * hour / 24),
            "passengers": trips["passengers"].fillna(1),
        },
        columns=FEATURES,
    )
