"""Flask blueprint that scores loan applications with a pickled gradient boosting model."""

import logging
from pathlib import Path

import joblib
import numpy as np
from flask import Blueprint, Flask, jsonify, request

log = logging.getLogger(__name__)
bp = Blueprint("loans", __name__, url_prefix="/loans")
ARTIFACTS = Path(__file__).parent / "artifacts"


class LoanScorer:
    def __init__(self, path: Path) -> None:
        self.pipeline = joblib.load(path)
        self.version = path.stem

    def probability(self, rows: np.ndarray) -> list[float]:
        # expect: claim
        # ruleid: raw-request-to-model
        return self.pipeline.predict_proba(rows)[:, 1].tolist()


scorer = LoanScorer(ARTIFACTS / "loans-2026-03.joblib")


@bp.route("/score", methods=["POST"])
def score():
    body = request.get_json()
    rows = np.asarray(body["features"])
    log.info("scoring %d rows with %s", len(rows), scorer.version)
    return jsonify({"model": scorer.version, "probability": scorer.probability(rows)})


def create_app() -> Flask:
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 256 * 1024
    app.register_blueprint(bp)
    return app
