"""The label of a rain classifier is the rain of the following day."""

import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import TimeSeriesSplit

weather = pd.read_csv("station_daily.csv", parse_dates=["day"]).sort_values("day").reset_index(drop=True)

# ok: future-values-in-features
weather["rain_tomorrow"] = weather["rain_mm"].shift(-1) > 1.0
weather["rain_week"] = weather["rain_mm"].rolling(7).sum()
weather["pressure_change"] = weather["pressure"].diff()
weather = weather.iloc[7:-1]

inputs = ["rain_mm", "rain_week", "pressure", "pressure_change", "humidity", "sunshine"]
X = weather[inputs].to_numpy()
y = weather["rain_tomorrow"].to_numpy()

# ok: shuffled-temporal-split
for fold, (past, future) in enumerate(TimeSeriesSplit(n_splits=6).split(X)):
    model = HistGradientBoostingClassifier(max_depth=4, random_state=fold)
    model.fit(X[past], y[past])
    auc = roc_auc_score(y[future], model.predict_proba(X[future])[:, 1])
    print(f"fold {fold}: trained on {len(past)} days, AUC {auc:.3f}")
