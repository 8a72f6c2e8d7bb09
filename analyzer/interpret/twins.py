"""Which training made the model that is asked here?"""

import posixpath
from collections.abc import Iterable, Iterator, Sequence

from analyzer.model.preprocessing import Preprocessing


def twins(found: Sequence[Preprocessing]) -> Iterator[tuple[Preprocessing, tuple[Preprocessing, ...]]]:
    """Every preprocessing that asks a loaded model, with those of the trainings that saved a file of this name.

    Of several trainings the ones remain whose path shares the longest end with the path that is loaded, then those
    whose module is nearest; what holds of all that remain is certain.
    """
    trained: dict[tuple[str, bool], list[Preprocessing]] = {}
    for each in found:
        if each.purpose == "train" and each.artefact:
            trained.setdefault((_file(each.artefact), each.declared), []).append(each)
    for serve in found:
        candidates = trained.get((_file(serve.artefact), serve.declared))
        if serve.purpose == "serve" and candidates:
            yield serve, tuple(_nearest(serve, candidates))


def is_near(serve: Preprocessing, train: Preprocessing) -> bool:
    """Whether a relative path surely names one file for both: one module's folder holds the other's, or they end alike.

    Two folders beside each other may be two parts of one program, or two programs that chose the same name.
    """
    if serve.at is None or train.at is None:
        return False
    folders = [each.at.path.rpartition("/")[0] for each in (serve, train) if each.at is not None]
    shorter, longer = sorted(folders, key=len)
    if shorter == longer or longer.startswith(f"{shorter}/") or not shorter:
        return True
    return posixpath.normpath(f"{folders[0]}/{serve.artefact}") == posixpath.normpath(f"{folders[1]}/{train.artefact}")


def _file(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _nearest(serve: Preprocessing, trained: Iterable[Preprocessing]) -> list[Preprocessing]:
    rated = [((_shared_end(serve.artefact, each.artefact), _shared_start(serve, each)), each) for each in trained]
    best = max(rate for rate, _ in rated)
    return [each for rate, each in rated if rate == best]


def _shared_end(left: str, right: str) -> int:
    pairs = zip(reversed(left.split("/")), reversed(right.split("/")), strict=False)
    return _equal(pairs)


def _shared_start(left: Preprocessing, right: Preprocessing) -> int:
    if left.at is None or right.at is None:
        return 0
    return _equal(zip(left.at.path.split("/"), right.at.path.split("/"), strict=False))


def _equal(pairs: Iterable[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count
