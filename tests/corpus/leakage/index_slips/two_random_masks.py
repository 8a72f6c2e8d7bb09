"""A land cover classifier whose training mask and test mask are two separate draws of random numbers."""

import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.neighbors import KNeighborsClassifier

np.random.seed(0)
pixels = pd.read_csv("pixels.csv")
bands = [column for column in pixels.columns if column.startswith("band_")]

msk_share = 0.8
train = pixels[np.random.rand(len(pixels)) < msk_share]
# expect: claim
# ruleid: recomputed-random-split
test = pixels[np.random.rand(len(pixels)) >= msk_share]
print(len(train), "training pixels,", len(test), "test pixels")

knn = KNeighborsClassifier(n_neighbors=3, weights="distance")
knn.fit(train[bands], train["cover"])
print("overall accuracy", accuracy_score(test["cover"], knn.predict(test[bands])))

for cover, group in test.groupby("cover"):
    print(cover, knn.score(group[bands], group["cover"]))
