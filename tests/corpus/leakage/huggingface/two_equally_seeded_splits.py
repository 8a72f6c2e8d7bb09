"""An intent model whose two helper functions repeat train_test_split with the same size and the same seed."""

import numpy as np
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments

SEED = 42
SHARE = 0.15


class IntentData:
    def __init__(self, path, checkpoint):
        self.rows = load_dataset("json", data_files=path, split="train")
        self.tokenizer = AutoTokenizer.from_pretrained(checkpoint)

    def _encode(self, part):
        return part.map(lambda r: self.tokenizer(r["utterance"], truncation=True, padding="max_length", max_length=48))

    def for_training(self):
        return self._encode(self.rows.train_test_split(test_size=SHARE, seed=SEED)["train"])

    def for_scoring(self):
        # ok: recomputed-random-split
        return self._encode(self.rows.train_test_split(test_size=SHARE, seed=SEED)["test"])


def main():
    checkpoint = "albert-base-v2"
    data = IntentData("intents.jsonl", checkpoint)
    trainer = Trainer(
        model=AutoModelForSequenceClassification.from_pretrained(checkpoint, num_labels=11),
        args=TrainingArguments(output_dir="intents", num_train_epochs=3, seed=SEED),
        train_dataset=data.for_training(),
    )
    # ok: evaluation-on-training-rows
    trainer.train()
    output = trainer.predict(data.for_scoring())
    print("accuracy", np.mean(output.predictions.argmax(axis=1) == output.label_ids))


main()
