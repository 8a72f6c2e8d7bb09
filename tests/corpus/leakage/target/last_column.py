"""A helper cuts the last column off several sensor tables and a network is trained on each of them."""

from pathlib import Path

import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from tensorflow import keras


def inputs_and_label(path):
    table = pd.read_csv(path)
    table.drop(columns=["timestamp"], inplace=True)
    label = table.iloc[:, -1]
    del table[table.columns[-1]]
    return table.to_numpy(dtype="float32"), label.to_numpy()


def network(width):
    net = keras.Sequential()
    net.add(keras.layers.Input((width,)))
    net.add(keras.layers.Dense(32, activation="relu"))
    net.add(keras.layers.Dense(1, activation="sigmoid"))
    net.compile("adam", "binary_crossentropy")
    return net


for path in sorted(Path("sensors").glob("room_*.csv")):
    X, y = inputs_and_label(path)
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=87)
    net = network(X.shape[1])
    # ok: target-in-features
    net.fit(X_train, y_train, epochs=20, batch_size=64, verbose=0)
    occupied = net.predict(X_test, verbose=0).ravel() > 0.5
    print(path.stem, f1_score(y_test, occupied))
