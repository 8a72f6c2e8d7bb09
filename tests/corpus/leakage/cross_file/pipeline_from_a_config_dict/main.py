"""The bee colony model, fitted on the train part and scored on the test part."""

from assemble import parts, pipeline
from settings import SETTINGS
from sklearn.metrics import classification_report

x_train, x_test, y_train, y_test = parts(SETTINGS)
model = pipeline(SETTINGS)
# ok: fit-before-split, evaluation-on-training-rows
model.fit(x_train, y_train)
print("train rows:", model.score(x_train, y_train))
print(classification_report(y_test, model.predict(x_test)))
