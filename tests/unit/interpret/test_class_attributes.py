"""Is a function that a class holds, without having defined it, called through its objects?"""

import pytest

from tests.unit.interpret.content import calls


@pytest.mark.parametrize("held", ["staticmethod(pickle.loads)", "pickle.loads", "staticmethod(read)"])
def test_a_function_that_a_class_holds_is_called(held: str) -> None:
    code = f"""
    def read(blob):
        return pickle.loads(blob)

    class Store:
        load = {held}

        def restore(self, blob):
            return self.load(blob)

    def view():
        return Store().restore(request.get_data())
    """
    found = [call.subject for call in calls(code, "load.pickle")]
    assert {origin.kind for subject in found if subject is not None for origin in subject.origins} >= {"request"}


def test_a_constant_that_a_class_holds_is_not_called() -> None:
    code = """
    class Store:
        load = "load"

        def restore(self, blob):
            return self.load(blob)

    Store().restore(request.get_data())
    """
    assert not calls(code, "load.pickle")
