"""What do the functions of `math` do to values?"""

from analyzer.knowledge.table import api

# `true` and `false`: what that answer promises of the argument, see `interpret.guards`.
ENTRIES = (
    api("math.isfinite(x)", true="finite"),
    api("math.isnan(x)", false="finite"),
    api("math.isinf(x)"),
    *(api(f"math.{name}(x)", passes="finite") for name in ("floor", "ceil", "trunc")),
    *(
        api(f"math.{name}(x, *args)")
        for name in ("sqrt", "exp", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "tanh", "atan", "fabs", "pow")
    ),
    api("math.isclose(a, b, **kwargs)"),
)
