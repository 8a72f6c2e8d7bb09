"""What do the functions of torch do to values?"""

from analyzer.knowledge.table import Api, Class, api, apis, classes, cls

_D = "torch.utils.data"
_SAMPLERS = "RandomSampler(data_source) SequentialSampler(data_source) SubsetRandomSampler(indices)"

# How data is held, divided and batched. Option `batches`: a loop over it gives batches, each of any of the rows.
DATA: tuple[Api | Class, ...] = (
    cls("torch.Tensor", "abstract.Frame"),
    api("torch.Tensor.unfold(dimension, size, step)", "window", length="size", stride="step"),
    cls(f"{_D}.Dataset"),
    cls(f"{_D}.DataLoader(dataset, batch_size, shuffle, sampler)", "abstract.Frame", batches="yes"),
    cls(f"{_D}.Subset(dataset, indices)", "abstract.Frame"),
    cls(f"{_D}.TensorDataset(*tensors)", "abstract.Frame"),
    cls(f"{_D}.ConcatDataset(datasets)", "abstract.Frame"),
    *(cls(f"{_D}.{signature}", "abstract.Frame") for signature in _SAMPLERS.split()),
    cls(f"{_D}.WeightedRandomSampler(weights, num_samples, replacement)", "abstract.Frame"),
    cls(f"{_D}.distributed.DistributedSampler(dataset, num_replicas, rank)", "abstract.Frame"),
    api(f"{_D}.random_split(dataset, lengths, generator)", "random-split", roles="split", returns=f"{_D}.Subset"),
    api("torch.manual_seed(seed)", "seed"),
    cls("torch.Generator(device)"),
    api("torch.Generator.manual_seed(seed)", "mutate", how="seeded", returns="self"),
    *apis("torch", "tensor(data) as_tensor(data) from_numpy(ndarray)", "rowwise", returns="torch.Tensor"),
    *apis("torch", "FloatTensor(data) LongTensor(data) DoubleTensor(data)", "rowwise", returns="torch.Tensor"),
    # `true` and `false`: what that answer promises of the argument, see `interpret.guards`
    *apis("torch", "isfinite(input)", "rowwise", how="mask", true="finite"),
    *apis("torch", "isnan(input)", "rowwise", how="mask", false="finite"),
    *apis("torch", "cat(tensors) concat(tensors) vstack(tensors)", "concat", returns="torch.Tensor"),
    *apis("torch", "stack(tensors) hstack(tensors)", "carry", returns="torch.Tensor"),
    *apis("torch", "mean(input,dim) std(input,dim) amax(input,dim) amin(input,dim)", "reduce", how="aggregate"),
    *apis("torch", "sum(input,dim)", "reduce", how="aggregate"),
    *apis("torch", "max(input,dim) min(input,dim)", "extreme", how="aggregate"),
    *apis(
        "torch",
        "argmax(input,dim) round(input) exp(input) log(input) "
        "abs(input) sqrt(input) squeeze(input) unsqueeze(input,dim) flatten(input) clamp(input) tanh(input)",
        "rowwise",
        returns="torch.Tensor",
        sizes="dim",
    ),
    api("torch.randperm(n)", "positions", how="shuffled"),
    api("torch.arange(start,end)", "positions", how="counted"),
    *apis(
        "torch.Tensor",
        "float double half long int bool short byte contiguous clone requires_grad_ cuda type(dtype) "
        "argmax(dim) exp log sqrt squeeze(dim) unsqueeze(dim) permute view_as "
        "clamp tanh item tolist topk",
        "rowwise",
        returns="self",
        sizes="*",
    ),
    *apis("torch.Tensor", "view(*shape) expand(*sizes)", "rowwise", returns="self", sizes="*"),
    *apis("torch.Tensor", "max(dim) min(dim)", "extreme", subject="self", how="aggregate"),
    *apis("torch.Tensor", "mean(dim) std(dim) sum(dim)", "reduce", subject="self", how="aggregate"),
    *apis("torch.Tensor", "size(dim) numel dim", "constant"),
)

# Training loops that are written by hand: the step back from a loss is what trains. A function without gradients is
# looked into as well ("held-out"), because that is where such a loop judges.
_LOSSES = (
    "L1Loss MSELoss CrossEntropyLoss CTCLoss NLLLoss PoissonNLLLoss GaussianNLLLoss KLDivLoss BCELoss "
    "BCEWithLogitsLoss HingeEmbeddingLoss MultiLabelMarginLoss HuberLoss SmoothL1Loss SoftMarginLoss "
    "MultiLabelSoftMarginLoss MultiMarginLoss"
)
_FUNCTIONS = (
    "cross_entropy nll_loss mse_loss l1_loss smooth_l1_loss huber_loss binary_cross_entropy kl_div ctc_loss "
    "binary_cross_entropy_with_logits poisson_nll_loss hinge_embedding_loss multilabel_margin_loss soft_margin_loss "
    "multi_margin_loss multilabel_soft_margin_loss"
)
_ACTIVATIONS = "relu(input) softplus(input) one_hot(input)"
# What comes out of them tells in its type what it stands for; see `interpret.activations`.
_GIVES = (
    ("softmax(input,dim)", "softmax(dim)", "SoftmaxOutput"),
    ("softmin(input,dim)", "", "SoftmaxOutput"),
    ("log_softmax(input,dim)", "log_softmax(dim)", "LogSoftmaxOutput"),
    ("sigmoid(input)", "sigmoid()", "SigmoidOutput"),
    ("logsigmoid(input)", "", "LogSigmoidOutput"),
    ("linear(input,weight,bias)", "", "LinearOutput"),
)
GIVES: tuple[Api | Class, ...] = (
    *classes("torch", "SoftmaxOutput LogSoftmaxOutput SigmoidOutput LogSigmoidOutput LinearOutput", "torch.Tensor"),
    *(
        api(f"{owner}.{name}", "rowwise", returns=f"torch.{kind}", sizes="dim")
        for name, _, kind in _GIVES
        for owner in ("torch", "torch.nn.functional")
    ),
    *(
        api(f"torch.Tensor.{method}", "rowwise", subject="self", returns=f"torch.{kind}", sizes="*")
        for _, method, kind in _GIVES
        if method
    ),
)
LOOPS: tuple[Api | Class, ...] = (
    *classes("torch.nn", _LOSSES, "torch.nn._Loss"),
    cls("torch.nn._Loss"),
    api("torch.nn._Loss.__call__(input, target)", "loss", roles="loss"),
    *(api(f"torch.nn._Loss.{name}(*args)", "carry", subject="self", returns="self") for name in ("to", "cuda", "cpu")),
    *apis(
        "torch.nn.functional", " ".join(f"{name}(input,target)" for name in _FUNCTIONS.split()), "loss", roles="loss"
    ),
    *apis("torch.nn.functional", _ACTIVATIONS, "rowwise", returns="torch.Tensor", sizes="dim"),
    *apis("torch", "eq(input,other)", "agree"),
    *apis("torch.Tensor", "eq(other)", "agree", subject="self"),
    api("torch.Tensor.backward(gradient)", "backward", roles="train-step", subject="self"),
    cls("torch.no_grad", roles="held-out"),
    cls("torch.inference_mode", roles="held-out"),
    cls("torch.set_grad_enabled(mode)", roles="held-out"),
    *(
        api(f"{name}(module)", "hand-back", how="first", subject="module")
        for name in ("torch.compile", "torch.nn.DataParallel", "torch.nn.parallel.DistributedDataParallel")
    ),
    cls("torch.nn.Sequential(*args)", "torch.nn.Module"),
    *classes("torch.nn", "ModuleList(modules) ModuleDict(modules)", "torch.nn.Module"),
    # Layers that are one thing in training and another in evaluation: see `interpret.effects.networks`. What the answer
    # of a layer stands for is said by `gives`.
    *classes(
        "torch.nn",
        "Dropout(p) Dropout1d(p) Dropout2d(p) Dropout3d(p) AlphaDropout(p) FeatureAlphaDropout(p) RReLU(lower,upper)",
        "torch.nn.Module",
        by_mode="yes",
    ),
    *classes(
        "torch.nn",
        " ".join(
            f"{name}(num_features,eps,momentum,affine,track_running_stats)"
            for name in ("BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm")
        ),
        "torch.nn.Module",
        by_mode="yes",
    ),
    *classes(
        "torch.nn",
        "TransformerEncoderLayer(d_model,nhead,dim_feedforward,dropout) "
        "TransformerDecoderLayer(d_model,nhead,dim_feedforward,dropout)",
        "torch.nn.Module",
        by_mode="dropout=0.1",
    ),
    *classes(
        "torch.nn",
        "LSTM(input_size,hidden_size,num_layers,bias,batch_first,dropout) "
        "GRU(input_size,hidden_size,num_layers,bias,batch_first,dropout) "
        "MultiheadAttention(embed_dim,num_heads,dropout)",
        "torch.nn.Module",
        by_mode="dropout",
    ),
    *classes(
        "torch.nn",
        "Linear(in_features,out_features) LazyLinear(out_features) Bilinear(in1_features,in2_features,out_features)",
        "torch.nn.Module",
        gives="logits",
    ),
    *classes("torch.nn", "Softmax(dim) Softmin(dim) Softmax2d", "torch.nn.Module", gives="softmax"),
    cls("torch.nn.LogSoftmax(dim)", "torch.nn.Module", gives="log-softmax"),
    cls("torch.nn.Sigmoid", "torch.nn.Module", gives="sigmoid"),
    cls("torch.nn.LogSigmoid", "torch.nn.Module", gives="log-sigmoid"),
    *classes("torch.nn", "Identity Flatten(start_dim,end_dim)", "torch.nn.Module", gives="the same"),
)

# Optimizers add to the gradients that are there (documentation of `torch.optim.Optimizer.zero_grad`); schedulers change
# the step width alone.
_OPTIMIZERS = "SGD Adam AdamW Adamax Adadelta Adagrad ASGD LBFGS NAdam RAdam RMSprop Rprop SparseAdam Adafactor Muon"
_SCHEDULERS = (
    "StepLR MultiStepLR ExponentialLR CosineAnnealingLR CosineAnnealingWarmRestarts ReduceLROnPlateau LambdaLR "
    "CyclicLR OneCycleLR LinearLR ConstantLR PolynomialLR SequentialLR ChainedScheduler MultiplicativeLR"
)
OPTIMIZERS: tuple[Api | Class, ...] = (
    cls("torch.optim.Optimizer(params, lr)"),
    *classes("torch.optim", " ".join(f"{name}(params,lr)" for name in _OPTIMIZERS.split()), "torch.optim.Optimizer"),
    api("torch.optim.Optimizer.zero_grad(set_to_none)", "constant", roles="clears-gradients", subject="self"),
    api("torch.nn.Module.zero_grad(set_to_none)", "constant", roles="clears-gradients", subject="self"),
    api("torch.optim.Optimizer.step(closure)", "callback", subject="self", calls="closure", how="runs"),
    cls("torch.optim.lr_scheduler.LRScheduler(optimizer)"),
    *classes(
        "torch.optim.lr_scheduler",
        " ".join(f"{name}(optimizer)" for name in _SCHEDULERS.split()),
        "torch.optim.lr_scheduler.LRScheduler",
    ),
    api("torch.optim.lr_scheduler.LRScheduler.step(epoch)", "constant"),
    cls("torch.amp.GradScaler(device)"),
    api("torch.amp.GradScaler.scale(outputs)", "carry", subject="outputs"),
    api("torch.amp.GradScaler.step(optimizer)", "constant"),
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
    api(
        "torch.save(obj, f, pickle_module, pickle_protocol, **kwargs)",
        "write",
        roles="artefact",
        origin="own-file",
        path="f",
    ),
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
    api("torch.nn.Module.__call__(input, *args, **kwargs)", "forward", roles="model-input", subject="input"),
    api("torch.nn.Module.forward(input, *args, **kwargs)", "forward", roles="model-input", subject="input"),
    api("torch.nn.Module.eval()", "mode", how="eval", subject="self", returns="self"),
    api("torch.nn.Module.train(mode)", "mode", subject="self", returns="self"),
    *(
        api(f"torch.nn.Module.{name}(*args, **kwargs)", subject="self", returns="self")
        for name in ("to", "cuda", "cpu", "half", "float", "double", "requires_grad_")
    ),
    api("torch.nn.Module.load_state_dict(state_dict, strict, assign)", "weights"),
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

ENTRIES: tuple[Api | Class, ...] = DATA + GIVES + LOOPS + OPTIMIZERS + LOADING + DISTRIBUTED + PROGRAMS

ALIASES = {
    "torch.cuda.amp.GradScaler": "torch.amp.GradScaler",
    "torch.autograd.no_grad": "torch.no_grad",
    "torch.special": "torch",
    "torch.utils.data.dataset": "torch.utils.data",
    "torch.utils.data.dataloader": "torch.utils.data",
    "torch.utils.data.sampler": "torch.utils.data",
    "torch.nn.modules.loss": "torch.nn",
    "torch.nn.modules.container": "torch.nn",
    "torch.nn.modules.module": "torch.nn",
    "torch.serialization.load": "torch.load",
    "torch.serialization.save": "torch.save",
    "torch.utils.model_zoo.load_url": "torch.hub.load_state_dict_from_url",
    "torch.jit._serialization.load": "torch.jit.load",
    "torch._inductor.package.load_package": "torch._inductor.aoti_load_package",
    "torch.package.package_importer.PackageImporter": "torch.package.PackageImporter",
}
