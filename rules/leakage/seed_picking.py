"""## What it finds
The best score over several random seeds, of the split or of the model, taken as the score.

## Why it matters
A seed is no property of the model. The best of many runs is the one with the easiest test rows or the luckiest start,
and the next run will be worse; the mean and the spread over the seeds say what to expect.

## Bad
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X, y = df.drop(columns=["left"]), df["left"]
best, best_seed = 0, None
for seed in range(200):
    # ruleid: seed-picking
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=seed)
    accuracy = LogisticRegression().fit(X_train, y_train).score(X_test, y_test)
    if accuracy > best:
        best, best_seed = accuracy, seed
print("accuracy", best, "with seed", best_seed)
```

```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
scores = []
for seed in range(50):
    # ruleid: seed-picking
    model = RandomForestClassifier(random_state=seed).fit(X_train, y_train)
    scores.append(model.score(X_test, y_test))
print("accuracy", max(scores))
```

## Good
```python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
scores = []
for seed in range(50):
    # ok: seed-picking
    model = RandomForestClassifier(random_state=seed).fit(X_train, y_train)
    scores.append(model.score(X_test, y_test))
print("accuracy", np.mean(scores), "+-", np.std(scores), "range", min(scores), max(scores))
```

## When it is fine
The best start is chosen by validation rows, and the chosen model is judged on others.
Where a mean over the seeds is taken and the best run is picked beside it, the finding is a question.

## What it cannot see
A seed that a person has picked and written down.

## References
- Bouthillier et al., "Accounting for variance in machine learning benchmarks", 2021.
- Picard, "Torch.manual_seed(3407) is all you need", 2021.
"""

from collections.abc import Iterator

from analyzer.api import (
    Candidate,
    Choice,
    DoubtReason,
    Finding,
    Level,
    Place,
    Precision,
    Rule,
    RuleContext,
    Seed,
    candidates,
    final_evaluation,
    is_averaged,
    is_seen,
    judged_on_others,
    learned_by,
    overlaps,
    shown_after,
)

AVERAGED = "a mean over the seeds is taken, too, and which of the scores is told of the best run was not seen"
REPORTED = "Is the run with the best seed used, or its score reported, as if it were any run?"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per call that is given the seed of a loop of which the best score is taken."""
    loops: dict[Place, list[Seed]] = {}
    for seed in ctx.seeds():
        loops.setdefault(seed.loop, []).append(seed)
    found: set[Place] = set()
    for choice in ctx.choices("comparison", "extreme"):
        found_by = candidates(ctx.facts, choice, choice.scores)
        found_by = tuple(each for each in found_by if each.loop in loops and counts(each))
        averaged = is_averaged(ctx.facts, found_by)
        if not found_by or (averaged and not choice.picks) or not reported(ctx, choice, found_by):
            continue
        scores = [each.score for each in found_by]
        seeds = sorted((seed.place for each in found_by if each.loop for seed in loops[each.loop]), key=_position)
        if seeds[0] in found:
            continue
        found.add(seeds[0])
        yield ctx.finding(
            seeds[0],
            "The best score over several random seeds is taken: it says how lucky the seed was",
            related=(
                *(ctx.related(place, "this gets another seed each time, too") for place in dict.fromkeys(seeds[1:])),
                *(ctx.related(place, "it is scored here") for place in dict.fromkeys(score.place for score in scores)),
                ctx.related(choice.place, "the best one is taken here"),
            ),
            level=Level.NOTE if averaged else None,
            doubt=ctx.doubt(DoubtReason.INTENT, AVERAGED, REPORTED) if averaged else None,
        )


def _position(place: Place) -> tuple[str, int]:
    return place.module, place.start


def counts(found: Candidate) -> bool:
    """Whether a score is one of a model that is made anew, on rows that are known and not those of its training."""
    score = found.score
    if any(part.side == "fold-test" for row in score.rows for part in row.path):
        return False  # each fold has a seed of its own, and all of them count
    if score.fit.how == "cross-validation":
        return is_seen(score.rows)
    return found.relation == "anew" and is_seen(score.rows) and not overlaps(score.rows, score.fit.rows)


def reported(ctx: RuleContext, choice: Choice, found: tuple[Candidate, ...]) -> bool:
    """Whether the best score is shown, or what was picked is evaluated again, and no other rows judge it."""
    scores = [each.score for each in found]
    rows = frozenset(row for score in scores for row in score.rows)
    if judged_on_others(ctx.facts, rows, learned_by(scores)):
        return False
    shown, _ = shown_after(ctx.facts, found)
    return shown is not None or final_evaluation(ctx.facts, rows, choice.after, scores) is not None


RULE = Rule(
    id="seed-picking",
    title="The best score over several random seeds is taken as the score",
    level=Level.WARNING,
    precision=Precision.MEDIUM,
    reads=("fit", "evaluate", "metric"),
    given=("evaluate", "metric"),
    tags=("selection-leakage",),
    since="0.3.0",
    check=check,
)
