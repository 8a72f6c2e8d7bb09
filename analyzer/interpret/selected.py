"""Is what was chosen by its scores on some rows also judged on these rows, and on no others?

Pure questions over `Facts` that the rules about selection share.
"""

from collections.abc import Iterable
from typing import Final

import msgspec

from analyzer.interpret.facts import Choice, Evaluation, Facts
from analyzer.interpret.rows import contains, overlaps
from analyzer.interpret.values import EMPTY, Place, Rows, Scored

_MADE_UP: Final = "data@"  # so begin the roots of data that comes from nowhere that was seen, such as lists of numbers
_UNSEEN: Final = (_MADE_UP, "parameter ")  # of such data, and of what a caller gives
_VALIDATION: Final = frozenset({"validation", "valid", "val", "dev"})
_JUDGED: Final = frozenset({"score", "metric"})
_FOLDS: Final = frozenset({"fold-train", "fold-test"})


class Candidate(msgspec.Struct, frozen=True):
    """One of the scores that a choice is made by.

    Attributes:
        score: the score.
        loop: the loop of which the passes are chosen among; None if there is none.
        relation: how the training relates to that loop: "anew" (another model in each pass), "on" (the same model goes
            on learning), "fed" (other data is made for the same model), "asked" (the same model is asked the same),
            "said" (model and answers are older than the loop), "watched" (scores of a training that a library makes,
            pass by pass) or "older" (the model is).
    """

    score: Scored
    loop: Place | None
    relation: str


class Selection(msgspec.Struct, frozen=True):
    """A choice by scores on held-out rows that are the ones by which the chosen is judged.

    Attributes:
        choice: where it is made.
        candidates: the scores on held-out rows.
        final: a later evaluation on these rows; None if only the deciding scores are shown.
        shown: where a deciding score, or a later one on these rows, is shown after all of them were made; None if none
            is.
        again: whether what is shown is a later score, so that the chosen is surely judged on these rows once more.
    """

    choice: Choice
    candidates: tuple[Candidate, ...]
    final: Evaluation | None
    shown: Place | None
    again: bool = False

    @property
    def scores(self) -> frozenset[Scored]:
        """The scores that decide."""
        return frozenset(each.score for each in self.candidates)

    @property
    def rows(self) -> frozenset[Rows]:
        """The rows that decide."""
        return EMPTY.union(*(each.score.rows for each in self.candidates))

    @property
    def first(self) -> Scored:
        """The first of the scores in the text."""
        return min(self.scores, key=lambda score: (score.place.module, score.place.start, score.fit.place.start))


def candidates(facts: Facts, choice: Choice, scores: Iterable[Scored]) -> tuple[Candidate, ...]:
    """Those `scores` of a choice with the loops that they are chosen among, in the order of the text."""
    found = (Candidate(score, loop := _turns(choice, score), _relation(facts, score, loop)) for score in scores)
    return tuple(sorted(found, key=lambda each: (each.score.place.start, each.score.fit.place.start)))


def _turns(choice: Choice, score: Scored) -> Place | None:
    """The loop of which the passes are chosen among.

    A comparison is made in each pass of the innermost loop that both stand in; the best of a list is that of the passes
    of the outermost loop that is over.
    """
    common = [loop for loop in score.loops if loop in choice.loops]
    over = [loop for loop in score.loops if loop not in choice.loops]
    if choice.kind == "comparison":
        return common[-1] if common else None
    return over[0] if over else None


def _relation(facts: Facts, score: Scored, loop: Place | None) -> str:
    training = facts.trainings.get(score.fit)
    if loop is None and score.place == score.fit.place and score.fit.how != "cross-validation":
        return "watched"
    if loop is None or training is None:
        return "older"
    if loop in training.loops:
        return "on" if training.goes_on and loop not in training.born else "anew"
    if loop in facts.fed.get(score.asked, ()):
        return "fed"
    if score.asked == score.place or score.asked not in facts.asked_in:
        return "older"
    return "asked" if loop in facts.asked_in[score.asked] else "said"


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


def judged_on_others(facts: Facts, rows: frozenset[Rows], learned: frozenset[Rows]) -> bool:
    """Whether a model that learned some of `learned` is judged on, or asked about, rows that are not among `rows`.

    Nor are they any that it has learned. Then `rows` are a validation set, however they are called; as is what a
    dataset that comes divided calls so.
    """
    if rows and all(any(part.side in _VALIDATION for part in row.path) for row in rows):
        return True
    for each in facts.evaluations:
        if each.place == each.fit.place or _is_among(each, rows) or _is_among(each, each.fit.rows):
            continue
        if not overlaps(each.fit.rows, learned):
            continue  # another dataset, in the same notebook
        if each.kind in _JUDGED or not all(row.root.startswith(_MADE_UP) for row in each.rows):
            return True
    return False


def _is_among(each: Evaluation, rows: frozenset[Rows]) -> bool:
    """Whether an evaluation may be on some of `rows`; a mere prediction for rows that are not clear is on others."""
    if not overlaps(each.rows, rows):
        return False
    unclear = any(part.site == 0 for row in each.rows for part in row.path)
    return each.kind != "prediction" or not unclear or not rows.isdisjoint(each.rows)


def final_evaluation(facts: Facts, rows: frozenset[Rows], after: int, apart: Iterable[Scored]) -> Evaluation | None:
    """The first evaluation on `rows` beyond the `after` first ones that is not one of the scores in `apart`."""
    known = {(score.place, score.fit) for score in apart}
    for each in facts.evaluations[after:]:
        if each.kind not in _JUDGED or each.place == each.fit.place or (each.metric, each.fit) in known:
            continue
        if overlaps(each.rows, rows) and not overlaps(each.rows, each.fit.rows):
            return each
    return None


def learned_by(scores: Iterable[Scored]) -> frozenset[Rows]:
    """The rows that the scored models were trained on."""
    return EMPTY.union(*(score.fit.rows for score in scores))


def is_test_side(rows: Iterable[Rows], sites: Iterable[int]) -> bool:
    """Whether all `rows` are the test side of a dataset that comes divided; `sites` are the program's own splits."""
    known = frozenset(sites)
    return all(
        row.root.endswith(" test") or any(part.side == "test" and part.site not in known for part in row.path)
        for row in rows
    )


def shown_after(facts: Facts, found: Iterable[Candidate]) -> tuple[Place | None, bool]:
    """Where one of these scores is shown when the loop that makes them is over, and whether it is one made later.

    A function of the project that scores, called in the loop and after it, makes both at one place.
    """
    decided = tuple(found)
    shown = None
    for told in facts.told:
        for each in decided:
            if told.score.place != each.score.place or each.loop in told.loops:
                continue
            if told.score == each.score:
                shown = shown or told.place
            elif each.loop not in told.score.loops and overlaps(told.score.rows, each.score.rows):
                return told.place, True
    return shown, False


def selection(facts: Facts, choice: Choice) -> Selection | None:
    """What a choice decides by and how the chosen is judged; None if it is judged on other rows, or not at all."""
    scores = held_out(choice.scores)
    found = Selection(choice, candidates(facts, choice, scores), None, None)
    if not scores or judged_on_others(facts, found.rows, learned_by(scores)):
        return None
    final = final_evaluation(facts, found.rows, choice.after, scores)
    if final is not None and final.fit.estimator not in {score.fit.estimator for score in scores}:
        final = None  # another kind of model, with which this choice has nothing to do
    shown, again = shown_after(facts, found.candidates)
    if final is None and shown is None:
        return None
    return Selection(choice, found.candidates, final, shown, again)


def among_models(found: Iterable[Candidate]) -> bool:
    """Whether models that were trained apart are chosen among: by the passes of a loop, or by different statements."""
    each = tuple(found)
    if any(one.relation == "anew" for one in each):
        return True
    return len({one.score.fit for one in each if one.relation in ("older", "asked")}) > 1


def among_answers(facts: Facts, found: Iterable[Candidate]) -> bool:
    """Whether the choice is among what is made of the answers of trained models: cut, weighted, rounded in a loop.

    In a loop over metrics the answers are the same each time, and the numbers cannot be held against each other.
    """
    each = tuple(found)
    if among_models(each) or within_training(each):
        return False
    measured = {one.score.place for one in each if len(facts.measures.get(one.score.place, ())) > 1}
    return any(one.relation in ("asked", "said") and one.score.place not in measured for one in each)


def within_training(found: Iterable[Candidate]) -> bool:
    """Whether states of one model that goes on learning are chosen among."""
    return any(one.relation in ("on", "watched") for one in found)


def chosen_by_hand(facts: Facts) -> list[tuple[Candidate, Evaluation]]:
    """Scores of models made anew in a loop that no code chooses by, each with a later evaluation of such a model.

    Whoever wrote the later model may have looked at the scores; only the first of each loop is given.
    """
    decided = {score.place for choice in facts.choices for score in choice.scores}
    seeded = {seed.loop for seed in facts.seeds}
    found: dict[Place, tuple[Candidate, Evaluation]] = {}
    for score in sorted(held_out(facts.repeated), key=lambda each: (each.place.start, each.fit.place.start)):
        over = Choice(score.place, "extreme", frozenset({score}), "")
        (each,) = candidates(facts, over, (score,))
        if score.place in decided or each.relation != "anew" or each.loop in seeded or is_averaged(facts, (each,)):
            continue
        later = _later(facts, each)
        if each.loop is None or later is None or each.loop in found:
            continue
        if not judged_on_others(facts, score.rows, score.fit.rows):
            found[each.loop] = (each, later)
    return list(found.values())


def _later(facts: Facts, found: Candidate) -> Evaluation | None:
    """An evaluation below the loop of a model of the same kind that is trained there on the same rows.

    The loop makes its models itself, with other parameters each time: one over a list of models fills a table.
    """
    score, loop = found.score, found.loop
    if loop is None or not score.fit.estimator or loop not in facts.trainings[score.fit].born:
        return None
    for each in facts.evaluations:
        below = each.fit.place.module == loop.module and each.fit.place.start > loop.end
        alike = each.fit.estimator == score.fit.estimator and each.fit.rows == score.fit.rows
        apart = not overlaps(each.rows, each.fit.rows)
        if below and alike and apart and each.kind in _JUDGED and overlaps(each.rows, score.rows):
            return each
    return None


def searched_over(facts: Facts, search: Evaluation, after: int) -> Evaluation | None:
    """The evaluation of another model, made with what `search` has chosen, on rows that the search has seen.

    Args:
        facts: what was seen.
        search: an evaluation of kind "search".
        after: its number among `facts.evaluations`.
    """
    taken = {place for _, place in facts.handed_on}
    if search.fit.place not in taken or not is_seen(search.rows):
        return None
    if judged_on_others(facts, search.rows, search.fit.rows):
        return None
    for each in facts.evaluations[after + 1 :]:
        apart = each.fit.place != search.fit.place and each.place != each.fit.place
        if each.kind in _JUDGED and apart and not overlaps(each.rows, each.fit.rows):
            return each if contains(search.rows, each.rows) else None
    return None


def is_averaged(facts: Facts, found: Iterable[Candidate]) -> bool:
    """Whether a mean is taken over the same passes, too: then the best is told beside it, and decides nothing."""
    return any(one.loop is not None and (one.score.place, one.loop) in facts.averaged for one in found)
