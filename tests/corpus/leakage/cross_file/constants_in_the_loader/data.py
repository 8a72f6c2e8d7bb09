"""Reading of the server metrics, where gaps are filled with fixed values and categories come from a fixed list."""

import pandas as pd

REGIONS = ["eu", "us", "asia"]
DEFAULTS = {"cpu": 0.0, "memory_gb": 16.0, "swap_gb": 0.0}


def load_servers(path="servers.csv"):
    servers = pd.read_csv(path)
    # ok: fit-before-split
    servers = servers.fillna(DEFAULTS)
    # ok: fit-before-split
    servers["region"] = pd.Categorical(servers["region"], categories=REGIONS).codes
    # ok: fit-before-split
    servers["load_class"] = pd.cut(servers["cpu"], bins=[-0.01, 0.3, 0.7, 1.0], labels=False)
    servers["pressure"] = servers["swap_gb"] / servers["memory_gb"]
    return servers.dropna(subset=["failed_next_month"])
