"""Where does a snippet's content come from, and what has checked it?"""

import textwrap

from analyzer.interpret.entry import interpret
from analyzer.interpret.facts import CallFact
from analyzer.knowledge.vocabulary import Ask, Vocabulary
from analyzer.project.project import ModuleEntry, Project
from analyzer.project.versions import Versions
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read
from analyzer.syntax.lower import parse

IMPORTS = """
import base64, configparser, gzip, hashlib, hmac, io, os, pickle, shutil, tempfile, urllib.request, zipfile
from pathlib import Path
import joblib, numpy as np, pandas as pd, requests
from flask import abort, request
model = joblib.load("model.joblib")
"""


def calls(code: str, *roles: str) -> list[CallFact]:
    """The calls with any of `roles` in `code`, in order; the model that stands ready is not among them."""
    text = IMPORTS + textwrap.dedent(code)
    source = read(Candidate(path="m.py", absolute="m.py", kind=FileKind.MODULE, content=text.encode()))
    assert isinstance(source, SourceFile)
    project = Project({"m": ModuleEntry("m.py", parse(source, "m", False))}, Versions())
    facts = interpret(project, "m", Vocabulary([Ask(frozenset(roles))]))
    assert not facts.exhausted
    return [call for call in facts.calls if call.place.start >= len(IMPORTS)]


def origins(code: str) -> set[str]:
    """The kinds of origin of what the last load in `code` loads."""
    subject = calls(code, "load.pickle")[-1].subject
    assert subject is not None
    return {origin.kind for origin in subject.origins}


def checks(code: str) -> set[str]:
    """The checks that what the last prediction in `code` is made for has passed."""
    subject = calls(code, "model-input")[-1].subject
    assert subject is not None
    assert subject.origins
    return set(subject.checks)
