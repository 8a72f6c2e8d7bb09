"""Reading of the visit log."""

import pandas as pd


def visits(folder):
    log = pd.read_parquet(f"{folder}/visits.parquet")
    campaigns = pd.read_csv(f"{folder}/campaigns.csv")
    return log.merge(campaigns, on="campaign", how="left", validate="many_to_one")
