"""What do the functions of `absl` do to values?"""

from analyzer.knowledge.table import api

_KINDS = "string boolean bool float integer enum enum_class list spaceseplist multi_string multi_integer flag alias"

# absl-py 2.5: `FLAGS` holds all flags, `DEFINE_…` gives a holder of one; `run` hands the remaining arguments to `main`.
ENTRIES = (
    api("absl.flags.FLAGS", "source", origin="command-line"),
    *(api(f"absl.flags.DEFINE_{kind}(*args, **kwargs)", "source", origin="command-line") for kind in _KINDS.split()),
    api("absl.app.run(main, argv, flags_parser)", roles="handler", origin="command-line", subject="main"),
)
