"""Train the baseline and the network, and write both to the output folder."""

import argparse
import logging
from pathlib import Path

import joblib
import numpy as np
import torch
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from torch import nn

from churn.checkpoint import save_weights
from churn.config import RunConfig, read_config
from churn.data import read_customers, write_cached
from churn.model import ChurnNet

log = logging.getLogger("churn.train")


def baseline() -> Pipeline:
    return Pipeline(
        [
            ("impute", SimpleImputer(strategy="median")),
            ("scale", StandardScaler()),
            ("model", LogisticRegression(max_iter=1000, class_weight="balanced")),
        ]
    )


def train_network(x: np.ndarray, y: np.ndarray, config: RunConfig) -> ChurnNet:
    torch.manual_seed(config.seed)
    model = ChurnNet(x.shape[1], config.hidden)
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=1e-2)
    loss_of = nn.BCEWithLogitsLoss()
    inputs = torch.as_tensor(x, dtype=torch.float32)
    labels = torch.as_tensor(y, dtype=torch.float32)
    for epoch in range(config.epochs):
        model.train()
        optimizer.zero_grad()
        loss = loss_of(model(inputs), labels)
        loss.backward()
        optimizer.step()
        if epoch % 10 == 0:
            log.info("epoch %d: loss %.4f", epoch, loss.item())
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--config", type=Path, default=Path("configs/default.yaml"))
    parser.add_argument("--out", type=Path, default=Path("models"))
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")

    config = read_config(options.config)
    frame = read_customers(options.data)
    write_cached(frame, options.data)
    x_train, x_test, y_train, y_test = train_test_split(
        frame[config.features],
        frame[config.target],
        test_size=config.test_size,
        stratify=frame[config.target],
        random_state=config.seed,
    )

    linear = baseline().fit(x_train, y_train)
    scores = linear.predict_proba(x_test)[:, 1]
    log.info("baseline: AUC %.3f, AP %.3f", roc_auc_score(y_test, scores), average_precision_score(y_test, scores))

    prepare = linear[:-1]
    network = train_network(prepare.transform(x_train), y_train.to_numpy(), config)
    network.eval()
    with torch.no_grad():
        logits = network(torch.as_tensor(prepare.transform(x_test), dtype=torch.float32)).numpy()
    log.info("network: AUC %.3f, AP %.3f", roc_auc_score(y_test, logits), average_precision_score(y_test, logits))

    options.out.mkdir(parents=True, exist_ok=True)
    joblib.dump(linear, options.out / "baseline.joblib")
    save_weights(network, options.out / "network.pt")


if __name__ == "__main__":
    main()
