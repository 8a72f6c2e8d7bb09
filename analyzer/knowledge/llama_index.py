"""What does LlamaIndex unpickle? The mapping of an index of objects, without restriction up to 0.14.15."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    *(
        api(
            f"llama_index.core.objects.{name}.from_persist_dir(persist_dir, **kwargs)",
            "load",
            roles="load.model",
            safe_since="llama-index-core 0.14.16",
            does="unpickles the objects beside the index",
        )
        for name in ("ObjectIndex", "SimpleObjectNodeMapping")
    ),
)

ALIASES = {
    "llama_index.core.objects.base": "llama_index.core.objects",
    "llama_index.core.objects.base_node_mapping": "llama_index.core.objects",
}
