"""What do the functions of `sympy` do to values?"""

from analyzer.knowledge.table import api

# A text is given to `eval` in the end: the docstrings of `sympify` and `parse_expr` say so (1.14.0); `S` is `sympify`,
# and `simplify` begins with it.
ENTRIES = (
    api("sympy.sympify(a, locals, convert_xor, strict, rational, evaluate)", roles="eval.expression", subject="a"),
    api("sympy.S(a)", roles="eval.expression", subject="a"),
    api("sympy.simplify(expr, **kwargs)", roles="eval.expression", subject="expr"),
    api("sympy.lambdify(args, expr, modules, **kwargs)", roles="eval.expression", subject="expr"),
    api(
        "sympy.parse_expr(s, local_dict, transformations, global_dict, evaluate)", roles="eval.expression", subject="s"
    ),
)

ALIASES = {
    "sympy.parsing.sympy_parser": "sympy",
    "sympy.core.sympify": "sympy",
    "sympy.parsing": "sympy",
    "sympy.utilities.lambdify": "sympy",
}
