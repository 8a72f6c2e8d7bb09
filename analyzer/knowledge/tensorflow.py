"""Which of TensorFlow's own functions do something to data? Its Keras is in `keras`."""

from analyzer.knowledge.table import Api, Class, api, apis, cls
from analyzer.knowledge.tensorflow_hub import RUNS

_D = "tensorflow.data.Dataset"
DATA: tuple[Api | Class, ...] = (
    cls(_D, "abstract.Frame", batches="yes"),
    *apis(_D, "from_tensor_slices(tensors) from_tensors(tensors)", "rowwise", returns=_D),
    api(f"{_D}.list_files(file_pattern)", "read", returns=_D),
    api(f"{_D}.from_generator(generator)", "read", how="made", returns=_D),
    *apis(
        _D,
        "batch prefetch enumerate unbatch padded_batch repeat with_options apply",
        "rowwise",
        returns="self",
        sizes="*",
    ),
    api(f"{_D}.map(func)", "rowwise", how="elements", returns="self"),
    *apis(_D, "filter(predicate) shard(num_shards,index)", "subset", returns="self"),
    api(f"{_D}.cache(filename)", "settled", subject="self"),
    api(f"{_D}.shuffle(buffer_size,seed,reshuffle_each_iteration)", "shuffle-anew", subject="self"),
    api(f"{_D}.take(count)", "part-of-stream", subject="self", returns="self", how="take"),
    api(f"{_D}.skip(count)", "part-of-stream", subject="self", returns="self", how="skip"),
    api(f"{_D}.zip(datasets)", "zip", returns=_D),
    api(f"{_D}.concatenate(other)", "concat", returns=_D, how="append"),
    # Loops that are written by hand: the gradients of a loss are what trains.
    cls("tensorflow.GradientTape(persistent)"),
    api("tensorflow.GradientTape.gradient(target,sources)", "backward", roles="train-step", subject="target"),
    *apis("tensorflow", "equal(x,y)", "agree"),
    api("tensorflow.argmax(input,axis)", "rowwise", returns="numpy.ndarray", sizes="axis"),
    *apis("tensorflow.nn", "softmax(logits) sigmoid(x)", "rowwise", returns="numpy.ndarray"),
    *apis(
        "tensorflow",
        "cast(x) convert_to_tensor(value) constant(value) expand_dims(input) squeeze(input)",
        "rowwise",
        returns="numpy.ndarray",
    ),
    # Windows of `size` begin `shift` elements after one another; without a shift they share none.
    api("tensorflow.data.Dataset.window(size,shift,stride)", "window", length="size", stride="shift", default="apart"),
    # `alters`: each row is a changed version of one that was there, see `interpret.effects.repeats`
    *apis(
        "tensorflow.image",
        "flip_left_right(image) flip_up_down(image) rot90(image) transpose(image) adjust_brightness(image) "
        "adjust_contrast(image) adjust_hue(image) adjust_saturation(image) adjust_gamma(image) "
        "random_flip_left_right(image) random_flip_up_down(image) random_brightness(image) random_contrast(image) "
        "random_hue(image) random_saturation(image) random_crop(image)",
        "rowwise",
        returns="numpy.ndarray",
        alters="altered",
    ),
    api("tensorflow.reshape(tensor,shape)", "rowwise", returns="numpy.ndarray", sizes="shape"),
    api("tensorflow.one_hot(indices,depth)", "rowwise", returns="numpy.ndarray", sizes="depth"),
    api("tensorflow.pad(tensor,paddings,mode)", "rowwise", returns="numpy.ndarray", sizes="paddings mode"),
    *apis(
        "tensorflow",
        "reduce_mean(input_tensor,axis) reduce_max(input_tensor,axis) reduce_min(input_tensor,axis)",
        "reduce",
        how="aggregate",
    ),
)

LOADING: tuple[Api | Class, ...] = (
    api("tensorflow.saved_model.load(export_dir, tags, options)", "load", roles="load.model", does=RUNS),
    api(
        "tensorflow.saved_model.loader.load(sess, tags, export_dir, **kwargs)",
        "load",
        roles="load.model",
        subject="export_dir",
        does=RUNS,
    ),
    api("tensorflow.load_op_library(library_filename)", "constant", roles="load.native"),
    api("tensorflow.load_library(library_location)", "constant", roles="load.native"),
    api("tensorflow.saved_model.save(obj, export_dir, **kwargs)", "write", origin="own-file", path="export_dir"),
)

FILES: tuple[Api | Class, ...] = (
    *(api(f"tensorflow.{name}(name, mode)", "open", returns="io.IOBase") for name in ("io.gfile.GFile", "gfile.GFile")),
    *(api(f"tensorflow.{name}(name, mode)", "open", returns="io.IOBase") for name in ("gfile.Open", "gfile.FastGFile")),
)

ENTRIES: tuple[Api | Class, ...] = DATA + LOADING + FILES

ALIASES = {
    "tensorflow.keras": "keras",
    "tensorflow.python.keras": "keras",
    "tensorflow.compat.v1": "tensorflow",
    "tensorflow.compat.v2": "tensorflow",
    "tensorflow.app.flags": "absl.flags",
    "tensorflow.flags": "absl.flags",
    "tensorflow.saved_model.load_v2": "tensorflow.saved_model.load",
}
