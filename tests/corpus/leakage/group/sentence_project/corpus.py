"""Turns letters into a table with one row per sentence."""

import pandas as pd


def sentences(path):
    letters = pd.read_json(path, lines=True)
    letters["sentence"] = letters["text"].str.split(r"(?<=[.!?])\s+", regex=True)
    table = letters[["letter", "author", "sentence"]].explode("sentence", ignore_index=True)
    return table[table["sentence"].str.len() > 20]
