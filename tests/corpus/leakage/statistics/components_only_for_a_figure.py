"""A bean classifier whose principal components of all rows are drawn in a figure while the model sees raw columns."""

import matplotlib.pyplot as plt
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

beans = pd.read_excel("dry_beans.xlsx")
variety = beans.pop("Class")

# ok: fit-before-split
standard = StandardScaler().fit_transform(beans)
# ok: fit-before-split
components = PCA(n_components=2).fit_transform(standard)

fig, ax = plt.subplots(figsize=(7, 6))
for name in variety.unique():
    chosen = (variety == name).to_numpy()
    ax.scatter(components[chosen, 0], components[chosen, 1], s=4, label=name)
ax.legend()
fig.savefig("beans_pca.png", dpi=150)

# ok: fit-before-split
print(beans.describe().T[["mean", "std"]], beans.corr().abs().max())

train_x, test_x, train_y, test_y = train_test_split(beans, variety, test_size=0.25, random_state=5)
lda = LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto")
lda.fit(train_x, train_y)
print("accuracy", accuracy_score(test_y, lda.predict(test_x)))
