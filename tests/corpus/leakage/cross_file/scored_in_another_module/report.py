"""A report on the magnitude model that compares its predictions with the recorded magnitudes."""

from fitting import fitted_model
from sklearn.metrics import mean_absolute_error, r2_score
from source import events


def report():
    model = fitted_model()
    inputs, magnitude = events()
    predicted = model.predict(inputs)
    print("r2", r2_score(magnitude, predicted))
    print("mean absolute error", mean_absolute_error(magnitude, predicted))


if __name__ == "__main__":
    report()
