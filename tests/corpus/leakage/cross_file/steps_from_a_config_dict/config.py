"""Settings of the leaf area model: source file, transformers in order, model and share of test rows."""

from sklearn.decomposition import PCA
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.preprocessing import StandardScaler

CONFIG = {
    "source": "leaf_traits.csv",
    "target": "leaf_area",
    "scaler": StandardScaler(),
    "reducer": PCA(n_components=6, random_state=0),
    "model": GradientBoostingRegressor(random_state=0),
    "test_share": 0.2,
}
