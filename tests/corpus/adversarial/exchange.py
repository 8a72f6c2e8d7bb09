"""Objects through which the cases of this folder hand on what they were given."""

import configparser
from dataclasses import dataclass


class Envelope:
    """Holds what came in, and something of the program's own."""

    default = "0"

    def __init__(self, request):
        self.request = request
        self._held = {"own": "1 + 1"}

    def field(self, name):
        return self.request.form[name]

    def own(self, name):
        return self._held["own"]

    @property
    def header(self):
        return self.request.headers["X-Expression"]


@dataclass
class Pair:
    given: str
    own: str = "2"


class Same:
    def turn(self, text):
        return text


class Fixed:
    def turn(self, text):
        return "3"


def make(kind="same"):
    return {"same": Same, "fixed": Fixed}[kind]()


def second(first, other):
    return other


def settings(value):
    parser = configparser.ConfigParser()
    parser.add_section("a")
    parser.set("a", "given", value)
    parser.set("a", "own", "4")
    return parser


def plain_literal(text):
    """Whether a text is one literal in single quotes."""
    return text.startswith("'") and text.endswith("'") and "'" not in text[1:-1]


def require_literal(text):
    if not text.startswith('"') or not text.endswith('"') or '"' in text[1:-1]:
        raise ValueError("not one literal")


def escaped(text):
    made = ""
    for char in text:
        made += char if char.isalnum() else hex(ord(char))
    return made


def by_settings(path):
    import exchange_kinds

    parser = configparser.ConfigParser()
    parser.read(path)
    return getattr(exchange_kinds, parser.get("kinds", "kind"))()
