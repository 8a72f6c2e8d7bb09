"""What do the functions of `argparse` do to values?"""

from analyzer.knowledge.table import api, cls

_PARSER = "argparse.ArgumentParser"

ENTRIES = (
    cls(f"{_PARSER}(prog, usage, description, **kwargs)"),
    cls("argparse.Namespace(**kwargs)"),
    *(
        api(
            f"{_PARSER}.{name}(args, namespace)",
            "source",
            origin="command-line",
            returns="argparse.Namespace",
            how="options",
        )
        for name in ("parse_args", "parse_intermixed_args")
    ),
    api(
        f"{_PARSER}.parse_known_args(args, namespace)",
        "source",
        origin="command-line",
        returns="argparse.Namespace,",
        how="options",
    ),
    api(f"{_PARSER}.add_argument(*name_or_flags, **kwargs)", "mutate", how="option"),
    # What is added to a group is an option of the parser.
    api(f"{_PARSER}.add_argument_group(title, description)", subject="self", returns="self"),
    api(f"{_PARSER}.add_mutually_exclusive_group(required)", subject="self", returns="self"),
    api(f"{_PARSER}.add_subparsers(**kwargs)", "constant", returns="argparse._SubParsersAction"),
    cls("argparse._SubParsersAction"),
    api("argparse._SubParsersAction.add_parser(name, **kwargs)", "constant", returns=_PARSER),
    api(f"{_PARSER}.error(message)", "exit"),
    api(f"{_PARSER}.exit(status, message)", "exit"),
    api(f"{_PARSER}.print_help(file)", "constant"),
)
