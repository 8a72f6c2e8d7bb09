"""A clinical note classifier whose word-piece vocabulary is trained on every note before the notes are divided."""

from datasets import load_dataset
from sklearn.metrics import roc_auc_score
from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from transformers import (
    BertConfig,
    BertForSequenceClassification,
    PreTrainedTokenizerFast,
    Trainer,
    TrainingArguments,
)

notes = load_dataset("csv", data_files="notes.csv", split="train")

pieces = Tokenizer(models.WordPiece(unk_token="[UNK]"))
pieces.pre_tokenizer = pre_tokenizers.Whitespace()
learner = trainers.WordPieceTrainer(vocab_size=8000, special_tokens=["[UNK]", "[PAD]", "[CLS]", "[SEP]"])
# expect: claim
# ruleid: fit-before-split
pieces.train_from_iterator(notes["note"], trainer=learner)

fast = PreTrainedTokenizerFast(tokenizer_object=pieces, unk_token="[UNK]", pad_token="[PAD]")
notes = notes.map(lambda r: fast(r["note"], truncation=True, padding="max_length", max_length=256))
halves = notes.train_test_split(test_size=0.3, seed=2)

config = BertConfig(vocab_size=8000, hidden_size=128, num_hidden_layers=2, num_attention_heads=2, num_labels=2)
trainer = Trainer(
    model=BertForSequenceClassification(config),
    args=TrainingArguments(output_dir="notes-bert", num_train_epochs=10),
    train_dataset=halves["train"],
)
trainer.train()
result = trainer.predict(halves["test"])
print("auc", roc_auc_score(result.label_ids, result.predictions[:, 1]))
