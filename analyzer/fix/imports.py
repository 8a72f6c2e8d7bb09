"""How does a further import get into a module?"""

from collections.abc import Sequence

from analyzer.syntax import ir


def extended(text: str, name: str) -> str | None:
    """The text of a `from … import …` statement with one more name, laid out as the others; None if that cannot be."""
    import libcst as cst

    try:
        module = cst.parse_module(text)
    except (cst.ParserSyntaxError, RecursionError):
        return None
    line = module.body[0] if len(module.body) == 1 else None
    if not isinstance(line, cst.SimpleStatementLine) or len(line.body) != 1:
        return None
    statement = line.body[0]
    if not isinstance(statement, cst.ImportFrom) or isinstance(statement.names, cst.ImportStar):
        return None
    *others, last = statement.names
    trailing = last.comma
    # One name per line goes on like that: the last separator is the line break behind the name before, or the opening.
    separators = [each.comma.whitespace_after for each in others if isinstance(each.comma, cst.Comma)]
    if not separators and statement.lpar is not None:
        separators = [statement.lpar.whitespace_after]
    space = next((each for each in separators[-1:] if isinstance(each, cst.ParenthesizedWhitespace)), None)
    between = cst.SimpleWhitespace(" ")
    end = trailing.whitespace_after if isinstance(trailing, cst.Comma) else None
    closing = statement.rpar.whitespace_before if statement.rpar is not None else None
    if space is not None:
        # A comment behind the last name stays there.
        behind = next((each for each in (end, closing) if isinstance(each, cst.ParenthesizedWhitespace)), None)
        beside = behind.first_line if behind is not None else cst.TrailingWhitespace()
        comma = cst.Comma(whitespace_after=space.with_changes(first_line=beside, empty_lines=[]))
        if isinstance(trailing, cst.Comma) and isinstance(end, cst.ParenthesizedWhitespace):
            trailing = trailing.with_changes(whitespace_after=end.with_changes(first_line=cst.TrailingWhitespace()))
    elif isinstance(end, cst.ParenthesizedWhitespace) and end.first_line.comment is not None:
        return None
    else:
        comma = cst.Comma(whitespace_after=between)
    if space is not None and end is None and isinstance(closing, cst.ParenthesizedWhitespace):
        closed = closing.with_changes(first_line=cst.TrailingWhitespace())
        statement = statement.with_changes(rpar=cst.RightParen(whitespace_before=closed))
    names = [*others, last.with_changes(comma=comma), cst.ImportAlias(name=cst.Name(name), comma=trailing)]
    changed = line.with_changes(body=[statement.with_changes(names=names)])
    return module.with_changes(body=[changed]).code


def place_for_import(text: bytes, body: Sequence[ir.Stmt]) -> int | None:
    """The offset of the line start at which a further import may stand; None if there is no such line.

    Behind the module's docstring, its `from __future__` imports and the imports that follow them; in a module without,
    before the first statement.
    """
    documented = int(bool(body) and _is_docstring(body[0]))
    index = documented
    while index < len(body) and isinstance(body[index], ir.ImportFrom) and _module(body[index]) == "__future__":
        index += 1
    required = index
    while index < len(body) and isinstance(body[index], ir.Import | ir.ImportFrom):
        index += 1
    for stop in range(index, max(documented, required - 1), -1):
        if (place := _line_behind(text, body[stop - 1].end)) is not None:
            return place
    if index < len(body) or not required:
        return _line_of(text, body[required]) if required < len(body) else None
    return _line_behind(text, body[required - 1].end)


def _module(statement: ir.Stmt) -> str:
    return statement.module if isinstance(statement, ir.ImportFrom) else ""


def _is_docstring(statement: ir.Stmt) -> bool:
    return (
        isinstance(statement, ir.ExprStmt)
        and isinstance(statement.value, ir.Const)
        and isinstance(statement.value.value, str)
    )


def _line_behind(text: bytes, end: int) -> int | None:
    """The start of the next line, if nothing but a comment stands between."""
    stop = text.find(b"\n", end)
    rest = text[end : stop if stop >= 0 else None].strip()
    return stop + 1 if stop >= 0 and (not rest or rest.startswith(b"#")) else None


def _line_of(text: bytes, statement: ir.Stmt) -> int | None:
    """The start of the line of a statement, if it is the first on it."""
    decorators = statement.decorators if isinstance(statement, ir.Function | ir.Class) else ()
    first = min((each.start for each in decorators), default=statement.start)
    start = text.rfind(b"\n", 0, first) + 1
    before = text[start:first].strip()
    return start if not before or (decorators and before == b"@") else None
