"""What do loads through libraries weigh, by their switches, formats and versions?"""

import pytest

from analyzer.api import DoubtReason, Level, Value
from analyzer.interpret.values import literal, unknown
from tests.unit.rules.facts import call_of, coming_from, findings

MODEL = "deserialization/untrusted-model-file"
KERAS = "deserialization/unsafe-keras-load"
OPT_IN = "deserialization/dangerous-opt-in"

CHECKPOINT = "lightning.LightningModule.load_from_checkpoint"
LIGHTNING, TORCH = ("lightning", "2.6.6"), ("torch", "2.6")


@pytest.mark.parametrize(
    ("versions", "count", "reason"),
    [
        ({}, 1, DoubtReason.VERSION_UNKNOWN),
        ({LIGHTNING: True}, 1, DoubtReason.VERSION_UNKNOWN),
        ({LIGHTNING: True, TORCH: True}, 0, None),
        ({("pytorch-lightning", "2.6.6"): True, TORCH: True}, 0, None),
        ({LIGHTNING: False, TORCH: True}, 1, None),
        ({LIGHTNING: True, TORCH: False}, 1, None),
    ],
)
def test_versions_decide_on_the_default(
    versions: dict[tuple[str, str], bool], count: int, reason: DoubtReason | None
) -> None:
    found = findings(MODEL, call_of(CHECKPOINT, checkpoint_path=coming_from("upload")), versions=versions)
    assert [each.level for each in found] == [Level.ERROR] * count
    assert [each.doubt and each.doubt.reason for each in found] == [reason] * count


@pytest.mark.parametrize(
    ("whisper", "torch", "count"),
    [(True, None, 0), (False, True, 0), (None, True, 0), (False, False, 1), (False, None, 1), (None, None, 1)],
)
def test_one_of_two_versions_may_be_enough(whisper: bool | None, torch: bool | None, count: int) -> None:
    known = {("openai-whisper", "20250625"): whisper, TORCH: torch}
    versions = {key: value for key, value in known.items() if value is not None}
    found = findings(MODEL, call_of("whisper.load_model", name=coming_from("upload")), versions=versions)
    assert len(found) == count
    assert [each.doubt is None for each in found] == [None not in (whisper, torch)] * count


@pytest.mark.parametrize(
    ("flag", "count", "doubted"),
    [(literal(True), 0, False), (literal(False), 1, False), (literal(None), 1, True), (unknown("a flag"), 1, True)],
)
def test_the_switch_of_the_call_decides_before_versions(flag: Value, count: int, doubted: bool) -> None:
    call = call_of(CHECKPOINT, checkpoint_path=coming_from("upload"), weights_only=flag)
    found = findings(MODEL, call)
    assert len(found) == count
    assert any(each.doubt is not None for each in found) is doubted
    assert all(each.remedy is not None and not each.remedy.safe for each in found)


def test_a_release_that_does_not_know_the_switch_does_not_look_at_it() -> None:
    call = call_of(CHECKPOINT, checkpoint_path=coming_from("upload"), weights_only=literal(True))
    assert findings(MODEL, call, versions={("pytorch-lightning", "2.6"): False})
    assert not findings(MODEL, call, versions={("pytorch-lightning", "2.6"): True})


def test_protection_that_is_turned_off_is_a_note_at_a_constant_path() -> None:
    off = {"weights_only": literal(False)}
    (found,) = findings(MODEL, call_of(CHECKPOINT, checkpoint_path=literal("last.ckpt"), **off))
    assert found.level is Level.NOTE
    assert found.doubt is None
    assert not findings(MODEL, call_of(CHECKPOINT, checkpoint_path=coming_from("own-file"), **off))
    assert not findings(MODEL, call_of(CHECKPOINT, checkpoint_path=literal("last.ckpt")))


def test_a_trainer_that_resumes_from_nothing_loads_nothing() -> None:
    assert not findings(MODEL, call_of("lightning.Trainer.fit", model=unknown("a model")))
    assert findings(MODEL, call_of("lightning.Trainer.fit", ckpt_path=coming_from("upload")))


@pytest.mark.parametrize(
    ("name", "path", "found"),
    [
        ("ultralytics.YOLO", "{m:f.folder}/best.pt", True),
        ("ultralytics.YOLO", "{m:f.folder}/best", True),
        ("ultralytics.YOLO", "{m:f.folder}/best.onnx", False),
        ("ultralytics.YOLO", "{m:f.folder}/new.YAML", False),
        ("mmengine.Config.fromfile", "{m:f.folder}/a.py", True),
        ("mmengine.Config.fromfile", "{m:f.folder}/a.yaml", False),
        ("mmengine.Config.fromfile", "{m:f.file.yaml}", True),
    ],
)
def test_suffixes_decide_for_loaders_of_several_formats(name: str, path: str, found: bool) -> None:
    call = call_of(name)
    subject = call.api.positional[0]
    value = coming_from("upload", spelling=path)
    assert bool(findings(MODEL, call_of(name, None, "", **{subject: value}))) is found


def test_a_configuration_that_is_a_program_may_be_named_by_who_runs_it() -> None:
    name = "mmengine.Config.fromfile"
    assert not findings(MODEL, call_of(name, filename=coming_from("command-line")))
    assert findings(MODEL, call_of(name, filename=coming_from("request")))


def test_pickles_of_detectron_do_not_depend_on_torch() -> None:
    name, modern = "detectron2.checkpoint.DetectionCheckpointer.load", {TORCH: True}
    assert findings(MODEL, call_of(name, path=coming_from("upload", spelling="{a}/m.pkl")), versions=modern)
    assert not findings(MODEL, call_of(name, path=coming_from("upload", spelling="{a}/m.pth")), versions=modern)


@pytest.mark.parametrize(
    ("url", "count"),
    [("https://tfhub.dev/google/nnlm/2", 0), ("https://example.com/model", 1), ("models/nnlm", 0)],
)
def test_versions_on_the_publishers_own_hub_are_no_downloads(url: str, count: int) -> None:
    assert len(findings(MODEL, call_of("tensorflow_hub.load", handle=literal(url)))) == count


@pytest.mark.parametrize(
    ("uri", "level"),
    [
        (literal("models:/churn/3"), None),
        (unknown("a run"), Level.NOTE),
        (coming_from("parameter", spelling="runs:/{m:f.run}/model"), None),
        (coming_from("request", spelling="models:/{request}/3"), Level.WARNING),
        (coming_from("request"), Level.ERROR),
    ],
)
def test_a_registry_is_as_trusted_as_those_who_register(uri: Value, level: Level | None) -> None:
    found = findings(MODEL, call_of("mlflow.sklearn.load_model", model_uri=uri))
    assert [each.level for each in found] == ([] if level is None else [level])


def test_flavours_of_data_are_no_loads_of_code() -> None:
    assert not findings(MODEL, call_of("mlflow.xgboost.load_model", model_uri=coming_from("request")))


@pytest.mark.parametrize(
    ("trusted", "versions", "count"),
    [
        (literal(None), {}, 0),
        (unknown("a list"), {}, 0),
        (Value(checks=frozenset({"listed-by-the-file"})), {}, 1),
        (literal(True), {("skops", "0.10"): False}, 1),
        (literal(True), {("skops", "0.10"): True}, 0),
    ],
)
def test_skops_trusts_what_it_is_told_to(trusted: Value, versions: dict[tuple[str, str], bool], count: int) -> None:
    call = call_of("skops.io.load", file=coming_from("upload"), trusted=trusted)
    assert len(findings(MODEL, call, versions=versions)) == count


@pytest.mark.parametrize(
    ("name", "path", "versions", "level"),
    [
        ("keras.models.load_model", ".keras", {("keras", "3.11"): True}, Level.NOTE),
        ("keras.models.load_model", ".keras", {("keras", "3.11"): False}, Level.ERROR),
        ("keras.models.load_model", ".h5", {("keras", "3.11"): True}, Level.ERROR),
        ("keras.models.load_model", ".h5", {("keras", "3.11.3"): True}, Level.NOTE),
        ("tensorflow.keras.models.load_model", ".keras", {("tensorflow", "2.16"): False}, Level.ERROR),
        ("tf_keras.models.load_model", ".h5", {("keras", "3.11.3"): True}, Level.ERROR),
    ],
)
def test_formats_of_keras_are_guarded_by_version(
    name: str, path: str, versions: dict[tuple[str, str], bool], level: Level
) -> None:
    call = call_of(name, filepath=coming_from("upload", spelling=f"{{a}}/m{path}"))
    (found,) = findings(KERAS, call, versions=versions)
    assert found.level is level


def test_a_version_of_keras_that_is_not_settled_is_a_doubt() -> None:
    (found,) = findings(KERAS, call_of("keras.models.load_model", filepath=coming_from("upload")))
    assert found.doubt is not None
    assert found.doubt.reason is DoubtReason.VERSION_UNKNOWN


@pytest.mark.parametrize(
    ("flag", "path", "level"),
    [
        (literal(False), coming_from("upload"), Level.ERROR),
        (literal(False), literal("m.keras"), Level.NOTE),
        (literal(False), coming_from("own-file"), None),
        (literal(True), literal("m.keras"), None),
        (unknown("a flag"), coming_from("parameter"), Level.NOTE),
        (coming_from("parameter", constants=literal(True).constants), coming_from("parameter"), None),
    ],
)
def test_safe_mode_is_on_or_off(flag: Value, path: Value, level: Level | None) -> None:
    call = call_of("keras.saving.load_model", filepath=path, safe_mode=flag)
    found = findings(KERAS, call, versions={("keras", "3.11.3"): True})
    assert [each.level for each in found] == ([] if level is None else [level])


@pytest.mark.parametrize(
    ("flag", "folder", "level"),
    [
        (literal(True), coming_from("upload"), Level.ERROR),
        (literal(True), coming_from("parameter"), Level.NOTE),
        (literal(True), literal("index"), Level.NOTE),
        (literal(True), coming_from("own-file"), None),
        (literal(False), coming_from("upload"), None),
        (coming_from("parameter", constants=literal(False).constants), coming_from("upload"), None),
        (unknown("a flag"), coming_from("upload"), Level.ERROR),
    ],
)
def test_an_index_is_unpickled_if_that_is_allowed(flag: Value, folder: Value, level: Level | None) -> None:
    name = "langchain_community.vectorstores.FAISS.load_local"
    found = findings(OPT_IN, call_of(name, folder_path=folder, allow_dangerous_deserialization=flag))
    assert [each.level for each in found] == ([] if level is None else [level])
    assert all((each.doubt is None) == (flag == literal(True) and folder != coming_from("parameter")) for each in found)


def test_without_the_flag_the_library_refuses() -> None:
    name = "langchain_community.vectorstores.FAISS.load_local"
    assert not findings(OPT_IN, call_of(name, folder_path=coming_from("upload")))
    assert not findings(OPT_IN, call_of(name, None, "**kwargs", folder_path=coming_from("upload")))


def test_what_a_model_writes_has_its_own_weight() -> None:
    agent = "langchain_experimental.agents.create_pandas_dataframe_agent"
    (code,) = findings(OPT_IN, call_of(agent, allow_dangerous_code=literal(True)))
    chain = "langchain_community.chains.graph_qa.cypher.GraphCypherQAChain.from_llm"
    (request,) = findings(OPT_IN, call_of(chain, allow_dangerous_requests=literal(True)))
    assert (code.level, request.level) == (Level.WARNING, Level.NOTE)
