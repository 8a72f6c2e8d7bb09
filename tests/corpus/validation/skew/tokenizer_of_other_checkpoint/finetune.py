"""Fine-tunes a cased multilingual encoder on support tickets."""

import numpy as np
from datasets import load_from_disk
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments, set_seed

BASE = "google-bert/bert-base-multilingual-cased"
REVISION = "3f076fdb1ab68d5b2880cb87a0886f315b8146f8"
OUTPUT = "checkpoints/tickets"


def main() -> None:
    set_seed(13)
    tokenizer = AutoTokenizer.from_pretrained(BASE, revision=REVISION)
    model = AutoModelForSequenceClassification.from_pretrained(BASE, revision=REVISION, num_labels=9)
    tickets = load_from_disk("data/tickets").map(
        lambda batch: tokenizer(batch["text"], truncation=True, max_length=256, padding="max_length"), batched=True
    )
    trainer = Trainer(
        model=model,
        args=TrainingArguments(OUTPUT, num_train_epochs=3, seed=13),
        train_dataset=tickets["train"],
        eval_dataset=tickets["validation"],
        compute_metrics=lambda p: {"accuracy": float((np.argmax(p.predictions, axis=1) == p.label_ids).mean())},
    )
    trainer.train()
    if trainer.evaluate()["eval_accuracy"] < 0.8:
        raise SystemExit("accuracy below 0.8")
    trainer.save_model(OUTPUT)


if __name__ == "__main__":
    main()
