"""Which integer does the grammar give each kind of node?

Lowering compares `node.kind_id` with these instead of `node.type`: an int costs a third of a str from C. A kind that
the installed grammar does not have is an error at import, because a silent miss would lose code.
"""

import tree_sitter
import tree_sitter_python

LANGUAGE = tree_sitter.Language(tree_sitter_python.language())
ERROR = 0xFFFF
"""The kind of a node that holds what did not parse; the same in every grammar."""

COUNT = LANGUAGE.node_kind_count


def kind(name: str, *, named: bool = True) -> int:
    """The id of the kind `name`.

    Args:
        name: the grammar's name, or the token itself for one without a name.
        named: whether the grammar names it (`identifier`) or quotes it (`"+"`).

    Raises:
        LookupError: the installed grammar has no such kind.
    """
    found = LANGUAGE.id_for_node_kind(name, named)
    if found is None:
        raise LookupError(f"the installed tree-sitter-python has no node kind {name!r}")
    return found


def spelling(kind_id: int) -> str:
    """How a token of this kind is spelt, e.g. `not in`."""
    return LANGUAGE.node_kind_for_id(kind_id) or ""


# --- what stands between --------------------------------------------------------------------------------------------

COMMENT = kind("comment")
LINE_CONTINUATION = kind("line_continuation")
COMMA = kind(",", named=False)
COLON = kind(":", named=False)
EQUALS = kind("=", named=False)
MINUS = kind("-", named=False)
PIPE = kind("|", named=False)
OPEN = kind("(", named=False)
FROM = kind("from", named=False)
ASYNC = kind("async", named=False)
UNDERSCORE = kind("_", named=False)

# --- expressions ----------------------------------------------------------------------------------------------------

IDENTIFIER = kind("identifier")
INTEGER = kind("integer")
FLOAT = kind("float")
TRUE = kind("true")
FALSE = kind("false")
NONE = kind("none")
ELLIPSIS = kind("ellipsis")
STRING = kind("string")
CONCATENATED_STRING = kind("concatenated_string")
INTERPOLATION = kind("interpolation")
FORMAT_EXPRESSION = kind("format_expression")
FORMAT_SPECIFIER = kind("format_specifier")
TYPE_CONVERSION = kind("type_conversion")
ATTRIBUTE = kind("attribute")
SUBSCRIPT = kind("subscript")
SLICE = kind("slice")
CALL = kind("call")
ARGUMENT_LIST = kind("argument_list")
KEYWORD_ARGUMENT = kind("keyword_argument")
LIST_SPLAT = kind("list_splat")
LIST_SPLAT_PATTERN = kind("list_splat_pattern")
DICTIONARY_SPLAT = kind("dictionary_splat")
DICTIONARY_SPLAT_PATTERN = kind("dictionary_splat_pattern")
PARENTHESIZED = kind("parenthesized_expression")
TUPLE = kind("tuple")
LIST = kind("list")
SET = kind("set")
DICTIONARY = kind("dictionary")
PAIR = kind("pair")
EXPRESSION_LIST = kind("expression_list")
PATTERN_LIST = kind("pattern_list")
TUPLE_PATTERN = kind("tuple_pattern")
LIST_PATTERN = kind("list_pattern")
BINARY = kind("binary_operator")
UNARY = kind("unary_operator")
NOT = kind("not_operator")
BOOLEAN = kind("boolean_operator")
COMPARISON = kind("comparison_operator")
CONDITIONAL = kind("conditional_expression")
NAMED = kind("named_expression")
LAMBDA = kind("lambda")
LAMBDA_PARAMETERS = kind("lambda_parameters")
LIST_COMPREHENSION = kind("list_comprehension")
SET_COMPREHENSION = kind("set_comprehension")
DICTIONARY_COMPREHENSION = kind("dictionary_comprehension")
GENERATOR = kind("generator_expression")
FOR_IN_CLAUSE = kind("for_in_clause")
IF_CLAUSE = kind("if_clause")
AWAIT = kind("await")
YIELD = kind("yield")
DOTTED_NAME = kind("dotted_name")
AS_PATTERN = kind("as_pattern")
AS_PATTERN_TARGET = kind("as_pattern_target")
TYPE = kind("type")
SPLAT_TYPE = kind("splat_type")
GENERIC_TYPE = kind("generic_type")
UNION_TYPE = kind("union_type")
CONSTRAINED_TYPE = kind("constrained_type")
MEMBER_TYPE = kind("member_type")

# --- parameters -----------------------------------------------------------------------------------------------------

PARAMETERS = kind("parameters")
TYPED_PARAMETER = kind("typed_parameter")
DEFAULT_PARAMETER = kind("default_parameter")
TYPED_DEFAULT_PARAMETER = kind("typed_default_parameter")
KEYWORD_SEPARATOR = kind("keyword_separator")
POSITIONAL_SEPARATOR = kind("positional_separator")

# --- statements -----------------------------------------------------------------------------------------------------

MODULE = kind("module")
BLOCK = kind("block")
EXPRESSION_STATEMENT = kind("expression_statement")
ASSIGNMENT = kind("assignment")
AUGMENTED_ASSIGNMENT = kind("augmented_assignment")
TYPE_ALIAS = kind("type_alias_statement")
RETURN = kind("return_statement")
RAISE = kind("raise_statement")
ASSERT = kind("assert_statement")
DELETE = kind("delete_statement")
PASS = kind("pass_statement")
BREAK = kind("break_statement")
CONTINUE = kind("continue_statement")
GLOBAL = kind("global_statement")
NONLOCAL = kind("nonlocal_statement")
PRINT = kind("print_statement")
CHEVRON = kind("chevron")
EXEC = kind("exec_statement")
IMPORT = kind("import_statement")
IMPORT_FROM = kind("import_from_statement")
FUTURE_IMPORT = kind("future_import_statement")
RELATIVE_IMPORT = kind("relative_import")
ALIASED_IMPORT = kind("aliased_import")
WILDCARD_IMPORT = kind("wildcard_import")
IF = kind("if_statement")
ELIF = kind("elif_clause")
ELSE = kind("else_clause")
WHILE = kind("while_statement")
FOR = kind("for_statement")
TRY = kind("try_statement")
EXCEPT = kind("except_clause")
FINALLY = kind("finally_clause")
WITH = kind("with_statement")
WITH_CLAUSE = kind("with_clause")
WITH_ITEM = kind("with_item")
FUNCTION = kind("function_definition")
CLASS = kind("class_definition")
DECORATED = kind("decorated_definition")
DECORATOR = kind("decorator")

# --- match ----------------------------------------------------------------------------------------------------------

MATCH = kind("match_statement")
CASE = kind("case_clause")
CASE_PATTERN = kind("case_pattern")
UNION_PATTERN = kind("union_pattern")
CLASS_PATTERN = kind("class_pattern")
SPLAT_PATTERN = kind("splat_pattern")
COMPLEX_PATTERN = kind("complex_pattern")

SPACE = frozenset((COMMENT, LINE_CONTINUATION))
"""What may stand between any two children of a node."""

IRREGULAR = SPACE | {ERROR, COMMA}
"""What shows, at the place of an item, that a list does not strictly alternate between items and commas."""
