"""Custom Keras test loop whose metric objects take the labels first."""

import keras
import tensorflow as tf


def build() -> keras.Model:
    inputs = keras.Input((28, 28, 1))
    x = keras.layers.Conv2D(16, 3, activation="relu")(inputs)
    x = keras.layers.Flatten()(x)
    return keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(x))


def test(model: keras.Model, batches: tf.data.Dataset) -> dict[str, float]:
    precision = keras.metrics.Precision(thresholds=0.6)
    auc = keras.metrics.AUC(curve="PR")
    for images, labels in batches:
        # ok: missing-eval-mode
        scores = model(images, training=False)
        # ok: swapped-metric-arguments
        precision.update_state(labels, scores)
        # ok: swapped-metric-arguments
        auc.update_state(labels, scores)
    return {"precision": float(precision.result()), "pr_auc": float(auc.result())}


if __name__ == "__main__":
    digits = keras.datasets.mnist.load_data()
    (_, _), (images, labels) = digits
    dataset = tf.data.Dataset.from_tensor_slices((images[..., None] / 255.0, labels == 8)).batch(256)
    network = build()
    network.load_weights("eights.weights.h5")
    print(test(network, dataset))
