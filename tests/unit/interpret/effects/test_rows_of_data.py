"""Are the sides of a split known to be disjoint, however they are taken?"""

import pytest

from tests.unit.interpret.effects.snippets import SPLIT_AND_JUDGE, run

JUDGE = """
model = LogisticRegression().fit(train[["age"]], train["left"])
accuracy_score(test["left"], model.predict(test[["age"]]))
"""


@pytest.mark.parametrize(
    "code",
    [
        "train, test = train_test_split(df)",
        "train, test = df[:800], df[800:]",
        "n = int(len(df) * 0.8)\ntrain, test = df[:n], df[n:]",
        "train, test = df.iloc[:800], df.iloc[800:]",
        "mask = np.random.rand(len(df)) < 0.8\ntrain, test = df[mask], df[~mask]",
        "train = df.sample(frac=0.8)\ntest = df.drop(train.index)",
        "train = df.sample(frac=0.8)\ntest = df[~df.index.isin(train.index)]",
        "train, test = df[df['year'] < 2015], df[df['year'] >= 2015]",
        "train, test = df[df['part'] == 'a'], df[df['part'] == 'b']",
        "train, test = df[df['left'].notnull()], df[df['left'].isnull()]",
        "i, j = train_test_split(df.index)\ntrain, test = df.loc[i], df.loc[j]",
        "for i, j in KFold().split(df):\n    train, test = df.iloc[i], df.iloc[j]",
        (
            "a, b = pd.read_csv('a.csv'), pd.read_csv('b.csv')\nboth = pd.concat([a, b])\n"
            "train, test = both[:len(a)], both[len(a):]"
        ),
        (
            "a, b = pd.read_csv('a.csv'), pd.read_csv('b.csv')\nboth = pd.concat([a, b])\nn = a.shape[0]\n"
            "train, test = both[:n], both[n:]"
        ),
        "train, rest = train_test_split(df, random_state=1)\nvalid, test = train_test_split(rest, random_state=1)",
    ],
)
def test_sides_are_disjoint(code: str) -> None:
    assert run(code + JUDGE).disjoint


@pytest.mark.parametrize(
    "code",
    [
        "train = test = df",
        "train, test = df, df[800:]",
        "train, test = df, df.sample(frac=0.2)",
        "_, test = train_test_split(df)\ntrain = df",
        "train = test = df.dropna()",
        "train = pd.read_csv('data.csv')\ntest = df",
    ],
)
def test_training_rows_are_recognised(code: str) -> None:
    assert run(code + JUDGE).on_training_rows


@pytest.mark.parametrize(
    "code",
    [
        "train, test = df[:1000], df[900:]",
        "train, _ = train_test_split(df, random_state=1)\n_, test = train_test_split(df, random_state=2)",
        "train, test = df.sample(frac=0.8), df.sample(frac=0.2)",
    ],
)
def test_sides_that_may_overlap_are_neither(code: str) -> None:
    found = run(code + JUDGE)
    assert not found.disjoint
    assert not found.on_training_rows


def test_one_seed_splits_alike() -> None:
    found = run("""
        a, b = train_test_split(df, random_state=1, test_size=0.2)
        c, d = train_test_split(df, random_state=1, test_size=0.2)
        model = LogisticRegression().fit(a[["age"]], a["left"])
        model.score(d[["age"]], d["left"])
    """)
    assert found.disjoint


def test_arrays_keep_the_rows_of_their_frame() -> None:
    found = run("""
        X, y = df.iloc[:, :-1].values, df.iloc[:, -1].values
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        LogisticRegression().fit(np.array(X_train), y_train).score(X_test.reshape(-1, 3), y_test)
    """)
    assert found.disjoint


def test_datasets_of_unknown_origin_are_not_mixed_up() -> None:
    found = run("""
        def judge(a, b):
            LogisticRegression().fit(a, a).score(b, b)
    """)
    assert found.disjoint


def test_rows_picked_in_a_loop_prove_nothing() -> None:
    found = run("""
        train, test = [], []
        for row in df.values:
            if row[0] > 3:
                train.append(row)
            else:
                test.append(row)
        LogisticRegression().fit(train, train).score(test, test)
    """)
    assert not found.on_training_rows


@pytest.mark.parametrize(
    ("code", "disjoint"),
    [
        ("parts = ds.train_test_split(test_size=0.1)\ntrain, test = parts['train'], parts['test']", True),
        ("train, test = load_dataset('x', split='train'), load_dataset('x', split='test')", True),
        ("train, test = ds['train'], load_dataset('x', split='test')", True),
        ("train, test = load_dataset('x', split='train[:80%]'), load_dataset('x', split='train[80%:]')", True),
        ("train, test = load_dataset('x', split='train[:80%]'), load_dataset('x', split='train[70%:]')", False),
        ("train, test = load_dataset('x', split='train'), load_dataset('x', split='train[70%:]')", False),
    ],
)
def test_datasets_of_the_hub(code: str, disjoint: bool) -> None:
    judge = "\nLogisticRegression().fit(train.to_pandas(), 0).score(test.to_pandas(), 0)"
    assert run("from datasets import load_dataset\nds = load_dataset('x')\n" + code + judge).disjoint is disjoint


def test_torch_splits_are_disjoint() -> None:
    found = run("""
        from torch.utils.data import TensorDataset, Subset, random_split
        a, b = random_split(TensorDataset(df.values), [0.8, 0.2])
        LogisticRegression().fit(a, 0).score(b, 0)
        i, j = train_test_split(range(len(df)))
        LogisticRegression().fit(Subset(df, i), 0).score(Subset(df, j), 0)
    """)
    assert len(found.judged) == 2
    assert found.disjoint


@pytest.mark.parametrize(
    "code",
    [
        "X_train, X_test, y_train, y_test = mylib.split_data(df, target='left')",
        "both = mylib.split(df)\nX_train, X_test, y_train = both['train'], both['test'], both['left']",
        "both = mylib.split(df)\nX_train, X_test, y_train = both[0], both[1], both[2]",
        "to = mylib.Tabular(df)\nX_train, X_test, y_train = to.train.xs, to.valid.xs, to.train.ys",
        "for part in mylib.folds(df):\n    X_train, X_test, y_train, _ = part",
        "X_train, y_train = mylib.side(df, 'train')\nX_test, y_test = mylib.side(df, 'test')",
    ],
)
def test_parts_of_an_unknown_result_are_neither_the_same_rows_nor_others(code: str) -> None:
    judge = "\nLogisticRegression().fit(X_train, y_train).score(X_test, y_train)"
    found = run("import mylib\n" + code + judge)
    assert found.judged
    assert not found.disjoint
    assert not found.on_training_rows


@pytest.mark.parametrize(
    "code",
    [
        "X, y = mylib.features(df)",
        "made = mylib.features(df)\nX, y = made['X'], made['y']",
        "X = mylib.clean(df)\ny = df['left']",
    ],
)
def test_one_part_of_an_unknown_result_is_the_same_rows_each_time(code: str) -> None:
    assert run(f"import mylib\n{code}\nLogisticRegression().fit(X, y).score(X, y)").on_training_rows
    assert run(f"import mylib\n{code}\n{SPLIT_AND_JUDGE}").disjoint


def test_what_a_function_that_is_not_run_returns_is_no_union() -> None:
    found = run(f"""
        def frames(tr, va, te):
            \"\"\"{"x" * 1600}\"\"\"
            return tr, va, te


        train, test = train_test_split(df)
        for i, j in KFold().split(train, train["left"]):
            a, b, c = frames(train.iloc[i], train.iloc[j], test)
            LogisticRegression().fit(a, a).score(b, b)
    """)
    assert found.judged
    assert not found.on_training_rows


def test_rows_of_many_branches_are_only_some_rows() -> None:
    narrow = "\n".join(f"    if '{c}' in d.columns:\n        d = d[d['{c}'] > 1]" for c in "abc")
    found = run(f"""
def clean(d):
{narrow}
    return d


p, b, q, d = train_test_split(clean(df), df["left"])
a, e, c, f = train_test_split(p, q)
model = LogisticRegression().fit(pd.concat([a, e]), pd.concat([c, f]))
accuracy_score(d, model.predict(b))
""")
    assert found.judged
    assert not found.on_training_rows


_GENERATOR = """
from keras.models import Sequential
from keras.preprocessing.image import ImageDataGenerator
images, model = ImageDataGenerator(validation_split=0.2), Sequential()
"""


@pytest.mark.parametrize(
    ("code", "disjoint"),
    [
        ("make = images.flow_from_dataframe\na, b = make(df, subset='training'), make(df, subset='validation')", True),
        ("make = images.flow_from_dataframe\na, b = make(df, subset='training'), make(df, subset='training')", False),
        ("a, b = [images.flow_from_directory('x', subset=s) for s in ('training', 'validation')]", True),
        ("x, y = df[['age']], df['left']\na, b = images.flow(x, y, subset='training'), images.flow(x, y)", False),
        (
            "x = df[['age']]\na, b = images.flow(x, df.left, subset='training'), images.flow(x, subset='validation')",
            True,
        ),
    ],
)
def test_subsets_of_image_generators(code: str, disjoint: bool) -> None:
    found = run(_GENERATOR + code + "\nmodel.fit(a)\nmodel.evaluate(b)")
    assert found.disjoint is disjoint


@pytest.mark.parametrize(
    ("code", "disjoint"),
    [
        ("a, b, c = np.split(df.values, 3)", True),
        ("a, b, c = np.split(df.sample(frac=1), [600, 800])", True),
        ("a, b, c = np.split(df.values, 3, axis=-1)", False),
        ("a, b, c = np.array_split(df.values, 3, 1)", False),
    ],
)
def test_only_a_split_along_the_first_axis_divides_rows(code: str, disjoint: bool) -> None:
    found = run(code + "\nLogisticRegression().fit(a, c).score(b, c)")
    assert found.disjoint is disjoint
    assert found.on_training_rows is not disjoint
