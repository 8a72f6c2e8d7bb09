"""Training flow that logs the validation score and registers the model under the alias used in production."""

import lightgbm as lgb
import mlflow
import mlflow.lightgbm
import pandas as pd
from mlflow import MlflowClient
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

NAME = "lead-scoring"


def main(path: str = "leads.parquet") -> None:
    leads = pd.read_parquet(path)
    if leads["converted"].nunique() != 2:
        raise ValueError("`converted` must be binary")
    x_train, x_val, y_train, y_val = train_test_split(
        leads.drop(columns="converted"), leads["converted"], random_state=17, stratify=leads["converted"]
    )
    with mlflow.start_run() as run:
        classifier = lgb.LGBMClassifier(num_leaves=63, random_state=17).fit(x_train, y_train)
        auc = roc_auc_score(y_val, classifier.predict_proba(x_val)[:, 1])
        mlflow.log_metric("val_auc", auc)
        mlflow.lightgbm.log_model(classifier, name="model", input_example=x_val.head(3))
        # expect: claim
        # ruleid: ungated-model-release
        version = mlflow.register_model(f"runs:/{run.info.run_id}/model", NAME)
        MlflowClient().set_registered_model_alias(NAME, "production", version.version)
        print(f"{NAME} v{version.version}: auc {auc:.4f}")


if __name__ == "__main__":
    main()
