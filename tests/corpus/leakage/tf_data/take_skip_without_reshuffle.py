"""A Keras wine model whose take and skip come from a shuffle that keeps one order for every pass."""

import pandas as pd
import tensorflow as tf


def dataset_of(csv):
    frame = pd.read_csv(csv, sep=";")
    quality = frame.pop("quality").astype("float32")
    return tf.data.Dataset.from_tensor_slices((frame.astype("float32").values, quality.values)), len(frame)


def build(n_inputs):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Input((n_inputs,)),
            tf.keras.layers.BatchNormalization(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer="adam", loss="mse", metrics=["mae"])
    return model


wines, size = dataset_of("winequality-white.csv")
wines = wines.shuffle(size, seed=77, reshuffle_each_iteration=False)

cut = int(size * 0.7)
training = wines.take(cut).shuffle(1024).batch(64)
# ok: recomputed-random-split
testing = wines.skip(cut).batch(256)

network = build(11)
# ok: evaluation-on-training-rows
network.fit(training, epochs=50, verbose=0)
loss, mae = network.evaluate(testing, verbose=0)
print(f"mae on unseen wines: {mae:.3f}")
