"""Which distribution does an import name come from?"""

import re

_SEPARATORS = re.compile(r"[-_.]+")

_DISTRIBUTIONS = {
    "attr": "attrs",
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python",
    "dateutil": "python-dateutil",
    "dotenv": "python-dotenv",
    "faiss": "faiss-cpu",
    "git": "gitpython",
    "google.protobuf": "protobuf",
    "imblearn": "imbalanced-learn",
    "jwt": "pyjwt",
    "OpenSSL": "pyopenssl",
    "PIL": "pillow",
    "ruamel": "ruamel-yaml",
    "serial": "pyserial",
    "skimage": "scikit-image",
    "sklearn": "scikit-learn",
    "umap": "umap-learn",
    "yaml": "pyyaml",
    "zmq": "pyzmq",
}

_VARIANTS = {
    "faiss-cpu": ("faiss-gpu", "faiss"),
    "opencv-python": ("opencv-python-headless", "opencv-contrib-python", "opencv-contrib-python-headless", "opencv"),
    "tensorflow": ("tensorflow-cpu", "tensorflow-gpu", "tensorflow-macos", "tensorflow-intel"),
    "torch": ("pytorch", "pytorch-cpu", "pytorch-gpu"),
    "msgpack": ("msgpack-python",),
    "xgboost": ("xgboost-cpu", "py-xgboost"),
    "scikit-learn": ("sklearn",),
}

LIBRARIES = frozenset(
    """
    accelerate airflow anthropic boto3 bentoml bs4 catboost cloudpickle cv2 dask deepspeed diffusers dill
    faiss fastai fastapi flask flax gensim gradio h5py huggingface_hub imblearn jax joblib keras langchain
    lightgbm lightning llama_index matplotlib mlflow nltk numpy onnx onnxruntime openai optuna pandas peft PIL plotly
    polars pyarrow pydantic pyspark pytorch_lightning ray requests safetensors scipy seaborn sentence_transformers
    skimage sklearn skops spacy sqlalchemy statsmodels streamlit tensorflow timm tokenizers torch torchaudio torchvision
    tqdm transformers trl wandb xgboost yaml
    """.split()
)
"""Import names that mean the library even in a tree that declares no dependencies."""


def normalise(name: str) -> str:
    """A distribution's name as PEP 503 compares it."""
    return _SEPARATORS.sub("-", name).lower()


def distribution_of(import_name: str) -> str:
    """The normalised distribution of a module (`sklearn.svm` gives "scikit-learn"); its top name if unknown."""
    parts = import_name.split(".")
    for length in range(min(2, len(parts)), 0, -1):
        if found := _DISTRIBUTIONS.get(".".join(parts[:length])):
            return found
    return normalise(parts[0])


def variants_of(distribution: str) -> tuple[str, ...]:
    """A normalised distribution name and those of other builds of it with the same version numbers."""
    return (distribution, *_VARIANTS.get(distribution, ()))
