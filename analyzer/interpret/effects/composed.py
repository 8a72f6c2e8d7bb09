"""What do the estimators inside a composed one learn or do?"""

from typing import Final

from analyzer.interpret.invocation import Machine
from analyzer.interpret.state import State
from analyzer.interpret.values import Value

MAX_DEPTH: Final = 6  # pipelines in pipelines beyond this are not looked into


def steps_of(state: State, value: Value, depth: int = 0) -> set[str]:
    """The words (`Obj.how`) of all estimators in `value`, except of models and of composed ones themselves."""
    found: set[str] = set()
    if depth > MAX_DEPTH:
        return found
    for element in value.elements or ():
        found |= steps_of(state, element, depth + 1)
    for obj in state.objects(value):
        if obj.kind == "instance" and obj.how not in ("", "composite", "model"):
            found.add(obj.how)
        for item in (*obj.items.values(), *((obj.rest,) if obj.rest is not None else ())):
            found |= steps_of(state, item, depth + 1)
    return found


def chooses(machine: Machine, state: State, value: Value, depth: int = 0) -> bool:
    """Whether an estimator, or one inside of it, may use some of the columns only; code of the project may."""
    if depth > MAX_DEPTH:
        return True
    for obj in state.objects(value):
        if obj.kind == "instance" and obj.type:
            row = machine.class_row(obj.type)
            if row is None or row.name != obj.type or obj.how in ("selection", "composite"):
                return True
        inner = (*obj.items.values(), *((obj.rest,) if obj.rest is not None else ()))
        if any(chooses(machine, state, item, depth + 1) for item in inner):
            return True
    return any(chooses(machine, state, element, depth + 1) for element in value.elements or ())


_CLASSIFIERS: Final = frozenset(
    "LogisticRegression LogisticRegressionCV SVC NuSVC LinearSVC GaussianNB MultinomialNB BernoulliNB ComplementNB "
    "CategoricalNB Perceptron LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis NearestCentroid "
    "LabelPropagation LabelSpreading".split()
)


def classifier(machine: Machine, state: State, value: Value, depth: int = 0) -> str:
    """The class of the library's classifier that surely answers for `value`, be it inside of others; "" if none."""
    if depth > MAX_DEPTH:
        return ""
    found: set[str] = set()
    for obj in state.objects(value):
        row = machine.class_row(obj.type) if obj.kind == "instance" and obj.type else None
        name = obj.type.rpartition(".")[2]
        if row is not None and row.name == obj.type and (name.endswith("Classifier") or name in _CLASSIFIERS):
            found.add(obj.type)
            continue
        inner = (*obj.items.values(), *((obj.rest,) if obj.rest is not None else ()))
        found.add(next((each for item in inner if (each := classifier(machine, state, item, depth + 1))), ""))
    for element in value.elements or ():
        found.add(classifier(machine, state, element, depth + 1))
    if value.elements is not None:
        found.discard("")
    return found.pop() if len(found) == 1 else ""
