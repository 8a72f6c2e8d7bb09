"""In which words is the behaviour of a library written down?

One module per top-level package (`knowledge/sklearn.py` for `sklearn`), each with `ENTRIES`, a tuple of `api(...)` and
`cls(...)` rows, and optionally `ALIASES`, a mapping from other spellings of a module or name to the one the tables use
(`"tensorflow.keras": "keras"`). A row is data: the effect named in it is implemented once, in `interpret/effects`.
"""

from typing import Literal

import msgspec

Effect = Literal[
    "unknown",  # result carries everything of receiver and arguments and is marked unknown
    "carry",  # result is derived from `subject` (default: receiver and all arguments), fully understood
    "constant",  # result depends on no input that matters (len of a list, a path's suffix, time())
    "source",  # result comes from `origin`; carries nothing of the arguments
    "open",  # opens the path in `subject`: content has the path's origin, or `origin` if given
    "load",  # deserialises `subject`: result carries its origins, type from `returns`
    "write",  # writes the value in `subject` to the path in option `path`
    "command",  # runs the program in `subject`: what it fetches is written where it says, see `interpret.commands`
    "read",  # new dataset: rows get a new root; carries origins of `subject`
    # Same rows, new values; statistics already in the value stay, those of arguments join, except of the arguments in
    # option `sizes` ("*" for all). The argument in option `side` names the side of a split that the subject is to give.
    "rowwise",
    "subset",  # some of the rows of `subject`, which ones is not known
    "head",  # the first `n` rows, or other slices known by position
    "sample",  # random rows; with `replace` a duplication
    "reduce",  # a statistic over the rows of `subject` (subject to option `axis`)
    "group",  # a groupby object: later reductions aggregate over rows
    "group-reduce",  # statistic per group, joined back or not
    "fill",  # fills gaps of `subject` with the argument `value`: same rows, statistics of the value join
    "duplicate",  # repeats rows
    "shuffle",  # same rows in another order
    "window",  # overlapping windows over rows
    "concat",  # union of the rows of the items of `subject`
    "merge",  # join of receiver/left with right: rows of left, statistics of both
    "split",  # `train_test_split`-like: for every array two results, train then test
    "random-split",  # list of disjoint parts of `subject` (torch random_split, spark randomSplit)
    "fold",  # iterator over (train indices, test indices) of `subject`
    "fit",  # receiver learns from X (and y); returns the receiver
    "fit-statistic",  # receiver learns statistics of X; returns the receiver
    "transform",  # applies what the receiver learned to X
    "fit-transform",  # both
    "statistic",  # functional form of fit-transform (`scale(X)`, `pd.qcut`)
    "resample",  # `fit_resample(X, y)`: duplicates unless the class only drops rows
    "predict",  # predictions of the receiver for X
    "score",  # receiver is evaluated on X, y
    "cross-validate",  # estimator is fitted and evaluated on folds of X
    "search",  # like fit, with an inner cross-validation
    "metric",  # compares labels with predictions
    "pipeline",  # builds a pipeline object from steps
    # Training loops that are written by hand; see `interpret.effects.loops`.
    "forward",  # a network is asked about a batch: its answer knows the rows, and which network it may train
    "loss",  # compares labels with answers; one can go back from the result
    "agree",  # compares labels with answers one by one
    "backward",  # trains the networks whose answers are in the subject
    "mode",  # the receiver is switched to evaluation ("eval") or to training
    "hand-back",  # the arguments themselves: one as it is, several in a tuple
    "weights",  # the receiver is given weights that were stored
    "network",  # makes a network that nothing has trained here
    "extreme",  # along `dim` the extreme values and their positions, else as "reduce"
    "stages-fit",  # a pipeline of Spark learns: a model, or only transformers
    "stages-transform",  # it is applied
    # Columns of frames by name and by expression; see `interpret.effects.columnar`.
    "expression",  # an expression made from others ("alias", "aggregate", "group", "mask")
    "with-columns",  # columns are added, or written over
    "select-columns",  # only some are kept
    "drop-columns",  # some are taken away
    # Pipelines that read their rows anew in every pass; see `interpret.effects.streams`.
    "shuffle-anew",  # another order in every pass, unless told otherwise
    "part-of-stream",  # `take` and `skip` of rows that may be in another order next time
    "settled",  # the order is kept from now on
    "zip",  # datasets side by side
    "trainer-fit",  # the receiver trains a model that it holds or is given; see `interpret.effects.trainers`
    "trainer-judge",  # it judges that model
    "seed",  # the random numbers of a library begin anew
    "each-side",  # the method of the same name is called on every side of a dataset
    "positions",  # the numbers below a length, in order or shuffled
    "validate",  # subject passes check `how`; result is the validated subject
    "mutate",  # receiver gains the arguments as members
    "partial",  # functools.partial
    "exit",  # never returns
    # Channels over which bytes come in; see `interpret.effects.channels` for their options.
    "channel",  # makes one: open to others, local, or not known until it is bound or connected
    "endpoint",  # the receiver is bound or connected to the address in `subject`
    "secure",  # the receiver asks its peers for keys or passwords
    "callback",  # calls the functions in option `calls` with the content of the receiver, or of `origin`
]


class Api(msgspec.Struct, frozen=True, kw_only=True):
    """One function or method of a library.

    Attributes:
        name: qualified name in the tables' spelling, e.g. "torch.load", "pandas.DataFrame.dropna".
        params: parameter names in order, without the receiver; "*" and "/" as in Python, "*name" and "**name" for
            the rest; () if not written down, then arguments bind as "0", "1", … and by keyword.
        effect: what the call does to values; see `Effect`.
        roles: what rules call it: "load.pickle", "metric", "model-input", …; calls with a role are recorded as facts.
        subject: the parameter that effect and roles speak of; "self" for the receiver; "" for the first one.
        returns: qualified type of the result; "self" for the receiver, "" for unknown; comma-separated for a tuple.
        origin: the kind of place the result comes from (`interpret.values.ORIGINS`), if the call is a source.
        how: a word of the effect's own: "scaling", "imputation", "oversampling", "typed", …
        options: further (name, value) pairs an effect or a rule understands; documented beside the effect.
    """

    name: str
    params: tuple[str, ...] = ()
    effect: Effect = "carry"
    roles: tuple[str, ...] = ()
    subject: str = ""
    returns: str = ""
    origin: str = ""
    how: str = ""
    options: tuple[tuple[str, str], ...] = ()

    def option(self, name: str, default: str = "") -> str:
        """The value of option `name`."""
        return dict(self.options).get(name, default)

    @property
    def positional(self) -> tuple[str, ...]:
        """Names that positional arguments bind to, in order."""
        names: list[str] = []
        for name in self.params:
            if name.startswith("*"):
                break
            if name != "/":
                names.append(name)
        return tuple(names)


class Class(msgspec.Struct, frozen=True, kw_only=True):
    """One class of a library.

    Attributes:
        name: qualified name.
        params: constructor parameters, as in `Api.params`.
        bases: qualified names of base classes in the tables; abstract ones ("abstract.Transformer") only exist there
            and give a class its methods.
        how: what its fit learns ("scaling", "imputation", "encoding", "binning", "text", "projection", "selection",
            "clustering", "oversampling", "undersampling", …), inherited by its methods' effects.
        roles: as in `Api`, for the constructor call.
        origin: origin of an instance (a request object, a socket), if it is a source.
        options: as in `Api`.
    """

    name: str
    params: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    how: str = ""
    roles: tuple[str, ...] = ()
    origin: str = ""
    options: tuple[tuple[str, str], ...] = ()

    def option(self, name: str, default: str = "") -> str:
        """The value of option `name`."""
        return dict(self.options).get(name, default)


def _signature(text: str) -> tuple[str, tuple[str, ...]]:
    name, _, rest = text.partition("(")
    return name.strip(), tuple(part.strip() for part in rest.rstrip(") ").split(",") if part.strip())


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def api(
    signature: str,
    effect: Effect = "carry",
    *,
    roles: str = "",
    subject: str = "",
    returns: str = "",
    origin: str = "",
    how: str = "",
    **options: str,
) -> Api:
    """A row for a function or method: `api("torch.load(f, *, weights_only)", "load", roles="load.torch")`."""
    name, params = _signature(signature)
    return Api(
        name=name,
        params=params,
        effect=effect,
        roles=_words(roles),
        subject=subject,
        returns=returns,
        origin=origin,
        how=how,
        options=tuple(options.items()),
    )


def cls(signature: str, bases: str = "", *, how: str = "", roles: str = "", origin: str = "", **options: str) -> Class:
    """A row for a class: `cls("sklearn.preprocessing.StandardScaler(copy)", "abstract.Transformer", how="scaling")`."""
    name, params = _signature(signature)
    return Class(
        name=name,
        params=params,
        bases=_words(bases),
        how=how,
        roles=_words(roles),
        origin=origin,
        options=tuple(options.items()),
    )


def apis(
    owner: str,
    signatures: str,
    effect: Effect = "carry",
    *,
    roles: str = "",
    subject: str = "",
    returns: str = "",
    origin: str = "",
    how: str = "",
    **options: str,
) -> tuple[Api, ...]:
    """Rows that differ in name only: `apis("numpy", "log exp sqrt", "rowwise")`; signatures are separated by spaces."""
    return tuple(
        api(
            f"{owner}.{signature}",
            effect,
            roles=roles,
            subject=subject,
            returns=returns,
            origin=origin,
            how=how,
            **options,
        )
        for signature in signatures.split()
    )


def classes(owner: str, names: str, bases: str, *, how: str = "", roles: str = "", **options: str) -> tuple[Class, ...]:
    """Class rows that differ in name only: `classes("sklearn.svm", "SVC SVR", "abstract.Estimator")`."""
    return tuple(cls(f"{owner}.{name}", bases, how=how, roles=roles, **options) for name in names.split())
