"""A soil moisture regression with min-max scaling written in numpy before the arrays are cut in two."""

import numpy as np
from sklearn.linear_model import Lasso
from sklearn.metrics import mean_squared_error


def min_max(matrix):
    # expect: claim
    # ruleid: fit-before-split
    low, high = matrix.min(axis=0), matrix.max(axis=0)
    return (matrix - low) / np.where(high > low, high - low, 1.0)


def solve(inputs, targets, penalty):
    design = np.column_stack([np.ones(len(inputs)), inputs])
    gram = design.T @ design + penalty * np.eye(design.shape[1])
    return np.linalg.solve(gram, design.T @ targets)


class Ridge:
    def __init__(self, penalty=1.0):
        self.penalty = penalty

    def fit(self, inputs, targets):
        self.weights = solve(inputs, targets, self.penalty)
        return self

    def predict(self, inputs):
        return np.column_stack([np.ones(len(inputs)), inputs]) @ self.weights


def main():
    soil = np.loadtxt("soil_probes.csv", delimiter=",", skiprows=1)
    soil = np.random.default_rng(1).permutation(soil)
    inputs, moisture = min_max(soil[:, :-1]), soil[:, -1]
    n = int(0.7 * len(soil))
    for name, model in (("own ridge", Ridge(0.5)), ("lasso", Lasso(alpha=0.01))):
        model.fit(inputs[:n], moisture[:n])
        print(name, mean_squared_error(moisture[n:], model.predict(inputs[n:])))


if __name__ == "__main__":
    main()
