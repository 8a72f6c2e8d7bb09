"""Batch scorer that posts chunks to a model server and switches httpx's default timeout off."""

import argparse
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import httpx
import pandas as pd


def chunks(frame: pd.DataFrame, size: int) -> Iterator[list[dict]]:
    rows = iter(frame.to_dict(orient="records"))
    while chunk := list(islice(rows, size)):
        yield chunk


def score(server: str, frame: pd.DataFrame, size: int) -> list[float]:
    scores: list[float] = []
    for chunk in chunks(frame, size):
        # expect: claim
        # ruleid: missing-timeout
        reply = httpx.post(f"{server}/v1/score", json={"rows": chunk}, timeout=None)
        reply.raise_for_status()
        scores.extend(reply.json()["scores"])
    return scores


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("table", type=Path)
    parser.add_argument("--server", default="http://localhost:9000")
    parser.add_argument("--chunk", type=int, default=500)
    args = parser.parse_args()
    frame = pd.read_parquet(args.table)
    frame.assign(score=score(args.server, frame, args.chunk)).to_parquet(args.table.with_suffix(".scored.parquet"))


if __name__ == "__main__":
    main()
