"""Is what was chosen by its scores on some rows also judged on these rows, and on no others?

Pure questions over `Facts` that the rules about selection share.
"""

from collections.abc import Iterable
from typing import Final

import msgspec

from analyzer.interpret.facts import Choice, Evaluation, Facts
from analyzer.interpret.rows import overlaps
from analyzer.interpret.values import EMPTY, Place, Rows, Scored

_UNSEEN: Final = ("data@", "parameter ")  # roots of data of which nothing is known but that it is data
_JUDGED: Final = frozenset({"score", "metric"})
_FOLDS: Final = frozenset({"fold-train", "fold-test"})


class Selection(msgspec.Struct, frozen=True):
    """A choice by scores on held-out rows that are the ones by which the chosen is judged.

    Attributes:
        choice: where it is made.
        scores: the scores on held-out rows.
        final: a later evaluation on these rows; None if only the deciding scores are shown.
        shown: where a deciding score, or a later one on these rows, is shown after all of them were made; None if none
            is.
        again: whether what is shown is a later score, so that the chosen is surely judged on these rows once more.
    """

    choice: Choice
    scores: frozenset[Scored]
    final: Evaluation | None
    shown: Place | None
    again: bool = False

    @property
    def rows(self) -> frozenset[Rows]:
        """The rows that decide."""
        return EMPTY.union(*(score.rows for score in self.scores))

    @property
    def first(self) -> Scored:
        """The first of the scores in the text."""
        return min(self.scores, key=lambda score: (score.place.module, score.place.start, score.fit.place.start))


def is_seen(rows: Iterable[Rows]) -> bool:
    """Whether it is known of all `rows` where they come from."""
    found = tuple(rows)
    return bool(found) and not any(row.root.startswith(_UNSEEN) for row in found)


def held_out(scores: Iterable[Scored]) -> frozenset[Scored]:
    """Those of `scores` that are made on known rows apart from the training's; folds are none that stay."""
    return frozenset(
        score
        for score in scores
        if is_seen(score.rows)
        and not overlaps(score.rows, score.fit.rows)
        and not any(part.side in _FOLDS for row in score.rows for part in row.path)
    )


def judged_on_others(facts: Facts, rows: frozenset[Rows]) -> bool:
    """Whether some model is judged on, or asked about, rows that are neither among `rows` nor ones it has learned.

    Then `rows` are a validation set, however they are called.
    """
    for each in facts.evaluations:
        if each.place == each.fit.place or overlaps(each.rows, rows) or overlaps(each.rows, each.fit.rows):
            continue
        if each.kind in _JUDGED or (each.kind == "prediction" and is_seen(each.rows)):
            return True
    return False


def final_evaluation(facts: Facts, rows: frozenset[Rows], after: int, apart: Iterable[Scored]) -> Evaluation | None:
    """The first evaluation on `rows` beyond the `after` first ones that is not one of the scores in `apart`."""
    known = {(score.place, score.fit) for score in apart}
    for each in facts.evaluations[after:]:
        if each.kind not in _JUDGED or each.place == each.fit.place or (each.metric, each.fit) in known:
            continue
        if overlaps(each.rows, rows) and not overlaps(each.rows, each.fit.rows):
            return each
    return None


def is_test_side(rows: Iterable[Rows], sites: Iterable[int]) -> bool:
    """Whether all `rows` are what a dataset that comes divided calls its test side; `sites` are the program's splits."""
    known = frozenset(sites)
    return all(
        row.root.endswith(" test") or any(part.side == "test" and part.site not in known for part in row.path)
        for row in rows
    )


def shown_after(facts: Facts, scores: frozenset[Scored]) -> tuple[Place | None, bool]:
    """Where one of `scores` is shown when the loop that makes them is over, and whether it is one made later.

    A function of the project that scores, called in the loop and after it, makes both at one place.
    """
    places, loops = {score.place for score in scores}, {score.loop for score in scores}
    found = None
    for told in facts.told:
        if told.score.place not in places or (told.score.loop is not None and told.score.loop in told.loops):
            continue
        if told.score.loop not in loops and any(overlaps(told.score.rows, score.rows) for score in scores):
            return told.place, True
        if told.score.loop in loops:
            found = found or told.place
    return found, False


def selection(facts: Facts, choice: Choice) -> Selection | None:
    """What a choice decides by and how the chosen is judged; None if it is judged on other rows, or not at all."""
    scores = held_out(choice.scores)
    found = Selection(choice, scores, None, None)
    if not scores or judged_on_others(facts, found.rows):
        return None
    final = final_evaluation(facts, found.rows, choice.after, scores)
    shown, again = shown_after(facts, scores)
    if final is None and shown is None:
        return None
    return Selection(choice, scores, final, shown, again)


def among_models(scores: Iterable[Scored]) -> bool:
    """Whether `scores` are of models that were trained apart: by the passes of a loop, or by different statements."""
    found = tuple(scores)
    if any(score.trained == "anew" for score in found):
        return True
    return len({score.fit for score in found if not score.trained}) > 1


def among_answers(scores: Iterable[Scored]) -> bool:
    """Whether `scores` are of what is made of the answers of models that are all trained: cut, weighted, rounded."""
    found = tuple(scores)
    if among_models(found) or within_training(found):
        return False
    return any(score.trained == "said" or score.loop is not None for score in found)


def within_training(scores: Iterable[Scored]) -> bool:
    """Whether `scores` are of states of one model that goes on learning."""
    return any(score.trained == "on" for score in scores)
