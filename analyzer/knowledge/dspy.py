"""What does DSPy unpickle? A program or state that was saved as a pickle, if it is told `allow_pickle=True` (3.4.1)."""

from typing import Final

from analyzer.knowledge.table import Api, Class, api, cls

_PICKLE: Final = {"when": "allow_pickle", "does": "unpickles the program"}

ENTRIES: tuple[Api | Class, ...] = (
    api("dspy.load(path, allow_pickle)", "load", roles="opt-in.pickle", **_PICKLE),
    cls("dspy.Module"),
    # A state in JSON stays JSON, whatever the flag.
    api(
        "dspy.Module.load(path, allow_pickle, allow_unsafe_lm_state)",
        "load",
        roles="opt-in.pickle",
        subject="path",
        data=".json",
        **_PICKLE,
    ),
    *(
        cls(f"dspy.{name}(signature, **kwargs)", "dspy.Module")
        for name in ("Predict", "ChainOfThought", "ReAct", "ProgramOfThought", "MultiChainComparison")
    ),
    api("dspy.Module.save(path, **kwargs)", "write", subject="self", origin="own-file", path="path"),
)
