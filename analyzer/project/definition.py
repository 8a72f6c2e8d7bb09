"""What does a qualified name stand for?"""

from dataclasses import dataclass
from enum import StrEnum

from analyzer.syntax import ir


class DefinitionKind(StrEnum):
    """What sort of thing a name was traced to."""

    MODULE = "module"
    FUNCTION = "function"
    CLASS = "class"
    VARIABLE = "variable"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """The place a name was traced to, through imports and re-exports.

    Attributes:
        kind: `variable` is anything a statement assigns: the interpreter evaluates it.
        module: internal name of the defining module; empty for `external`.
        qualname: name inside the module (`Class.method`), empty for a module; for `external` the whole dotted name as
            it is imported ("torch.load").
        node: the function, class or assigning statement; None for modules and `external`.
        external: a name outside the project that the same name may stand for as well (`try: from fast import f` with
            a fallback), else empty.
    """

    kind: DefinitionKind
    module: str
    qualname: str
    node: ir.Stmt | None = None
    external: str = ""

    @property
    def qualified(self) -> str:
        """Module and name joined: unique in the project, or the external name."""
        return f"{self.module}.{self.qualname}" if self.module and self.qualname else self.module or self.qualname


def module_definition(name: str) -> Definition:
    """The definition of a project module."""
    return Definition(kind=DefinitionKind.MODULE, module=name, qualname="")


def external_definition(name: str) -> Definition:
    """The definition of a name outside the project."""
    return Definition(kind=DefinitionKind.EXTERNAL, module="", qualname=name)


def dotted_name(expression: ir.Expr) -> tuple[str, ...]:
    """The parts of `a.b.c`, empty if the expression is anything else."""
    parts: list[str] = []
    while isinstance(expression, ir.Attribute):
        parts.append(expression.name)
        expression = expression.base
    return (expression.id, *reversed(parts)) if isinstance(expression, ir.Name) else ()
