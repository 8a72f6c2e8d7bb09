"""A failure model trained on the table that data.load_servers fills with fixed values."""

import argparse

from data import load_servers
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def run(path):
    servers = load_servers(path)
    failed = servers.pop("failed_next_month")
    s_train, s_test, f_train, f_test = train_test_split(servers, failed, stratify=failed, random_state=7)
    model = make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced"))
    # ok: fit-before-split
    model.fit(s_train, f_train)
    return average_precision_score(f_test, model.predict_proba(s_test)[:, 1])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--csv", default="servers.csv")
    print(run(parser.parse_args().csv))
