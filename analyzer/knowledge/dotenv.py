"""What do the functions of `dotenv` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    *(api(f"dotenv.{name}(*args, **kwargs)", "source", origin="environment") for name in ("dotenv_values", "get_key")),
    *(api(f"dotenv.{name}(*args, **kwargs)", "constant") for name in ("load_dotenv", "find_dotenv")),
)
