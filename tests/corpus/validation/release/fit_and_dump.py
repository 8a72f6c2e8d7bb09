"""Scheduled job that refits the price elasticity model and overwrites the served artefact."""

import datetime as dt
import logging
import os
from pathlib import Path

import joblib
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sqlalchemy import create_engine, text

log = logging.getLogger("elasticity")
SERVED = Path("/srv/models/elasticity.joblib")
QUERY = text("select price, stock, weekday, promo, units from sales where day >= :since")
FEATURES = ["price", "stock", "weekday", "promo"]


def read_sales(since: dt.date) -> pd.DataFrame:
    engine = create_engine(os.environ["SALES_URL"])
    with engine.connect() as connection:
        sales = pd.read_sql(QUERY, connection, params={"since": since})
    if sales.empty or sales.isna().any(axis=None):
        raise RuntimeError("no complete sales since the given day")
    return sales


def refresh() -> None:
    sales = read_sales(dt.date.today() - dt.timedelta(days=180))
    model = GradientBoostingRegressor(random_state=0)
    model.fit(sales[FEATURES], sales["units"])
    temporary = SERVED.with_suffix(".tmp")
    # expect: claim
    # ruleid: ungated-model-release
    joblib.dump(model, temporary)
    temporary.replace(SERVED)
    log.info("replaced %s", SERVED)


if __name__ == "__main__":
    refresh()
