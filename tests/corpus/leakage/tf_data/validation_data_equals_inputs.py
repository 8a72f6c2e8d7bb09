"""A Keras churn model that passes its own inputs as validation_data and reports the last validation accuracy."""

import pandas as pd
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Model
from tensorflow.keras.optimizers import Nadam


def read_customers(path):
    customers = pd.read_csv(path, index_col="customer")
    churned = customers["churned"].to_numpy()
    numbers = customers.drop(columns=["churned"]).fillna(0).to_numpy(dtype="float32")
    return numbers, churned


def make_network(width):
    entry = Input(shape=(width,))
    hidden = Dense(48, activation="relu")(entry)
    hidden = Dense(24, activation="relu")(hidden)
    network = Model(entry, Dense(1, activation="sigmoid")(hidden))
    network.compile(optimizer=Nadam(5e-4), loss="binary_crossentropy", metrics=["accuracy"])
    return network


if __name__ == "__main__":
    numbers, churned = read_customers("customers.csv")
    network = make_network(numbers.shape[1])
    # expect: claim
    # ruleid: evaluation-on-training-rows
    log = network.fit(numbers, churned, epochs=40, batch_size=64, validation_data=(numbers, churned), verbose=2)
    print(f"Model accuracy: {log.history['val_accuracy'][-1]:.1%}")
    network.save("churn.keras")
