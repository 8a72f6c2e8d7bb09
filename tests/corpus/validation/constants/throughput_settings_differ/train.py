"""Trains a text matcher; batch size and worker count fit the training machine."""

import json
from pathlib import Path

import torch
from sentence_transformers import InputExample, SentenceTransformer, losses
from torch.utils.data import DataLoader

BATCH_SIZE = 256
NUM_WORKERS = 8
TIMEOUT = 600
LOG_EVERY = 50
MAX_LENGTH = 128


def main() -> None:
    torch.manual_seed(1)
    model = SentenceTransformer("/models/minilm", local_files_only=True)
    model.max_seq_length = MAX_LENGTH
    pairs = [InputExample(texts=texts) for texts in json.loads(Path("pairs.json").read_text())]
    loader = DataLoader(pairs, batch_size=BATCH_SIZE, shuffle=True, num_workers=NUM_WORKERS, timeout=TIMEOUT)
    model.fit([(loader, losses.MultipleNegativesRankingLoss(model))], epochs=1, warmup_steps=LOG_EVERY)
    model.save("runs/matcher")


if __name__ == "__main__":
    main()
