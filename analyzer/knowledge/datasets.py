"""What do the functions of `datasets` (Hugging Face) do to values?"""

from analyzer.knowledge.table import Api, Class, api, apis, cls

# `read`, not `load`: rows of a dataset; from version 4 on a data set can't bring code.
_D = "datasets.Dataset"
DATA: tuple[Api | Class, ...] = (
    cls(_D, "abstract.Frame"),
    api(
        f"{_D}.train_test_split(test_size, train_size, shuffle, seed)",
        "split",
        roles="split",
        subject="self",
        how="sides",
    ),
    api(f"{_D}.map(function)", "rowwise", how="elements", returns="self"),
    *apis(
        _D,
        "remove_columns rename_column rename_columns cast_column class_encode_column set_format with_format "
        "flatten_indices add_column",
        "rowwise",
        returns="self",
    ),
    *apis(_D, "filter(function) select(indices) shard(num_shards,index)", "subset", returns="self"),
    api(f"{_D}.shuffle(seed)", "shuffle", returns="self"),
    api(f"{_D}.to_pandas()", "rowwise", returns="pandas.DataFrame"),
    *apis("datasets", "concatenate_datasets(dsets)", "concat", returns=_D),
)

LOADING: tuple[Api | Class, ...] = (
    api(
        "datasets.load_dataset(path, name, data_dir, data_files, split, cache_dir, **kwargs)",
        "read",
        roles="hub.code hub.fetch",
        returns="datasets.Dataset",
        hub="datasets",
        removed_in="4.0.0",
    ),
    api(
        "datasets.load_dataset_builder(path, name, **kwargs)",
        "read",
        roles="hub.code hub.fetch",
        hub="datasets",
        removed_in="4.0.0",
    ),
    api(
        "datasets.get_dataset_config_names(path, **kwargs)",
        "constant",
        roles="hub.code",
        hub="datasets",
        removed_in="4.0.0",
    ),
    api("datasets.load_from_disk(dataset_path, **kwargs)", "read", returns="datasets.Dataset"),
    api("datasets.load_metric(path, config_name, **kwargs)", "load", roles="hub.code", removed_in="3.0.0"),
)

ENTRIES: tuple[Api | Class, ...] = DATA + LOADING
