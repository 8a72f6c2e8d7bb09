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
        handed="yes",
    ),
    api(
        "torch.serialization._legacy_load(f, map_location, pickle_module, **pickle_load_args)",
        "load",
        roles="load.pickle",
    ),
    # TorchScript runs a program of its own, yet no pickle that names any callable.
    api("torch.jit.load(f, map_location, **kwargs)", "load", roles="load.torchscript", returns="torch.nn.Module"),
    api("torch.save(obj, f, pickle_module, pickle_protocol, **kwargs)", "write", origin="own-file", path="f"),
    api(
        "torch.hub.download_url_to_file(url, dst, hash_prefix, progress)",
        "write",
        roles="download.file",
        path="dst",
        origin="download",
        verified_by="hash_prefix",
    ),
    # `check_hash`: the digest is part of the file's name. `weights_only` is False unless given (torch 2.12).
    api(
        "torch.hub.load_state_dict_from_url("
        "url, model_dir, map_location, progress, check_hash, file_name, weights_only)",
        "source",
        roles="download.file",
        origin="download",
        verified_by="check_hash",
        unpickles="unless weights_only",
    ),
    api(
        "torch.hub.load("
        "repo_or_dir, model, *args, source, trust_repo, force_reload, verbose, skip_validation, **kwargs)",
        "source",
        roles="hub.torch",
        origin="hub",
        returns="torch.nn.Module",
    ),
    # These import the `hubconf.py` of the repository as well (torch 2.13.0, `hub.py`).
    # `list` and `help` stand everywhere: these two are looked for as `hub.list`.
    api(
        "torch.hub.list(github, force_reload, skip_validation, trust_repo, verbose)",
        "constant",
        roles="hub.torch",
        words="hub",
    ),
    api(
        "torch.hub.help(github, model, force_reload, skip_validation, trust_repo)",
        "constant",
        roles="hub.torch",
        words="hub",
    ),
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

# Archives and libraries that hold programs: code of an archive is run, pickles in it are loaded without restriction
# (torch 2.13.0: `_export/serde/serialize.py` falls back to `weights_only=False`, `export/pt2_archive/_package.py` says
# it), a package may bring shared libraries, and `package/package_importer.py` runs the modules of the archive.
_PACKAGE = "torch.package.PackageImporter"
PROGRAMS: tuple[Api | Class, ...] = (
    api("torch.export.load(f, *, extra_files, expected_opset_version)", "load", roles="load.program", how="pickle"),
    api("torch.export.save(ep, f, *, extra_files, **kwargs)", "write", origin="own-file", path="f"),
    api("torch.export.pt2_archive._package.load_pt2(f, **kwargs)", "load", roles="load.program", how="pickle"),
    api(
        "torch._inductor.aoti_load_package(path, run_single_threaded, device_index)",
        "load",
        roles="load.program",
        how="library",
    ),
    cls("torch._C._aoti.AOTIModelPackageLoader(model_package_path)", roles="load.program"),
    cls(f"{_PACKAGE}(file_or_buffer, module_allowed)"),
    *(
        api(f"{_PACKAGE}.{signature}", "load", roles="load.program", subject="self", how="module", spelt="owner")
        for signature in ("load_pickle(package, resource, map_location)", "import_module(name, package)")
    ),
    api("torch._export.aot_load(so_path, device)", "load", roles="load.native"),
    api("torch.ops.load_library(path)", "constant", roles="load.native"),
    api("torch.classes.load_library(path)", "constant", roles="load.native"),
    api("torch.utils.cpp_extension.load(name, sources, **kwargs)", "constant", roles="load.native", subject="sources"),
    api(
        "torch.utils.cpp_extension.load_inline(name, cpp_sources, cuda_sources, **kwargs)",
        "constant",
        roles="load.native",
        subject="cpp_sources",
        also="cuda_sources",
    ),
    # What `weights_only` lets a checkpoint name and call besides tensors.
    api("torch.serialization.add_safe_globals(safe_globals)", "constant", roles="allow.globals", shown="safe_globals"),
    cls("torch.serialization.safe_globals(safe_globals)", roles="allow.globals", shown="safe_globals"),
)

ENTRIES: tuple[Api | Class, ...] = DATA + LOADING + DISTRIBUTED + PROGRAMS

ALIASES = {
    "torch.serialization.load": "torch.load",
    "torch.serialization.save": "torch.save",
    "torch.utils.model_zoo.load_url": "torch.hub.load_state_dict_from_url",
    "torch.jit._serialization.load": "torch.jit.load",
    "torch._inductor.package.load_package": "torch._inductor.aoti_load_package",
    "torch.package.package_importer.PackageImporter": "torch.package.PackageImporter",
}
