"""Who decides the content of a value?"""

import pytest

from analyzer.interpret.provenance import Trust, provenance
from analyzer.interpret.values import ORIGINS, UNTRUSTED, Literal, Origin, Value, literal, unknown


def coming_from(*kinds: str, **fields: object) -> Value:
    return Value(origins=frozenset(Origin(kind, f"the {kind}") for kind in kinds), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "trust"),
    [
        (literal("model.pkl"), Trust.TRUSTED),
        (literal(b"bytes"), Trust.TRUSTED),
        (literal("https://example.com/model.pkl"), Trust.UNTRUSTED),
        (literal("S3://bucket/model.pkl"), Trust.UNTRUSTED),
        (literal("/tmp/model.pkl"), Trust.UNDECIDED),
        (Value(constants=frozenset({Literal("str", "a.pkl"), Literal("str", "/tmp/b.pkl")})), Trust.UNDECIDED),
        (coming_from("request"), Trust.UNTRUSTED),
        (coming_from("command-line"), Trust.OPERATOR),
        (coming_from("parameter"), Trust.UNDECIDED),
        (coming_from("own-file"), Trust.TRUSTED),
        (coming_from("own-file", "parameter"), Trust.UNDECIDED),
        (coming_from("parameter", "environment"), Trust.OPERATOR),
        (coming_from("command-line", "download"), Trust.UNTRUSTED),
        (coming_from("request", checks=frozenset({"verified"})), Trust.TRUSTED),
        (coming_from("package-resource", unknown="not followed"), Trust.TRUSTED),
        (unknown("not followed"), Trust.UNDECIDED),
        (None, Trust.UNDECIDED),
        (Value(), Trust.TRUSTED),
    ],
)
def test_the_least_trusted_part_decides(value: Value | None, trust: Trust) -> None:
    assert provenance(value).trust is trust


def test_a_constant_path_in_a_shared_folder_stays_shared_when_it_is_opened() -> None:
    opened = Value(origins=frozenset({Origin("constant-path", "/tmp/model.pkl")}))
    assert provenance(opened).trust is Trust.UNDECIDED
    assert provenance(opened).words == "a folder that others can write to (`/tmp/model.pkl`)"


def test_the_worst_of_several_untrusted_origins_is_named() -> None:
    found = provenance(coming_from("download", "request"))
    assert found.origin is not None
    assert found.origin.kind == min(("download", "request"), key=UNTRUSTED.index)
    assert found.words == "a request (`the request`)"


def test_words_for_what_was_not_seen() -> None:
    assert provenance(unknown("`helper` is not known")).words == "a place that could not be seen"
    assert provenance(unknown("`helper` is not known")).why == "`helper` is not known"
    assert provenance(coming_from("parameter")).words == "the parameter `the parameter`"


@pytest.mark.parametrize("kind", ORIGINS)
def test_every_kind_of_origin_has_a_judgement(kind: str) -> None:
    found = provenance(coming_from(kind))
    assert found.trust in Trust
    assert found.trust is Trust.TRUSTED or found.origin is not None or found.why
