"""What do the functions of `datasets` (Hugging Face) do to values?"""

from analyzer.knowledge.table import api

# `read`, not `load`: rows of a dataset; from version 4 on a data set can't bring code.
ENTRIES = (
    api(
        "datasets.load_dataset(path, name, data_dir, data_files, split, cache_dir, **kwargs)",
        "read",
        roles="hub.code",
        returns="datasets.Dataset",
        removed_in="4.0.0",
    ),
    api("datasets.load_dataset_builder(path, name, **kwargs)", "read", roles="hub.code", removed_in="4.0.0"),
    api("datasets.get_dataset_config_names(path, **kwargs)", "constant", roles="hub.code", removed_in="4.0.0"),
    api("datasets.load_from_disk(dataset_path, **kwargs)", "read", returns="datasets.Dataset"),
    api("datasets.load_metric(path, config_name, **kwargs)", "load", roles="hub.code", removed_in="3.0.0"),
)
