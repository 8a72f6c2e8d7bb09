"""A comparison table of scalers kept in a dictionary, each fitted on the whole matrix before the rows are divided."""

import pandas as pd
from sklearn.linear_model import SGDRegressor
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

concrete = pd.read_csv("concrete.csv")
strength = concrete["strength"].to_numpy()
mixture = concrete.drop(columns="strength").to_numpy()

scalers = {
    "standard": StandardScaler(),
    "min-max": MinMaxScaler(feature_range=(-1, 1)),
    "robust": RobustScaler(quantile_range=(10, 90)),
}

table = []
for name, scaler in scalers.items():
    # expect: claim
    # ruleid: fit-before-split
    scaled = scaler.fit_transform(mixture)
    m_train, m_test, s_train, s_test = train_test_split(scaled, strength, test_size=0.25, random_state=18)
    regressor = SGDRegressor(max_iter=5000, random_state=18)
    regressor.fit(m_train, s_train)
    table.append({"scaler": name, "mse": mean_squared_error(s_test, regressor.predict(m_test))})

print(pd.DataFrame(table).set_index("scaler").round(2))
