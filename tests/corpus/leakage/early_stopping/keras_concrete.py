"""A keras regression network for concrete strength with callbacks that watch the held-out part."""

import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.callbacks import EarlyStopping, ReduceLROnPlateau

keras.utils.set_random_seed(3)

concrete = pd.read_excel("Concrete_Data.xls")
concrete.columns = ["cement", "slag", "ash", "water", "plasticizer", "coarse", "fine", "age", "strength"]
y = concrete.pop("strength").to_numpy(dtype=np.float32)
X_train, X_test, y_train, y_test = train_test_split(concrete.to_numpy(), y, test_size=0.2, random_state=3)

scaler = StandardScaler().fit(X_train)
X_train = scaler.transform(X_train)
X_test = scaler.transform(X_test)

model = keras.Sequential(
    [
        layers.Input(shape=(8,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(64, activation="relu"),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mse", metrics=["mae"])

watchers = [
    EarlyStopping(monitor="val_loss", patience=15, restore_best_weights=True),
    ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=5),
]
# expect: claim
# ruleid: early-stopping-on-test
model.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=300, batch_size=32, callbacks=watchers, verbose=0)

loss, mae = model.evaluate(X_test, y_test, verbose=0)
print(f"MAE on held-out mixes: {mae:.2f} MPa")
