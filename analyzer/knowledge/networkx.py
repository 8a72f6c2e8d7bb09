"""What does NetworkX unpickle? Graphs, with `read_gpickle`, which 3.0 took away (2.8.8, `readwrite/gpickle.py`)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api("networkx.read_gpickle(path)", "load", roles="load.model", safe_since="networkx 3.0"),
    api("networkx.write_gpickle(G, path, protocol)", "write", origin="own-file", path="path"),
)

ALIASES = {"networkx.readwrite.gpickle": "networkx"}
