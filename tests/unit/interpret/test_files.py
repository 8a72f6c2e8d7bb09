"""Is what was written to a file what is read from it?"""

import pytest

from tests.unit.interpret.content import origins

PAYLOAD = 'requests.get("https://example.com/x").content'


@pytest.mark.parametrize(
    "code",
    [
        f'open("a.bin", "wb").write({PAYLOAD})\njoblib.load("a.bin")',
        f'with open("a.bin", "wb") as out:\n    out.write(b"head")\n    out.write({PAYLOAD})\njoblib.load("a.bin")',
        f'Path("a.bin").write_bytes({PAYLOAD})\nf = Path("a.bin")\nf.write_bytes({PAYLOAD})\njoblib.load(f)',
        'urllib.request.urlretrieve("https://example.com/x", "a.bin")\npickle.load(open("a.bin", "rb"))',
        'path, _ = urllib.request.urlretrieve("https://example.com/x")\njoblib.load(path)',
        'urllib.request.urlretrieve("https://a.example", "a.bin")\nshutil.copy("a.bin", "b.bin")\njoblib.load("b.bin")',
        f"buffer = io.BytesIO()\nbuffer.write({PAYLOAD})\nbuffer.seek(0)\npickle.load(buffer)",
        f'with zipfile.ZipFile(io.BytesIO({PAYLOAD})) as box:\n    pickle.loads(box.read("a"))',
        f"pickle.load(gzip.open(io.BytesIO({PAYLOAD})))",
        f"pickle.loads(base64.b64decode({PAYLOAD}))",
    ],
)
def test_a_download_stays_a_download(code: str) -> None:
    assert origins(code) == {"download"}


@pytest.mark.parametrize(
    "code",
    [
        'joblib.dump(1, "a.bin")\njoblib.load("a.bin")',
        "buffer = io.BytesIO()\npickle.dump(1, buffer)\nbuffer.seek(0)\npickle.load(buffer)",
        "pickle.loads(pickle.dumps(request.get_data()))",
        'folder = tempfile.mkdtemp()\njoblib.load(os.path.join(folder, "a"))',
        f'open("a.bin", "wb").write({PAYLOAD})\njoblib.dump(1, "a.bin")\njoblib.load("a.bin")',
    ],
)
def test_what_the_program_wrote_last_is_its_own(code: str) -> None:
    assert origins(code) == {"own-file"}


def test_another_file_keeps_its_own_content() -> None:
    assert origins(f'open("a.bin", "wb").write({PAYLOAD})\njoblib.load("b.bin")') == set()


def test_a_folder_gives_its_content_to_what_is_in_it() -> None:
    code = f'zipfile.ZipFile(io.BytesIO({PAYLOAD})).extractall("models")\njoblib.load("models/a.joblib")'
    assert origins(code) == {"download"}


@pytest.mark.parametrize(
    "path",
    [
        'folder + "/live.joblib"',
        'f"{folder}/live.joblib"',
        'os.path.join(folder, "live.joblib")',
        'Path(folder) / "live.joblib"',
        'settings.folder + "/live.joblib"',
        'settings["folder"] + "/live.joblib"',
    ],
)
@pytest.mark.parametrize(("other", "found"), [("live.joblib", {"download"}), ("own.joblib", {"parameter"})])
def test_a_path_that_is_put_together_twice(path: str, other: str, found: set[str]) -> None:
    code = f"""
    def get(key, local):
        urllib.request.urlretrieve("https://example.com/" + key, local)
    def run(folder, settings):
        get("x", {path})
        joblib.load({path.replace("live.joblib", other)})
    """
    assert origins(code) == found


def test_a_folder_that_the_instance_keeps() -> None:
    code = """
    def get(key, local):
        urllib.request.urlretrieve("https://example.com/" + key, local)
    class Model:
        def __init__(self, folder):
            self.folder = folder
        def update(self):
            get("x", self.folder + "/live.joblib")
            self.model = joblib.load(os.path.join(self.folder, "live.joblib"))
    """
    assert origins(code) == {"download"}


def test_two_parameters_are_two_folders() -> None:
    code = """
    def run(first, second):
        urllib.request.urlretrieve("https://example.com/x", first + "/a")
        joblib.load(second + "/a")
    """
    assert origins(code) == {"parameter"}


@pytest.mark.parametrize("path", ["path", 'f"{path}/x"', 'Path(path) / "x"', 'os.path.join(path, "x")', 'path + "/x"'])
def test_a_missing_argument_is_not_a_path_of_the_program(path: str) -> None:
    code = f"""
    def run(path):
        with open({path}, "rb") as file:
            pickle.load(file)
    run()
    """
    assert origins(code) == {"unknown"}


def test_on_one_branch_only() -> None:
    code = f"""
    if request.args:
        open("a.bin", "wb").write({PAYLOAD})
    else:
        joblib.dump(1, "a.bin")
    joblib.load("a.bin")
    """
    assert origins(code) == {"download", "own-file"}


@pytest.mark.parametrize(("option", "found"), [("b", {"request"}), ("a", set()), ("c", {"configuration"})])
def test_settings_by_name(option: str, found: set[str]) -> None:
    code = f"""
    settings = configparser.ConfigParser()
    settings.set("s", "a", "constant")
    settings.set("s", "b", request.form["x"])
    pickle.loads(settings.get("s", "{option}"))
    """
    assert origins(code) == found


def test_a_setting_whose_name_is_not_known_may_be_any() -> None:
    code = """
    def f(name):
        settings = configparser.ConfigParser()
        settings.set("s", "a", "constant")
        settings.set("s", "b", request.form["x"])
        pickle.loads(settings.get("s", name))
    """
    assert origins(code) == {"request"}


def test_what_is_written_on_one_path_only_may_not_be_there() -> None:
    code = """
    def run(path, flag):
        if flag:
            joblib.dump({}, Path(path))
        joblib.load(Path(path))
    """
    assert origins(code) == {"own-file", "parameter"}
