"""What do Keras models, layers and preprocessing do with data?"""

from analyzer.knowledge.table import Api, Class, api, apis, classes, cls
from analyzer.knowledge.tensorflow_hub import RUNS

_FIT = "fit(x,y,batch_size,epochs,verbose,callbacks,validation_split,validation_data)"
_MODELS: tuple[Api | Class, ...] = (
    cls("keras.Model", how="model"),
    cls("keras.Sequential", "keras.Model"),
    api(f"keras.Model.{_FIT}", "fit", roles="fit", subject="x", returns="keras.callbacks.History"),
    api(
        "keras.Model.fit_generator(generator,steps_per_epoch,epochs,verbose,callbacks,validation_data)",
        "fit",
        roles="fit",
        subject="generator",
    ),
    api("keras.Model.train_on_batch(x,y)", "fit", roles="fit", subject="x"),
    *apis(
        "keras.Model", "evaluate(x,y) evaluate_generator(x) test_on_batch(x,y)", "score", roles="evaluate", subject="x"
    ),
    *apis(
        "keras.Model",
        "predict(x) predict_classes(x) predict_proba(x) predict_generator(x) predict_on_batch(x)",
        "predict",
        roles="model-input predict",
        subject="x",
        returns="numpy.ndarray",
    ),
    api("keras.Model.__call__(x,training)", "forward", roles="model-input", subject="x", returns="numpy.ndarray"),
    api("keras.Model.compile(optimizer,loss,metrics)", "constant", roles="loss", how="compile"),
    *apis("keras.Model", "summary get_config count_params build", "constant"),
    # The last layers whose activation is held against the loss; see `interpret.activations`.
    cls("keras.layers.Dense(units,activation)"),
    cls("keras.layers.Activation(activation)"),
    cls("keras.layers.Softmax(axis)"),
    api("keras.Model.add(layer)", "mutate", how="layer"),
    cls("keras.callbacks.History"),
    # What was measured in each epoch, by name; names of what was measured on validation rows begin with "val_".
    api("keras.callbacks.History.history", subject="self", returns="keras.callbacks.Record", attribute="yes"),
    cls("keras.callbacks.Record"),
    api("keras.callbacks.Record.__getitem__(name)", subject="self", how="watched"),
    # `chooses`: see `effects.selectors`.
    cls("keras.callbacks.EarlyStopping(monitor,min_delta,patience,verbose,mode)", chooses="monitor=val_loss"),
    cls("keras.callbacks.ReduceLROnPlateau(monitor,factor,patience,verbose,mode)", chooses="monitor=val_loss"),
    api("keras.Model.load_weights(filepath)", "constant", roles="load.weights"),
    *classes("keras.wrappers.scikit_learn", "KerasClassifier(build_fn) KerasRegressor(build_fn)", "abstract.Estimator"),
)

# Files and configurations that models are built from. `safe_mode` keeps the marshalled lambdas in them out: of `.keras`
# archives from Keras 2.13 on, of HDF5 files from 3.11.3 on, of bare configurations of the old format from 3.15 on (read
# in the wheels of 3.11.3, 3.12.0, 3.13.2 and 3.15.1, and in tf_keras 2.21, where HDF5 files are still not guarded).
_LOADING: tuple[Api | Class, ...] = (
    *(
        api(
            f"keras.{module}.load_model(filepath, custom_objects, compile, safe_mode, **kwargs)",
            "load",
            roles="load.keras",
            returns="keras.Model",
        )
        for module in ("models", "saving")
    ),
    *(
        api(
            f"keras.models.{name}(config, custom_objects)",
            "load",
            roles="load.keras",
            how="config",
            returns="keras.Model",
        )
        for name in ("model_from_json", "model_from_yaml", "model_from_config")
    ),
    api("keras.Model.from_config(config, custom_objects)", "load", roles="load.keras", subject="config", how="config"),
    api(
        "keras.Sequential.from_config(config, custom_objects, build_graph)",
        "load",
        roles="load.keras",
        subject="config",
        how="config",
    ),
    api("keras.layers.deserialize(config, custom_objects)", "load", roles="load.keras", how="config"),
    api(
        "keras.saving.deserialize_keras_object(config, custom_objects, safe_mode, **kwargs)",
        "load",
        roles="load.keras",
        how="config",
    ),
    api(
        "keras.Model.save(filepath, overwrite, **kwargs)",
        "write",
        roles="artefact",
        subject="self",
        origin="own-file",
        path="filepath",
    ),
    *(
        api(
            f"keras.{module}.save_model(model, filepath, **kwargs)",
            "write",
            roles="artefact",
            origin="own-file",
            path="filepath",
        )
        for module in ("models", "saving")
    ),
    # It writes there while the model is trained.
    api(
        "keras.callbacks.ModelCheckpoint(filepath,monitor,verbose,save_best_only,save_weights_only,mode,**kwargs)",
        "write",
        origin="own-file",
        path="filepath",
        gives="itself",
        chooses="monitor=val_loss",
        only_if="save_best_only",
    ),
    *(api(f"keras.Model.{name}(**kwargs)", "constant") for name in ("to_json", "to_yaml")),
    api(
        "keras.utils.get_file(fname, origin, untar, md5_hash, file_hash, **kwargs)",
        "source",
        roles="download.file",
        url="origin",
        origin="download",
        verified_by="file_hash md5_hash",
    ),
    # Layers around a SavedModel: its graph is run.
    api("keras.layers.TFSMLayer(filepath, call_endpoint, **kwargs)", "load", roles="load.model", does=RUNS),
)

_PREPROCESSING: tuple[Api | Class, ...] = (
    cls("keras.preprocessing.text.Tokenizer", "abstract.Transformer", how="text"),
    api("keras.preprocessing.text.Tokenizer.fit_on_texts(texts)", "fit-statistic", subject="texts"),
    *apis(
        "keras.preprocessing.text.Tokenizer",
        "texts_to_sequences(texts) texts_to_matrix(texts)",
        "transform",
        subject="texts",
        returns="numpy.ndarray",
    ),
    *classes("keras.layers", "Normalization Discretization", "abstract.Transformer", how="scaling"),
    *classes("keras.layers", "TextVectorization StringLookup IntegerLookup", "abstract.Transformer", how="text"),
    *(
        api(f"keras.layers.{name}.adapt(data)", "fit-statistic", subject="data")
        for name in ("Normalization", "Discretization", "TextVectorization", "StringLookup", "IntegerLookup")
    ),
    *(
        api(f"keras.layers.{name}.__call__(inputs)", "transform", subject="inputs")
        for name in ("Normalization", "Discretization", "TextVectorization", "StringLookup", "IntegerLookup")
    ),
    api(
        "keras.preprocessing.sequence.pad_sequences(sequences,maxlen)",
        "rowwise",
        returns="numpy.ndarray",
        sizes="maxlen",
    ),
    # `length` and `stride`: the arguments that say how wide a window is and how far on the next one begins
    api(
        "keras.utils.timeseries_dataset_from_array(data,targets,sequence_length,sequence_stride)",
        "window",
        returns="tensorflow.data.Dataset",
        length="sequence_length",
        stride="sequence_stride",
    ),
    api(
        "keras.preprocessing.sequence.TimeseriesGenerator(data,targets,length,sampling_rate,stride)",
        "window",
        returns="keras.preprocessing.image.Iterator",
        length="length",
        stride="stride",
    ),
    api("keras.utils.set_random_seed(seed)", "seed"),
    api("keras.utils.to_categorical(y,num_classes)", "rowwise", returns="numpy.ndarray", sizes="num_classes"),
    api("keras.utils.normalize(x)", "rowwise", returns="numpy.ndarray"),
    cls("keras.preprocessing.image.ImageDataGenerator", "abstract.Stateless"),
    api(
        "keras.preprocessing.image.ImageDataGenerator.flow(x,y)",
        "rowwise",
        subject="x",
        returns="keras.preprocessing.image.Iterator",
        side="subset",
        alters="altered without end",
    ),
    *apis(
        "keras.preprocessing.image.ImageDataGenerator",
        "random_transform(x) apply_transform(x)",
        "rowwise",
        subject="x",
        returns="numpy.ndarray",
        alters="altered",
    ),
    *apis(
        "keras.preprocessing.image",
        "random_rotation(x) random_shift(x) random_shear(x) random_zoom(x) random_channel_shift(x) "
        "random_brightness(x) apply_affine_transform(x)",
        "rowwise",
        returns="numpy.ndarray",
        alters="altered",
    ),
    *apis("keras.utils", "load_img(path)", returns="PIL.Image.Image", rows="one"),
    *apis("keras.utils", "img_to_array(img)", "rowwise", returns="numpy.ndarray"),
    api(
        "keras.preprocessing.image.ImageDataGenerator.flow_from_directory(directory)",
        "read",
        returns="keras.preprocessing.image.Iterator",
    ),
    api(
        "keras.preprocessing.image.ImageDataGenerator.flow_from_dataframe(dataframe,directory)",
        "rowwise",
        subject="dataframe",
        returns="keras.preprocessing.image.Iterator",
        side="subset",
    ),
    # Two calls with one seed and one fraction divide a folder alike (`keras/src/utils/dataset_utils.py`).
    *apis(
        "keras.utils",
        "image_dataset_from_directory(directory) text_dataset_from_directory(directory) "
        "audio_dataset_from_directory(directory)",
        "read",
        roles="split",
        returns="tensorflow.data.Dataset",
        divides="validation_split",
    ),
    cls("keras.preprocessing.image.Iterator", "abstract.Frame"),
    *(
        api(f"keras.datasets.{name}.load_data", "read", how="sides")
        for name in ("mnist", "fashion_mnist", "cifar10", "cifar100", "imdb", "reuters", "boston_housing")
    ),
)

# Keras takes labels first, as scikit-learn does, in functions and in objects.
_LOSSES = (
    "BinaryCrossentropy CategoricalCrossentropy SparseCategoricalCrossentropy MeanSquaredError MeanAbsoluteError "
    "MeanAbsolutePercentageError MeanSquaredLogarithmicError Huber LogCosh Hinge Poisson"
)
_MEASURES = (
    "Accuracy BinaryAccuracy CategoricalAccuracy SparseCategoricalAccuracy MeanSquaredError MeanAbsoluteError "
    "RootMeanSquaredError AUC Precision Recall"
)
_METRICS: tuple[Api | Class, ...] = (
    *classes("keras.losses", _LOSSES, "keras.Loss"),
    cls("keras.Loss"),
    api("keras.Loss.__call__(y_true,y_pred)", "loss"),
    *classes("keras.metrics", _MEASURES, "keras.Measure"),
    cls("keras.Measure"),
    *apis(
        "keras.Measure",
        "update_state(y_true,y_pred) __call__(y_true,y_pred)",
        "metric",
        roles="metric",
        swap="by class",
    ),
    *apis("keras.Measure", "result reset_state reset_states", "constant"),
    *apis(
        "keras.metrics",
        "binary_accuracy(y_true,y_pred) categorical_accuracy(y_true,y_pred) sparse_categorical_accuracy(y_true,y_pred) "
        "mean_squared_error(y_true,y_pred) mean_absolute_error(y_true,y_pred)",
        "metric",
        roles="metric",
        swap="harmless",
    ),
)

# From then on every load of the process builds the lambdas that a file holds (keras 3.15.1, `serialization_lib`).
_SWITCHES: tuple[Api | Class, ...] = (
    api("keras.config.enable_unsafe_deserialization()", "constant", roles="disable.keras"),
)

ENTRIES: tuple[Api | Class, ...] = _MODELS + _PREPROCESSING + _METRICS + _SWITCHES + _LOADING

ALIASES = {
    "keras.models.Model": "keras.Model",
    "keras.models.Sequential": "keras.Sequential",
    "keras.engine.training.Model": "keras.Model",
    "keras.engine.sequential.Sequential": "keras.Sequential",
    "keras.utils.np_utils": "keras.utils",
    "keras.preprocessing.image_dataset_from_directory": "keras.utils.image_dataset_from_directory",
    "keras.preprocessing.text_dataset_from_directory": "keras.utils.text_dataset_from_directory",
    "keras.preprocessing.image.load_img": "keras.utils.load_img",
    "keras.preprocessing.image.img_to_array": "keras.utils.img_to_array",
    "keras.preprocessing.timeseries_dataset_from_array": "keras.utils.timeseries_dataset_from_array",
    "keras.utils.pad_sequences": "keras.preprocessing.sequence.pad_sequences",
    "keras.layers.experimental.preprocessing": "keras.layers",
    "keras.src.saving.saving_api": "keras.saving",
    "keras.saving.saving_api": "keras.saving",
    "keras.saving.save": "keras.saving",
    "keras.engine.saving": "keras.saving",
    "keras.utils.deserialize_keras_object": "keras.saving.deserialize_keras_object",
    "keras.saving.serialization_lib.deserialize_keras_object": "keras.saving.deserialize_keras_object",
    "keras.__internal__.enable_unsafe_deserialization": "keras.config.enable_unsafe_deserialization",
    "keras.saving.serialization_lib.enable_unsafe_deserialization": "keras.config.enable_unsafe_deserialization",
    "keras.src.saving.serialization_lib.enable_unsafe_deserialization": "keras.config.enable_unsafe_deserialization",
}
