"""Is text read as Python reads it, and is said of everything else why it is not?"""

import hashlib
import os
from pathlib import Path

import pytest

from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read


def module(raw: bytes, **options: int) -> SourceFile | Notification:
    return read(Candidate(path="m.py", absolute="", kind=FileKind.MODULE, content=raw), **options)


def text(raw: bytes) -> str:
    source = module(raw)
    assert isinstance(source, SourceFile), source
    return source.text.decode()


def refused(raw: bytes, **options: int) -> tuple[NotificationKind, str]:
    notification = module(raw, **options)
    assert isinstance(notification, Notification)
    assert (notification.level, notification.path) == (Level.ERROR, "m.py")
    return notification.kind, notification.message


def on_disk(path: Path) -> Candidate:
    return Candidate(path=path.name, absolute=str(path), kind=FileKind.MODULE)


def test_a_file_is_read_from_disk_with_the_digest_of_its_bytes(tmp_path: Path) -> None:
    raw = b"x = '\xc3\xa9'\r\ny = 1"
    (tmp_path / "m.py").write_bytes(raw)
    source = read(on_disk(tmp_path / "m.py"))
    assert source == SourceFile(
        path="m.py",
        text="x = 'é'\ny = 1".encode(),
        digest=hashlib.sha256(raw).hexdigest(),
        kind=FileKind.MODULE,
        raw_lines=("x = 'é'", "y = 1"),
    )


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", ""),
        (b"a\rb\r\nc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbfx = 1\n", "x = 1\n"),
        (b"# coding: latin-1\n# \xe9\n", "# coding: latin-1\n# é\n"),
        (
            b"#!/usr/bin/python\n# -*- coding: cp1252 -*-\n'\x80'\n",
            "#!/usr/bin/python\n# -*- coding: cp1252 -*-\n'€'\n",
        ),
        (b"\n# vim: set fileencoding=latin_1 :\n'\xe9'\n", "\n# vim: set fileencoding=latin_1 :\n'é'\n"),
        (b"# coding: UTF_8\n# \xc3\xa9\n", "# coding: UTF_8\n# é\n"),
        (b"\xef\xbb\xbf# coding: utf-8-sig\n", "# coding: utf-8-sig\n"),
        (b"# coding: utf-8\n# coding: ascii\n'\xc3\xa9'\n", "# coding: utf-8\n# coding: ascii\n'é'\n"),
        (b"x = 1\n# coding: ascii\n'\xc3\xa9'\n", "x = 1\n# coding: ascii\n'é'\n"),
        (b"x = 'coding: ascii \xc3\xa9'\n", "x = 'coding: ascii é'\n"),
    ],
)
def test_text_is_decoded_as_python_does(raw: bytes, expected: str) -> None:
    assert text(raw) == expected


def test_form_feeds_and_unicode_separators_end_no_line() -> None:
    source = module("a = 1\n\f\nb = '\u2028\x1c\x85'\n".encode())
    assert isinstance(source, SourceFile)
    assert source.raw_lines == ("a = 1", "\f", "b = '\u2028\x1c\x85'")
    assert source.line_count == 3


@pytest.mark.parametrize(
    ("raw", "kind", "reason"),
    [
        (b"x = 1\0", NotificationKind.BINARY, "is binary: it holds NUL bytes"),
        ("x = 1".encode("utf-16"), NotificationKind.UNDECODABLE, "is UTF-16 or UTF-32, which Python does not run"),
        (b"a\nb = '\xe9'\n", NotificationKind.UNDECODABLE, "is not `utf-8`: byte 0xe9 in line 2 does not fit"),
        (b"# coding: klingon\n", NotificationKind.UNDECODABLE, "says it is `klingon`, which is no text encoding"),
        (b"# coding: hex\n", NotificationKind.UNDECODABLE, "says it is `hex`, which is no text encoding"),
        (b"# coding: utf-7\n+2AA-\n", NotificationKind.UNDECODABLE, None),
        (b"# coding: unicode_escape\n\\ud800\n", NotificationKind.UNDECODABLE, "holds surrogates, which are no text"),
        (b"# coding: unicode_escape\n\\x00\n", NotificationKind.BINARY, "is binary: it holds NUL bytes"),
        (
            b"\xef\xbb\xbf# coding: latin-1\n",
            NotificationKind.UNDECODABLE,
            "has a UTF-8 byte order mark but says it is `latin-1`",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(raw: bytes, kind: NotificationKind, reason: str | None) -> None:
    found, message = refused(raw)
    assert found is kind
    assert reason is None or message == f"`m.py` {reason}"


def test_the_limit_is_inclusive(tmp_path: Path) -> None:
    assert isinstance(module(b"12345", max_bytes=5), SourceFile)
    assert refused(b"123456", max_bytes=5) == (
        NotificationKind.TOO_LARGE,
        "`m.py` is larger than 5 bytes and was not analysed",
    )
    (tmp_path / "big.py").write_bytes(b"#" * (2 * 2**20 + 1))
    big = read(on_disk(tmp_path / "big.py"))
    assert isinstance(big, Notification)
    assert big.message == "`big.py` is larger than 2 MiB and was not analysed"


def test_special_files_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    monkeypatch.setattr("os.open", lambda *_: pytest.fail("was opened"))
    notification = read(on_disk(tmp_path / "pipe.py"))
    assert isinstance(notification, Notification)
    assert notification.message == "`pipe.py` is not a regular file and was not opened"


def test_files_that_vanish_or_change_are_notified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = read(on_disk(tmp_path / "gone.py"))
    assert isinstance(gone, Notification)
    assert gone.message == "`gone.py` vanished before it could be read"

    path = tmp_path / "m.py"
    path.write_bytes(b"x = 1\n")
    calls = []
    fstat = os.fstat

    def growing(descriptor: int) -> os.stat_result:
        calls.append(descriptor)
        if len(calls) == 2:
            path.write_bytes(b"x = 1\ny = 2\n")
        return fstat(descriptor)

    monkeypatch.setattr("analyzer.source.read.os.fstat", growing)
    changed = read(on_disk(path))
    assert isinstance(changed, Notification)
    assert (changed.kind, changed.message) == (NotificationKind.UNREADABLE, "`m.py` changed while it was read")


def test_a_folder_in_place_of_a_file_is_notified(tmp_path: Path) -> None:
    notification = read(on_disk(tmp_path))
    assert isinstance(notification, Notification)
    assert notification.kind is NotificationKind.UNREADABLE
