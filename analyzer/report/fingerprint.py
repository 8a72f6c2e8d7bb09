"""Which hash does GitHub give a line, so that a result is recognised when lines above it move?

GitHub code scanning matches results by `partialFingerprints.primaryLocationLineHash`. Its upload action computes the
value when it is missing and warns when it finds another one, so a report must carry exactly that value or none.
The hash of a line is the polynomial, to base 37 and modulo 2**64, of the 100 UTF-16 units from the line's first
one on, after dropping spaces and tabs, turning each line end into one line feed and appending 65535 for the end of the
file and zeros behind it; a counter tells lines with equal hashes apart. (github/codeql-action, src/fingerprints.ts.)
"""

from collections.abc import Iterable, Sequence
from operator import mul
from struct import Struct

_WINDOW = 100
_END_OF_FILE = "\uffff"
_POWERS = tuple(pow(37, _WINDOW - 1 - position, 1 << 64) for position in range(_WINDOW))
_UNITS = Struct(f"<{_WINDOW}H")
_DROPPED = str.maketrans({" ": None, "\t": None})


def split_lines(text: str) -> list[str]:
    """The lines of `text` as GitHub counts them: ended by LF, CR LF or CR, with a last empty line after a line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def line_hashes(lines: Sequence[str]) -> list[str]:
    """The hash of every line of a file, as `hex:occurrence`; `lines` as `split_lines` gives them."""
    return list(hashes_of(lines, range(1, len(lines) + 1)).values())


def hashes_of(lines: Sequence[str], wanted: Iterable[int]) -> dict[int, str]:
    """The hashes of the `wanted` lines (from 1) only, by line; numbers outside the file are left out.

    Lines above the last wanted one are compared but not hashed: the time is linear in the text, and small.
    """
    numbers = sorted({number for number in wanted if 1 <= number <= len(lines)})
    if not numbers:
        return {}
    units, starts = _compact(lines)
    seen: dict[bytes, int] = {}
    hashes: dict[int, str] = {}
    remaining = iter(numbers)
    next_wanted = next(remaining)
    for number, start in enumerate(starts, start=1):
        # Equal windows have equal hashes; unequal ones collide too rarely to look for.
        window = units[start : start + 2 * _WINDOW]
        seen[window] = occurrence = seen.get(window, 0) + 1
        if number == next_wanted:
            hashes[number] = f"{_hash(window):x}:{occurrence}"
            next_wanted = next(remaining, 0)
            if not next_wanted:
                break
    return hashes


def _compact(lines: Sequence[str]) -> tuple[bytes, list[int]]:
    """The hashed text in UTF-16 with its padding, and the byte at which each line starts."""
    compact = [line.removesuffix("\r").replace("\r", "\n").translate(_DROPPED) for line in lines]
    starts = []
    position = 0
    for line in compact:
        starts.append(position)
        units = len(line) if line.isascii() else len(line.encode("utf-16-le", "surrogatepass")) // 2
        position += 2 * (units + 1)
    text = "\n".join(compact) + _END_OF_FILE + "\0" * _WINDOW
    return text.encode("utf-16-le", "surrogatepass"), starts


def _hash(window: bytes) -> int:
    total: int = sum(map(mul, _UNITS.unpack(window), _POWERS))
    return total & 0xFFFF_FFFF_FFFF_FFFF
