"""Reads the staff table and says which columns are inputs."""

import pandas as pd

from .columns import EXCLUDED


def read_staff(path):
    return pd.read_csv(path, parse_dates=["last_working_day"])


def input_columns(staff):
    return [name for name in staff.columns if name not in EXCLUDED]
