"""How do the commas, line breaks and comments of a call's arguments go on when one comes or goes?

This module imports `libcst` at its top: it is imported when a call is changed, never before.
"""

from collections.abc import Iterator

import libcst as cst

_SPACE = cst.SimpleWhitespace(" ")
_NOTHING = cst.SimpleWhitespace("")
_Space = cst.BaseParenthesizableWhitespace


class Layout:
    """The arguments of a call as values with the space between them.

    Attributes:
        spaces: what stands before the first argument, between each two, and behind the last one.
        trailing: whether the last argument has a comma.
    """

    def __init__(self, call: cst.Call) -> None:
        self._call = call
        self._args = list(call.args)
        self.trailing = bool(self._args) and isinstance(self._args[-1].comma, cst.Comma)
        self.spaces = [call.whitespace_before_args, *map(_behind, self._args)]

    def without(self, index: int) -> cst.Call:
        """The call without one of its arguments; a comment beside it goes with it, one above it stays."""
        before, after = self.spaces[index : index + 2]
        is_last = index == len(self._args) - 1
        if len(self._args) == 1:
            between = _merged(before, after) if _has_comment(before) else _NOTHING
            self.trailing = False
        elif is_last and not isinstance(after, cst.ParenthesizedWhitespace) and not _has_comment(before):
            between = after
        else:
            between = _merged(before, after)
        self.spaces[index : index + 2] = [between]
        del self._args[index]
        return self._laid_out()

    def appended(self, name: str, value: cst.BaseExpression) -> cst.Call:
        """The call with a keyword argument behind the others, on a line of its own if they are."""
        end = self.spaces[-1]
        if self._args:
            line = self._own_line()
            if isinstance(end, cst.ParenthesizedWhitespace) and (line is not None or _has_comment(end)):
                # What follows the last argument on its line stays there, what stands below it moves down.
                line = line or end.with_changes(first_line=cst.TrailingWhitespace())
                self.spaces[-1] = line.with_changes(first_line=end.first_line, empty_lines=[])
                end = end.with_changes(first_line=cst.TrailingWhitespace())
            else:
                self.spaces[-1] = line or _SPACE
            self.spaces.append(end)
        else:
            self.spaces = [end if _has_comment(end) else _NOTHING, _NOTHING]
        self._args.append(
            cst.Arg(
                keyword=cst.Name(name),
                value=value,
                equal=cst.AssignEqual(whitespace_before=_NOTHING, whitespace_after=_NOTHING),
            )
        )
        return self._laid_out()

    def _own_line(self) -> cst.ParenthesizedWhitespace | None:
        """The line break that a further argument starts with, if each argument has a line of its own."""
        before = self.spaces[:-1] if isinstance(self.spaces[0], cst.ParenthesizedWhitespace) else self.spaces[1:-1]
        breaks = [space for space in before if isinstance(space, cst.ParenthesizedWhitespace)]
        if not breaks or len(breaks) < len(before):
            return None
        return breaks[-1].with_changes(first_line=cst.TrailingWhitespace(), empty_lines=[])

    def _laid_out(self) -> cst.Call:
        return self._call.with_changes(whitespace_before_args=self.spaces[0], args=list(self._separated()))

    def _separated(self) -> Iterator[cst.Arg]:
        last = len(self._args) - 1
        for index, (arg, space) in enumerate(zip(self._args, self.spaces[1:], strict=True)):
            if index < last or self.trailing:
                comma = arg.comma if isinstance(arg.comma, cst.Comma) else cst.Comma()
                yield arg.with_changes(comma=comma.with_changes(whitespace_after=space), whitespace_after_arg=_NOTHING)
            else:
                yield arg.with_changes(comma=cst.MaybeSentinel.DEFAULT, whitespace_after_arg=space)


def _behind(arg: cst.Arg) -> _Space:
    """What stands behind an argument and its comma; space before a comma is on the comma itself."""
    return arg.comma.whitespace_after if isinstance(arg.comma, cst.Comma) else arg.whitespace_after_arg


def _has_comment(space: _Space) -> bool:
    return isinstance(space, cst.ParenthesizedWhitespace) and (
        space.first_line.comment is not None or any(line.comment is not None for line in space.empty_lines)
    )


def _merged(before: _Space, after: _Space) -> _Space:
    """The space between the neighbours of an argument that goes."""
    if not isinstance(after, cst.ParenthesizedWhitespace):
        return before
    if not isinstance(before, cst.ParenthesizedWhitespace):
        return after
    return after.with_changes(first_line=before.first_line, empty_lines=[*before.empty_lines, *after.empty_lines])
