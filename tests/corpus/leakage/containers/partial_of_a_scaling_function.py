"""A glass identification script whose list of steps holds a partial of a scaling function applied before the split."""

from functools import partial

import numpy as np
import pandas as pd
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import minmax_scale

to_unit_range = partial(minmax_scale, feature_range=(0, 1), axis=0)


def load_glass(path="glass.csv"):
    glass = pd.read_csv(path)
    kind = glass.pop("type").to_numpy()
    content = np.sqrt(glass.to_numpy(dtype=float))
    # expect: claim
    # ruleid: fit-before-split
    content = to_unit_range(content)
    return content, kind


def main():
    content, kind = load_glass()
    c_train, c_test, k_train, k_test = train_test_split(content, kind, stratify=kind, test_size=0.3, random_state=27)
    network = partial(MLPClassifier, hidden_layer_sizes=(32, 16), max_iter=3000)(random_state=27)
    network.fit(c_train, k_train)
    print("balanced accuracy", balanced_accuracy_score(k_test, network.predict(c_test)))


if __name__ == "__main__":
    main()
