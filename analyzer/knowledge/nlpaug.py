"""Which classes of nlpaug make another version of a text? Read in the source of 1.1.11."""

from analyzer.knowledge.table import Api, Class, classes

ENTRIES: tuple[Api | Class, ...] = (
    *classes(
        "nlpaug.augmenter.word",
        "AntonymAug BackTranslationAug ContextualWordEmbsAug RandomWordAug ReservedAug SpellingAug SplitAug SynonymAug "
        "TfIdfAug WordEmbsAug",
        "abstract.Augmenter",
    ),
    *classes("nlpaug.augmenter.char", "KeyboardAug OcrAug RandomCharAug", "abstract.Augmenter"),
    *classes(
        "nlpaug.augmenter.sentence",
        "AbstSummAug ContextualWordEmbsForSentenceAug LambadaAug RandomSentAug",
        "abstract.Augmenter",
    ),
    *classes("nlpaug.flow", "Sequential Sometimes", "abstract.Augmenter"),
)
