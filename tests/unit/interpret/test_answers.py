"""Which checks count, given who made them and whether anybody asked for the answer?"""

import pytest

from tests.unit.interpret.content import checks, origins


def predicting(check: str, functions: str = "") -> set[str]:
    lines = check.replace("\n", "\n    ")
    return checks(
        f"{functions}\ndef predict():\n    x = request.get_json()['x']\n    {lines}\n    model.predict([x])\n"
    )


RAISES = "def good(v):\n    if not np.isfinite(v).all():\n        raise ValueError\n"
ANSWERS = "def good(v):\n    return np.isfinite(v).all()\n"
TWO_WAYS = "def good(v):\n    if v is None:\n        return False\n    return bool(np.isfinite(v).all())\n"
EARLY = "def good(v):\n    if not np.all(np.isfinite(v)):\n        return False\n    return True\n"
ALWAYS = "def good(v):\n    np.isfinite(v).all()\n    return True\n"
OTHER = "def good(v, w):\n    return np.isfinite(w).all()\n"


@pytest.mark.parametrize(
    ("check", "functions"),
    [
        ("good(x)", RAISES),
        ("if not good(x):\n    abort(422)", ANSWERS),
        ("if not good(x):\n    return 'no'", EARLY),
        ("assert good(v=x)", ANSWERS),
        ("if not np.isfinite(x).all():\n    abort(422)", ""),
        ("if np.isnan(x).any():\n    raise ValueError", ""),
        ("x = np.nan_to_num(x)", ""),
        ("x = int(x)", ""),
        ("x = pd.DataFrame(x)\nif x.isna().any().any():\n    abort(422)", ""),
        ("if not 0 <= x <= 1:\n    abort(422)", ""),
    ],
)
def test_what_is_checked_on_every_path_is_finite(check: str, functions: str) -> None:
    assert "finite" in predicting(check, functions)


@pytest.mark.parametrize(
    ("check", "functions"),
    [
        ("good(x)", ANSWERS),  # nobody asks for the answer
        ("if not good(x):\n    print('strange')", ANSWERS),
        ("if good(x):\n    abort(422)", ANSWERS),  # the wrong way round
        ("if not good(x):\n    abort(422)", ALWAYS),
        ("if not good(x, 1.0):\n    abort(422)", OTHER),
        ("y = np.nan_to_num(x)", ""),
        ("if np.isfinite(x).any():\n    pass", ""),
        ("x = float(x)", ""),
    ],
)
def test_what_may_slip_through_is_not(check: str, functions: str) -> None:
    assert "finite" not in predicting(check, functions)


def verifying(check: str, functions: str = "") -> set[str]:
    lines = check.replace("\n", "\n    ")
    body = f"data = requests.get(url).content\n    {lines}\n    pickle.loads(data)"
    return origins(f"{functions}\ndef fetch(url):\n    {body}\n")


GENUINE = "def genuine(d):\n    return hashlib.sha256(d).hexdigest() == 'ab'\n"
REQUIRED = "def require(d):\n    h = hashlib.new('sha256')\n    h.update(d)\n    assert h.hexdigest() == 'ab'\n"
SIGNED = (
    "def require(d):\n    if not hmac.compare_digest(hmac.new(b'k', d).digest(), b'x'):\n        raise ValueError\n"
)


@pytest.mark.parametrize(
    ("check", "functions"),
    [
        ("if not genuine(data):\n    raise ValueError", GENUINE),
        ("require(data)", REQUIRED),
        ("require(d=data)", SIGNED),
        ("if hashlib.md5(data).hexdigest() != 'ab':\n    return None", ""),
    ],
)
def test_a_compared_digest_verifies(check: str, functions: str) -> None:
    assert verifying(check, functions) == {"verified"}


@pytest.mark.parametrize(
    ("check", "functions"),
    [
        ("genuine(data)", GENUINE),
        ("hashlib.md5(data).hexdigest()", ""),
        ("other = requests.get(url + '.asc').text\nif other != 'ab':\n    return None", ""),
    ],
)
def test_a_digest_that_is_not_compared_does_not(check: str, functions: str) -> None:
    assert verifying(check, functions) == {"download"}
