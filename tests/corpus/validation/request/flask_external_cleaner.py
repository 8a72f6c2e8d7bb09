"""Flask service whose payload passes through a function of another distribution before the model."""

import joblib
from flask import Flask, jsonify, request
from insurance_platform.payloads import canonical_claim

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 64 * 1024
severity_model = joblib.load("claims_severity.joblib")


@app.post("/v1/severity")
def severity():
    claim = canonical_claim(request.get_json(force=True))
    vector = [claim["age"], claim["amount"], claim["prior_claims"], claim["region_code"]]
    # expect: doubt
    # ruleid: raw-request-to-model
    estimate = severity_model.predict([vector])[0]
    return jsonify(severity=float(estimate), claim_id=claim.get("id"))


@app.get("/v1/version")
def version():
    return jsonify(model="claims_severity")
