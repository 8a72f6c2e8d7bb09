"""By which words does code get at what the rules ask for, and which rules can find anything in it?

Words like `load`, `fit` and `predict` stand in every second file, so they only count in code that imports a library
that has them; and a rule about request data only counts in code that can be given a request.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from analyzer.knowledge.lookup import libraries, lookup
from analyzer.knowledge.table import Api, Class
from analyzer.model.rule import FAR

# Attributes that somebody meant to be `requires_grad`; no library has them.
MISSPELT = frozenset(
    "require_grad require_grads requires_grads required_grad requires_gard requires_gradient requires_gradients "
    "requres_grad reqires_grad requiers_grad requiresgrad require_gradient requires_grad_".split()
)

# Facts that are no calls of an API, and the words without which there are none.
FACT_WORDS = {
    "preprocessing": frozenset[str](),  # the steps of data on its way to models that are saved or loaded
    "test": frozenset[str](),  # what a test asserts of the calls that a rule about tests reads
    # See `interpret.happenings`.
    "ignored-result": frozenset(
        {"dropna", "fillna", "drop_duplicates", "reset_index", "set_index", "sort_values", "astype", "drop", "rename"}
        | {"reshape", "concat", "transform", "append", "replace", "DataLoader"}
    ),
    "unchecked-data": frozenset[str](),  # how the code looks at data that a model learns from: `interpret.looks`
    "round-trip": frozenset[str](),  # tables that are read from files of the project: `interpret.round_trips`
    "worker-seed": frozenset({"Dataset", "IterableDataset"}),
    "unseeded": frozenset[str](),
    "exit-code": frozenset({"subprocess"}),
    "gradient-switch": frozenset({"requires_grad"} | MISSPELT),
    "chained-assignment": frozenset({"DataFrame", "loc", "iloc", "inplace"}),
    "nan-comparison": frozenset({"nan", "NaN", "NAN", "NaT", "NA"}),
    # Names that libraries read from the environment, from themselves or from the settings of a project. What else of
    # a library can be given another value is found by the words of its functions.
    "assignment": frozenset(
        {
            "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD",
            "TORCH_FORCE_WEIGHTS_ONLY_LOAD",
            "MLFLOW_ALLOW_MODEL_CODE_EXECUTION",
            "MLFLOW_ALLOW_PICKLE_DESERIALIZATION",
            "VLLM_ALLOW_INSECURE_SERIALIZATION",
            "RAY_DATA_WEBDATASET_ALLOW_UNSAFE_DESERIALIZATION",
            "RAY_DATA_AUTOLOAD_PICKLE_OBJECT_SCALAR",
            "RAY_DATA_AUTOLOAD_CLOUDPICKLE_TENSOR_METADATA",
            "DIFFUSERS_TRUST_REMOTE_KERNELS",
            "MONAI_ALLOW_PICKLE",
            "AG_ALLOW_PICKLE_FROM_URL",
            "HAYSTACK_UNSAFE_DESERIALIZATION",
            "UNSLOTH_ALLOW_UNSAFE_PT2_LOAD",
            "HYDRA_INSTANTIATE_ALLOWLIST_OVERRIDE",
            "HF_DATASETS_TRUST_REMOTE_CODE",
            "_default_to_weights_only",
            "check_torch_load_is_safe",
            "CELERY_ACCEPT_CONTENT",
            "CELERY_RESULT_ACCEPT_CONTENT",
            "MAX_IMAGE_PIXELS",
            "MAX_CONTENT_LENGTH",
            "accept_content",
            "result_accept_content",
        }
    ),
}


# Modules of the standard library that are looked for even where nothing imports them: snippets and cells of notebooks
# leave their imports out, and the name has no other meaning there.
FREE = frozenset({"_pickle", "cPickle", "marshal", "pickle", "shelve", "tarfile"})

# Libraries that run code which does not import them, and the words of which such code mentions one: the functions that
# they call are told by their form (`entrances`).
BY_FORM = {
    "awslambdaric": ("event",),
    "grpc": ("_pb2_grpc",),  # what the compiler for protocol buffers adds to the name of a module
    "azureml": ("raw_data",),
    "sagemaker_inference": ("input_fn", "predict_fn", "transform_fn"),
}

# Roles that a rule asks for without naming them: judging rules look into training loops that are written by hand. One
# can find something where there is a step of a training, and then it looks into what is done without gradients, too.
_STEPS = "train-step"
_IN_LOOPS = frozenset({_STEPS, "held-out"})


@dataclass(frozen=True, slots=True)
class Ask:
    """What one rule asks for.

    Attributes:
        reads: the roles (and other kinds of facts) it reads.
        given: kinds of origin or roles of which every finding needs one: code that cannot get at any is not
            entered; empty if any of `reads` is enough.
        reach: how many calls away from an API a function can be and still matter to the rule.
    """

    reads: frozenset[str]
    given: frozenset[str] = frozenset()
    reach: int = FAR


class Vocabulary:
    """The words of a set of asks; answers are kept."""

    def __init__(self, asks: Iterable[Ask]) -> None:
        self._asks = tuple(map(_with_loops, asks))
        self._active: dict[tuple[frozenset[str], int], frozenset[str]] = {}
        self._anchors: dict[tuple[frozenset[str], int], frozenset[str]] = {}
        self._words: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {}

    def anchors(self, imported: frozenset[str], calls: int = 0) -> frozenset[str]:
        """What code that has the libraries `imported` in reach must get at, or no rule can find anything in it.

        With `calls`, only what rules ask for that reach over as many calls.
        """
        found = self._anchors.get((imported, calls))
        if found is None:
            active = self.active(imported)
            asks = (ask for ask in self._asks if ask.reach >= calls and ask.reads <= active)
            found = frozenset(each for ask in asks for each in ask.given or ask.reads)
            self._anchors[imported, calls] = found
        return found

    @property
    def all_anchors(self) -> frozenset[str]:
        """The same where every library may be in reach; asks no table, because loading all of them takes 0.1 s."""
        return frozenset(each for ask in self._asks for each in ask.given or ask.reads)

    @property
    def reads(self) -> frozenset[str]:
        """Everything that any rule reads."""
        return frozenset(read for ask in self._asks for read in ask.reads)

    def active(self, imported: frozenset[str], calls: int = 0) -> frozenset[str]:
        """What can be read by a rule that can find something where the libraries `imported` are in reach.

        With `calls`, only by rules that reach over as many calls.
        """
        found = self._active.get((imported, calls))
        if found is None:
            offered = frozenset(each for library in imported & libraries() for each in offers(library))
            asks = (ask for ask in self._asks if not ask.given or not ask.given.isdisjoint(offered))
            found = frozenset(read for ask in asks if ask.reach >= calls for read in ask.reads)
            self._active[imported, calls] = found
        return found

    def words(self, imported: frozenset[str], reads: frozenset[str]) -> frozenset[str]:
        """The words by which code that imports the libraries `imported` gets at APIs with a role in `reads`."""
        key = (imported, reads)
        found = self._words.get(key)
        if found is None:
            known = imported & libraries()
            words = {word for library in known for word in words_of(library, reads)}
            words.update(word for fact in FACT_WORDS.keys() & reads for word in FACT_WORDS[fact])
            found = self._words[key] = frozenset(words)
        return found


def _with_loops(ask: Ask) -> Ask:
    """`ask`, and for one about evaluations what loops that are written by hand are known by."""
    if "evaluate" not in (ask.given or ask.reads):
        return ask
    given = ask.given | {_STEPS} if ask.given else ask.given
    return Ask(reads=ask.reads | _IN_LOOPS, given=given, reach=ask.reach)


@cache
def words_of(library: str, reads: frozenset[str]) -> frozenset[str]:
    """The last name components by which code that imports `library` gets at an API with a role or origin in `reads`.

    These are its functions, and the methods of the classes that it has, returns or derives from. A method whose name
    is not spelt (`model(x)`) or says too little is got at through its classes and the functions that make them. Of the
    built-in functions it is the qualified name.
    """
    if library == "builtins":  # in reach everywhere, and `model.eval()` is not `eval()`
        return frozenset(_built_in(reads))
    found: set[str] = set()
    silent: set[str] = set()
    own = (row for row in _rows(library) if row.option("spelt") != "owner" and _asked(row, reads))
    found.update(word for row in own for word in _spelt(row))
    for owner in _classes_of(library):
        row = lookup(owner)
        if isinstance(row, Class) and "model-input" in reads:
            found.update(row.option("speaks").split())
        for method in _methods(owner):
            if _asked(method, reads):
                name = method.name.rpartition(".")[2]
                if name == "__call__" or method.option("spelt") == "owner":
                    silent.add(owner)
                elif method.option("spelt") == "own" and not owner.startswith(f"{library}."):
                    continue  # too common a word for libraries that only give such an object
                else:
                    found.add(name)
    for other in _aliased(library):
        found |= words_of(other, reads)
    if silent:
        found.update(name.rpartition(".")[2] for name in _leading(library, silent))
    return frozenset(found)


def _spelt(row: Api | Class) -> Iterable[str]:
    """How code gets at a function: by its name; by the words in option `words`, if all that matters mentions one."""
    return row.option("words").split() or (row.name.rpartition(".")[2],)


def _built_in(reads: frozenset[str]) -> Iterator[str]:
    """The built-in functions with a role or origin in `reads`, and those that give an object that has such a method."""
    functions = [row for row in _rows("builtins") if isinstance(row, Api)]
    asked = {row.name for row in functions if _asked(row, reads)}
    owners = {name.rpartition(".")[0] for name in asked} - {"builtins"}
    for row in functions:
        if row.name.count(".") == 1 and (row.name in asked or row.returns in owners):
            yield row.name


def _asked(row: Api | Class, reads: frozenset[str]) -> bool:
    return not reads.isdisjoint((*row.roles, row.origin, _handled(row)))


@cache
def _classes_of(library: str) -> frozenset[str]:
    """The classes that code gets hold of through `library`: its own, their bases, and what its functions return."""
    found: set[str] = set()
    waiting: list[str] = []
    for row in _rows(library):
        waiting.extend((row.name, *row.bases) if isinstance(row, Class) else row.returns.split(","))
    while waiting:
        name = waiting.pop()
        named = lookup(name) if name and name != "self" else None
        if not isinstance(named, Class) or named.name in found:
            continue
        found.add(named.name)
        if named.option("speaks"):
            continue
        waiting.extend(named.bases)
        waiting.extend(each for method in _methods(named.name) for each in method.returns.split(","))
    return frozenset(found)


@cache
def _aliased(library: str) -> frozenset[str]:
    """Other libraries that names of `library` are other spellings of (`cPickle`)."""
    aliases = getattr(import_module(f"analyzer.knowledge.{library}"), "ALIASES", {})
    return frozenset(name.partition(".")[0] for name in aliases.values()) & libraries() - {library}


def _methods(owner: str) -> Collection[Api]:
    return _by_owner(owner.partition(".")[0]).get(owner, ())


@cache
def _by_owner(library: str) -> dict[str, list[Api]]:
    found: dict[str, list[Api]] = {}
    for row in _rows(library) if library in libraries() else ():
        if isinstance(row, Api):
            found.setdefault(row.name.rpartition(".")[0], []).append(row)
    return found


def _leading(library: str, owners: Collection[str]) -> set[str]:
    """The classes of `library` that are or derive from one of `owners`, and its functions that return one."""
    heirs = {name for name in _classes_of(library) if not owners_of(name).isdisjoint(owners)}
    makers = {
        row.name for row in _rows(library) if isinstance(row, Api) and not heirs.isdisjoint(row.returns.split(","))
    }
    return heirs | makers


@cache
def owners_of(name: str) -> frozenset[str]:
    """A class of the tables and all its ancestors."""
    row = lookup(name)
    if not isinstance(row, Class):
        return frozenset()
    return frozenset({row.name}).union(*(owners_of(base) for base in row.bases if base != name))


def _handled(row: Api | Class) -> str:
    """The origin of what a framework gives to methods of a class."""
    return row.option("handler_origin") if isinstance(row, Class) else ""


@cache
def offers(library: str) -> frozenset[str]:
    """The kinds of origin and the roles that code gets at through a library."""
    origins = {row.origin for row in _rows(library) if row.origin}
    handlers = {_handled(row) for row in _rows(library)}
    roles = {role for owner in _classes_of(library) for row in _methods(owner) for role in row.roles}
    roles |= {role for row in _rows(library) for role in row.roles}
    return frozenset(origins | handlers | roles) - {""}


def _rows(library: str) -> Collection[Api | Class]:
    entries: Collection[Api | Class] = import_module(f"analyzer.knowledge.{library}").ENTRIES
    return entries
