"""A Keras mileage regression that adapts Normalization on the array that fit later cuts with validation_split."""

import numpy as np
import pandas as pd
from tensorflow import keras
from tensorflow.keras import layers

cars = pd.read_csv("auto_mpg.csv").dropna()
cars = cars.sample(frac=1.0, random_state=0)
mileage = cars.pop("mpg").to_numpy()
measurements = cars[["cylinders", "displacement", "horsepower", "weight"]].to_numpy(dtype="float32")

normaliser = layers.Normalization(axis=-1)
# expect: claim
# ruleid: fit-before-split
normaliser.adapt(measurements)

model = keras.Sequential(
    [
        normaliser,
        layers.Dense(64, activation="relu"),
        layers.Dense(64, activation="relu"),
        layers.Dense(1),
    ]
)
model.compile(loss="mae", optimizer=keras.optimizers.Adam(1e-3))

history = model.fit(measurements, mileage, epochs=100, validation_split=0.2, verbose=0)
print("validation error after the last epoch:", np.round(history.history["val_loss"][-1], 2))
