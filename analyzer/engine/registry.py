"""Which rules are there, and which of them were asked for?"""

import sys
from collections.abc import Iterable, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.api import Rule
from analyzer.config import Config, check_words, near, words_of
from analyzer.engine.sections import SECTIONS
from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind, RuleInfo
from analyzer.model.rule import Rule as AnyRule
from analyzer.resources import rules_dir

if TYPE_CHECKING:
    from analyzer.engine.docs import RuleDocs


class RuleError(Exception):
    """A rule file cannot be used; the message names the file and the reason."""


class UnknownRuleError(ValueError):
    """A name means no rule; the message suggests the nearest one."""


class LoadedRule:
    """One rule file. It is executed when its rule is first asked for, so that listing ids costs nothing.

    Attributes:
        id: the rule's id, from the file's name.
        family: the name of the folder.
        path: the file.
    """

    __slots__ = ("_docs", "_markdown", "_rule", "family", "id", "path")

    def __init__(self, path: Path) -> None:
        self.path = path
        self.family = path.parent.name
        self.id = path.stem.replace("_", "-")
        self._rule: Rule | None = None
        self._markdown = ""
        self._docs: RuleDocs | None = None

    def __reduce__(self) -> tuple[type["LoadedRule"], tuple[Path]]:
        """Pickled as its path: a worker process loads the rule itself."""
        return LoadedRule, (self.path,)

    def __repr__(self) -> str:
        return f"LoadedRule({self.qualified!r})"

    @property
    def qualified(self) -> str:
        """`family/id`."""
        return f"{self.family}/{self.id}"

    @property
    def rule(self) -> Rule:
        """The rule.

        Raises:
            RuleError: the file cannot be executed or holds no valid rule.
        """
        if self._rule is None:
            self._rule, self._markdown = _execute(self)
        return self._rule

    @property
    def markdown(self) -> str:
        """The documentation as it is written in the file.

        Raises:
            RuleError: see `rule`.
        """
        return self._markdown if self.rule else ""

    @property
    def patterns(self) -> Path:
        """The file beside the rule that says what semgrep looks for, if the rule is about artefacts."""
        return self.path.with_suffix(".yml")

    @property
    def docs(self) -> "RuleDocs":
        """The parsed documentation.

        Raises:
            RuleError: see `rule`.
        """
        if self._docs is None:
            from analyzer.engine.docs import parse_docs  # a scan does not read them

            self._docs = parse_docs(self.markdown)
        return self._docs

    @property
    def info(self) -> RuleInfo:
        """What reports say of the rule.

        Raises:
            RuleError: see `rule`.
        """
        rule = self.rule
        return RuleInfo(
            id=rule.id,
            family=self.family,
            title=rule.title,
            level=rule.level,
            precision=rule.precision,
            tags=rule.tags,
            cwe=rule.cwe,
            security_severity=rule.security_severity,
            since=rule.since,
            question=rule.question,
            markdown=self.markdown,
        )


def load_rules(extra_dirs: Iterable[Path] = ()) -> tuple[LoadedRule, ...]:
    """All rules that ship with the tool, and those of `extra_dirs` (which hold one folder per family), sorted by id.

    No rule is executed yet.

    Raises:
        RuleError: an extra folder does not exist, or two files hold the same rule.
    """
    found: dict[str, LoadedRule] = {}
    for folder in (rules_dir(), *extra_dirs):
        if not folder.is_dir():
            raise RuleError(f"the folder of rules `{folder}` does not exist")
        for path in sorted(folder.glob("[!._]*/[!._]*.py")):
            loaded = LoadedRule(path)
            other = found.setdefault(loaded.qualified, loaded)
            if other is not loaded:
                raise RuleError(f"rule `{loaded.qualified}` exists twice, in `{other.path}` and in `{path}`")
    return tuple(found[name] for name in sorted(found))


def usable(rules: Iterable[LoadedRule]) -> tuple[tuple[LoadedRule, ...], tuple[Notification, ...]]:
    """The rules whose files can be used, and one notification for each of the others."""
    found = []
    notifications = []
    for loaded in rules:
        try:
            _ = loaded.rule
        except RuleError as error:
            notifications.append(
                Notification(
                    kind=NotificationKind.RULE_FAILED, level=Level.ERROR, message=str(error), rule_id=loaded.qualified
                )
            )
        else:
            found.append(loaded)
    return tuple(found), tuple(notifications)


def select(rules: Iterable[LoadedRule], config: Config, others: Iterable[RuleInfo] = ()) -> tuple[LoadedRule, ...]:
    """The usable rules that the configuration asks for; see `Config.runs`.

    Args:
        rules: all rules.
        config: the configuration.
        others: further rules, with no file of this kind, that the configuration may name.

    Raises:
        ConfigError: the configuration names no rule, family or tag; it suggests the nearest.
    """
    infos = {loaded: loaded.info for loaded in rules}
    check_words(config, words_of((*infos.values(), *others)))
    return tuple(loaded for loaded, info in infos.items() if config.runs(info))


def find(name: str, rules: Sequence[LoadedRule]) -> LoadedRule:
    """The one rule called `name`, an id or `family/id`.

    Raises:
        UnknownRuleError: there is none, or several families have one.
    """
    found = [rule for rule in rules if name in (rule.id, rule.qualified)]
    if len(found) > 1:
        raise UnknownRuleError(f"`{name}` is in several families: {', '.join(rule.qualified for rule in found)}")
    if not found:
        hint = near(name, [name for rule in rules for name in (rule.id, rule.qualified)])
        raise UnknownRuleError(f"there is no rule `{name}`{hint or '; `mlvet rules` lists them'}")
    return found[0]


def _execute(loaded: LoadedRule) -> tuple[Rule, str]:
    """Run a rule file, byte code cached, and check what can be checked without a cost.

    Rules are the tool's or the user's own code; nothing of a scanned project comes here.
    """
    name = f"mlvet_rules.{loaded.family}.{loaded.path.stem}"
    spec = spec_from_file_location(name, loaded.path)
    if spec is None or spec.loader is None:
        raise RuleError(f"rule file `{loaded.path}` is not Python")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # a rule file may raise anything, and must not end the run
        del sys.modules[name]
        raise RuleError(f"rule file `{loaded.path}` raised {type(error).__name__}: {error}") from error
    rule = getattr(module, "RULE", None)
    markdown = module.__doc__ or ""
    if not isinstance(rule, AnyRule):
        raise RuleError(f"rule file `{loaded.path}` holds no `RULE = Rule(...)`")
    for fault in _faults(loaded, rule, markdown):
        raise RuleError(f"rule file `{loaded.path}`: {fault}")
    return rule, markdown


def _faults(loaded: LoadedRule, rule: Rule, markdown: str) -> Iterable[str]:
    if rule.id != loaded.id:
        yield f"the id `{rule.id}` is not the file's name `{loaded.id}`"
    if rule.artefacts is None and not rule.reads:
        yield "`reads` is empty, so the rule could never find anything"
    if rule.artefacts is not None and not loaded.patterns.is_file():
        yield f"`{loaded.patterns.name}`, which says what semgrep looks for, is not beside it"
    if rule.artefacts is not None and not (rule.artefacts.files and rule.artefacts.words):
        yield "`artefacts` names no files or no words, so the rule could never find anything"
    if rule.artefacts is not None and rule.reads:
        yield "a rule is about Python code (`reads`) or about artefacts, not both"
    if not rule.title or len(rule.title) > 100 or rule.title.endswith("."):
        yield "the title must have 1 to 100 characters and no full stop"
    for heading in SECTIONS:
        if f"## {heading}\n" not in markdown + "\n":
            yield f"the documentation has no section `## {heading}`"
