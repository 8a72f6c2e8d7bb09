"""A run of the leaf area model with the settings of config.CONFIG."""

from config import CONFIG
from preparation import prepare
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split


def run(config):
    values, area = prepare(config)
    v_train, v_test, a_train, a_test = train_test_split(values, area, test_size=config["test_share"], random_state=0)
    model = config["model"].fit(v_train, a_train)
    print("r2", r2_score(a_test, model.predict(v_test)))


if __name__ == "__main__":
    run(CONFIG)
