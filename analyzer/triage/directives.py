"""What do the comments of a file ask of this tool, and of which lines?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analyzer.config import near
from analyzer.model.location import Location
from analyzer.source.file import SourceFile
from analyzer.syntax import ir

_IGNORE = "ignore"
IGNORE_FILE = "ignore-file"
_COMMENT = re.compile(r"#\s*mlvet\s*:\s*(?P<word>[\w-]*)\s*(?:\[(?P<rules>[^\]]*)\])?(?P<rest>.*)", re.I | re.S)
# Another comment behind the reason belongs to another tool; `#12` in a reason does not.
_OTHER_COMMENT = re.compile(r"\s#\s")
_DECORATION = " \t:–—-"
_SIMPLE = (
    ir.Assign | ir.AnnAssign | ir.AugAssign | ir.ExprStmt | ir.Return | ir.Raise | ir.Assert | ir.Delete | ir.Import
    | ir.ImportFrom
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One comment that asks for findings to be ignored; plain data, so that it can be cached.

    Attributes:
        at: the comment.
        rules: the rule ids it names, as written.
        reason: why, in its author's words.
        cell: the notebook cell whose lines are meant; 0 in a module.
        first, last: the lines meant, inside the cell for a notebook; all of the file if `first` is 0.
        problem: why it does not count, as a clause that follows the words "suppression"; empty if it does.
    """

    at: Location
    rules: tuple[str, ...] = ()
    reason: str = ""
    cell: int = 0
    first: int = 0
    last: int = 0
    problem: str = ""

    def covers(self, location: Location) -> bool:
        """Whether a finding at `location`, in the same file, stands where the comment points."""
        if not self.first:
            return True
        if location.cell is None:
            return location.line <= self.last and self.first <= location.end_line
        # Lines of the JSON say nothing: all cells may stand on one. Lines of the cell do.
        begin = location.cell.line
        end = begin + location.end_line - location.line
        return location.cell.index == self.cell and begin <= self.last and self.first <= end


def directives(module: ir.Module, source: SourceFile) -> tuple[Directive, ...]:
    """The comments of `module` that speak to this tool, in order.

    A comment behind code means its line or, on the first or last line of a statement of several lines, the whole
    statement. A comment alone on its line means the next line of code as well.

    Arguments:
        module: the IR of `source`.
        source: the text, to tell whether a comment stands alone and which lines follow.
    """
    return tuple(_directive(comment, module, source) for comment in module.comments)


def parsed(text: str, at: Location) -> tuple[str, Directive]:
    """What one comment says, before it is known which lines it means.

    Args:
        text: the comment, from its `#` on.
        at: where it stands.

    Returns:
        The word behind `mlvet:`, in lower case, and the directive, with a `problem` if it cannot count.
    """
    match = _COMMENT.fullmatch(text)
    word = match["word"].lower() if match else ""
    if match is None or word not in (_IGNORE, IGNORE_FILE):
        hint = near(word, (_IGNORE, IGNORE_FILE)) or f"; known are `{_IGNORE}` and `{IGNORE_FILE}`"
        said = f"starts with `{word}`, which is no word for this tool" if word else "says nothing"
        return word, Directive(at=at, problem=said + hint)
    rules = tuple(rule.strip() for rule in (match["rules"] or "").split(",") if rule.strip())
    if not rules:
        return word, Directive(at=at, problem=f"names no rule: write `# mlvet: {word}[rule-id] reason`")
    reason = _OTHER_COMMENT.split(match["rest"])[0].lstrip(_DECORATION).rstrip()
    if not reason:
        problem = f"gives no reason: write `# mlvet: {word}[rule-id] reason`"
        return word, Directive(at=at, rules=rules, problem=problem)
    return word, Directive(at=at, rules=rules, reason=reason)


def _directive(comment: ir.Comment, module: ir.Module, source: SourceFile) -> Directive:
    word, directive = parsed(comment.text, source.location(comment.start, comment.end))
    if directive.problem:
        return directive
    if word == IGNORE_FILE:
        problem = "" if _is_on_top(comment, module) else "for the whole file must stand before its first statement"
        return replace(directive, problem=problem)
    cell, first, last = _lines(comment, module, source)
    return replace(directive, cell=cell, first=first, last=last)


def _is_on_top(comment: ir.Comment, module: ir.Module) -> bool:
    body = module.body
    if body and isinstance(body[0], ir.ExprStmt) and isinstance(body[0].value, ir.Const):
        body = body[1:]  # A docstring.
    return not body or comment.start < body[0].start


def _lines(comment: ir.Comment, module: ir.Module, source: SourceFile) -> tuple[int, int, int]:
    """Cell (0 for a module) and first and last line that a comment means."""
    line = source.line_of(comment.start)
    text = source.text
    begin = text.rfind(b"\n", 0, comment.start) + 1
    if not text[begin : comment.start].strip():
        first, last = line, _next_code(source, line)
    else:
        first, last = _statement(module, source, line)
    if not source.cell_lines:
        return 0, first, last
    cells = [place.cell for place in source.cell_lines[first - 1 : last]]
    here = source.cell_lines[line - 1].cell
    inside = [cell.line for cell in cells if cell.index == here.index]
    return here.index, min(inside), max(inside)


def _next_code(source: SourceFile, line: int) -> int:
    """The line below `line`, further comments passed over."""
    lines = source.text.split(b"\n")
    line += 1
    while line <= len(lines) and lines[line - 1].lstrip().startswith(b"#"):
        line += 1
    return line


def _statement(module: ir.Module, source: SourceFile, line: int) -> tuple[int, int]:
    """First and last line of the simple statement that begins or ends in `line`, else `line` twice."""
    for statement in _simple_statements(module):
        first, last = source.line_of(statement.start), source.line_of(max(statement.start, statement.end - 1))
        if first != last and line in (first, last):
            return first, last
    return line, line


def _simple_statements(module: ir.Module) -> Iterator[ir.Node]:
    stack: list[object] = [module]
    while stack:
        node = stack.pop()
        if isinstance(node, _SIMPLE):
            yield node
        else:
            for name in ("body", "handlers", "orelse", "final", "cases"):
                stack.extend(getattr(node, name, ()))
