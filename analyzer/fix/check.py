"""Is a changed file still the Python it was?"""

import ast
import warnings

from analyzer.source.file import SourceFile
from analyzer.syntax.lower import parse


def is_sound(before: SourceFile, after: SourceFile) -> bool:
    """Whether every parser that understood the file before still does: ours, and that of the running Python."""
    if len(parse(after, "module", False).broken) > len(parse(before, "module", False).broken):
        return False
    return _is_python(after.text) or not _is_python(before.text)


def _is_python(text: bytes) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the text, such as invalid escapes: none of our business
        try:
            ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True
