"""Which of TensorFlow's own functions do something to data? Its Keras is in `keras`."""

from analyzer.knowledge.table import Api, Class, api, apis, cls

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

ENTRIES: tuple[Api | Class, ...] = DATA

ALIASES = {"tensorflow.keras": "keras", "tensorflow.python.keras": "keras", "tensorflow.compat.v1": "tensorflow"}
