"""Is the documentation of a rule read as its author meant it?"""

from analyzer.engine.docs import Claim, Expectation, expectations, parse_docs
from analyzer.engine.sections import SECTIONS

WHOLE = """
## What it finds

A load.

## Why it matters

It runs code.

## Bad

```python
import pickle
# ruleid: some-rule
pickle.load(f)
```

Across files:

```python
# file: pkg/a.py
def load(f):
    # ruleid: some-rule
    return pickle.load(f)
# file: pkg/b.py
## not a heading
load(request.files["x"])
```

```text
not an example
```

## Good

```python
# ok: some-rule, other-rule
json.load(f)
```

## When it is fine

Never.

## What it cannot see

Much.

## References

- None.
"""


def test_sections_are_read_in_order_and_code_is_no_heading() -> None:
    docs = parse_docs(WHOLE)
    assert tuple(heading for heading, _ in docs.sections) == SECTIONS
    assert docs.sections[0][1] == "A load."
    assert docs.faults() == []


def test_examples_are_split_into_files() -> None:
    docs = parse_docs(WHOLE)
    assert [(example.section, example.number) for example in docs.examples] == [("Bad", 1), ("Bad", 2), ("Good", 1)]
    assert [file.path for file in docs.examples[0].files] == ["example.py"]
    assert [file.path for file in docs.examples[1].files] == ["pkg/a.py", "pkg/b.py"]
    assert docs.examples[1].files[1].text == '## not a heading\nload(request.files["x"])\n'


def test_a_file_knows_its_line_in_the_documentation() -> None:
    lines = WHOLE.split("\n")
    for example in parse_docs(WHOLE).examples:
        for file in example.files:
            assert lines[file.line - 1] == file.text.split("\n")[0]


def test_an_annotation_is_about_the_next_line_of_code() -> None:
    text = "import x\n    # ruleid: a\n    # ok: b\n    x.y()\n# todook: a, c\nz()\n"
    assert expectations(text) == (
        Expectation(claim=Claim.FOUND, rule_id="a", line=4),
        Expectation(claim=Claim.CLEAN, rule_id="b", line=4),
        Expectation(claim=Claim.FALSE_ALARM, rule_id="a", line=6),
        Expectation(claim=Claim.FALSE_ALARM, rule_id="c", line=6),
    )


def test_a_comment_behind_code_is_no_annotation() -> None:
    assert expectations("x()  # ruleid: a\ny()\n") == ()


def test_what_is_missing_is_named() -> None:
    cut = WHOLE.replace("## When it is fine\n\nNever.\n\n", "").replace("```python\n# ok", "```text\n# fine")
    assert parse_docs(cut).faults() == [
        "section `## When it is fine` is missing",
        "section `## Good` holds no fenced example",
    ]


def test_an_annotated_fence_of_another_language_is_an_example() -> None:
    fences = (
        "```sh\n# ok: a\nx\n```\n```sh\nnothing\n```\n```dockerfile\n# ok: a\nRUN x\n# file: run.sh\n# ok: a\nx\n```\n"
    )
    (first, second) = parse_docs(f"## Good\n{fences}").examples
    assert [file.path for file in (*first.files, *second.files)] == ["example.sh", "Dockerfile", "run.sh"]


def test_order_and_strangers_are_faults() -> None:
    swapped = WHOLE.replace("## References", "## Other").replace("## Why it matters", "## References")
    faults = parse_docs(swapped).faults()
    assert "section `## Other` is not one of a rule's" in faults
    assert any(fault.startswith("sections are not in the order") for fault in faults)
    assert "section `## Why it matters` is missing" in faults
