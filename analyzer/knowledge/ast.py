"""What do the functions of `ast` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("ast.literal_eval(node_or_string)", subject="node_or_string"),
    api("ast.parse(source, filename, mode, **kwargs)", subject="source"),
    api("ast.unparse(ast_obj)", subject="ast_obj"),
    api("ast.fix_missing_locations(node)", subject="node"),
    api("ast.dump(node, **kwargs)", subject="node"),
)
