"""What does a scanned tree define, and what do its names mean?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec

from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind
from analyzer.project.definition import Definition, DefinitionKind
from analyzer.project.hierarchy import Hierarchy
from analyzer.project.layout import Layout
from analyzer.project.lookup import Lookup
from analyzer.project.summaries import ModuleSummary, summary_of
from analyzer.project.symbols import Symbols, symbols_of
from analyzer.project.versions import Versions
from analyzer.syntax import ir


@dataclass(frozen=True, slots=True)
class ModuleEntry:
    """A module that has not been decoded yet.

    Attributes:
        path: relative POSIX path of its file.
        content: the IR, MessagePack of it, or a function that gives either; only asked for when the module is needed.
    """

    path: str
    content: ir.Module | bytes | Callable[[], "ir.Module | bytes"]


class Project:
    """The modules of one scan, decoded on demand, and the meaning of their names.

    Args:
        entries: internal module name (see `names.module_names`) to entry.
        versions: the dependencies the tree declares; a declared dependency wins over a guess that a file is meant.
        summaries: those that are known already; others are added when they are asked for.
    """

    def __init__(
        self,
        entries: Mapping[str, ModuleEntry],
        versions: Versions,
        summaries: dict[str, ModuleSummary | None] | None = None,
    ) -> None:
        self.versions = versions
        self._summaries = summaries if summaries is not None else {}
        self._entries = entries
        self._paths = {name: entry.path for name, entry in entries.items()}
        self._modules: dict[str, ir.Module | None] = {}
        self._symbols: dict[str, Symbols | None] = {}
        self._notifications: list[Notification] = []
        self._layout = Layout({path: name for name, path in self._paths.items()}, self._is_declared)
        self._hierarchy = Hierarchy()
        self._lookup = Lookup(self._layout, self.symbols, self._hierarchy.member)
        self._hierarchy.connect(self._lookup)

    @property
    def paths(self) -> Mapping[str, str]:
        """Internal module name to path, for every module with a file."""
        return self._paths

    @property
    def notifications(self) -> tuple[Notification, ...]:
        """What could not be decoded so far."""
        return tuple(self._notifications)

    def module(self, name: str) -> ir.Module | None:
        """The IR of a module; an empty one for a folder without `__init__.py`; None if unknown or not decodable."""
        if name not in self._modules:
            self._modules[name] = self._decode(name)
        return self._modules[name]

    def symbols(self, name: str) -> Symbols | None:
        """The top-level names of a module; None if there is no such module."""
        if name not in self._symbols:
            module = self.module(name)
            self._symbols[name] = None if module is None else symbols_of(module)
        return self._symbols[name]

    def summary(self, name: str) -> ModuleSummary | None:
        """What a module imports and mentions; None if there is no such module."""
        if name not in self._summaries:
            module = self.module(name)
            self._summaries[name] = None if module is None else summary_of(module)
        return self._summaries[name]

    def resolve_import(self, importer: str, module: str, level: int) -> str | None:
        """The internal name of the module that an import in `importer` means.

        Args:
            importer: internal name of the importing module.
            module: the dotted name as written, without leading dots; may be empty if `level` is not 0.
            level: number of leading dots.
        Returns:
            None if the module is not in the project.
        """
        return self._layout.resolve(importer, module, level)

    def is_namespace(self, name: str) -> bool:
        """Whether an internal name is that of a folder without `__init__.py`, which an installed package would beat."""
        return self._layout.is_namespace(name)

    def find(self, qualified: str) -> Definition | None:
        """What an internal dotted name (`pkg.sub.Class.method`) stands for.

        Follows imports, re-exports, star imports and lazy tables; plain aliases (`nn = torch.nn`) only on the way to an
        attribute: a name that is itself assigned stays a `variable`.

        Returns:
            None if no module of the project begins the name, or nothing binds the rest.
        """
        return self._lookup.find(qualified)

    def find_import(self, importer: str, module: str, level: int, name: str) -> Definition | None:
        """What `from module import name` binds in `importer`.

        Unlike `find` on the result of `resolve_import`, this knows the submodule case and falls back to the external
        name if a file of the project merely shadows a library. None if a relative import leads nowhere.
        """
        return self._lookup.imported(importer, module, level, name)

    def bases(self, definition: Definition) -> tuple[str, ...]:
        """Qualified names of the base classes of a class, in order, project or external."""
        return tuple(base.qualified for base in self._hierarchy.bases(definition))

    def method(self, class_qualified: str, name: str) -> Definition | None:
        """A method (or class attribute, as `variable`) of a class or its ancestors in the project."""
        found = self._class(class_qualified)
        return None if found is None else self._hierarchy.member(found, name)

    def external_bases(self, class_qualified: str) -> frozenset[str]:
        """Every ancestor of a class that is outside the project, such as "torch.nn.Module"."""
        found = self._class(class_qualified)
        ancestry = () if found is None else self._hierarchy.ancestry(found)
        return frozenset(each.qualified for each in ancestry if each.kind is DefinitionKind.EXTERNAL)

    def _class(self, qualified: str) -> Definition | None:
        found = self.find(qualified)
        if found is not None and found.kind is DefinitionKind.VARIABLE:
            found = self._lookup.unalias(found)
        return found if found is not None and found.kind is DefinitionKind.CLASS else None

    def _is_declared(self, path: str, top: str) -> bool:
        return self.versions.for_path(path).declares_import(top)

    def _decode(self, name: str) -> ir.Module | None:
        from analyzer.syntax.codec import decode

        entry = self._entries.get(name)
        if entry is None:
            return self._namespace(name) if self._layout.is_namespace(name) else None
        content = entry.content() if callable(entry.content) else entry.content
        if isinstance(content, ir.Module):
            return content
        try:
            return decode(content)
        except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
            self._notifications.append(
                Notification(
                    kind=NotificationKind.ANALYSIS_FAILED,
                    level=Level.ERROR,
                    message=f"`{entry.path}` was not analysed: its stored tree cannot be decoded ({error})",
                    path=entry.path,
                )
            )
            return None

    def _namespace(self, name: str) -> ir.Module:
        return ir.Module(name, self._layout.folder(name), True, (), (), ())
