"""Distillation check that measures how well a small model reproduces the labels of the large one."""

import joblib
import numpy as np
from sklearn.metrics import balanced_accuracy_score, classification_report, precision_score


def agreement(teacher, student, unlabelled: np.ndarray) -> dict[str, float]:
    teacher_predictions = teacher.predict(unlabelled)
    student_predictions = student.predict(unlabelled)
    # ok: swapped-metric-arguments
    print(classification_report(teacher_predictions, student_predictions, zero_division=0))
    return {
        # ok: swapped-metric-arguments
        "balanced": balanced_accuracy_score(teacher_predictions, student_predictions),
        # ok: swapped-metric-arguments
        "precision": precision_score(teacher_predictions, student_predictions, average="macro", zero_division=0),
    }


def main() -> None:
    teacher = joblib.load("teacher.joblib")
    student = joblib.load("student.joblib")
    pool = np.load("unlabelled.npy", mmap_mode="r")
    scores = agreement(teacher, student, pool[:50_000])
    if scores["balanced"] < 0.97:
        raise SystemExit(f"student deviates: {scores}")


if __name__ == "__main__":
    main()
