"""What do the functions of torch do to values?"""

from analyzer.knowledge.table import Api, Class, api, apis, cls

# Training loops are written by hand in torch; what is known is how data is divided and batched.
_D = "torch.utils.data"
DATA: tuple[Api | Class, ...] = (
    cls("torch.Tensor", "abstract.Frame"),
    cls(f"{_D}.DataLoader(dataset, batch_size, shuffle, sampler)", "abstract.Frame"),
    cls(f"{_D}.Subset(dataset, indices)", "abstract.Frame"),
    cls(f"{_D}.TensorDataset(*tensors)", "abstract.Frame"),
    api(f"{_D}.random_split(dataset, lengths, generator)", "random-split", roles="split"),
    *apis("torch", "tensor(data) as_tensor(data) from_numpy(ndarray)", "rowwise", returns="torch.Tensor"),
    *apis("torch", "cat(tensors) concat(tensors)", "concat", returns="torch.Tensor"),
    *apis("torch", "mean(input,dim) std(input,dim) amax(input,dim) amin(input,dim)", "reduce", how="aggregate"),
)

# Checkpoints, code from hubs, and modules as models.
LOADING: tuple[Api | Class, ...] = (
    api(
        "torch.load(f, map_location, pickle_module, *, weights_only, mmap, **pickle_load_args)",
        "load",
        roles="load.torch",
        returns="abstract.LoadedModel",
    ),
    api(
        "torch.serialization._legacy_load(f, map_location, pickle_module, **pickle_load_args)",
        "load",
        roles="load.pickle",
    ),
    # TorchScript runs a program of its own, yet no pickle that names any callable.
    api("torch.jit.load(f, map_location, **kwargs)", "load", returns="torch.nn.Module"),
    api("torch.save(obj, f, pickle_module, pickle_protocol, **kwargs)", "write", origin="own-file", path="f"),
    api("torch.hub.download_url_to_file(url, dst, hash_prefix, progress)", "write", path="dst", origin="download"),
    api(
        "torch.hub.load_state_dict_from_url("
        "url, model_dir, map_location, progress, check_hash, file_name, weights_only)",
        "source",
        origin="download",
    ),
    api("torch.hub.load(repo_or_dir, model, *args, **kwargs)", "source", origin="hub", returns="torch.nn.Module"),
    cls("torch.nn.Module"),
    api("torch.nn.Module.__call__(input, *args, **kwargs)", "predict", roles="model-input", subject="input"),
    api("torch.nn.Module.forward(input, *args, **kwargs)", "predict", roles="model-input", subject="input"),
    *(
        api(f"torch.nn.Module.{name}(*args, **kwargs)", subject="self", returns="self")
        for name in ("eval", "train", "to", "cuda", "cpu", "half", "float", "double", "requires_grad_")
    ),
    api("torch.nn.Module.load_state_dict(state_dict, strict, assign)", "mutate"),
    api("torch.nn.Module.state_dict(**kwargs)", subject="self"),
)

# Objects cross the process group pickled (torch.distributed documentation: "uses pickle module implicitly, which is
# known to be insecure"); RPC also hands over the functions to call ("only for internal communication").
_EXCHANGES = (
    "all_gather_object(object_list, obj, group)",
    "gather_object(obj, object_gather_list, dst, group)",
    "scatter_object_list(scatter_object_output_list, scatter_object_input_list, src, group)",
    "broadcast_object_list(object_list, src, group, device)",
    "recv_object_list(object_list, src, group, device)",
)
DISTRIBUTED: tuple[Api | Class, ...] = (
    *(api(f"torch.distributed.{signature}", "constant", roles="exchange.pickles") for signature in _EXCHANGES),
    api("torch.distributed.rpc.init_rpc(name, backend, rank, world_size, **kwargs)", "constant", roles="join.rpc"),
)

ENTRIES: tuple[Api | Class, ...] = DATA + LOADING + DISTRIBUTED

ALIASES = {
    "torch.serialization.load": "torch.load",
    "torch.serialization.save": "torch.save",
    "torch.utils.model_zoo.load_url": "torch.hub.load_state_dict_from_url",
}
