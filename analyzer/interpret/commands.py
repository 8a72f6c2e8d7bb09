"""What does a command that the program runs fetch from the network, and what does it install?

Words that are not constant are kept as they are spelt, in braces; nothing is ever run.
"""

import re
import shlex
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from analyzer.interpret.values import Value

UNKNOWN: Final = "{}"
_SEPARATORS: Final = frozenset({"|", "||", "&&", ";", "&", "\n", "|&"})
_SHELLS: Final = frozenset({"sh", "bash", "zsh", "dash", "ksh"})
_RUNS: Final = _SHELLS | {"python", "python3", "perl", "ruby", "node", "source", "."}
_CHECKS: Final = frozenset(
    {"sha256sum", "sha512sum", "shasum", "sha1sum", "md5sum", "b2sum", "gpg", "cosign", "minisign"}
)
_PYTHONS: Final = frozenset({"python", "python3", "py", "pypy", "pypy3"})
_BEFORE: Final = frozenset({"sudo", "time", "nohup", "exec", "env", "command", "-E"})
_URL: Final = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_ASSIGNMENT: Final = re.compile(r"[A-Za-z_]\w*=")
_INSECURE: Final = re.compile(r"--no-check-certificate|--insecure|--check-certificate=false|-[A-Za-z]*k[A-Za-z]*")
_TARGETS: Final = {
    "wget": ("-O", "--output-document"),
    "curl": ("-o", "--output"),
    "gdown": ("-O", "--output"),
    "aria2c": ("-o", "--out"),
    "axel": ("-o", "--output"),
}
_FOLDERS: Final = ("-P", "--directory-prefix", "-d", "--dir", "--output-dir")
_WITH_VALUE: Final = frozenset(
    "-r --requirement -c --constraint -i --index-url --extra-index-url -f --find-links -t --target --prefix --root "
    "--python-version --platform --trusted-host --proxy --cert --timeout --retries --src --log --cache-dir".split()
)
_COMMIT: Final = re.compile(r"@[0-9a-f]{40}\b")
_DIGEST: Final = re.compile(r"#(?:.*&)?(?:sha256|sha384|sha512)=[0-9a-f]{64,}")


class Fetched(msgspec.Struct, frozen=True):
    """One file that a command fetches.

    Attributes:
        tool: "wget", "curl", …
        url: as far as it is known, with what is not known in braces; "" for a name of another kind (`gdown ID`).
        target: the file it is written to; "" for standard output or if that is not known.
        is_insecure: whether certificates are not checked.
        is_run: whether the same command runs what it fetched.
        is_checked: whether the same command checks a digest or signature.
    """

    tool: str
    url: str
    target: str
    is_insecure: bool
    is_run: bool
    is_checked: bool


class Installed(msgspec.Struct, frozen=True):
    """One thing that pip is told to install from elsewhere than an index, or from an index that is not authenticated.

    Attributes:
        what: the URL, or the spelling of what is not known, in braces; the index for `is_insecure`.
        is_pinned: whether a digest or a full commit says what it must be.
        is_insecure: whether anyone on the way can answer: `http://`, `--trusted-host`.
    """

    what: str
    is_pinned: bool
    is_insecure: bool


def fetched(command: Value | None) -> tuple[Fetched, ...]:
    """The files that a command, a text or a list of words, fetches."""
    simple = tuple(_simple(_words(command)))
    checked = any(words[0] in _CHECKS for words, _ in simple)
    found = []
    for number, (words, joint) in enumerate(simple):
        if _name(words) in _TARGETS:
            one = _fetched(words, checked)
            if one is not None:
                later = [each for each, _ in simple[number + 1 :]]
                found.append(msgspec.structs.replace(one, is_run=_is_run(one, joint, later)))
    return tuple(found)


def installed(command: Value | None) -> tuple[Installed, ...]:
    """What a command lets pip install from elsewhere than an index, or from an index that anyone can answer for."""
    return tuple(each for words, _ in _simple(_words(command)) for each in _installed(words))


def _words(command: Value | None) -> list[str]:
    if command is None:
        return []
    if command.elements is not None:
        return [each.text if each.text is not None else _spelt(each) for each in command.elements]
    text = command.text if command.text is not None else command.spelling
    lexer = shlex.shlex(text, posix=True, punctuation_chars="|&;\n")
    lexer.whitespace, lexer.whitespace_split, lexer.commenters = " \t\r", True, ""
    try:
        return list(lexer)
    except ValueError:  # a quotation mark without its other half
        return []


def _spelt(word: Value) -> str:
    return word.spelling or UNKNOWN


def _simple(words: Sequence[str]) -> Iterator[tuple[list[str], str]]:
    """The simple commands among the words, each with what joins it to the next; `bash -c "…"` is looked into."""
    current: list[str] = []
    for word in (*words, ";"):
        if word not in _SEPARATORS:
            current.append(word)
            continue
        while current and (current[0] in _BEFORE or _ASSIGNMENT.match(current[0])):
            current.pop(0)
        if len(current) > 2 and _name(current) in _SHELLS and current[1] in ("-c", "-lc", "-ec"):
            yield from _simple(_words(Value(spelling=current[2])))
        elif current:
            yield current, word
        current = []


def _name(words: Sequence[str]) -> str:
    return words[0].rpartition("/")[2]


def _fetched(words: list[str], checked: bool) -> Fetched | None:
    tool = _name(words)
    target, folder = _option(words, _TARGETS[tool]), _option(words, _FOLDERS)
    url = next((word for word in words[1:] if _URL.match(word) or word.startswith("{")), "")
    if not url and tool != "gdown":
        return None
    named = tool in ("wget", "aria2c", "axel") or any(re.fullmatch(r"-[A-Za-z]*O|--remote-name", w) for w in words)
    last = url.partition("?")[0].rstrip("/").rpartition("/")[2]
    if not target and named and url.count("/") > 2 and "{" not in last:
        target = f"{folder.rstrip('/')}/{last}" if folder else last
    insecure = any(_INSECURE.fullmatch(word) for word in words[1:]) if tool in ("wget", "curl") else False
    return Fetched(tool, url, "" if target == "-" else target, insecure, is_run=False, is_checked=checked)


def _option(words: Sequence[str], names: Sequence[str]) -> str:
    """The value of the first option of `names`: `-o x`, `--output=x`, `-qO x`."""
    for word, following in zip(words[1:], (*words[2:], ""), strict=True):
        for name in names:
            if word == name or (len(name) == 2 and re.fullmatch(rf"-[A-Za-z]+{name[1]}", word)):
                return "" if following.startswith("-") and following != "-" else following
            if word.startswith(f"{name}=") and name.startswith("--"):
                return word.partition("=")[2]
    return ""


def _is_run(one: Fetched, joint: str, later: Sequence[list[str]]) -> bool:
    """Whether what was fetched is piped into an interpreter, or given to one, or started, by a later command."""
    if joint in ("|", "|&"):
        return bool(later) and _name(later[0]) in _RUNS
    names = {one.target, f"./{one.target}"} if one.target else set()
    return any(words[0] in names or (_name(words) in _RUNS and not names.isdisjoint(words[1:])) for words in later)


def _installed(words: list[str]) -> Iterator[Installed]:
    while words and words[0] != "install" and (_name(words) in _PYTHONS or words[0] in ("-m", "uv", UNKNOWN)):
        words = words[1:]
    verb = next((number for number, word in enumerate(words) if number and not word.startswith("-")), 0)
    if not verb or not re.fullmatch(r"pip[\d.]*", _name(words)) or words[verb] != "install":
        return
    given, options = words[verb + 1 :], []
    while given:
        word = given.pop(0)
        if word.startswith("-"):
            name, equals, value = word.partition("=")
            options.append((name, value if equals else given.pop(0) if name in _WITH_VALUE and given else ""))
        elif _URL.match(word.removeprefix("git+")) or "git+" in word or word.startswith("{"):
            pinned = bool(_COMMIT.search(word) or _DIGEST.search(word))
            yield Installed(word, pinned, word.removeprefix("git+").lower().startswith(("http://", "ftp://")))
    for name, value in options:
        if name == "--trusted-host" or value.lower().startswith("http://"):
            yield Installed(value, is_pinned=False, is_insecure=True)
