"""What do the functions of `langchain_experimental` do to values?"""

from analyzer.knowledge.table import api, cls

# All of them give a text to `exec` (langchain-experimental 0.4.2: `utilities/python.py`, `tools/python/tool.py`).
_REPL = "langchain_experimental.utilities.PythonREPL"
_TOOLS = ("PythonREPLTool", "PythonAstREPLTool")

ENTRIES = (
    cls(f"{_REPL}(**kwargs)"),
    api(f"{_REPL}.run(command, timeout)", "unknown", roles="eval", subject="command"),
    *(cls(f"langchain_experimental.tools.{name}(**kwargs)") for name in _TOOLS),
    *(
        api(f"langchain_experimental.tools.{name}.{method}(query, **kwargs)", "unknown", roles="eval", subject="query")
        for name in _TOOLS
        for method in ("run", "arun", "invoke", "ainvoke")
    ),
    # Agents and chains refuse to run what a model writes unless they are told to (`agents/agent_toolkits/*/base.py`,
    # `pal_chain/base.py`).
    *(
        api(
            f"langchain_experimental.*.{name}(llm, *, allow_dangerous_code, **kwargs)",
            "unknown",
            roles="opt-in.code",
            when="allow_dangerous_code",
            does="runs the Python that a model writes",
        )
        for name in (
            "create_pandas_dataframe_agent",
            "create_csv_agent",
            "create_spark_dataframe_agent",
            "create_xorbits_agent",
            "from_math_prompt",
            "from_colored_object_prompt",
            "PALChain",
        )
    ),
)

ALIASES = {
    "langchain_experimental.utilities.python": "langchain_experimental.utilities",
    "langchain_experimental.tools.python.tool": "langchain_experimental.tools",
}
