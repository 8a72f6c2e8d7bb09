"""Randomised search of a support vector machine with a scorer made from roc_auc_score."""

from scipy.stats import loguniform
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import make_scorer, roc_auc_score
from sklearn.model_selection import RandomizedSearchCV, StratifiedKFold
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

x, y = load_breast_cancer(return_X_y=True)
steps = Pipeline([("scale", StandardScaler()), ("svc", SVC())])
space = {"svc__C": loguniform(1e-2, 1e3), "svc__gamma": loguniform(1e-4, 1e0)}
# expect: claim
# ruleid: hard-labels-to-ranking-metric
auc = make_scorer(roc_auc_score)
search = RandomizedSearchCV(
    steps,
    space,
    n_iter=25,
    scoring=auc,
    cv=StratifiedKFold(5, shuffle=True, random_state=3),
    random_state=3,
)
search.fit(x, y)
print(f"best auc {search.best_score_:.3f} with {search.best_params_}")
