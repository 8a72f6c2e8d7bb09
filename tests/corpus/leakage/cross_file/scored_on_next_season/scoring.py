"""Scores of the match model on the season it was fitted on and on the next season."""

from fitting import fit
from sklearn.metrics import brier_score_loss, log_loss
from source import seasons


def describe(title, model, part):
    inputs, outcome = part
    chance = model.predict_proba(inputs)[:, 1]
    print(f"{title:>12}  brier {brier_score_loss(outcome, chance):.4f}  log loss {log_loss(outcome, chance):.4f}")


def main():
    first, second = seasons()
    model = fit(*first)
    describe("fitted on", model, first)
    describe("next season", model, second)


if __name__ == "__main__":
    main()
