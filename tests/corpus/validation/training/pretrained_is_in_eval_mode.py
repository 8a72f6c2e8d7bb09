"""Batch job that labels a folder of texts with a model of the transformers library."""

from pathlib import Path

import pandas as pd
import torch
from transformers import AutoModelForTokenClassification, AutoTokenizer

CHECKPOINT = Path("/models/ner-2026-02")


class EntityTagger:
    def __init__(self, checkpoint: Path, device: str | None = None) -> None:
        self.device = device or ("cuda" if torch.cuda.is_available() else "cpu")
        self.tokenizer = AutoTokenizer.from_pretrained(checkpoint, local_files_only=True)
        self.model = AutoModelForTokenClassification.from_pretrained(checkpoint, local_files_only=True)
        self.model.to(self.device)

    @torch.no_grad()
    def tags(self, text: str) -> list[str]:
        batch = self.tokenizer(text, truncation=True, max_length=512, return_tensors="pt").to(self.device)
        # ok: missing-eval-mode
        logits = self.model(**batch).logits[0]
        return [self.model.config.id2label[int(i)] for i in logits.argmax(dim=-1)]


def main(folder: Path = Path("texts")) -> None:
    tagger = EntityTagger(CHECKPOINT)
    rows = []
    for path in sorted(folder.glob("*.txt")):
        rows.append({"file": path.name, "tags": " ".join(tagger.tags(path.read_text(encoding="utf-8")))})
    pd.DataFrame(rows).to_csv("tags.csv", index=False)


if __name__ == "__main__":
    main()
