"""Which of TensorFlow's own functions do something to data? Its Keras is in `keras`."""

from analyzer.knowledge.table import Api, Class, api, apis, cls
from analyzer.knowledge.tensorflow_hub import RUNS

DATA: tuple[Api | Class, ...] = (
    cls("tensorflow.data.Dataset", "abstract.Frame"),
    *apis(
        "tensorflow.data.Dataset",
        "from_tensor_slices(tensors) from_tensors(tensors)",
        "rowwise",
        returns="tensorflow.data.Dataset",
    ),
    *apis("tensorflow.data.Dataset", "batch prefetch cache map enumerate unbatch", "rowwise", returns="self"),
    api("tensorflow.data.Dataset.shuffle(buffer_size)", "shuffle", returns="self"),
    api("tensorflow.data.Dataset.take(count)", "head", returns="self", how="take"),
    api("tensorflow.data.Dataset.skip(count)", "head", returns="self", how="skip"),
    *apis(
        "tensorflow",
        "cast(x) convert_to_tensor(value) constant(value) expand_dims(input) squeeze(input)",
        "rowwise",
        returns="numpy.ndarray",
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
