"""Are sources and sinks told apart where only constants, keys, guards and objects decide?

The annotated programs of `corpus/adversarial` are one project; half of their lines look like the others and are fine.
"""

from pathlib import Path

from analyzer.testing import annotated


def test_every_case_is_decided() -> None:
    faults = annotated(Path(__file__).parent / "corpus" / "adversarial")
    assert not faults, "\n".join(faults)
