"""A Keras house price regression with a Normalization layer adapted on the train rows and scored on the test rows."""

import argparse

import pandas as pd
import tensorflow as tf


def to_dataset(frame, target):
    frame = frame.copy()
    labels = frame.pop(target)
    return tf.data.Dataset.from_tensor_slices((frame.values.astype("float32"), labels.values.astype("float32")))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--csv", default="houses.csv")
    parser.add_argument("--target", default="price")
    parser.add_argument("--epochs", type=int, default=30)
    options = parser.parse_args()

    houses = pd.read_csv(options.csv)
    train_frame = houses.sample(frac=0.8, random_state=200)
    test_frame = houses.drop(train_frame.index)

    train = to_dataset(train_frame, options.target)
    test = to_dataset(test_frame, options.target).batch(128)

    scale = tf.keras.layers.Normalization()
    # ok: fit-before-split
    scale.adapt(train.map(lambda x, y: x).batch(128))

    model = tf.keras.Sequential([scale, tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mae")
    # ok: evaluation-on-training-rows
    model.fit(train.shuffle(4096).batch(32), epochs=options.epochs)
    print("mae", model.evaluate(test))


if __name__ == "__main__":
    main()
