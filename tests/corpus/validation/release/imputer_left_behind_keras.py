"""Trains a Keras regressor on imputed and scaled sensor rows and saves the network in its own format."""

import keras
import numpy as np
from sklearn.impute import KNNImputer
from sklearn.model_selection import train_test_split

keras.utils.set_random_seed(4)


def network(width: int) -> keras.Model:
    model = keras.Sequential(
        [
            keras.Input((width,)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dropout(0.2),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer="adam", loss="mae")
    return model


def main() -> None:
    sensors = np.load("sensors.npz")
    x_fit, x_test, y_fit, y_test = train_test_split(sensors["x"], sensors["y"], random_state=4)
    imputer = KNNImputer(n_neighbors=4)
    # expect: claim
    # ruleid: unsaved-transformer
    x_fit = imputer.fit_transform(x_fit)
    model = network(x_fit.shape[1])
    model.fit(x_fit, y_fit, epochs=40, validation_split=0.1, verbose=0)
    error = model.evaluate(imputer.transform(x_test), y_test, verbose=0)
    if error > 2.0:
        raise SystemExit(f"mean absolute error {error:.2f}")
    model.save("sensors.keras")


if __name__ == "__main__":
    main()
