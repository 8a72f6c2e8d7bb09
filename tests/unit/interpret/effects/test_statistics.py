"""Do statistics reach what they are put into, and nothing else?"""

import textwrap

import pytest

from tests.unit.interpret.effects.snippets import SPLIT_AND_JUDGE, run

FEATURES = """
X, y = df[["age", "city"]], df["left"]
"""


@pytest.mark.parametrize(
    ("code", "how"),
    [
        ("df['age'] = df['age'].fillna(df['age'].median())", "imputation"),
        ("df['age'].fillna(df['age'].mean(), inplace=True)", "imputation"),
        ("df.age = df.age.fillna(df.age.mode()[0])", "imputation"),
        ("df.loc[df['age'].isnull(), 'age'] = df['age'].mean()", "aggregate"),
        ("df['age'] = (df['age'] - df['age'].mean()) / df['age'].std()", "aggregate"),
        ("df['age'] = (df['age'] - np.mean(df['age'])) / np.std(df['age'])", "aggregate"),
        ("df[['age', 'city']] = StandardScaler().fit_transform(df[['age', 'city']])", "scaling"),
        ("scaler = StandardScaler()\nscaler.fit(df[['age']])\ndf[['age']] = scaler.transform(df[['age']])", "scaling"),
        ("df['city'] = df['city'].map(df['city'].value_counts())", "frequency"),
        ("df['city'] = df.groupby('city')['left'].transform('mean')", "group-aggregate"),
        ("means = df.groupby('city')['left'].mean()\ndf['city'] = df['city'].map(means)", "group-aggregate"),
        ("df['city'] = LabelEncoder().fit_transform(df['city'])", "encoding"),
        ("df = pd.get_dummies(df, columns=['city'])", "encoding"),
        ("df['age'] = pd.cut(df['age'], 5)", "binning"),
        ("df['age'] = np.pad(df['age'], 3, constant_values=df['age'].mean())", "aggregate"),
        ("df['age'] = pd.qcut(df['age'], 4)", "binning"),
        ("mu = df['age'].mean()\ndf['age'] = df['age'].apply(lambda v: v - mu)", "aggregate"),
        ("df[['age']] = df[['age']].apply(lambda c: c / c.max())", "aggregate"),
        ("def fill(d):\n    d['age'] = d['age'].fillna(d['age'].mean())\n    return d\ndf = fill(df)", "imputation"),
        ("for c in ['age', 'city']:\n    df[c] = df[c].fillna(df[c].mode()[0])", "imputation"),
    ],
)
def test_statistics_reach_the_features(code: str, how: str) -> None:
    assert how in run(code + FEATURES + SPLIT_AND_JUDGE).learned


@pytest.mark.parametrize(
    "code",
    [
        "df['age'] = df['age'].fillna(0)",
        "df['age'] = np.log1p(df['age'])",
        "df['age'] = df['age'].astype(float) / 255",
        "df = df.dropna().drop_duplicates()",
        "print(df['age'].mean(), df.describe(), df.corr())",
        "df['left'] = LabelEncoder().fit_transform(df['left'])",
        "df['age'] = pd.cut(df['age'], [0, 18, 60])",
        "df['other'] = df['other'].fillna(df['other'].mean())",
        "df['age'] = df['age'].fillna(df['age'].mean())\ndf['age'] = 0",
        "df[['age']] = Normalizer().fit_transform(df[['age']])",
        "df['age'] = df[['age', 'city']].mean(axis=1)",
        "df['age'] = df['age'].map({1: 2})",
        "df['age'] = df['age'].apply(lambda v: v * 2)",
        "n = np.amax(df['trip'].value_counts())\ndf['age'] = np.pad(df['age'], ((0, n - 3), (0, 0)))",
        "from keras.utils import to_categorical\ndf['age'] = to_categorical(df['age'], 1 + df['level'].max())",
        "df['age'] = df['age'].values.reshape(-1, df['level'].max())",
        "df['age'] = np.reshape(df['age'], newshape=(df['level'].max(), 1))",
        "df['spare'] = df['age'].mean()\ndf = df.drop(columns=['spare'])",
        "df['spare'] = df['age'].mean()\ndf.drop('spare', axis=1, inplace=True)",
        "df['spare'] = df['age'].mean()\nspare = df.pop('spare')",
        "other = pd.read_csv('other.csv')\ndf['age'] = df['age'].fillna(other['age'].mean())",
    ],
)
def test_nothing_is_learned(code: str) -> None:
    found = run(code + FEATURES + SPLIT_AND_JUDGE)
    assert found.disjoint
    assert not found.learned


def test_statistics_of_the_training_side_are_no_leak() -> None:
    found = run("""
        train, test = train_test_split(df)
        m = train["age"].mean()
        train["age"] = train["age"].fillna(m)
        test["age"] = test["age"].fillna(m)
        model = LogisticRegression().fit(train[["age"]], train["left"])
        accuracy_score(test["left"], model.predict(test[["age"]]))
    """)
    assert found.disjoint
    assert not found.learned


def test_a_pipeline_learns_inside_of_the_fit() -> None:
    found = run("""
        from sklearn.pipeline import make_pipeline
        model = make_pipeline(StandardScaler(), LogisticRegression())
        cross_val_score(model, df[["age"]], df["left"])
        GridSearchCV(model, {}).fit(df[["age"]], df["left"])
    """)
    assert {each.kind for each in found.judged} == {"cross-validation", "search"}
    assert not found.learned


def test_a_composed_transformer_learns_what_its_steps_learn() -> None:
    found = run(
        "from sklearn.compose import ColumnTransformer\nfrom sklearn.preprocessing import OneHotEncoder\n"
        "X, y = ColumnTransformer([('c', OneHotEncoder(), ['city'])]).fit_transform(df), df['left']" + SPLIT_AND_JUDGE
    )
    assert found.learned == {"encoding"}


def test_what_a_model_has_learned_may_choose_columns() -> None:
    found = run(
        "X, y = df[['age', 'city', 'x']], df['left']\n"
        "from sklearn.ensemble import RandomForestClassifier\n"
        "forest = RandomForestClassifier().fit(X, y)\n"
        "keep = X.columns[forest.feature_importances_ > 0.1]\n"
        "X = X[keep]" + SPLIT_AND_JUDGE
    )
    assert found.disjoint
    assert found.learned == {"selection"}


@pytest.mark.parametrize(
    ("steps", "copied"),
    [
        ("('over', SMOTE())", {"oversampling"}),
        ("('over', SMOTE()), ('under', RandomUnderSampler())", {"oversampling"}),
        ("('under', RandomUnderSampler())", set()),
    ],
)
def test_a_pipeline_of_samplers_does_what_its_steps_do(steps: str, copied: set[str]) -> None:
    found = run(
        f"""
        from imblearn.over_sampling import SMOTE
        from imblearn.pipeline import Pipeline
        from imblearn.under_sampling import RandomUnderSampler
        X, y = Pipeline([{steps}]).fit_resample(df[["age"]], df["left"])
    """
        + textwrap.indent(SPLIT_AND_JUDGE, " " * 8)
    )
    assert found.disjoint
    assert found.copied == copied
