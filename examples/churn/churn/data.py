"""Customer tables: reading, cleaning and the cache between runs."""

import hashlib
import pickle
from pathlib import Path

import pandas as pd

CACHE = Path(".cache/frames")

DTYPES = {
    "customer_id": "string",
    "tenure_months": "int32",
    "monthly_charge": "float32",
    "support_calls": "int32",
    "churned": "int8",
}


def read_customers(path: str) -> pd.DataFrame:
    frame = pd.read_csv(path, dtype=DTYPES, parse_dates=["last_login"])
    frame = frame.drop_duplicates("customer_id")
    frame["days_since_login"] = (frame["snapshot_date"].astype("datetime64[ns]") - frame["last_login"]).dt.days
    frame["discount_share"] = frame["discount"] / frame["monthly_charge"].clip(lower=1.0)
    return frame.dropna(subset=["tenure_months", "monthly_charge"])


def cache_path(source: str) -> Path:
    return CACHE / (hashlib.sha256(source.encode()).hexdigest()[:16] + ".pkl")


def write_cached(frame: pd.DataFrame, source: str) -> Path:
    path = cache_path(source)
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "wb") as stream:
        pickle.dump(frame, stream)
    return path


def read_cached(path: str) -> pd.DataFrame:
    """Load a prepared frame that another run left behind."""
    with open(path, "rb") as stream:
        return pickle.load(stream)
