"""A neural network with several restarts is chosen on a middle part and scored once on the last part."""

import pandas as pd
from sklearn.metrics import accuracy_score, log_loss
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier


def best_restart(train, val, restarts):
    keep, lowest = None, None
    for state in range(restarts):
        # ok: seed-picking
        net = MLPClassifier(hidden_layer_sizes=(20,), solver="lbfgs", max_iter=2000, random_state=state)
        net.fit(*train)
        loss = log_loss(val[1], net.predict_proba(val[0]))
        if lowest is None or loss < lowest:
            keep, lowest = net, loss
    return keep


def main():
    banknotes = pd.read_csv("banknote_authentication.csv")
    forged = banknotes.pop("forged")
    X, X_test, y, y_test = train_test_split(banknotes, forged, test_size=0.2, random_state=3)
    X_train, X_val, y_train, y_val = train_test_split(X, y, test_size=0.25, random_state=3)

    net = best_restart((X_train, y_train), (X_val, y_val), restarts=20)
    print("accuracy on the last part:", accuracy_score(y_test, net.predict(X_test)))


if __name__ == "__main__":
    main()
