"""A segmentation of customers that scales all rows and prints a silhouette for each number of clusters."""

import matplotlib.pyplot as plt
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score
from sklearn.preprocessing import StandardScaler

customers = pd.read_csv("mall_customers.csv", index_col="CustomerID")
numbers = customers.select_dtypes("number").dropna()

scaler = StandardScaler()
# ok: fit-before-split
scaled = scaler.fit_transform(numbers)

curve = {}
for k in range(2, 11):
    kmeans = KMeans(n_clusters=k, n_init=10, random_state=0)
    # ok: evaluation-on-training-rows
    segment = kmeans.fit_predict(scaled)
    curve[k] = silhouette_score(scaled, segment)
    print(k, round(curve[k], 3), round(kmeans.inertia_))

plt.plot(list(curve), list(curve.values()), marker="o")
plt.xlabel("clusters")
plt.savefig("silhouette.png")

# ok: evaluation-on-training-rows
customers.loc[numbers.index, "segment"] = KMeans(n_clusters=5, n_init=10, random_state=0).fit_predict(scaled)
# ok: fit-before-split
customers.groupby("segment").mean(numeric_only=True).to_csv("segment_profiles.csv")
