"""How is a piece of code printed: line numbers, the code, and carets under the part that is meant?"""

from bisect import bisect_left, bisect_right

from analyzer.report.code import Code
from analyzer.report.colour import Paint
from analyzer.report.display import Shown, shown

# A region of more lines than this is shown by its first two and its last.
_MOST_LINES = 5
_CUT = "…"
_NARROWEST = 20


def excerpt(code: Code, *, width: int, style: str, paint: Paint) -> list[str]:
    """The lines that print `code` with its region marked in `style`, at most `width` columns wide."""
    numbers = len(str(code.number + len(code.lines)))
    room = max(_NARROWEST, width - numbers - 3)
    bar = paint("gutter", "|")
    blank = f"{' ' * numbers} {bar}"
    printed = [blank]

    def add(number: int, line: str) -> None:
        printed.append(f"{paint('gutter', str(number).rjust(numbers))} {bar} {line}".rstrip())

    def mark(line: str) -> None:
        printed.append(f"{blank} {paint(style, line)}")

    if len(code.lines) == 1:
        line, start, end = _window(code.lines[0], code.start, code.end, room)
        neighbours = (_neighbour(code.before, room), _neighbour(code.after, room))
        if neighbours[0]:
            add(code.number - 1, neighbours[0])
        add(code.number, line)
        mark(" " * start + "^" * max(1, end - start))
        if neighbours[1]:
            add(code.number + 1, neighbours[1])
        return [*printed, blank]
    for index in _shown_lines(len(code.lines)):
        if index is None:
            printed.append(f"{'.' * numbers} {bar} {paint(style, '|')}")
        else:
            add(code.number + index, f"{paint(style, '|' if index else '/')} {_start_of(code.lines[index], room - 2)}")
    end = _window(code.lines[-1], 1, code.end, room - 2)[2]
    mark("|" + "_" * max(1, end) + "^")
    return [*printed, blank]


def summary(code: Code, *, width: int) -> str:
    """The first line of `code`, without its indentation, at most `width` columns wide."""
    line = code.lines[0].strip()
    return _start_of(line + (f" {_CUT}" if len(code.lines) > 1 else ""), max(_NARROWEST, width))


def _shown_lines(count: int) -> list[int | None]:
    if count <= _MOST_LINES:
        return list(range(count))
    return [0, 1, None, count - 1]


def _neighbour(line: str | None, room: int) -> str:
    """A line of context; nothing for a blank one, or one so long that its start says nothing about its neighbour."""
    if line is None or not line.strip() or len(line) > 4 * room:
        return ""
    return _start_of(line, room)


def _start_of(line: str, room: int) -> str:
    return _window(line, 1, 1, room)[0]


def _window(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """The part of `line` around columns `start` to `end` that fits into `room`, and the mark's terminal columns."""
    start = min(max(1, start), len(line) + 1)
    end = min(max(start, end), len(line) + 1)
    # A minified file is one line of a megabyte: look only at what can be shown.
    skipped = max(0, start - 1 - 2 * room)
    view = shown(line[skipped : start - 1 + 2 * room])
    left, right = view.offsets[start - 1 - skipped], view.offsets[min(end - 1 - skipped, len(view.offsets) - 1)]
    ends_here = skipped + len(view.offsets) - 1 == len(line)
    if not skipped and ends_here and view.offsets[-1] <= room:
        return view.text.rstrip(), left, right
    return _crop(view, left, right, room, cut_left=bool(skipped), cut_right=not ends_here)


def _crop(view: Shown, left: int, right: int, room: int, *, cut_left: bool, cut_right: bool) -> tuple[str, int, int]:
    """Cut `view` to `room` columns so that the mark is inside, with room before it, and say where something is gone."""
    total = view.offsets[-1]
    slack = room - 2 - min(right - left, room - 2)
    first = left - slack // 2
    if not cut_right:
        # Near the end of the line, what is left of the window shows what stands before the mark.
        first = min(first, total - (room - 1))
    low = bisect_left(view.offsets, max(0, first))
    first = view.offsets[low]
    cut_left = cut_left or first > 0
    limit = first + room - cut_left
    cut_right = cut_right or total > limit
    high = bisect_right(view.offsets, limit - cut_right) - 1
    text = "".join(view.pieces[low:high])
    shift = first - cut_left
    printed = f"{_CUT if cut_left else ''}{text}{_CUT if cut_right else ''}"
    return printed, left - shift, min(right, view.offsets[high]) - shift
