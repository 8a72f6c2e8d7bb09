"""Is an option of a call on, off, or could that not be seen?"""

from analyzer.interpret.facts import CallFact


def switched(call: CallFact, name: str) -> tuple[bool | None, str]:
    """Whether the argument `name` of `call` is true, and why that is not known.

    A parameter that has a default counts as its default: where the project's own callers say otherwise, their calls
    are facts of their own. None without a reason means that the argument is not given, or is None itself, by which
    libraries mean the same.
    """
    value = call.args.get(name)
    if value is None:
        return None, f"`{name}` may be among `{call.open}`" if call.open else ""
    if value.constant is None:
        return None, ""
    if value.truth is not None:
        return value.truth, ""
    defaults = {bool(constant.value) for constant in value.constants}
    asked = bool(value.origins) and all(origin.kind == "parameter" for origin in value.origins)
    if asked and len(defaults) == 1:
        return defaults.pop(), ""
    return None, f"`{name}` is not a constant"
