"""A recurrent network for turbine life is fed with scaled inputs of two parts."""

import numpy as np
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import GroupShuffleSplit
from sklearn.preprocessing import MinMaxScaler
from tensorflow import keras
from tensorflow.keras import layers

SENSORS = [f"s{number}" for number in (2, 3, 4, 7, 8, 9, 11, 12, 13, 14)]

cycles = pd.read_csv("turbofan_cycles.csv")
X = cycles[SENSORS].to_numpy()
y = cycles["remaining_life"].clip(upper=125).to_numpy()

splitter = GroupShuffleSplit(n_splits=1, test_size=0.25, random_state=59)
train_rows, test_rows = next(splitter.split(X, y, groups=cycles["engine"]))

scaler = MinMaxScaler()
X_train = scaler.fit_transform(X[train_rows])
# expect: claim
# ruleid: refit-on-test
X_test = scaler.fit_transform(X[test_rows])

model = keras.Sequential([layers.Input(shape=(1, len(SENSORS))), layers.GRU(32), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(X_train[:, np.newaxis], y[train_rows], epochs=20, batch_size=128, verbose=0)
predicted = model.predict(X_test[:, np.newaxis], verbose=0).ravel()
print("RMSE:", np.sqrt(mean_squared_error(y[test_rows], predicted)))
