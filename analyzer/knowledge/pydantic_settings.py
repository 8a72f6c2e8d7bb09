"""What do the classes of `pydantic_settings` do to values?"""

from analyzer.knowledge.table import cls

# pydantic-settings 2.16: fields are read from the environment and from files beside it.
ENTRIES = (
    cls(
        "pydantic_settings.BaseSettings(**data)",
        "pydantic.BaseModel",
        how="typed",
        promises="parsed typed",
        origin="environment",
    ),
)

ALIASES = {"pydantic_settings.main.BaseSettings": "pydantic_settings.BaseSettings"}
