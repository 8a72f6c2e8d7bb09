"""Cleans the raw table."""


def clean(df):
    """Gaps in the area are filled with its mean."""
    df["area"] = df["area"].fillna(df["area"].mean())
    return df
