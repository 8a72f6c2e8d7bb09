"""What do the functions of `unittest` do to values?"""

from analyzer.knowledge.table import api, classes

# Stand-ins of `unittest.mock`: only those matter that something asks as it would ask a model. Words that tests of other
# things are full of (`generate`, `transform`) would have all of them read.
_ASKED = "predict predict_proba decision_function"

ENTRIES = (
    *classes("unittest.mock", "Mock MagicMock AsyncMock NonCallableMock", "", roles="mock", words=_ASKED),
    api("unittest.mock.create_autospec(spec, **kwargs)", "unknown", roles="mock", words=_ASKED),
    api("unittest.mock.patch(target, new, **kwargs)", "unknown", roles="mock", words=_ASKED),
    api("unittest.mock.patch.object(target, attribute, new, **kwargs)", "unknown", roles="mock", words=_ASKED),
)
