"""Which few characters differ between a piece of code and what it becomes?"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|[^\S\n]+|.", re.DOTALL)


def hunks(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, text) of the parts of `before` that make it `after` when they are replaced, in order and apart.

    Cut at the ends of words, so that a diff reads as an edit would have been made.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    head = next((index for index, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    shorter = min(len(old), len(new)) - head
    pairs = zip(reversed(old), reversed(new), strict=False)
    tail = min(next((index for index, (a, b) in enumerate(pairs) if a != b), shorter), shorter)
    begin = sum(map(len, old[:head]))
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    starts = [begin]
    for token in old:
        starts.append(starts[-1] + len(token))
    for tag, low, high, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield starts[low], starts[high], "".join(new[first:last])
