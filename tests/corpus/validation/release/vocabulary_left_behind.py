"""Class that trains a language identifier on character n-grams and saves its classifier."""

from pathlib import Path

import joblib
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB


class LanguageTrainer:
    minimum_f1 = 0.95

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed
        self.classifier = MultinomialNB(alpha=0.1)

    def train(self, sentences: list[str], languages: list[str], target: Path) -> float:
        fit_text, test_text, fit_lang, test_lang = train_test_split(
            sentences, languages, stratify=languages, random_state=self.seed
        )
        vectorizer = CountVectorizer(analyzer="char", ngram_range=(1, 3), min_df=5)
        # expect: claim
        # ruleid: unsaved-transformer
        counts: csr_matrix = vectorizer.fit_transform(fit_text)
        self.classifier.fit(counts, fit_lang)
        found = self.classifier.predict(vectorizer.transform(test_text))
        score = f1_score(test_lang, found, average="macro")
        if score < self.minimum_f1:
            raise RuntimeError(f"macro f1 {score:.3f} below {self.minimum_f1}")
        joblib.dump(self.classifier, target, compress=3)
        return score


def main() -> None:
    lines = [line.rstrip("\n").split("\t", 1) for line in open("sentences.tsv", encoding="utf-8")]
    languages, sentences = zip(*lines)
    trainer = LanguageTrainer()
    print(trainer.train(list(sentences), list(languages), Path("language.joblib")))


if __name__ == "__main__":
    main()
