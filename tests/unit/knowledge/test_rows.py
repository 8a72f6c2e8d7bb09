"""Do the tables say only what the interpreter understands?"""

from typing import get_args

import pytest

from analyzer.interpret.effects import EFFECTS
from analyzer.interpret.values import ORIGINS
from analyzer.knowledge.lookup import canonical, class_row, libraries, lookup, method
from analyzer.knowledge.table import Api, Class, Effect

TABLES = sorted(libraries())


def entries(library: str) -> tuple[Api | Class, ...]:
    module = __import__(f"analyzer.knowledge.{library}", fromlist=["ENTRIES"])
    found: tuple[Api | Class, ...] = module.ENTRIES
    return found


def names(text: str) -> list[str]:
    return [name for name in text.replace(",", " ").split() if name]


@pytest.mark.parametrize("library", TABLES)
def test_rows_are_named_once_and_under_their_library(library: str) -> None:
    rows = entries(library)
    assert all(row.name.partition(".")[0] == library for row in rows)
    seen = [row.name for row in rows]
    twice = {name for name in seen if seen.count(name) > 1}
    assert not twice


@pytest.mark.parametrize("library", TABLES)
def test_words_are_known(library: str) -> None:
    for row in entries(library):
        assert not row.origin or row.origin in ORIGINS, row.name
        if isinstance(row, Api):
            assert row.effect in get_args(Effect), row.name
            assert row.effect in EFFECTS or row.effect in ("exit", "partial"), row.name
            assert row.effect != "source" or row.origin, f"{row.name}: a source says where from"
        assert row.option("handler_origin", "request") in ORIGINS, row.name


@pytest.mark.parametrize("library", TABLES)
def test_parameters_that_a_row_speaks_of_are_its_own(library: str) -> None:
    for row in entries(library):
        if not isinstance(row, Api):
            continue
        parameters = {name.lstrip("*") for name in row.params} | {"self", ""}
        spoken = {row.subject, row.option("path"), row.option("when")}
        unknown = {name for name in spoken - parameters if not name.isdigit()}
        assert not row.params or not unknown, f"{row.name}: {unknown}"


@pytest.mark.parametrize("library", TABLES)
def test_bases_are_in_the_tables(library: str) -> None:
    for row in entries(library):
        if isinstance(row, Class):
            assert all(class_row(base) is not None for base in row.bases), row.name


@pytest.mark.parametrize("library", TABLES)
def test_aliases_end(library: str) -> None:
    module = __import__(f"analyzer.knowledge.{library}", fromlist=["ENTRIES"])
    for alias in getattr(module, "ALIASES", {}):
        assert canonical(canonical(alias)) == canonical(alias)


@pytest.mark.parametrize(
    ("spelled", "name"),
    [
        ("cPickle.loads", "pickle.loads"),
        ("_pickle.Unpickler.load", "pickle.Unpickler.load"),
        ("torch.serialization.load", "torch.load"),
        ("yaml.cyaml.CLoader", "yaml.CLoader"),
        ("urllib2.urlopen", "urllib.request.urlopen"),
        ("transformers.AutoModel.from_pretrained", "transformers.*.from_pretrained"),
        ("transformers.models.bert.BertModel.from_pretrained", "transformers.*.from_pretrained"),
        ("transformers.AutoConfig.from_pretrained", "transformers.AutoConfig.from_pretrained"),
    ],
)
def test_other_spellings(spelled: str, name: str) -> None:
    row = lookup(spelled)
    assert row is not None
    assert row.name == name


def test_what_is_not_a_method_of_the_wildcard_is_unknown() -> None:
    assert lookup("transformers.AutoModel.from_nowhere") is None


def test_a_loaded_object_can_predict_transform_and_be_called() -> None:
    for name in ("predict", "predict_proba", "transform", "decision_function", "__call__"):
        assert method("abstract.LoadedModel", name) is not None, name
