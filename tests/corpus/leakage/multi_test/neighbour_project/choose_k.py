"""The number of neighbours of a rent model is chosen over a range and its error is printed."""

from housing_data import divide, load_listings
from sklearn.metrics import mean_absolute_error
from sklearn.neighbors import KNeighborsRegressor


def main():
    X, y = load_listings()
    X_fit, X_held, y_fit, y_held = divide(X, y)

    best_k, lowest = None, float("inf")
    for k in range(1, 41, 2):
        model = KNeighborsRegressor(n_neighbors=k, weights="distance")
        model.fit(X_fit, y_fit)
        # expect: claim
        # ruleid: tuning-on-test
        error = mean_absolute_error(y_held, model.predict(X_held))
        if error < lowest:
            best_k, lowest = k, error

    print(f"k = {best_k}, mean absolute error on unseen flats = {lowest:.1f} EUR")


if __name__ == "__main__":
    main()
