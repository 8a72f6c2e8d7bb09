"""Cloud function that reindexes the client's columns to the names seen in fit."""

import functions_framework
import joblib
import numpy as np
import pandas as pd

forest = joblib.load("tides.joblib")


@functions_framework.http
def tides(request):
    rows = request.get_json(silent=True)
    if not isinstance(rows, list) or not 0 < len(rows) <= 100:
        return {"error": "expected a list of 1 to 100 rows"}, 400
    frame = pd.DataFrame.from_records(rows).reindex(columns=forest.feature_names_in_)
    values = frame.apply(pd.to_numeric, errors="coerce").to_numpy()
    if not np.isfinite(values).all():
        return {"error": "missing or non-numeric columns"}, 422
    # ok: raw-request-to-model, client-ordered-features
    heights = forest.predict(values)
    return {"heights": heights.tolist()}
