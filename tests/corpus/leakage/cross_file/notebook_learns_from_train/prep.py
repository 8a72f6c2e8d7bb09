"""Learning and filling of gaps in the penguin survey for the notebook."""

MEASURES = ["bill_length", "bill_depth", "flipper_length", "body_mass"]


def learn_gaps(survey):
    # ok: fit-before-split
    return survey[MEASURES].mean().to_dict()


def fill_gaps(survey, values):
    survey = survey.rename(columns=str.lower)
    # ok: fit-before-split, refit-on-test
    survey = survey.fillna(values)
    survey["bill_ratio"] = survey["bill_length"] / survey["bill_depth"]
    return survey
