"""Holes in a fermentation log are bridged forwards only and scored runs come after fitted runs."""

import pandas as pd
from sklearn.cross_decomposition import PLSRegression
from sklearn.metrics import r2_score

log = pd.read_csv("fermenter_log.csv", parse_dates=["at"], index_col="at").sort_index()
signals = ["ph", "dissolved_o2", "stirrer_rpm", "glucose_feed"]

# ok: future-values-in-features
log[signals] = log[signals].ffill()
# ok: future-values-in-features
log["o2_drop"] = log["dissolved_o2"].diff(6)
# ok: future-values-in-features
log["titer_next"] = log["titer"].shift(-6)
log = log.dropna(subset=signals + ["o2_drop", "titer_next"])

fitted = log.loc[log.index < "2023-05-01"]
scored = log.loc[log.index >= "2023-05-01"]
inputs = signals + ["o2_drop"]

pls = PLSRegression(n_components=3)
pls.fit(fitted[inputs], fitted["titer_next"])
print("R2 of the titer one hour ahead:", r2_score(scored["titer_next"], pls.predict(scored[inputs])))
