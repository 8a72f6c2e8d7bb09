"""Does a load through a library run what is in the file, given its arguments, the format and the version?

The options of a row that say so:
    does: what the load does, for messages; "unpickles the model file" if not given.
    when: the argument that must be true for the load to run anything.
    unless: the argument that keeps it from that, `unless_since` the version ("lightning 2.6") that knows it.
    safe_since: the versions that do not run anything by default: "torch 2.6", several that all are needed with ", ",
        several of which one is enough with " or "; a distribution with several names is "lightning|pytorch-lightning".
        With `when`, older ones do it without being asked.
    pickles: the suffixes of files that run something; data: those that do not; always: those that do in any version.
    hosts: how names of what the library's own publisher offers begin; registry: those of models in a registry.
    operator: "programs" if the file is a program by design, so that who starts the program may choose it.
"""

from collections.abc import Callable

import msgspec

from analyzer.interpret.facts import CallFact
from analyzer.interpret.provenance import Trust, provenance
from analyzer.interpret.spelling import spellings, suffixes
from analyzer.interpret.switches import switched
from analyzer.model.finding import DoubtReason

UNREAD = "listed-by-the-file"  # the check of a list of types that a file gives of itself

AtLeast = Callable[[str, str], bool | None]


class Loading(msgspec.Struct, frozen=True):
    """How a load treats its file.

    Attributes:
        runs: whether it runs what is in the file, or may.
        told: whether the call says so itself, rather than leaving it to the default.
        reason: why that is not certain, None if it is; `text` says it, `question` would settle it.
    """

    runs: bool
    told: bool = False
    reason: DoubtReason | None = None
    text: str = ""
    question: str = ""


_SAFE = Loading(False)


def loading(call: CallFact, at_least: AtLeast) -> Loading:
    """How the load `call` treats its file; `at_least` answers for the versions of the project."""
    if call.subject is None or begins(call, "hosts") or _holds_data(call) or _is_meant(call):
        return _SAFE
    if call.api.how == "listed":
        return _by_list(call, at_least)
    if suffixes(call.subject) & set(call.api.option("always").split()):
        return Loading(True)
    return _by_switch(call, at_least) or _by_default(call, at_least)


def begins(call: CallFact, option: str) -> bool:
    """Whether the name of what is loaded begins, however it is spelt, with one of the prefixes in an option."""
    prefixes = tuple(call.api.option(option).split())
    names = spellings(call.subject) if call.subject is not None else frozenset()
    return bool(prefixes and names) and all(name.startswith(prefixes) for name in names)


def _is_meant(call: CallFact) -> bool:
    return call.api.option("operator") == "programs" and provenance(call.subject).trust is Trust.OPERATOR


def _holds_data(call: CallFact) -> bool:
    found = suffixes(call.subject)
    data, pickles = call.api.option("data").split(), call.api.option("pickles").split()
    return bool(found) and (found <= set(data) or (bool(pickles) and found.isdisjoint(pickles)))


def _by_switch(call: CallFact, at_least: AtLeast) -> Loading | None:
    """What the call itself says; None if it says nothing."""
    on, off = call.api.option("when"), call.api.option("unless")
    if not (on or off):
        return None
    state, why = switched(call, on or off)
    if state is True and off and _reached(call.api.option("unless_since"), at_least) is False:
        return Loading(True)  # the library is older than the switch and does not look at it
    if state is not None:
        runs = state if on else not state
        return Loading(runs, told=runs) if runs or off else None
    if why and (on or off) in call.args:
        question = f"Can `{on or off}` be {'true' if on else 'false'} here?"
        return Loading(True, reason=DoubtReason.UNRESOLVED_VALUE, text=why, question=question)
    return None


def _by_list(call: CallFact, at_least: AtLeast) -> Loading:
    """Whether all types that a file lists are trusted, by the list itself or, in old versions, by True."""
    trusted = call.args.get(call.api.option("when"))
    if trusted is None:
        return _SAFE
    if UNREAD in trusted.checks:
        return Loading(True, told=True)
    return _by_default(call, at_least, asked=True) if trusted.constant is True else _SAFE


def _by_default(call: CallFact, at_least: AtLeast, *, asked: bool = False) -> Loading:
    """What the versions that the project allows do by default."""
    since = call.api.option("safe_since")
    if not since:
        return Loading(asked or not call.api.option("when"))
    reached = _reached(since, at_least)
    if reached is not None:
        return _SAFE if reached else Loading(True, told=asked)
    listed = " or ".join(" and ".join(map(_spelt, each.split(", "))) for each in since.split(" or "))
    text = f"the versions are not settled, and what is loaded is only restricted from {listed} on"
    question = f"May this run with less than {listed}?"
    return Loading(True, told=asked, reason=DoubtReason.VERSION_UNKNOWN, text=text, question=question)


def _reached(since: str, at_least: AtLeast) -> bool | None:
    """Whether the versions in an option are reached; None if that is not settled or none is named."""
    answers = [_all_reached(each, at_least) for each in since.split(" or ") if each]
    if True in answers:
        return True
    return False if answers and None not in answers else None


def _all_reached(since: str, at_least: AtLeast) -> bool | None:
    answers = [_version(each, at_least) for each in since.split(", ")]
    if False in answers:
        return False
    return True if all(answers) else None


def _version(since: str, at_least: AtLeast) -> bool | None:
    names, _, version = since.rpartition(" ")
    answers = (at_least(name, version) for name in names.split("|"))
    return next((answer for answer in answers if answer is not None), None)


def _spelt(since: str) -> str:
    names, _, version = since.rpartition(" ")
    return f"`{names.partition('|')[0]}` {version}"
