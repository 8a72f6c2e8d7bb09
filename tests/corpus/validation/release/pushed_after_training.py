"""Fine-tunes a summariser and pushes it to the hub at the end of the training."""

import argparse

from datasets import load_from_disk
from transformers import (
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    DataCollatorForSeq2Seq,
    Seq2SeqTrainer,
    Seq2SeqTrainingArguments,
    set_seed,
)

BASE = "/models/t5-small"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--repo", required=True)
    parser.add_argument("--epochs", type=float, default=2)
    options = parser.parse_args()

    set_seed(1)
    tokenizer = AutoTokenizer.from_pretrained(BASE, local_files_only=True)
    model = AutoModelForSeq2SeqLM.from_pretrained(BASE, local_files_only=True)

    def encode(batch):
        encoded = tokenizer(batch["article"], truncation=True, max_length=512)
        encoded["labels"] = tokenizer(text_target=batch["summary"], truncation=True, max_length=96)["input_ids"]
        return encoded

    articles = load_from_disk("data/articles").map(encode, batched=True)
    trainer = Seq2SeqTrainer(
        model=model,
        args=Seq2SeqTrainingArguments("runs/summary", num_train_epochs=options.epochs, seed=1),
        train_dataset=articles["train"],
        data_collator=DataCollatorForSeq2Seq(tokenizer, model=model),
    )
    trainer.train()
    # expect: claim
    # ruleid: ungated-model-release
    model.push_to_hub(options.repo, private=True)
    tokenizer.push_to_hub(options.repo, private=True)


if __name__ == "__main__":
    main()
