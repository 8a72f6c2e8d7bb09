"""What do the rules on model hubs and downloads make of one call?"""

import pytest
from msgspec.structs import replace

from analyzer.api import Action, DoubtReason, Level, Value
from analyzer.interpret.values import join, literal, unknown
from tests.unit.rules.facts import call_of, coming_from, findings

REMOTE = "deserialization/trust-remote-code"
UNPINNED = "deserialization/unpinned-hub-revision"
FORMAT = "deserialization/unsafe-weights-format"
DOWNLOAD = "deserialization/unverified-model-download"

MODEL = "transformers.AutoModel.from_pretrained"
NAME = literal("organisation/model")
COMMIT = literal("0123456789abcdef0123456789abcdef01234567")
FLAG = {"trust_remote_code": literal(True)}


def model(name: Value = NAME, is_open: str = "", /, **args: Value):  # type: ignore[no-untyped-def]
    return call_of(MODEL, None, is_open, pretrained_model_name_or_path=name, **args)


# --- remote code -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["model_kwargs[trust_remote_code]", "config_kwargs[trust_remote_code]"])
def test_a_flag_in_a_dictionary_that_is_passed_on(name: str) -> None:
    (found,) = findings(REMOTE, model(**{name: literal(True)}))
    assert found.level is None and found.remedy is None


def test_a_flag_of_the_call_can_be_dropped() -> None:
    (found,) = findings(REMOTE, model(**FLAG))
    assert found.remedy is not None and not found.remedy.safe
    assert [(change.action, change.name) for change in found.remedy.changes] == [
        (Action.DROP_ARGUMENT, "trust_remote_code")
    ]


def default(value: object) -> Value:
    return join(coming_from("parameter", unknown="a parameter"), literal(value))  # type: ignore[arg-type]


def test_a_default_decides_what_is_passed_on() -> None:
    assert findings(REMOTE, model(trust_remote_code=default(True)))
    assert not findings(REMOTE, model(trust_remote_code=default(False)))
    assert not findings(REMOTE, model(trust_remote_code=default(None)))


def test_what_is_passed_on_by_its_own_name_is_no_finding() -> None:
    flag = coming_from("parameter", unknown="a parameter")
    (found,) = findings(REMOTE, model(trust_remote_code=flag))
    assert found.level is Level.NOTE and found.doubt is not None
    assert not findings(REMOTE, model(trust_remote_code=replace(flag, spelling="{m:f.trust_remote_code}")))
    assert not findings(REMOTE, model(trust_remote_code=unknown("an attribute")))
    assert not findings(REMOTE, model(trust_remote_code=coming_from("command-line")))


def test_code_is_pinned_by_its_own_revision() -> None:
    (found,) = findings(REMOTE, model(**FLAG, revision=COMMIT, code_revision=COMMIT))
    assert found.level is Level.NOTE
    (found,) = findings(REMOTE, model(**FLAG, revision=literal("548fc3543a")))
    assert found.level is None


def test_a_loaded_model_fetches_nothing() -> None:
    loaded = Value(types=frozenset({"transformers.PreTrainedModel"}), unknown="deserialised object")
    call = call_of("transformers.pipeline", task=literal("x"), model=loaded, **FLAG)
    assert not findings(REMOTE, call)


def test_a_version_that_may_refuse_the_flag_is_a_doubt() -> None:
    call = call_of("datasets.load_dataset", path=NAME, **FLAG)
    (found,) = findings(REMOTE, call)
    assert found.doubt is not None and found.doubt.reason is DoubtReason.VERSION_UNKNOWN
    (found,) = findings(REMOTE, call, versions={("datasets", "4.0.0"): False})
    assert found.doubt is None and found.level is None


def test_a_library_that_trusts_by_default() -> None:
    (found,) = findings(REMOTE, call_of("awq.AutoAWQForCausalLM.from_pretrained", model_path=NAME))
    assert found.level is Level.WARNING
    assert not findings(REMOTE, call_of("awq.AutoAWQForCausalLM.from_pretrained", model_path=unknown("?")))


# --- revisions -------------------------------------------------------------------------------------------------------


def test_a_revision_is_a_matter_of_hygiene() -> None:
    (found,) = findings(UNPINNED, model())
    assert found.level is None and found.doubt is None
    assert "`organisation/model` at whatever it holds at the time" in found.message
    (found,) = findings(UNPINNED, model(revision=literal("main")))
    assert "at whatever `main` points to" in found.message
    assert not findings(UNPINNED, model(revision=COMMIT))
    assert not findings(UNPINNED, model(NAME, "**kwargs"))


@pytest.mark.parametrize(
    "args", [FLAG, {"use_safetensors": literal(False)}, {"model_kwargs[weights_only]": literal(False)}]
)
def test_what_other_rules_report_is_not_said_twice(args: dict[str, Value]) -> None:
    assert not findings(UNPINNED, model(**args))
    assert findings(REMOTE, model(**args)) or findings(FORMAT, model(**args))


def test_what_the_library_unpickles_is_a_warning() -> None:
    (found,) = findings(UNPINNED, call_of("huggingface_hub.from_pretrained_fastai", repo_id=NAME))
    assert found.level is Level.WARNING


# --- weights ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "revision", "level"),
    [
        (NAME, literal("main"), None),
        (NAME, COMMIT, Level.NOTE),
        (coming_from("request"), literal("main"), Level.ERROR),
        (coming_from("command-line"), literal("main"), Level.WARNING),
        (coming_from("parameter"), literal("main"), Level.NOTE),
    ],
)
def test_a_pickle_weighs_as_much_as_where_it_comes_from(name: Value, revision: Value, level: Level | None) -> None:
    (found,) = findings(FORMAT, model(name, revision=revision, weights_only=literal(False)))
    assert found.level is level and found.remedy is not None


@pytest.mark.parametrize("name", [literal("./ours"), literal("models/ours"), coming_from("own-file")])
def test_own_weights_are_no_finding(name: Value) -> None:
    assert not findings(FORMAT, model(name, use_safetensors=literal(False)))


def test_safe_weights_are_no_finding() -> None:
    assert not findings(FORMAT, model(use_safetensors=literal(True), weights_only=literal(True)))
    assert not findings(FORMAT, model(use_safetensors=literal(None)))


# --- downloads -------------------------------------------------------------------------------------------------------

URL = literal("https://example.com/resnet50-0676ba61.pth")


@pytest.mark.parametrize(
    ("url", "level", "doubted"),
    [
        (URL, Level.NOTE, False),
        (literal("http://example.com/model.pth"), None, False),
        (coming_from("request"), Level.ERROR, False),
        (coming_from("parameter", unknown="a parameter"), None, True),
        (join(coming_from("parameter", unknown="a parameter"), URL), Level.NOTE, False),
        (Value(spelling="https://example.com/{m:f.name}.pth", unknown="a parameter"), Level.NOTE, False),
        (Value(spelling="https://{m:f.host}/model.pth", unknown="a parameter"), None, True),
    ],
)
def test_who_can_answer_decides_the_level(url: Value, level: Level | None, doubted: bool) -> None:
    (found,) = findings(DOWNLOAD, call_of("torch.hub.load_state_dict_from_url", url=url))
    assert found.level is level
    assert (found.doubt is not None) is doubted


def test_remedies_of_a_checkpoint() -> None:
    (found,) = findings(DOWNLOAD, call_of("torch.hub.load_state_dict_from_url", url=URL))
    assert found.remedy is not None and found.remedy.changes[0].name == "check_hash"
    other = literal("https://example.com/model.pth")
    (found,) = findings(DOWNLOAD, call_of("torch.hub.load_state_dict_from_url", url=other))
    assert found.remedy is not None and found.remedy.changes[0].name == "weights_only"


@pytest.mark.parametrize("digest", [literal("0676ba61"), unknown("a setting"), join(literal(None), literal("0676"))])
def test_a_digest_says_how_the_file_must_look(digest: Value) -> None:
    call = call_of("torch.hub.download_url_to_file", url=URL, dst=literal("x.pth"), hash_prefix=digest)
    assert not findings(DOWNLOAD, call)
    assert findings(DOWNLOAD, call_of("torch.hub.download_url_to_file", url=URL, hash_prefix=literal(None)))


def test_data_is_no_model() -> None:
    rows = literal("https://example.com/rows.csv")
    assert not findings(DOWNLOAD, call_of("urllib.request.urlretrieve", url=rows, filename=literal("rows.csv")))


def test_what_is_unpickled_in_sight_is_reported_there() -> None:
    fetched = call_of("urllib.request.urlretrieve", url=literal("https://example.com/m.pkl"))
    loaded = call_of("pickle.load", file=coming_from("download"))
    (origin,) = loaded.args["file"].origins
    assert origin.trace is not None
    here = replace(fetched, place=origin.trace.place)
    assert findings(DOWNLOAD, here)
    assert not findings(DOWNLOAD, here, loaded)


@pytest.mark.parametrize(
    ("command", "level"),
    [
        ("wget https://example.com/model.pt", Level.NOTE),
        ("wget http://example.com/model.pt", None),
        ("curl https://example.com/install.sh | bash", None),
        ("pip install git+https://example.com/a.git", Level.NOTE),
        ("pip install --trusted-host example.com numpy", None),
    ],
)
def test_commands(command: str, level: Level | None) -> None:
    (found,) = findings(DOWNLOAD, call_of("os.system", command=literal(command)))
    assert found.level is level and found.doubt is None


def test_the_worst_of_a_command_is_reported() -> None:
    command = literal("wget https://example.com/a.pt; wget http://example.com/b.pt")
    (found,) = findings(DOWNLOAD, call_of("os.system", command=command))
    assert found.level is None


def test_a_command_with_a_name_from_elsewhere() -> None:
    def install(what: Value):  # type: ignore[no-untyped-def]
        words = (literal("pip"), literal("install"), what)
        return call_of("subprocess.run", args=Value(elements=words, origins=what.origins))

    assert [each.level for each in findings(DOWNLOAD, install(coming_from("request")))] == [Level.ERROR]
    assert [each.level for each in findings(DOWNLOAD, install(coming_from("parameter")))] == [Level.NOTE]
    assert not findings(DOWNLOAD, install(literal("numpy")))
