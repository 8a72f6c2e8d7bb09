"""Is what is fetched a download, and is what was verified or pinned trusted?"""

import pytest

from tests.unit.interpret.content import origins

COMMIT = "0123456789abcdef0123456789abcdef01234567"
START = "import keras, os, pooch, subprocess, torch\nfrom huggingface_hub import hf_hub_download, snapshot_download\n"


@pytest.mark.parametrize(
    ("fetch", "path"),
    [
        ('os.system("wget https://e.com/m.pkl")', '"m.pkl"'),
        ('subprocess.run(["curl", "-L", "https://e.com/x", "-o", "a/m.pkl"])', '"a/m.pkl"'),
        ('subprocess.check_call("gdown 1ab -O m.pkl", shell=True)', '"m.pkl"'),
        ('torch.hub.download_url_to_file("https://e.com/m.pkl", "m.pkl", hash_prefix=None)', '"m.pkl"'),
        ('path = pooch.retrieve("https://e.com/m.pkl", known_hash=None)', "path"),
        ('path = keras.utils.get_file("m.pkl", "https://e.com/m.pkl", file_hash="")', "path"),
        ('digest = request.args["digest"]\npath = pooch.retrieve("https://e.com/m.pkl", known_hash=digest)', "path"),
    ],
)
def test_a_download_without_a_digest(fetch: str, path: str) -> None:
    assert origins(f"{START}{fetch}\njoblib.load({path})") == {"download"}


@pytest.mark.parametrize(
    ("fetch", "path"),
    [
        ('torch.hub.download_url_to_file("https://e.com/m.pkl", "m.pkl", hash_prefix="0676ba61")', '"m.pkl"'),
        ('path = pooch.retrieve("https://e.com/m.pkl", known_hash="sha256:0676ba61")', "path"),
        ('path = keras.utils.get_file("m.pkl", "https://e.com/m.pkl", file_hash="0676ba61")', "path"),
        (f'path = hf_hub_download("o/m", "m.pkl", revision="{COMMIT}")', "path"),
        (f'path = snapshot_download("o/m", revision="{COMMIT}") + "/m.pkl"', "path"),
    ],
)
def test_a_digest_or_a_commit_verifies(fetch: str, path: str) -> None:
    assert origins(f"{START}{fetch}\njoblib.load({path})") == {"verified"}


@pytest.mark.parametrize("revision", ["main", "v1.0", COMMIT[:10]])
def test_a_name_that_can_move_verifies_nothing(revision: str) -> None:
    assert origins(f'{START}joblib.load(hf_hub_download("o/m", "m.pkl", revision="{revision}"))') == {"hub"}


def test_a_command_that_checks_a_digest_itself() -> None:
    code = 'os.system("wget https://e.com/m.pkl && sha256sum -c sums")\njoblib.load("m.pkl")'
    assert origins(START + code) == set()
