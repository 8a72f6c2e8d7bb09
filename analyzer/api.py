"""What may a rule use? Everything a rule imports comes from here, and nothing else may."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from analyzer.interpret.commands import Fetched, Installed, fetched, installed
from analyzer.interpret.facts import (
    Asked,
    Assertion,
    Assignment,
    CallFact,
    Caught,
    Choice,
    Comparison,
    Declared,
    Evaluation,
    Event,
    Facts,
    Mismatch,
    RoundTrip,
    Seed,
    Split,
    Stacked,
    Trial,
)
from analyzer.interpret.hubs import Pin, Repository, is_full_commit, is_local, pinned, repository
from analyzer.interpret.loaders import Loading, begins, loading
from analyzer.interpret.provenance import Provenance, Trust, is_digest, provenance
from analyzer.interpret.rows import apart, bridges, contains, disjoint, dividing, overlaps
from analyzer.interpret.selected import (
    Candidate,
    Selection,
    among_answers,
    among_models,
    candidates,
    chosen_by_hand,
    final_evaluation,
    held_out,
    is_averaged,
    is_seen,
    is_test_side,
    judged_on_others,
    learned_by,
    searched_over,
    selection,
    shown_after,
    within_training,
)
from analyzer.interpret.spelling import beginning, suffixes
from analyzer.interpret.switches import switched
from analyzer.interpret.twins import is_near, twins
from analyzer.interpret.values import (
    LOOKED_UP,
    NOT_CONSTANT,
    OPERATOR,
    SENT,
    TRUSTED,
    UNDECIDED,
    UNTRUSTED,
    Content,
    Fit,
    Literal,
    Mark,
    Origin,
    Place,
    Prediction,
    Rows,
    Scored,
    Statistic,
    Trace,
    Value,
)
from analyzer.interpret.verification import REREAD
from analyzer.knowledge.lookup import lookup
from analyzer.model.finding import Action, Change, Doubt, DoubtReason, Edit, Finding, Fix, Related, Remedy, Step
from analyzer.model.level import Level
from analyzer.model.location import Location
from analyzer.model.preprocessing import Difference, Preprocessing, StepKind, comparable, differences
from analyzer.model.preprocessing import Step as PreprocessingStep
from analyzer.model.rule import Artefacts, Precision
from analyzer.model.rule import Rule as _Rule
from analyzer.project.names import belongs_to_tests, holds_tests

__all__ = [
    "LOOKED_UP",
    "NOT_CONSTANT",
    "OPERATOR",
    "SENT",
    "TRUSTED",
    "UNDECIDED",
    "UNTRUSTED",
    "Action",
    "Artefacts",
    "Asked",
    "Assertion",
    "Assignment",
    "CallFact",
    "Candidate",
    "Caught",
    "Change",
    "Choice",
    "Comparison",
    "Content",
    "Declared",
    "Difference",
    "Doubt",
    "DoubtReason",
    "Edit",
    "Evaluation",
    "Event",
    "Fetched",
    "Finding",
    "Fit",
    "Fix",
    "Installed",
    "Level",
    "Literal",
    "Loading",
    "Location",
    "Mark",
    "Mismatch",
    "Origin",
    "Pin",
    "Place",
    "Precision",
    "Prediction",
    "Preprocessing",
    "PreprocessingStep",
    "ProjectContext",
    "Provenance",
    "Related",
    "Remedy",
    "Repository",
    "RoundTrip",
    "Rows",
    "Rule",
    "RuleContext",
    "Scored",
    "Seed",
    "Selection",
    "Split",
    "Stacked",
    "Statistic",
    "Step",
    "StepKind",
    "Trace",
    "Trial",
    "Trust",
    "Value",
    "among_answers",
    "among_models",
    "apart",
    "beginning",
    "begins",
    "bridges",
    "candidates",
    "chosen_by_hand",
    "comparable",
    "contains",
    "differences",
    "fetched",
    "final_evaluation",
    "held_out",
    "installed",
    "is_averaged",
    "is_digest",
    "is_full_commit",
    "is_local",
    "is_seen",
    "is_test_side",
    "judged_on_others",
    "learned_by",
    "loading",
    "overlaps",
    "pinned",
    "provenance",
    "repository",
    "searched_over",
    "selection",
    "shown_after",
    "suffixes",
    "switched",
    "within_training",
]


def _no_ancestors(_: str) -> frozenset[str]:
    return frozenset()


def _no_members(_: str, __: str) -> bool:
    return False


def _no_classes(_: str) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class RuleContext:
    """Everything a rule can reach: the facts of one interpreted module and how to make a finding. No I/O.

    Built by the engine; `locate` turns a place into a location, `version_at_least` answers for the module's project,
    `ancestors` names the library classes that a project class derives from, `defines` says whether a project class
    (or an ancestor in the project) has a method of its own, `refusing` names the classes of the module whose method of
    a name raises something.
    """

    rule_id: str
    module: str
    facts: Facts
    locate: Callable[[Place], Location]
    version_at_least: Callable[[str, str], bool | None]
    ancestors: Callable[[str], frozenset[str]] = _no_ancestors
    defines: Callable[[str, str], bool] = _no_members
    refusing: Callable[[str], tuple[str, ...]] = _no_classes

    @property
    def is_test(self) -> bool:
        """Whether the module holds tests, by the names that pytest and unittest look for."""
        return holds_tests(self.module)

    @property
    def in_tests(self) -> bool:
        """Whether the module holds tests or stands in a folder of them."""
        return belongs_to_tests(self.module)

    def calls(self, *roles: str) -> Iterator[CallFact]:
        """Calls of APIs that have any of `roles`, in order of execution.

        The program's own code is judged by what the program gives it: what a test gives it is left out.
        """
        wanted = set(roles)
        found = (call for call in self.facts.calls if not wanted.isdisjoint(call.api.roles))
        if not belongs_to_tests(self.module):
            return found
        return (call for call in found if belongs_to_tests(call.place.module))

    def assignments(self) -> Iterator[Assignment]:
        """What names of libraries and variables of the environment are given, in order of execution.

        Only names that a library reads are worth a look for a rule that reads "assignment", and those of functions
        with a role that the rule reads.
        """
        return iter(self.facts.assignments)

    def pairs(self) -> Iterator[tuple[Fit, Evaluation]]:
        """Every (training, evaluation of that training) pair, in order of execution.

        What a test scores is a check of code, no claim about a model: evaluations in functions of test modules are
        left out.
        """
        return (
            (each.fit, each)
            for each in self.facts.evaluations
            if each.kind != "prediction" and not (self.is_test and not each.function.endswith(":"))
        )

    def answers(self) -> Iterator[tuple[Fit, Evaluation]]:
        """Every (training, prediction of that model) pair, judged or not, in order of execution."""
        return ((each.fit, each) for each in self.facts.evaluations if each.kind == "prediction")

    def labelled(self) -> Iterator[tuple[Fit, Evaluation]]:
        """The judged pairs, and predictions for the other side of a split: those rows have labels to be judged by."""
        yield from self.pairs()
        for fit, answer in self.answers():
            shared = {rows.root for rows in fit.rows} & {rows.root for rows in answer.rows}
            if shared and not self.unlabelled(answer.rows):
                yield fit, answer

    def closed_list(self, statistic: Statistic) -> Doubt | None:
        """Whether a plain encoding tells anything of other rows depends on what the values of the column are."""
        if statistic.how != "encoding" or statistic.target:
            return None
        return self.doubt(
            DoubtReason.INTENT,
            "whether the categories are a closed list that is known beforehand was not seen",
            "Can a category of the encoded columns be one that is only known from the evaluated rows?",
        )

    def choices(self, *kinds: str) -> Iterator[Choice]:
        """What the code decides by scores, of the given kinds or of all, in order of execution; nothing in tests."""
        for choice in self.facts.choices:
            if (not kinds or choice.kind in kinds) and not (self.is_test and not choice.function.endswith(":")):
                yield choice

    def selections(self, *kinds: str) -> Iterator[Selection]:
        """The choices by held-out rows on which, and on no others, the chosen is then judged or told of."""
        for choice in self.choices(*kinds):
            found = selection(self.facts, choice)
            if found is not None:
                yield found

    def picked(self, found: Selection) -> tuple[Related, ...]:
        """Every split, training, score, choice and final evaluation of a selection, once each."""
        return tuple(self.related(place, text) for place, text in self._stations(found).items())

    def way(self, found: Selection) -> tuple[Step, ...]:
        """The code flow of a selection: rows are split, models are scored on them, one is chosen and judged on them."""
        return tuple(Step(at=self.locate(place), text=text) for place, text in self._stations(found).items())

    def _stations(self, found: Selection) -> dict[Place, str]:
        splits = self.splits()
        parts = [part for row in sorted(found.rows, key=repr) for part in row.path if part.site in splits]
        steps = {splits[part.site].place: "the rows are split here" for part in parts}
        for score in sorted(found.scores, key=lambda each: (each.place.start, each.fit.place.start)):
            steps.setdefault(score.fit.place, "a model is trained here")
            steps.setdefault(score.place, "it is scored on these rows here")
        steps.setdefault(found.choice.place, "the code chooses by these scores here")
        if found.final is not None:
            steps.setdefault(found.final.metric, "what was chosen is evaluated on the same rows here")
        if found.shown is not None:
            steps.setdefault(found.shown, "the score that has decided is shown here")
        return steps

    def trainings(self) -> Iterator[Fit]:
        """Every training, judged or not, those of a cross-validation included; none in modules that hold tests."""
        if not self.is_test:
            yield from dict.fromkeys((*self.facts.fits, *(each.fit for each in self.facts.evaluations)))

    def seeds(self) -> Iterator[Seed]:
        """Calls in loops that are given another random seed each time, in order of execution."""
        return iter(self.facts.seeds)

    def stacked(self) -> Iterator[Stacked]:
        """Trainings whose features hold what another model says, both with labels; none of tests."""
        labelled = self.facts.supervised
        for each in self.facts.stacked:
            if {each.fit.place, each.prediction.fit.place} <= labelled and not self.is_test:
                yield each

    def copied(self, *kinds: str) -> dict[Place, list[tuple[Statistic, Fit, Evaluation]]]:
        """What puts copies of one row on both sides of (training, evaluation) pairs, judged or not, by its place.

        `kinds` are words of `Statistic.how`: "oversampling", "augmentation", "window".
        """
        found: dict[Place, list[tuple[Statistic, Fit, Evaluation]]] = {}
        for fit, each in (*self.pairs(), *self.answers()):
            inside = each.in_folds
            if not inside and overlaps(fit.rows, each.rows):
                continue  # sides that share rows are another matter
            copies = (copied for copied in fit.duplicates | each.duplicates if copied.how in kinds)
            for copied in sorted(copies, key=lambda copied: (copied.place.start, copied.place.end, repr(copied.rows))):
                if overlaps(copied.rows, fit.rows) and (inside or overlaps(copied.rows, each.rows)):
                    found.setdefault(copied.place, []).append((copied, fit, each))
        return dict(sorted(found.items(), key=lambda item: (item[0].module, item[0].start, item[0].end)))

    def splits(self) -> Mapping[int, Split]:
        """The splits by the number that `Part.site` uses."""
        return {split.site: split for split in self.facts.splits}

    def unlabelled(self, rows: Iterable[Rows]) -> bool:
        """Whether all `rows` are those without a value in some column: predictions fill it, and none can be judged."""
        return all(any(part.side == "missing" for part in row.path) for row in rows)

    def by_chance(self, fit: Fit, evaluation: Evaluation) -> bool:
        """Whether it is chance alone that keeps the evaluated rows apart from those trained on, not order or a key."""
        if evaluation.in_folds:
            return evaluation.random
        splits, sites = self.splits(), dividing(fit.rows, evaluation.rows)
        return bool(sites) and all(site in splits and splits[site].random for site in sites)

    def keeps_groups(self, fit: Fit, evaluation: Evaluation) -> bool:
        """Whether the rows of a pair are kept apart by splits that leave rows with one key together."""
        if evaluation.in_folds:
            found = [split for split in self.facts.splits if split.place == evaluation.place]
        else:
            sites = dividing(fit.rows, evaluation.rows)
            found = [split for split in self.facts.splits if split.site in sites]
        return bool(found) and all(split.whole for split in found)

    def inside(self, rows: Iterable[Rows]) -> bool:
        """Whether all `rows` are of the training side of a split, so that its other side does not meet them.

        Sides that are called so, and those whose other side is judged: `df.sample(frac=0.8)` is a training side only if
        a model is evaluated on what is left.
        """
        judged = {part for _, each in self.pairs() for row in each.rows for part in row.path}
        return all(
            any(
                part.side in ("train", "fold-train") or any(disjoint(part, other) for other in judged)
                for part in row.path
            )
            for row in rows
        )

    def spared(self, rows: Iterable[Rows]) -> bool:
        """Whether a model is also judged, outside of folds, on rows of the same data that share none with `rows`."""
        known = tuple(rows)
        roots = {row.root for row in known}
        return any(
            not roots.isdisjoint(row.root for row in each.rows) and not overlaps(each.rows, known)
            for _, each in self.pairs()
            if not each.in_folds
        )

    def trials(self) -> Iterator[Trial]:
        """The tests of this module that train or ask a model (or a mock of one); for rules that read "test"."""
        return iter(self.facts.trials)

    def model_inputs(self) -> Iterator[CallFact]:
        """Calls that hand data to a model for inference; not those by which a network hands it on to its layers."""
        return (call for call in self.calls("model-input") if not self._is_layer(call))

    def _is_layer(self, call: CallFact) -> bool:
        """Whether the call stands in a method of a network of the project."""
        owner = call.function.partition(".<locals>")[0].replace(":", ".").rpartition(".")[0]
        return call.function.endswith(".forward") or "torch.nn.Module" in self.ancestors(owner)

    def caught(self) -> Iterator[tuple[Caught, CallFact]]:
        """Handlers that catch everything, each with the first call of a model that it stands around.

        In code that answers requests, that call may be far away; elsewhere only those in the body itself count.
        """
        asked = list(self.model_inputs())
        for each in self.facts.caught:
            far = each.asked if each.served else frozenset()
            inside = (call for call in asked if call.place in far or _holds(each.body, call.place))
            first = next(inside, None)
            if first is not None:
                yield each, first

    def declared(self, place: Place) -> Declared | None:
        """The field that is declared at `place` and lets NaN through (the place of a mark "nan-field")."""
        return self.facts.declared.get(place)

    def asked(self) -> Iterator[Asked]:
        """What networks of PyTorch are asked by code other than their own, and in which mode they are.

        Answers that a network is trained by are left out, and what is asked beside a training, in the same pass of a
        loop: there a network may be meant to be what it is in training.
        """
        backs = [each for each in self.facts.events if each.kind == "backward"]
        for each in self.facts.asked:
            if each.inside or each.place in self.facts.answered:
                continue
            beside = (back for back in backs if back.loops == each.loops[: len(back.loops)])
            if not any(back.loops or back.function == each.function for back in beside):
                yield each

    def is_object(self, value: Value) -> bool:
        """Whether `value` is an instance of a class that the tables do not know: a report, a request of its own."""
        return bool(value.types) and all("." in name and lookup(name) is None for name in value.types)

    def is_explored(self, place: Place) -> bool:
        """Whether somebody looks at what comes out: in a notebook, also in one that was written out as a module."""
        return self.facts.explores or self.locate(place).cell is not None

    def looks(self, rows: Iterable[Rows]) -> frozenset[str]:
        """What the code looks for in the datasets of `rows`, anywhere: "gaps", "duplicates", "ranges", "labels",
        "schema", "size", or "asserted" for what it refuses to go on with: "asserted otherwise" if that is
        more than which values there are."""
        return frozenset(what for row in rows for what in self.facts.looks.get(row.root, ()))

    def mismatches(self) -> Iterator[Mismatch]:
        """Losses that are given something else than they are made for, in order of execution."""
        return iter(self.facts.mismatches)

    def events(self, *kinds: str) -> Iterator[Event]:
        """What the code does that no call tells alone, of the given kinds of `Event`, in order of execution."""
        return (each for each in self.facts.events if each.kind in kinds)

    def comparisons(self) -> Iterator[Comparison]:
        """Comparisons with a NaN constant."""
        return iter(self.facts.comparisons)

    def at_least(self, distribution: str, version: str) -> bool | None:
        """Whether the project's `distribution` is at least `version`: True, False, or None if that is not settled."""
        return self.version_at_least(distribution, version)

    def flow(self, origin: Origin, sink: Place, text: str) -> tuple[Step, ...]:
        """The code flow from `origin` to `sink`, where `text` happens."""
        steps = [] if origin.trace is None else origin.trace.steps()
        found = [Step(at=self.locate(step.place), text=step.text) for step in steps]
        return (*found, Step(at=self.locate(sink), text=text))

    def related(self, place: Place, text: str) -> Related:
        """Another place for the reader."""
        return Related(at=self.locate(place), text=text)

    def covered(self, pairs: Iterable[tuple[Fit, Evaluation]]) -> tuple[Related, ...]:
        """Every split, training and evaluation of the pairs that a finding speaks of, once each."""
        found = dict.fromkeys(each for pair in pairs for each in self._places(*pair))
        return tuple(self.related(place, text) for place, text in found)

    def proof(self, start: Place, text: str, pair: tuple[Fit, Evaluation]) -> tuple[Step, ...]:
        """The way of the rows through a pair: `text` happens at `start`, then they are split, fitted and evaluated.

        Before each of them stand the calls that lead there, across files.
        """
        steps: dict[Place, str] = {}
        last = start
        for place, what in ((start, text), *self._places(*pair)):
            for call in self._calls_before(place, last):
                steps.setdefault(call.place, call.text)
            steps.setdefault(place, what)
            last = place
        return tuple(Step(at=self.locate(place), text=what) for place, what in steps.items())

    def _calls_before(self, place: Place, last: Place) -> Iterable[Trace]:
        """The calls that lead to `place`; of several ways there, the one that starts next after `last` in the text."""
        ways: list[list[Trace]] = [way.steps() for way in self.facts.called.get(place, ())]
        later = [way for way in ways if way[0].place.module == last.module and way[0].place.start >= last.start]
        if later:
            return min(later, key=lambda way: way[0].place.start)
        return ways[0] if ways else ()

    def _places(self, fit: Fit, evaluation: Evaluation) -> Iterator[tuple[Place, str]]:
        folds = evaluation.in_folds
        if not folds:
            yield from self._divisions(fit, evaluation)
        yield fit.place, "the model is trained here"
        yield evaluation.place, f"it is evaluated on {'folds of ' if folds else ''}these rows here"
        if evaluation.metric != evaluation.place:
            yield evaluation.metric, "the evaluation is made here"

    def _divisions(self, fit: Fit, evaluation: Evaluation) -> Iterator[tuple[Place, str]]:
        """The splits that keep the rows of a pair apart, or all that they went through; of equal ones the last before
        the training."""
        known: dict[int, list[Split]] = {}
        for split in self.facts.splits:
            known.setdefault(split.site, []).append(split)
        parts = [part.site for rows in sorted(fit.rows | evaluation.rows, key=repr) for part in rows.path]
        sites = dividing(fit.rows, evaluation.rows) & known.keys()
        for site in dict.fromkeys(site for site in parts if site in (sites or known)):
            before = [
                split
                for split in known[site]
                if split.place.module == fit.place.module and split.place.start <= fit.place.start
            ]
            chosen = max(before, key=lambda split: split.place.start) if before else known[site][0]
            drawn = chosen.name.endswith(("sample", "choice", "permutation", "shuffle"))
            yield chosen.place, "rows are drawn here" if drawn else "the rows are split here"

    def doubt(self, reason: DoubtReason, text: str, question: str, *values: Value | None) -> Doubt:
        """What could not be seen; parameters among the origins of `values` are noted, so that callers can settle it."""
        functions = {
            origin.function
            for value in values
            if value is not None
            for origin in value.origins
            if origin.kind == "parameter"
        }
        return Doubt(reason=reason, text=text, question=question, parameters_of=tuple(sorted(functions - {""})))

    def set_argument(self, call: CallFact, name: str, code: str) -> Change:
        """The call with `code` as its argument `name`, by position or by keyword as it stands there."""
        return self._change(Action.SET_ARGUMENT, call, name, code)

    def use_argument(self, call: CallFact, name: str, api: str) -> Change:
        """The call with another API as its argument `name`, by its qualified name ("yaml.CSafeLoader")."""
        return self._change(Action.USE, call, name, api)

    def drop_argument(self, call: CallFact, name: str) -> Change:
        """The call without its argument `name`, by keyword or as the last one by position."""
        return self._change(Action.DROP_ARGUMENT, call, name)

    def swap_arguments(self, call: CallFact) -> Change:
        """The call with its first two arguments in each other's place."""
        first, second = call.api.positional[:2]
        return self._change(Action.SWAP, call, first, second)

    def call_instead(self, call: CallFact, api: str) -> Change:
        """The call of another API, by its qualified name ("yaml.safe_load"), with the same arguments."""
        return Change(action=Action.CALL, at=self.locate(call.place), name=api, api=call.api.name)

    def _change(self, action: Action, call: CallFact, name: str, code: str = "") -> Change:
        position = call.api.positional.index(name) if name in call.api.positional else None
        at = self.locate(call.place)
        return Change(action=action, at=at, name=name, code=code, position=position, api=call.api.name)

    def fit_below(self, fitted: Place, split: Place) -> Change:
        """The module with the `fit_transform` call moved below the call that splits the rows, to its training side."""
        return Change(action=Action.FIT_BELOW, at=self.locate(fitted), below=self.locate(split))

    def delete(self, statement: Place) -> Change:
        """The module without the statement."""
        return Change(action=Action.DELETE, at=self.locate(statement))

    def loaded(
        self,
        call: CallFact,
        message: str,
        question: str,
        *,
        gap: Doubt | None = None,
        remedy: Remedy | None = None,
        verb: str = "loads",
        content: str = "",
    ) -> Finding | None:
        """A finding that `call` loads content it should not, at the level that the content's provenance gives it.

        Anyone's content is an error with its flow; what the operator types in is a warning, what the environment or
        somebody says a note, all with a doubt; the program's own is no finding, nor is a doubt in a test. In
        `message`, `{origin}` stands for the place the content comes from; `question` is answered with "yes" if someone
        else can choose the content. Where the digest of a file was checked, and the file is read again, an error is a
        warning with a doubt. `gap` is a doubt about the call itself and joins the one about the content. `verb` says
        what the call does with the content, `content` names the argument that is it if it is not the subject.
        """
        subject = call.args.get(content) if content else call.subject
        found = provenance(subject)
        if found.trust is Trust.TRUSTED or (found.trust is not Trust.UNTRUSTED and self.is_test):
            return None
        level, doubt = Level.ERROR, gap
        if subject is not None and REREAD in subject.checks:
            text = "the digest of the file was as expected, and then the file is read again"
            again = self.doubt(DoubtReason.INTENT, text, "Can the file be changed after its digest was compared?")
            level = Level.WARNING if found.trust is Trust.UNTRUSTED else Level.NOTE
            doubt = _both(gap, again)
        elif found.trust is not Trust.UNTRUSTED:
            doubt = _both(gap, self._whose(found, question, subject))
            typed_in = found.origin is not None and found.origin.kind in ("command-line", "stdin")
            level = Level.WARNING if typed_in else Level.NOTE
        flow = self.flow(found.origin, call.place, f"`{call.name}` {verb} it") if found.origin is not None else ()
        text = message.replace("{origin}", found.words)
        return self.finding(call.place, text, level=level, flow=flow, doubt=doubt, remedy=remedy)

    def _whose(self, found: Provenance, question: str, subject: Value | None) -> Doubt:
        if found.trust is Trust.OPERATOR:
            text = f"whoever runs the program chooses the content, by {found.words}"
            return self.doubt(DoubtReason.INTENT, text, question, subject)
        text = f"the content comes from {found.words}" if found.origin is not None else f"not seen: {found.why}"
        return self.doubt(DoubtReason.UNKNOWN_PROVENANCE, text, question, subject)

    def finding(
        self,
        at: Place,
        message: str,
        *,
        level: Level | None = None,
        flow: Iterable[Step] = (),
        related: Iterable[Related] = (),
        doubt: Doubt | None = None,
        remedy: Remedy | None = None,
        fix: Fix | None = None,
    ) -> Finding:
        """A finding of this rule at `at`; see `Finding` for the parts."""
        return Finding(
            rule_id=self.rule_id,
            message=message,
            at=self.locate(at),
            level=level,
            flow=tuple(flow),
            related=tuple(related),
            doubt=doubt,
            remedy=remedy,
            fix=fix,
        )


def _holds(outer: Place, inner: Place) -> bool:
    """Whether `inner` stands in `outer`."""
    return outer.module == inner.module and outer.start <= inner.start and inner.end <= outer.end


@dataclass(frozen=True, slots=True)
class ProjectContext:
    """All that a rule can reach when it compares modules: plain data, of modules that hold no tests."""

    rule_id: str
    preprocessings: tuple[Preprocessing, ...]

    def twins(self) -> Iterator[tuple[Preprocessing, tuple[Preprocessing, ...]]]:
        """Every way to a loaded model, with those of the trainings that saved it; see `interpret.twins`."""
        return twins(self.preprocessings)

    def doubt_of(self, serve: Preprocessing, trains: Iterable[Preprocessing]) -> Doubt | None:
        """The doubt whether `serve` loads what one of `trains` saved; None if it surely does."""
        if any(is_near(serve, train) for train in trains):
            return None
        name = serve.artefact.replace("\\", "/").rpartition("/")[2]
        return Doubt(
            reason=DoubtReason.OUTSIDE_PROJECT,
            text=f"training and serving stand in folders of their own, and only the name `{name}` connects them",
            question=f"Is the file `{name}` that is loaded here the one that this training saves?",
        )

    def related(self, at: Location, text: str) -> Related:
        """Another place for the reader."""
        return Related(at=at, text=text)

    def finding(
        self,
        at: Location,
        message: str,
        *,
        level: Level | None = None,
        related: Iterable[Related] = (),
        doubt: Doubt | None = None,
    ) -> Finding:
        """A finding of this rule at `at`; see `Finding` for the parts."""
        return Finding(rule_id=self.rule_id, message=message, at=at, level=level, related=tuple(related), doubt=doubt)


def _both(first: Doubt | None, second: Doubt) -> Doubt:
    """One doubt that is settled only if both are."""
    if first is None:
        return second
    return Doubt(
        reason=first.reason,
        text=f"{first.text}; {second.text}",
        question=f"{first.question.rstrip('?')}, and {second.question[:1].lower()}{second.question[1:]}",
        parameters_of=tuple(sorted({*first.parameters_of, *second.parameters_of})),
    )


Rule = _Rule[RuleContext]
