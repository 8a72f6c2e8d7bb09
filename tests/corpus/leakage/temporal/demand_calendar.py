"""Daily demand of a canteen is modelled from calendar columns and the menu."""

import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

meals = pd.read_csv("canteen.csv", parse_dates=["date"])
meals["weekday"] = meals["date"].dt.dayofweek
meals["week"] = meals["date"].dt.isocalendar().week.astype(int)
meals["month"] = meals["date"].dt.month
meals["vegetarian"] = meals["menu"].str.contains("vegetarian", case=False).astype(int)

columns = ["weekday", "week", "month", "vegetarian", "employees_on_site"]
# expect: doubt
# ruleid: shuffled-temporal-split
train, test = train_test_split(meals, test_size=0.2, random_state=28)

model = RandomForestRegressor(n_estimators=300, random_state=28)
model.fit(train[columns], train["meals_sold"])
print("MAE per day:", mean_absolute_error(test["meals_sold"], model.predict(test[columns])))
print(pd.Series(model.feature_importances_, columns).sort_values(ascending=False))
