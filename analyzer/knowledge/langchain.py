"""Under which name do the tables know what once was in `langchain` itself?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()

ALIASES = {
    "langchain.text_splitter": "langchain_text_splitters",
    "langchain.vectorstores": "langchain_community.vectorstores",
    "langchain.retrievers": "langchain_community.retrievers",
    "langchain.llms": "langchain_community.llms",
    "langchain.chains": "langchain_community.chains",
    "langchain.tools": "langchain_community.tools",
    "langchain.utilities": "langchain_community.utilities",
    "langchain.python": "langchain_community.utilities",
    "langchain.chat_models": "langchain_community.chat_models",
    "langchain.tools.python.tool": "langchain_experimental.tools",
    "langchain.agents.load_tools": "langchain_community.agent_toolkits.load_tools.load_tools",
    "langchain.agents.agent_toolkits": "langchain_community.agent_toolkits",
}
