"""Division of the feature table into the part for training and the part for scoring."""

from sklearn.model_selection import train_test_split


def divide(table, columns, target="converted"):
    return train_test_split(table[columns], table[target], test_size=0.3, random_state=400, stratify=table[target])
