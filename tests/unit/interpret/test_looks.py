"""Which looks at data, files that come back as other tables and draws of workers are seen?"""

import pytest

from tests.unit.interpret.test_happenings import lines, seen

READ = "import numpy as np\nimport pandas as pd\ndf = pd.read_csv('a.csv')\n"


@pytest.mark.parametrize(
    ("statement", "looks"),
    [
        ("df.isna().sum()", {"gaps"}),
        ("df = df.drop_duplicates()", {"duplicates"}),
        ("df['a'].clip(0, 1)", {"ranges"}),
        ("df = df[df['a'] > 0]", {"ranges"}),
        ("df['y'].isin([0, 1])", {"labels"}),
        ("len(df)", {"size"}),
        ("print(df.shape)", {"size"}),
        ("assert df['a'].max() < 9", {"asserted", "asserted otherwise"}),
        ("if df.empty:\n    raise ValueError", {"asserted", "asserted otherwise"}),
        ("if df.isna().any(axis=None):\n    raise ValueError", {"asserted", "gaps"}),
        ("assert df['a'].is_unique", {"asserted", "asserted otherwise"}),
        ("assert not df.duplicated().any()", {"asserted", "duplicates"}),
        ("assert df.isna().sum().sum() < 5", {"asserted", "asserted otherwise", "gaps"}),
        ("if df.empty:\n    print()", set()),
        ("check_columns(df)", {"schema"}),
        ("train_valid_split(df)", set()),
        ("schema.validate(df)", {"schema"}),
        ("df['a'] = df['a'] * 2", set()),
    ],
)
def test_looks(statement: str, looks: set[str]) -> None:
    facts, _ = seen(READ + statement)
    assert facts.looks.get("file a.csv", set()) == looks


@pytest.mark.parametrize(
    ("write", "read", "how"),
    [
        ("df.to_csv('b.csv')", "pd.read_csv('b.csv')", "index"),
        ("df.to_csv('./b.csv', index=True)", "pd.read_csv('b.csv')", "index"),
        ("df.to_csv('b.csv', index=False)", "pd.read_csv('b.csv')", None),
        ("df.to_csv('b.csv')", "pd.read_csv('b.csv', index_col=0)", None),
        ("df.to_csv('b.csv')", "pd.read_csv('b.csv').drop(columns=['Unnamed: 0'])", None),
        ("df.to_csv('b.csv')", "pd.read_csv('b.csv').iloc[:, 1:]", None),
        ("df.set_index('k').to_csv('b.csv')", "pd.read_csv('b.csv')", None),
        ("df.to_csv('b.csv', index=False, sep='|')", "pd.read_csv('b.csv')", "sep"),
        ("df.to_csv('b.csv', index=False, sep='|')", "pd.read_csv('b.csv', sep='|')", None),
        ("df.to_csv(path)", "pd.read_csv('b.csv')", None),
        ("df.groupby('k', as_index=False)['v'].sum().to_csv('b.csv')", "pd.read_csv('b.csv')", "index"),
        ("df.groupby('k')['v'].sum().to_csv('b.csv')", "pd.read_csv('b.csv')", None),
        ("from pathlib import Path\ndf.to_csv(Path('out') / 'b.csv')", "pd.read_csv('out/b.csv')", "index"),
        ("df.to_csv('out/b.csv')", "from pathlib import Path\npd.read_csv(Path('out', 'b.csv'))", "index"),
        ("df.to_csv('c.csv')", "pd.read_csv('b.csv')", None),
    ],
)
def test_round_trips(write: str, read: str, how: str | None) -> None:
    facts, _ = seen(f"import pandas as pd\n{read}\n", other=READ + write)
    assert [each.how for each in facts.round_trips.values()] == ([] if how is None else [how])


DATASET = """
import numpy as np
from torch.utils.data import DataLoader, Dataset
class Data(Dataset):
    def __init__(self):
        self.rng = np.random.default_rng(0)
    def __getitem__(self, index):
        {}
    def other(self):
        return np.random.rand()
loader = DataLoader(Data(), {})
"""


@pytest.mark.parametrize(
    ("body", "options", "names"),
    [
        ("return self.rng.normal()", "num_workers=2", ["self.rng"]),
        ("return np.random.rand()", "num_workers=args.workers", ["numpy.random.rand"]),
        ("return self.other()", "num_workers=2", ["numpy.random.rand"]),
        ("return np.random.rand()", "num_workers=0", []),
        ("return np.random.rand()", "batch_size=2", []),
        ("return np.random.rand()", "num_workers=2, worker_init_fn=seed", []),
        ("return np.random.default_rng(index)", "num_workers=2", []),
        ("return index", "num_workers=2", []),
    ],
)
def test_draws_that_workers_share(body: str, options: str, names: list[str]) -> None:
    assert [name for name, _ in lines(DATASET.format(body, options), "shared-seed")] == names


@pytest.mark.parametrize(
    ("code", "unseeded"),
    [
        ("from helper import f\nif __name__ == '__main__':\n    f()", True),
        ("from helper import f\nf()", False),
        ("from helper import f\nif __name__ == '__main__':\n    f(random_state=0)", False),
        ("from seeded import f\nif __name__ == '__main__':\n    f()", False),
    ],
)
def test_programs_without_a_seed(code: str, unseeded: bool) -> None:
    train = "import torch\nx.backward()\n"
    facts, _ = seen(train + code, helper="def f(): pass", seeded="def f(seed=0): pass")
    assert facts.unseeded is unseeded
