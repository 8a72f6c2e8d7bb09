"""How do statsmodels' models meet their data? They take it when they are made, before `fit`."""

from analyzer.knowledge.table import Api, Class, api, apis, classes, cls

_MODELS = "OLS WLS GLS Logit Probit Poisson MNLogit"

ENTRIES: tuple[Api | Class, ...] = (
    *classes(
        "statsmodels.api", " ".join(f"{name}(endog,exog)" for name in (*_MODELS.split(), "GLM")), "statsmodels.Model"
    ),
    cls("statsmodels.Model", how="model"),
    api("statsmodels.Model.fit()", "fit", roles="fit", subject="X", returns="statsmodels.Results", held="exog"),
    *classes(
        "statsmodels.formula.api",
        "ols(formula,data) wls(formula,data) gls(formula,data) logit(formula,data) probit(formula,data) "
        "poisson(formula,data) glm(formula,data)",
        "statsmodels.FormulaModel",
    ),
    cls("statsmodels.FormulaModel", how="model"),
    api(
        "statsmodels.FormulaModel.fit()",
        "fit",
        roles="fit",
        subject="X",
        returns="statsmodels.Results",
        held="data",
    ),
    cls("statsmodels.Results", how="model"),
    *apis(
        "statsmodels.Results",
        "predict(exog) get_prediction(exog)",
        "predict",
        roles="model-input predict",
        subject="exog",
        returns="numpy.ndarray",
    ),
    *apis("statsmodels.Results", "summary summary2 conf_int", "constant"),
    # `pickle.load`, with an unpickler that only renames modules (0.15.0, `iolib/smpickle.py`, `base/model.py`).
    *(
        api(f"statsmodels.{name}(fname)", "load", roles="load.model", returns="statsmodels.Results")
        for name in (
            "*.load_pickle",
            "api.load_pickle",
            "api.load",
            "api.OLSResults.load",
            "tsa.arima.model.ARIMAResults.load",
            "tsa.arima_model.ARIMAResults.load",
            "tsa.statespace.sarimax.SARIMAXResults.load",
        )
    ),
    api("statsmodels.api.add_constant(data)", "rowwise", returns="pandas.DataFrame"),
)

ALIASES = {
    "statsmodels.regression.linear_model": "statsmodels.api",
    "statsmodels.discrete.discrete_model": "statsmodels.api",
    "statsmodels.tools.add_constant": "statsmodels.api.add_constant",
}
