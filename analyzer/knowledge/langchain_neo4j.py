"""Which chain sends what a model writes to a database? `GraphCypherQAChain`, if it is told to."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "langchain_neo4j.*.from_llm(llm, *, allow_dangerous_requests, **kwargs)",
        "unknown",
        roles="opt-in.requests",
        when="allow_dangerous_requests",
        does="sends requests that a model writes",
    ),
)
