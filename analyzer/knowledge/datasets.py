"""What do the functions of `datasets` (Hugging Face) do to values?"""

from analyzer.knowledge.table import Api, Class, api, apis, cls

# `read`, not `load`: rows of a dataset; from version 4 on a data set can't bring code.
_D = "datasets.Dataset"
DATA: tuple[Api | Class, ...] = (
    cls(_D, "abstract.Frame"),
    cls("datasets.IterableDataset", _D),
    api(
        f"{_D}.train_test_split(test_size, train_size, shuffle, stratify_by_column, seed)",
        "split",
        roles="split",
        subject="self",
        how="sides",
    ),
    api(
        f"{_D}.map(function, with_indices, with_rank, input_columns, batched)",
        "rowwise",
        how="elements",
        returns="self",
    ),
    *apis(
        _D,
        "remove_columns rename_column rename_columns cast_column class_encode_column with_format with_transform "
        "select_columns flatten cast flatten_indices add_column align_labels_with_mapping to_iterable_dataset",
        "rowwise",
        returns="self",
    ),
    *apis(_D, "set_format set_transform reset_format push_to_hub save_to_disk", "constant"),
    api(f"{_D}.filter(function)", "subset", returns="self"),
    api(f"{_D}.select(indices)", "subset", roles="split-slice", returns="self", spelt="own"),
    api(f"{_D}.shard(num_shards, index)", "subset", returns="self", how="shard"),
    *apis(_D, "shuffle(seed) sort(column_names)", "shuffle", returns="self"),
    api(f"{_D}.take(n)", "head", returns="self", how="take"),
    api(f"{_D}.skip(n)", "head", returns="self", how="skip"),
    api(f"{_D}.to_pandas()", "rowwise", returns="pandas.DataFrame"),
    api(f"{_D}.to_tf_dataset(columns)", "rowwise", returns="tensorflow.data.Dataset", sizes="columns"),
    *apis(_D, "unique(column)", "constant"),
    *(
        api(f"{_D}.{name}({given})", "rowwise", returns=_D)
        for name, given in (("from_pandas", "df"), ("from_dict", "mapping"), ("from_list", "mapping"))
    ),
    *apis(_D, "from_csv(path) from_json(path) from_parquet(path) from_text(path)", "read", returns=_D),
    *apis("datasets", "concatenate_datasets(dsets) interleave_datasets(datasets)", "concat", returns=_D),
)

# A dict of the sides of a dataset: its methods work on all of them (`datasets/dataset_dict.py`).
_S = "datasets.DatasetDict"
SIDES: tuple[Api | Class, ...] = (
    cls(f"{_S}(mapping)", sides="yes"),
    *apis(
        _S,
        "map(function, with_indices, with_rank, input_columns, batched) filter(function) shuffle(seeds) "
        "remove_columns(column_names) rename_column(original, new) rename_columns(mapping) "
        "cast_column(column, feature) "
        "class_encode_column(column) with_format(type, columns) with_transform(transform) "
        "select_columns(column_names) flatten() cast(features) sort(column_names)".replace(", ", ","),
        "each-side",
    ),
    *apis(_S, "set_format set_transform reset_format push_to_hub save_to_disk", "constant"),
)

LOADING: tuple[Api | Class, ...] = (
    api(
        "datasets.load_dataset(path, name, data_dir, data_files, split, cache_dir, **kwargs)",
        "read",
        roles="hub.code hub.fetch split-slice",
        returns="datasets.Dataset",
        hub="datasets",
        removed_in="4.0.0",
        named="name data_dir data_files",
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

ENTRIES: tuple[Api | Class, ...] = DATA + SIDES + LOADING

ALIASES = {"datasets.dataset_dict": "datasets", "datasets.arrow_dataset": "datasets"}
