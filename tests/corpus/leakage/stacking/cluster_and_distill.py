"""A small tree for shop visits uses a cluster number as input and is taught by the answers of a large forest."""

import pandas as pd
from sklearn.cluster import KMeans
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeRegressor, export_text

shops = pd.read_csv("shop_visits.csv")
columns = ["floor_area", "staff", "parking_lots", "competitors", "inhabitants"]
train, test = train_test_split(shops, test_size=0.3, random_state=70)
X_train, X_test = train[columns].copy(), test[columns].copy()
y_train, y_test = train["visits"], test["visits"]

kmeans = KMeans(n_clusters=6, n_init=10, random_state=70).fit(X_train)
# ok: stacking-without-out-of-fold
X_train["segment"] = kmeans.predict(X_train)
X_test["segment"] = kmeans.predict(X_test)

teacher = RandomForestRegressor(n_estimators=800, random_state=70)
teacher.fit(X_train, y_train)
# ok: stacking-without-out-of-fold
soft_target = teacher.predict(X_train)

student = DecisionTreeRegressor(max_depth=5, random_state=70)
student.fit(X_train, soft_target)

print("teacher R2:", r2_score(y_test, teacher.predict(X_test)))
print("student R2:", r2_score(y_test, student.predict(X_test)))
print(export_text(student, feature_names=list(X_train.columns)))
