"""What commands fetch and install, as far as their words say."""

import pytest

from analyzer.interpret.commands import Fetched, Installed, fetched, installed
from analyzer.interpret.values import Value, literal

URL = "https://example.com/a/model.pt"
COMMIT = "0123456789abcdef0123456789abcdef01234567"


def one(command: str | Value) -> Fetched:
    (found,) = fetched(literal(command) if isinstance(command, str) else command)
    return found


@pytest.mark.parametrize(
    ("command", "target"),
    [
        (f"wget {URL}", "model.pt"),
        (f"wget -q -O out.pt {URL}", "out.pt"),
        (f"wget -qO out.pt {URL}", "out.pt"),
        (f"wget --output-document=out.pt {URL}", "out.pt"),
        (f"wget -P weights {URL}?download=1", "weights/model.pt"),
        (f"curl -L {URL} -o out.pt", "out.pt"),
        (f"curl -sSLO {URL}", "model.pt"),
        (f"curl {URL}", ""),
        (f"sudo FOO=1 wget {URL}", "model.pt"),
        (f"cd x && wget {URL}", "model.pt"),
        (f"bash -c 'wget {URL}'", "model.pt"),
        ("wget {m:f.url}", ""),
    ],
)
def test_where_a_file_is_written_to(command: str, target: str) -> None:
    assert one(command).target == target


def test_words_of_a_list() -> None:
    words = Value(elements=(literal("wget"), Value(spelling="{m:f.url}"), literal("-O"), literal("out.pt")))
    assert one(words) == Fetched("wget", "{m:f.url}", "out.pt", is_insecure=False, is_run=False, is_checked=False)


@pytest.mark.parametrize("flag", ["-k", "--insecure", "-sSkL"])
def test_certificates_that_are_not_checked(flag: str) -> None:
    assert one(f"curl {flag} {URL} -o x").is_insecure
    assert not one(f"curl -sSL {URL} -o x").is_insecure


@pytest.mark.parametrize(
    ("command", "is_run"),
    [
        ("curl https://e.com/i.sh | bash", True),
        ("curl https://e.com/i.sh | sudo sh -s", True),
        ("wget https://e.com/i.py && python i.py", True),
        ("wget https://e.com/i; chmod +x i; ./i", True),
        ("curl https://e.com/rows.json | jq .", False),
        ("wget https://e.com/i.pt && python train.py", False),
    ],
)
def test_what_is_fetched_and_run(command: str, is_run: bool) -> None:
    assert one(command).is_run is is_run


def test_a_digest_that_is_checked() -> None:
    assert one(f"wget {URL} && sha256sum -c sums").is_checked
    assert not one(f"wget {URL}").is_checked


@pytest.mark.parametrize("command", ["ls -l", "echo wget", "wget --version", "wget 'unfinished", ""])
def test_commands_that_fetch_nothing(command: str) -> None:
    assert fetched(literal(command)) == () and fetched(None) == ()


@pytest.mark.parametrize(
    ("command", "found"),
    [
        (
            "pip install git+https://e.com/a.git",
            Installed("git+https://e.com/a.git", is_pinned=False, is_insecure=False),
        ),
        (
            f"python -m pip install git+https://e.com/a.git@{COMMIT}",
            Installed(f"git+https://e.com/a.git@{COMMIT}", is_pinned=True, is_insecure=False),
        ),
        ("pip3 install -U http://e.com/a.whl", Installed("http://e.com/a.whl", is_pinned=False, is_insecure=True)),
        ("pip -qq install git+https://e.com/a", Installed("git+https://e.com/a", is_pinned=False, is_insecure=False)),
        ("uv pip install {m:f.what}", Installed("{m:f.what}", is_pinned=False, is_insecure=False)),
        ("pip install --trusted-host e.com numpy", Installed("e.com", is_pinned=False, is_insecure=True)),
        ("pip install --index-url=http://e.com numpy", Installed("http://e.com", is_pinned=False, is_insecure=True)),
    ],
)
def test_what_pip_installs_from_elsewhere(command: str, found: Installed) -> None:
    assert installed(literal(command)) == (found,)


@pytest.mark.parametrize(
    "command", ["pip install numpy", "pip install -r {x} -e .", "pip download https://e.com/a.whl", "pip"]
)
def test_what_pip_installs_from_its_index(command: str) -> None:
    assert installed(literal(command)) == ()


def test_python_may_be_any_program() -> None:
    words = (Value(), *map(literal, ("-m", "pip", "install", "https://e.com/a.whl")))
    assert installed(Value(elements=words)) == (Installed("https://e.com/a.whl", is_pinned=False, is_insecure=False),)
