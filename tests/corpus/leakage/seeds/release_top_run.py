"""Networks from several initialisations are scored and the file of the top one is copied to the release folder."""

import shutil
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow import keras

RUNS = Path("runs")
RELEASE = Path("release/model.keras")

kernels = pd.read_csv("wheat_kernels.csv")
variety = kernels.pop("variety").to_numpy()
X_train, X_test, y_train, y_test = train_test_split(kernels.to_numpy(), variety, test_size=0.25, random_state=10)

records = []
for seed in range(10):
    # expect: doubt
    # ruleid: seed-picking
    keras.utils.set_random_seed(seed)
    net = keras.Sequential(
        [
            keras.layers.Input(shape=(X_train.shape[1],)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    net.fit(X_train, y_train, epochs=80, verbose=0)
    _, accuracy = net.evaluate(X_test, y_test, verbose=0)
    path = RUNS / f"seed{seed}.keras"
    net.save(path)
    records.append({"seed": seed, "accuracy": accuracy, "path": str(path)})

runs = pd.DataFrame(records)
print("accuracy over seeds:", np.round(runs["accuracy"].mean(), 3), "+/-", np.round(runs["accuracy"].std(), 3))
shutil.copy(runs.loc[runs["accuracy"].idxmax(), "path"], RELEASE)
