"""What does `fastai` unpickle?

`load_learner` is `torch.load(weights_only=False)` with a pickle module of its own (2.8.12, `learner.py`), and
`load_pickle` of fastcore what it says. `Learner.load` restricts to weights.
"""

from typing import Final

from analyzer.knowledge.table import Api, Class, apis

# Where `from … import *` finds them.
_PLACES: Final = (
    *(f"fastai.{name}" for name in ("basics", "learner", "collab", "vision", "text", "tabular", "basic_train")),
    *(f"fastai.{name}.all" for name in ("vision", "text", "tabular", "medical.imaging")),
    "fastai.*",
)

ENTRIES: tuple[Api | Class, ...] = tuple(
    row
    for place in _PLACES
    for row in apis(place, "load_learner(fname,cpu,pickle_module) load_pickle(fn)", "load", roles="load.model")
)
