"""A keras image generator turns photos of one folder and reads them as two subsets."""

import argparse

from tensorflow.keras import Model, layers
from tensorflow.keras.applications import MobileNetV2
from tensorflow.keras.preprocessing.image import ImageDataGenerator


def generators(folder, size, batch):
    source = ImageDataGenerator(
        rescale=1 / 255, rotation_range=25, horizontal_flip=True, zoom_range=0.2, validation_split=0.2
    )
    common = {"target_size": (size, size), "batch_size": batch, "class_mode": "categorical", "seed": 6}
    # ok: augmentation-before-split
    fitting = source.flow_from_directory(folder, subset="training", **common)
    # ok: augmentation-before-split, recomputed-random-split
    checking = source.flow_from_directory(folder, subset="validation", **common)
    return fitting, checking


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", default="flowers")
    parser.add_argument("--size", type=int, default=160)
    args = parser.parse_args()

    fitting, checking = generators(args.folder, args.size, batch=32)
    body = MobileNetV2(include_top=False, weights="imagenet", pooling="avg", input_shape=(args.size, args.size, 3))
    body.trainable = False
    model = Model(body.input, layers.Dense(fitting.num_classes, activation="softmax")(body.output))
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    # ok: early-stopping-on-test
    model.fit(fitting, validation_data=checking, epochs=8)
    print(model.evaluate(checking))


if __name__ == "__main__":
    main()
