"""What is seen of the order of rows, of values from other rows and of keys that rows share?"""

import pytest

from tests.unit.interpret.effects.snippets import run


def of_features(code: str) -> set[str]:
    """The kinds of marks of the features that some model of a snippet is trained on."""
    kinds = {"ahead", "lag", "ordered", "key", "balanced"}
    return {mark.how for fit in run(code).facts.fits for mark in fit.marks} & kinds


FIT = '\nLogisticRegression().fit(df[["n", "a"]], df["t"])'


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ('df["n"] = df["x"].shift(-1)', {"ahead"}),
        ('df["n"] = df["x"].shift(periods=-2)', {"ahead"}),
        ('df["n"] = df.groupby("g")["x"].shift(-1)', {"ahead"}),
        ('df["n"] = df["x"].diff(-1)', {"ahead"}),
        ('df["n"] = df["x"].pct_change(-1)', {"ahead"}),
        ('df["n"] = df["x"].bfill()', {"ahead"}),
        ('df["n"] = df["x"].fillna(method="bfill")', {"ahead"}),
        ('df["n"] = df["x"].rolling(5, center=True).mean()', {"ahead", "lag"}),
        ('df["n"] = df["x"].shift(1)', {"lag"}),
        ('df["n"] = df["x"].shift()', {"lag"}),
        ('df["n"] = df["x"].shift(1).bfill()', {"lag"}),
        ('df["n"] = df["x"].rolling(5).mean()', {"lag"}),
        ('df["n"] = df["x"].rolling("5D").mean()', {"lag", "ordered"}),
        ('df["n"] = df["x"].shift(0)', set()),
        ('df["n"] = df["x"].shift(1, axis=1)', set()),
        ('df["n"] = df["x"].shift(1, freq="D")', set()),
        ('df["n"] = df["x"].fillna(0)', set()),
        ('df["m"] = df["x"].shift(-1)', set()),
        ('df["x"].shift(-1).plot()', set()),
        ('df["t"] = df["x"].shift(-1)', set()),
    ],
)
def test_values_of_other_rows_flow_with_their_column(code: str, kinds: set[str]) -> None:
    assert of_features(code + FIT) == kinds


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ('df = df.sort_values("date")', True),
        ('df.sort_values(by=["id", "order_date"], inplace=True)', True),
        ('df["d"] = pd.to_datetime(df["d"])\ndf = df.sort_values("d")', True),
        ('df["d"] = pd.to_datetime(df["d"])\ndf = df.set_index("d")', True),
        ('df = df.set_index(pd.to_datetime(df["d"]))', True),
        ('df.index = pd.to_datetime(df["d"])', True),
        ('df.index = df["d"]', False),
        ('df = df.resample("D").mean()', True),
        ('df = pd.read_csv("b.csv", parse_dates=["d"], index_col="d")', True),
        ('df = pd.read_csv("b.csv", parse_dates=True, index_col=0)', True),
        ('df = pd.read_csv("b.csv", parse_dates=["d"])', False),
        ('df["d"] = pd.to_datetime(df["d"])', False),
        ('df = df.sort_values("price")', False),
        ('df = df.sort_values("dated_price_update")', False),
    ],
)
def test_rows_are_known_to_be_in_the_order_of_time(code: str, known: bool) -> None:
    assert ("ordered" in of_features(f"{code}{FIT}")) is known


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ('df["n"] = df["t"].shift(-1)', {"shift(-1)"}),
        ('df["n"] = df["x"].shift(-1)\ndf["t"] = df["n"] > df["x"]', {"shift(-1)"}),
        ('df["n"] = df["x"].shift(-1)\ndf["t"] = df["x"].shift(-2)', {"shift(-1)"}),
        ('df["n"] = df["x"].shift(-1)', set()),
        ('df["n"] = df["t"].rolling(3).mean()', {"rolling()"}),
        ('df["n"] = df["t"].diff()', {"diff()"}),
        ('df["n"] = df["t"].rolling(3, closed="left").mean()', set()),
        ('df["n"] = df["t"].shift(1).rolling(3).mean()', set()),
        ('df["n"] = df["t"].rolling(3).mean().shift(1)', set()),
        ('df["n"] = df["x"].rolling(3).mean()', set()),
        ('df["n"] = df["t"].rolling(3).mean()\ndf["t"] = df["t"].shift(-1)', set()),
    ],
)
def test_features_are_made_of_what_is_to_be_predicted(code: str, told: set[str]) -> None:
    fits = run(code + FIT).facts.fits
    assert {mark.detail for fit in fits for mark in fit.foretold} == told


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ('df["n"] = df.groupby("user")["x"].diff()\ndf = df.groupby("user").mean().reset_index()', set()),
        ('df = df.sort_values("date").groupby("user").tail(1)', set()),
        ('df["n"] = df.groupby("user")["x"].diff()\ndf = df.groupby("user").tail(1)', set()),
        ('df = df.sort_values("date").drop_duplicates("user", keep="last")', set()),
        ('df = df.sort_values("date").drop_duplicates()', {"ordered"}),
        ('df = df.groupby("date").sum().reset_index()', {"ordered"}),
    ],
)
def test_one_row_for_each_group_has_no_order_unless_the_groups_have(code: str, kinds: set[str]) -> None:
    assert of_features(code + FIT) & {"lag", "ordered"} == kinds


def keys(code: str) -> set[str]:
    """The keys that rows of a split of a snippet are known to share."""
    return {mark.detail for split in run(code).facts.splits for mark in split.marks if mark.how == "key"}


def test_rows_that_are_grouped_by_a_person_share_that_key() -> None:
    assert keys('df.groupby("patient_id")["x"].mean()\ntrain_test_split(df)') == {"patient_id"}
    assert keys('df.groupby("shop")["x"].mean()\ntrain_test_split(df)') == set()
    assert keys('df.groupby(["user", "item"])["x"].mean()\ntrain_test_split(df)') == set()


def test_rows_of_a_person_that_are_put_in_the_order_of_time_share_the_key() -> None:
    assert keys('df = df.sort_values(["patient_id", "date"])\ntrain_test_split(df)') == {"patient_id"}
    assert keys('df = df.sort_values(["patient_id", "age"])\ntrain_test_split(df)') == set()


@pytest.mark.parametrize("method", ["nunique", "unique", "value_counts"])
def test_values_that_are_counted_repeat(method: str) -> None:
    assert keys(f'print(df["patient_id"].{method}())\ntrain_test_split(df)') == {"patient_id"}
    assert keys(f'ids = df["patient_id"].{method}()\ntrain_test_split(ids)') == set()
    assert keys(f'print(df["colour"].{method}())\ntrain_test_split(df)') == set()


def test_a_table_that_is_joined_does_not_bring_its_keys() -> None:
    code = 'logs = pd.read_csv("logs.csv")\nlogs.groupby("user_id").size()\ntrain_test_split(df.merge(logs))'
    assert keys(code) == set()


def test_one_row_for_each_key_shares_none() -> None:
    assert keys('df = df.groupby("patient_id").mean()\ntrain_test_split(df)') == set()
    assert keys('df.groupby("user").size()\ndf = df.drop_duplicates("user")\ntrain_test_split(df)') == set()


@pytest.mark.parametrize(
    ("code", "unheard"),
    [
        ('cross_val_score(m, X, y, groups=df["g"], cv=5)', True),
        ('cross_val_score(m, X, y, groups=df["g"])', True),
        ('cross_val_score(m, X, y, groups=df["g"], cv=KFold(5))', True),
        ('list(KFold(5).split(X, y, df["g"]))', True),
        (
            'from sklearn.model_selection import GroupKFold\ncross_val_score(m, X, y, groups=df["g"], cv=GroupKFold())',
            False,
        ),
        ('from sklearn.model_selection import GroupKFold\nlist(GroupKFold().split(X, y, df["g"]))', False),
        ('cross_val_score(m, X, y, groups=df["g"], cv=splitter())', False),
        ("cross_val_score(m, X, y, cv=5)", False),
    ],
)
def test_groups_are_given_to_a_splitter_that_ignores_them(code: str, unheard: bool) -> None:
    splits = run(f'm, X, y = LogisticRegression(), df[["a"]], df["t"]\n{code}').facts.splits
    assert any(split.unheard for split in splits) is unheard


def test_resampled_rows_remember_from_which_they_were_chosen() -> None:
    code = (
        "from imblearn.under_sampling import RandomUnderSampler\n"
        "tr, te = train_test_split(df)\n"
        'X, y = RandomUnderSampler().fit_resample(te[["a"]], te["t"])\n'
        'LogisticRegression().fit(tr[["a"]], tr["t"]).score(X, y)'
    )
    (evaluation,) = run(code).judged
    assert [mark.how for mark in evaluation.marks] == ["balanced"]


def test_windows_over_rows_are_no_statistics_of_the_whole() -> None:
    code = 'df["n"] = df["x"].rolling(3).mean()\nX, y = df[["n"]], df["t"]\n'
    assert run(f"{code}cross_val_score(LogisticRegression(), X, y)").learned == set()


@pytest.mark.parametrize(
    ("code", "balanced"),
    [
        ('a, b = te[te["t"] == 1], te[te["t"] == 0]\nte = pd.concat([a, b.sample(len(a))])', {"t"}),
        ('te = te.groupby("t").sample(10)', {"t"}),
        ('te = te[te["t"] == 1]', set()),
        ("te = te.sample(100)", set()),
        ('te = te[te["t"] == 1].sample(frac=1)', set()),
    ],
)
def test_rows_that_are_drawn_by_the_value_of_a_column(code: str, balanced: set[str]) -> None:
    judged = run(
        f'tr, te = train_test_split(df)\n{code}\nLogisticRegression().fit(tr[["a"]], tr["t"]).score(te[["a"]], te["t"])'
    ).judged
    assert {mark.column for each in judged for mark in each.marks if mark.how == "balanced"} == balanced
    assert {each.fit.label for each in judged} == {"t"}
