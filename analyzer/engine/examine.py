"""What do the rules find in one module?

The second of the two jobs of worker processes: interpret a module, then ask every rule. Both may fail, and that is an
answer too: one notification, and the others go on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from analyzer.api import RuleContext
from analyzer.engine.plan import Interpret
from analyzer.engine.prefilter import vocabulary_of
from analyzer.engine.registry import LoadedRule
from analyzer.engine.survey import crash
from analyzer.interpret.facts import Facts
from analyzer.interpret.values import Place
from analyzer.knowledge.vocabulary import Vocabulary
from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.location import Location
from analyzer.model.preprocessing import Preprocessing
from analyzer.model.result import Notification, NotificationKind
from analyzer.project.names import belongs_to_tests
from analyzer.project.project import ModuleEntry, Project
from analyzer.project.summaries import ModuleSummary
from analyzer.project.versions import Versions
from analyzer.source.discover import Candidate
from analyzer.source.file import SourceFile
from analyzer.source.read import read
from analyzer.syntax import ir
from analyzer.syntax.walk import walk


class Examined(msgspec.Struct, array_like=True):
    """What came of one module; `entered` are project functions that were called, as "module:qualname".

    Calls by tests do not count: they say nothing of what the program's users may call. `preprocessings` are those of
    the models that the module saves or asks.
    """

    findings: tuple[Finding, ...] = ()
    entered: tuple[str, ...] = ()
    notifications: tuple[Notification, ...] = ()
    preprocessings: tuple[Preprocessing, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """The tree of a module, when the interpreter first looks into it: the surveyed one, else the file is parsed now."""

    candidate: Candidate
    name: str
    trees: Mapping[str, bytes]
    max_bytes: int | None

    def __call__(self) -> ir.Module | bytes:
        """The encoded tree or the tree; an empty one if the file cannot be read."""
        if (known := self.trees.get(self.name)) is not None:
            return known
        from analyzer.syntax.lower import parse

        source = read(self.candidate, max_bytes=self.max_bytes)
        is_package = self.candidate.path.rpartition("/")[2] == "__init__.py"
        if isinstance(source, Notification):
            return ir.Module(self.name, self.candidate.path, is_package, (), (), ())
        return parse(source, self.name, is_package)


@dataclass(slots=True)
class Examination:
    """The work of examining `units`, modules by name.

    Attributes:
        files: every module of the project: name to file.
        trees: encoded IR by module name; modules without are parsed when they are needed.
        units: the modules to interpret.
        summaries: what modules import and mention, as far as it is known.
        rules: the active rules; all of them must have been loaded.
        versions: dependency versions of the project.
        max_bytes: see `source.read.read`.
        interpret: the interpreter; None for ours.
    """

    files: Mapping[str, Candidate]
    rules: Sequence[LoadedRule]
    versions: Versions
    trees: dict[str, bytes] = field(default_factory=dict)
    units: Sequence[str] = ()
    summaries: dict[str, ModuleSummary | None] = field(default_factory=dict)
    max_bytes: int | None = None
    interpret: Interpret | None = None
    _project: Project | None = field(default=None, repr=False)
    _sources: dict[str, SourceFile] = field(default_factory=dict, repr=False)
    _vocabulary: Vocabulary | None = field(default=None, repr=False)
    _told: int = 0

    def __getstate__(self) -> dict[str, Any]:
        """What a spawned worker is sent: no project, it builds its own."""
        names = ("summaries", "units", "files", "trees", "rules", "versions", "max_bytes", "interpret")
        return {name: getattr(self, name) for name in names}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in {**state, "_project": None, "_sources": {}, "_vocabulary": None, "_told": 0}.items():
            setattr(self, name, value)

    @property
    def project(self) -> Project:
        """The project; modules in it are decoded when they are needed."""
        if self._project is None:
            entries = {
                name: ModuleEntry(file.path, Content(file, name, self.trees, self.max_bytes))
                for name, file in self.files.items()
            }
            self._project = Project(entries, self.versions, self.summaries)
        return self._project

    def begin(self) -> None:
        """Build the project and load the interpreter; before forking, so that workers share them."""
        self._vocabulary = vocabulary_of(self.rules)
        if self.interpret is None:
            from analyzer.interpret.entry import interpret

            self.interpret = interpret
        _ = self.project

    def perform(self, job: int) -> bytes:
        """Examine unit number `job`; the answer is an encoded `Examined`."""
        module = self.units[job]
        try:
            return _ENCODER.encode(self._examine(module))
        except Exception as error:  # noqa: BLE001 - the other modules are still to be examined
            return _ENCODER.encode(Examined(notifications=(crash(self.files[module].path, error),)))

    def _examine(self, module: str) -> Examined:
        assert self.interpret is not None and self._vocabulary is not None
        facts = self.interpret(self.project, module, self._vocabulary)
        findings: list[Finding] = []
        notifications = [*self._undecoded(), *self._exhausted(module, facts)]
        for loaded in self.rules:
            try:
                findings += loaded.rule.check(self._context(loaded, module, facts))
            except Exception as error:  # noqa: BLE001 - a rule is other people's code
                notifications.append(self._failed(loaded, module, error))
        tests = belongs_to_tests(module)
        return Examined(
            tuple(findings),
            () if tests else tuple(sorted(facts.entered)),
            tuple(notifications),
            () if tests else self._preprocessings(module, facts),
        )

    def _preprocessings(self, module: str, facts: Facts) -> tuple[Preprocessing, ...]:
        wanted = facts.model_uses or any("prepare" in call.api.roles for call in facts.calls)
        code = self.project.module(module) if wanted else None
        if code is None:
            return ()
        from analyzer.interpret.preprocessing import preprocessings

        return preprocessings(facts, module, code, self._locate)

    def _context(self, loaded: LoadedRule, module: str, facts: Facts) -> RuleContext:
        versions = self.versions.for_path(self.files[module].path)

        def version_at_least(distribution: str, version: str) -> bool | None:
            found = versions.of(distribution)
            return None if found is None else found.at_least(version)

        return RuleContext(
            rule_id=loaded.qualified,
            module=module,
            facts=facts,
            locate=self._locate,
            version_at_least=version_at_least,
            ancestors=self.project.external_bases,
            defines=lambda owner, name: self.project.method(owner, name) is not None,
            refusing=lambda name: self._refusing(module, name),
        )

    def _refusing(self, module: str, method: str) -> tuple[str, ...]:
        """The qualified names of the classes of a module whose own method `method` raises something."""
        symbols = self.project.symbols(module)
        names = [f"{module}.{name}" for name in symbols.bindings] if symbols is not None else []
        found = ((name, self.project.find(f"{name}.{method}")) for name in names)
        return tuple(name for name, each in found if each is not None and each.node is not None and _raises(each.node))

    def _locate(self, place: Place) -> Location:
        source = self._sources.get(place.module)
        if source is None:
            candidate = self.files[place.module]
            found = read(candidate, max_bytes=self.max_bytes)
            if isinstance(found, Notification):
                raise FileNotFoundError(found.message)
            source = self._sources[place.module] = found
        return source.location(place.start, place.end)

    def _undecoded(self) -> Iterable[Notification]:
        """What the project could not decode since the last time."""
        told = self.project.notifications[self._told :]
        self._told += len(told)
        return told

    def _exhausted(self, module: str, facts: Facts) -> Iterable[Notification]:
        if facts.exhausted:
            path = self.files[module].path
            yield Notification(
                kind=NotificationKind.BUDGET_EXHAUSTED,
                level=Level.WARNING,
                message=f"`{path}` was analysed in part: {facts.exhausted}",
                path=path,
            )

    def _failed(self, loaded: LoadedRule, module: str, error: Exception) -> Notification:
        path = self.files[module].path
        reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        return Notification(
            kind=NotificationKind.RULE_FAILED,
            level=Level.ERROR,
            message=f"rule `{loaded.qualified}` failed on `{path}`: {reason}",
            path=path,
            rule_id=loaded.qualified,
        )


def _raises(node: ir.Node) -> bool:
    return any(isinstance(each, ir.Raise) and each.value is not None for each in walk(node))


def decode_examined(data: bytes) -> Examined:
    """What `Examination.perform` answered."""
    return _DECODER.decode(data)


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Examined)
